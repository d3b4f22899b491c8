//! The JSON Schema of the native format.

/// As it also lies beside the viewer, so that editors find it there.
pub(super) const SCHEMA: &str = include_str!("../../static/schema/article.schema.json");

//! State that lives longer than a render: where the reader is, what has come, how it is laid out.

mod layout;
mod masthead;
mod page;
mod place;
mod site;

pub use layout::{Layout, use_layout};
pub use masthead::use_masthead;
pub use page::{Load, Page, use_page};
pub use place::{Place, use_place};
pub use site::use_site;

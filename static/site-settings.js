// What site.json says, for pages that do without the viewer's program: name, logo, language, colours. The rules are those of
// src/formats/site.rs and src/site.rs.

import { resolve } from './places.js';

const ROLES = ['paper', 'raised', 'ink', 'quiet', 'hairline', 'accent', 'notice', 'notice-paper'];

/** A missing file, or a wrong value, costs nobody the page. */
export async function readSettings(base) {
  let found = {};
  try {
    found = await (await fetch(new URL('site.json', base), { credentials: 'omit' })).json() ?? {};
  } catch {} // The defaults will do.
  const line = (value) => (typeof value === 'string' && value.trim() ? value.trim() : undefined);
  const lang = line(found.lang);
  return {
    name: line(found.name) ?? 'Trang Báo',
    logo: addressOf(line(found.logo), base),
    lang: lang && lang !== 'auto' ? lang : navigator.language,
    rules: colorRules(found.colors ?? {}),
  };
}

function addressOf(text, base) {
  const url = text && resolve(text, base);
  return url?.protocol === 'https:' || url?.origin === base.origin ? url.href : undefined;
}

function colorRules({ light, dark }) {
  const rules = (roles) => ROLES.filter((role) => /^#([0-9a-f]{3}){1,2}$/i.test(roles?.[role]))
    .map((role) => `--tb-${role}:${roles[role]};`).join('');
  return `:is(.tb-page,.tb-viewer){${rules(light)}}`
    + `@media (prefers-color-scheme:dark){:root :is(.tb-page,.tb-viewer){${rules(dark)}}}`;
}

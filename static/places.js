// Which page shows what lies where: the app's own rules (src/route.rs), and those of a site that was written as files.

/** An address, whole; nothing where it is none. */
export function resolve(address, base) {
  try {
    return new URL(address, base);
  } catch {
    return undefined;
  }
}

/** The page of an article, without what concerns its reader alone; nothing where the address shows no article. */
export function pageOf(href, base) {
  const url = resolve(href, base);
  if (url?.origin !== base.origin || !url.pathname.startsWith(base.pathname)) return undefined;
  const path = url.pathname.slice(base.pathname.length).replace(/(^|\/)index\.html$/, '').replace(/\/$/, '');
  if (/^a\/[^/]+$/.test(path)) return new URL(path, base).href;
  const [src, format] = ['src', 'format'].map((name) => url.searchParams.get(name));
  if (!['', 'app'].includes(path) || !src) return undefined;
  return new URL(`?src=${encodeURIComponent(src)}${format ? `&format=${encodeURIComponent(format)}` : ''}`, base).href;
}

/** Where the JSON of such a page may lie, in the order in which to ask. `isStatic` is whether the page was written as a file. */
export function sourcesOf(page, base, isStatic) {
  const { pathname, searchParams } = new URL(page);
  const src = searchParams.get('src');
  if (src) return [resolve(src, base)?.href].filter(Boolean);
  const id = pathname.slice(base.pathname.length + 2);
  const sources = [`articles/${id}.json`, `a/${id}/article.json`].map((path) => new URL(path, base).href);
  return isStatic ? sources.reverse() : sources;
}

/** The page that shows what lies at this address. */
export function pageFor(address, base) {
  const path = address.startsWith(base.href) ? address.slice(base.href.length) : '';
  const id = /^articles\/([^/]+)\.json$|^a\/([^/]+)\/article\.json$/.exec(path);
  return new URL(id ? `a/${id[1] ?? id[2]}` : `?src=${encodeURIComponent(address)}`, base).href;
}

/** The headline, in the formats that have one where it is easily found. */
export function titleOf({ headline, title, name }) {
  return [headline, title, title?.rendered, name].find((text) => typeof text === 'string' && text.trim());
}

/** Nothing where it is none. */
export async function readJson(answer) {
  try {
    return await answer.json();
  } catch {
    return undefined;
  }
}

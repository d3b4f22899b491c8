// What WordPress does with an address that somebody pastes into a post, step by step as in its source (`WP_oEmbed`,
// `wp_filter_oembed_result`): it discovers, asks, and takes of the answer what it lets in from strangers.

const MOST_BYTES = 150 * 1024;
const WIDTH = 600;
const HEIGHT = 900;

/** The HTML that comes into the post; nothing where WordPress would leave the address as it is. */
export async function pasted(address) {
  const provider = await discover(address);
  const data = provider && await ask(provider, address);
  return data && filtered(html(data));
}

/** The first link of the page's head that leads to an oEmbed answer in JSON. */
async function discover(address) {
  const text = (await (await fetch(address)).text()).slice(0, MOST_BYTES);
  const end = text.toLowerCase().indexOf('</head>');
  const head = end > 0 ? text.slice(0, end) : text;
  for (const [, words] of head.matchAll(/<link([^<>]+)\/?>/gi)) {
    const attributes = Object.fromEntries([...words.matchAll(/([\w-]+)\s*=\s*"([^"]*)"/g)].map(([, key, value]) => [key, value]));
    if (attributes.type === 'application/json+oembed' && attributes.href) return decoded(attributes.href);
  }
  return undefined;
}

/** Asks as it asks everybody, whether the answer depends on it or not. */
async function ask(provider, address) {
  const url = new URL(provider);
  for (const [key, value] of Object.entries({ maxwidth: WIDTH, maxheight: HEIGHT, url: address, dnt: 1, format: 'json' })) url.searchParams.set(key, value);
  const response = await fetch(url);
  if (response.status === 501 || !response.ok) return undefined;
  const data = JSON.parse((await response.text()).trim());
  return typeof data === 'object' && data ? data : undefined;
}

function html(data) {
  if (typeof data.type !== 'string' || !['rich', 'video'].includes(data.type)) return '';
  return typeof data.html === 'string' ? data.html : '';
}

const LETS_IN = { a: ['href'], blockquote: [], iframe: ['src', 'width', 'height', 'frameborder', 'marginwidth', 'marginheight', 'scrolling', 'title'] };

/** Of a stranger's HTML a frame and a quotation before it; the frame may run scripts and nothing else. */
function filtered(text) {
  const kept = text.replace(/<(\/?)([a-z-]+)([^>]*)>/gi, (_, slash, name, words) => {
    const allowed = LETS_IN[name.toLowerCase()];
    if (!allowed) return '';
    const attributes = [...words.matchAll(/\s([\w-]+)="([^"]*)"/g)].filter(([, key]) => allowed.includes(key));
    return `<${slash}${name}${attributes.map(([, key, value]) => ` ${key}="${value}"`).join('')}>`;
  });
  const [, quotation = '', frame] = /(<blockquote>.*?<\/blockquote>)?.*?(<iframe.*?><\/iframe>)/s.exec(kept) ?? [];
  if (!frame) return undefined;
  const secret = 'AbCdEfGh12';
  return (quotation + frame)
    .replace(/ src="(.*?)"/, (_, src) => ` src="${src}#?secret=${secret}" data-secret="${secret}"`)
    .replace('<iframe', `<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted"${quotation ? ' style="position: absolute; visibility: hidden;"' : ''}`);
}

function decoded(text) {
  return text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

// What an article is made of when it is saved: its JSON, as its publisher wrote it, and the pictures that this page shows.

import { pageOf, resolve, sourcesOf } from './places.js';

/** Bytes of a picture for each of its pixels, where nothing else is known of it. */
const BYTES_A_PIXEL = 0.12;
const UNKNOWN_PIXELS = 600 * 400;
/** Pictures that are fetched at once. */
const HANDS = 4;

/** Finds all of it, and tells about how much it weighs, without a request for anything but the text. */
export async function measure({ article, base, isStatic, page }) {
  const { body, json, source } = await fetchText(sourcesOf(page, base, isStatic), page, base);
  const told = new Map();
  collectSizes(json, source, told);
  const pictures = picturesOf(article);
  const weigh = ({ url, pixels }) => performance.getEntriesByName(url)[0]?.encodedBodySize || told.get(url) || pixels * BYTES_A_PIXEL;
  return { base, body, source, pictures, about: pictures.reduce((sum, picture) => sum + weigh(picture), body.byteLength) };
}

/** Puts everything into a cache, and gives the record's part of it. The first failure ends it. */
export async function fetchParts({ base, body, pictures, source }, cache, controller, step) {
  let bytes = 0;
  let missing = 0;
  const put = async (url, part, type) => {
    bytes += part.byteLength;
    const headers = { 'Content-Type': type, 'X-Kept': new Date().toUTCString(), 'X-Bytes': part.byteLength };
    await cache.put(url, new Response(part, { headers }));
  };
  const fetchNext = async (queue) => {
    for (let picture = queue.pop(); picture; picture = queue.pop()) {
      const found = await fetchPicture(picture.url, base, controller.signal);
      if (found) {
        await put(picture.url, found.body, found.type);
        // A page of another width asks for another one of them.
        const others = picture.all.filter((url) => url !== picture.url);
        for (const url of others) await cache.put(url, new Response(null, { headers: { 'X-Same': picture.url } }));
      } else {
        missing += 1;
      }
      step();
    }
  };
  await put(source, body, 'application/json');
  step();
  const queue = [...pictures].reverse();
  try {
    await Promise.all(Array.from({ length: HANDS }, () => fetchNext(queue)));
  } catch (error) {
    controller.abort();
    throw error;
  }
  return { source, bytes, missing, pictures: pictures.length - missing, thumb: pictures.find(({ isOwn }) => isOwn)?.url };
}

/** The text, from the first place that has it. */
async function fetchText(sources, page, base) {
  for (const source of sources) {
    const answer = await fetch(source, { credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-cache' });
    if (answer.ok && !answer.redirected) {
      const body = await answer.arrayBuffer();
      return { source, body, json: JSON.parse(new TextDecoder().decode(body)) };
    }
  }
  // The catalogue may know it under another address.
  const index = new URL('articles/index.json', base).href;
  const { items = [] } = await (await fetch(index, { credentials: 'omit' })).json();
  const item = items.find((item) => pageOf(`a/${encodeURIComponent(item['@id'])}`, base) === page);
  const there = item && new URL(item.url, index).href;
  if (!there || sources.includes(there)) throw new Error('it is nowhere');
  return fetchText([there], page, base);
}

/** What the JSON says of the sizes of its files, by their addresses. */
function collectSizes(value, source, told) {
  if (typeof value !== 'object' || value === null) return;
  const address = value.contentUrl ?? value.url;
  const url = typeof address === 'string' && value.contentSize > 0 && resolve(address, source);
  if (url) told.set(url.href, Number(value.contentSize));
  for (const part of Object.values(value)) collectSizes(part, source, told);
}

/** Each picture once, in the widest of the widths in which this page shows it or would. */
function picturesOf(article) {
  const pictures = [];
  const add = (picture) => {
    const same = pictures.find(({ all }) => picture.all.some((url) => all.includes(url)));
    if (!same) return pictures.push(picture);
    const all = [...new Set([...same.all, ...picture.all])];
    return Object.assign(same, picture.width > same.width ? picture : {}, { all, isOwn: same.isOwn || picture.isOwn });
  };
  for (const image of article.querySelectorAll('img')) {
    const addresses = image.srcset || image.dataset.srcset || '';
    const widths = [...addresses.matchAll(/(\S+) (\d+)w/g)].map(([, url, width]) => ({ url: whole(url), width: Number(width) }));
    widths.sort((a, b) => a.width - b.width);
    const plain = whole(image.src || image.dataset.src);
    const url = image.complete && image.naturalWidth ? image.currentSrc : fitting(image, widths) ?? plain;
    const [ownWidth, height] = ['width', 'height'].map((name) => Number(image.getAttribute(name)));
    const width = widths.find((one) => one.url === url)?.width ?? ownWidth;
    const pixels = width * width * (height / ownWidth) || UNKNOWN_PIXELS;
    add({ url, width, pixels, all: [url, plain, ...widths.map((one) => one.url)], isOwn: !image.closest('.tb-related') });
  }
  for (const { poster } of article.querySelectorAll('video[poster]')) {
    add({ url: poster, width: 0, pixels: UNKNOWN_PIXELS, all: [poster], isOwn: true });
  }
  return pictures;
}

/** The smallest that fills its box. */
function fitting(image, widths) {
  const box = (image.closest('.tb-frame') ?? image).clientWidth * Math.min(devicePixelRatio, 2);
  return (widths.find(({ width }) => width >= box) ?? widths.at(-1))?.url;
}

function whole(address) {
  return new URL(address, location.href).href;
}

/** Nothing where its server has none for us. A network that fails is an error. */
async function fetchPicture(url, base, signal) {
  const isOurs = new URL(url).origin === base.origin;
  let answer;
  try {
    // What a plain <img> has fetched from elsewhere, the browser may keep without the word that we may read it.
    const cache = isOurs ? 'force-cache' : 'no-cache';
    answer = await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer', cache, signal });
  } catch (error) {
    if (isOurs || !navigator.onLine || error.name === 'AbortError') throw error;
    return undefined;
  }
  const type = answer.headers.get('Content-Type') ?? '';
  if (!answer.ok || answer.redirected || !type.startsWith('image/')) return undefined;
  return { body: await answer.arrayBuffer(), type };
}

// The shelf: what the reader has saved, and where it lies in the browser.
//
// Each article has a cache of its own, whose name ends with the article's page. It holds the article's JSON as its
// publisher wrote it, its pictures, and a record, which is put last: a cache without one is half-saved, and goes. There is no
// list that two tabs could write at once. Whoever changes a cache holds the lock of its name, so that nobody else takes
// what is under way for left behind.

import { readJson, sourcesOf, titleOf } from './places.js';

const VERSION = 1;

/** 'ready'; 'blocked' where the browser keeps its storage from us, 'absent' where it has none for such a page. */
export async function storageState() {
  try {
    if (!isSecureContext || !navigator.locks || !globalThis.caches) return 'absent';
    await caches.has('trangbao');
    return 'ready';
  } catch {
    return 'blocked'; // Even to ask may throw.
  }
}

export class Shelf {
  #base;
  #prefix;
  #recordAt;
  #channel;

  constructor(base) {
    this.#base = base;
    this.#prefix = `trangbao ${base.pathname} saved `;
    this.#recordAt = new URL('saved/record', base).href;
    this.#channel = new BroadcastChannel(this.#prefix);
  }

  /** Calls back when another tab has changed what is saved. */
  onChange(listen) {
    this.#channel.onmessage = listen;
  }

  /** What is known of a saved article; nothing where it is not saved. */
  async find(page) {
    const name = this.#prefix + page;
    return await caches.has(name) ? this.#whole(name) : undefined;
  }

  /** All of them, the newest first. What is half-saved or was removed goes on the way, what is damaged is mended. */
  async all() {
    const names = (await caches.keys()).filter((name) => name.startsWith(this.#prefix + this.#base.href));
    const found = await Promise.all(names.map(async (name) => await this.#whole(name) ?? this.#putInOrder(name)));
    return found.filter(Boolean).sort((a, b) => b.saved.localeCompare(a.saved));
  }

  /** Saves an article, whole or not at all: `fill` puts it into the cache and gives its record. */
  save(page, fill) {
    const name = this.#prefix + page;
    return navigator.locks.request(name, async () => {
      const there = await this.find(page);
      // Another tab was faster.
      if (there) return there;
      await caches.delete(name);
      try {
        const record = { v: VERSION, page, ...await fill(await caches.open(name)) };
        await this.#write(name, record);
        return record;
      } catch (error) {
        await caches.delete(name);
        throw error;
      }
    });
  }

  /**
   * Removes saved articles. They are hidden at once and deleted by `forget`, or when the tab is gone; until then `undo`
   * brings them back.
   */
  async remove(records) {
    const held = await Promise.all(records.map(async (record) => {
      const name = this.#prefix + record.page;
      const release = await hold(name);
      await this.#write(name, { ...record, removed: true });
      return { name, record, release };
    }));
    const settle = (act) => async () => {
      await Promise.all(held.map(({ name, record, release }) => act(name, record).finally(release)));
      this.#channel.postMessage('changed');
    };
    return {
      undo: settle((name, record) => this.#write(name, record)),
      forget: settle((name) => caches.delete(name)),
    };
  }

  /** The record of an article that is there with its text. */
  async #whole(name) {
    const cache = await caches.open(name);
    const record = await this.#read(cache);
    return isRecord(record) && await cache.match(record.source) ? { ...record, page: name.slice(this.#prefix.length) } : undefined;
  }

  /** `null` where it is damaged, nothing where there is none. */
  async #read(cache) {
    const copy = await cache.match(this.#recordAt);
    return copy?.json().catch(() => null);
  }

  async #write(name, record) {
    await (await caches.open(name)).put(this.#recordAt, new Response(JSON.stringify(record)));
    this.#channel.postMessage('changed');
  }

  #putInOrder(name) {
    return navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
      const there = lock && await this.#whole(name);
      if (!lock || there) return there ?? undefined;
      const cache = await caches.open(name);
      const record = await this.#read(cache);
      const isLeft = record === undefined || record?.removed;
      try {
        const mended = isLeft ? undefined : await this.#mend(cache, name.slice(this.#prefix.length), record);
        if (mended) await this.#write(name, mended);
        else await caches.delete(name);
        return mended;
      } catch {
        return undefined; // There is no network. It is left for another time.
      }
    });
  }

  /** Makes a damaged record anew of what the cache holds, and asks once for a text that it does not. */
  async #mend(cache, page, record) {
    const sources = sourcesOf(page, this.#base, false);
    const found = await firstJson(sources, (source) => cache.match(source)) ?? await firstJson(sources, async (source) => {
      const answer = await fetch(source, { credentials: 'omit' });
      if (answer.ok && !answer.redirected) await cache.put(source, answer.clone());
      return answer;
    });
    if (!found) return undefined;
    if (isRecord(record)) return { ...record, page, source: found.source };
    const parts = (await cache.matchAll()).map(({ headers }) => headers);
    return {
      v: VERSION,
      page,
      source: found.source,
      title: titleOf(found.json) ?? page,
      lang: '',
      bytes: parts.reduce((sum, headers) => sum + Number(headers.get('X-Bytes')), 0),
      pictures: parts.filter((headers) => headers.get('Content-Type')?.startsWith('image/')).length,
      saved: new Date().toISOString(),
    };
  }
}

/** Takes a lock; what is given ends it. */
function hold(name) {
  return new Promise((held) => {
    navigator.locks.request(name, () => new Promise((release) => { held(release); }));
  });
}

/** Whatever may have been written into the storage: only a record is one. A newer release's may say more. */
function isRecord(record) {
  const { v, source, title, lang, bytes, pictures, saved, removed } = record ?? {};
  return v >= VERSION && !removed && [source, title, lang, saved].every((text) => typeof text === 'string')
    && [bytes, pictures].every(Number.isFinite) && !Number.isNaN(Date.parse(saved));
}

async function firstJson(sources, get) {
  for (const source of sources) {
    const json = await readJson(await get(source));
    if (json) return { source, json };
  }
  return undefined;
}

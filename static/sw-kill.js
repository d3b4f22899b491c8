// The worker that ends all others: put in the place of sw.js, at the same address, it takes over, lets go of everything that
// they kept but for what readers have saved, and leaves. Pages that are open go on with the network alone.

const OURS = `trangbao ${new URL('.', location).pathname} `;

let asking;

// Asked once, Chromium may wait for half a minute or more: where it starts the old worker anew just while that one ends,
// as it does for a link that comes into sight, it waits for an event of it that never comes.
addEventListener('install', () => {
  skipWaiting();
  asking = setInterval(() => skipWaiting(), 500);
});

addEventListener('activate', (event) => event.waitUntil((async () => {
  clearInterval(asking);
  const names = await caches.keys();
  const theirs = names.filter((name) => name.startsWith(OURS) && !name.startsWith(`${OURS}saved `));
  await Promise.all(theirs.map((name) => caches.delete(name)));
  await registration.unregister();
})()));

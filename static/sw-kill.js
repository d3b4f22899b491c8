// The worker that ends all others: put in the place of sw.js, at the same address, it takes over, lets go of everything that
// they kept but for what readers have saved, and leaves. Pages that are open go on with the network alone.

const OURS = `trangbao ${new URL('.', location).pathname} `;

addEventListener('install', () => skipWaiting());

addEventListener('activate', (event) => event.waitUntil((async () => {
  const names = await caches.keys();
  const theirs = names.filter((name) => name.startsWith(OURS) && !name.startsWith(`${OURS}saved `));
  await Promise.all(theirs.map((name) => caches.delete(name)));
  await registration.unregister();
})()));

// When the browser hears that the site can be installed.

import { address } from './engine.js';

/**
 * Gives what names the manifest. As soon as it is named, Chromium fetches it with an icon, beside what the reader waits for,
 * and on a desktop moves its own buttons sixty times a second: so it hears of it last. Browsers that offer nothing by
 * themselves look for it once, and early.
 */
export function manifest() {
  const link = document.createElement('link');
  const name = () => document.head.append(Object.assign(link, {
    rel: 'manifest', href: address('manifest.webmanifest'),
  }));
  'onbeforeinstallprompt' in window || name();
  return name;
}

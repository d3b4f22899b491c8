// F29: an article is nested deeper than a browser's tree may be.

import assert from 'node:assert/strict';
import { READY } from '../lib/page.mjs';
import { fault } from '../lib/server.mjs';
import { behind, FILE, isRead, ours } from './world.mjs';

const nested = (levels, begin, end) => `${begin.repeat(levels)}chữ${end.repeat(levels)}`;
const DEEP = {
  'boxes in boxes': nested(3_000, '{"type": "box", "blocks": [', ']}').replace('chữ', '{"type": "paragraph", "text": "chữ"}'),
  'lists in lists': nested(3_000, '{"type": "list", "items": [{"text": "mục", "blocks": [', ']}]}').replace('chữ', ''),
};
const FRAGMENTS = {
  'div in div': nested(4_000, '<div>', '</div>'),
  'lists in lists of HTML': nested(2_000, '<ul><li>', '</li></ul>'),
  'tables in tables': nested(1_500, '<table><tr><td>', '</td></tr></table>'),
  'quotes that nobody ends': `${'<blockquote>'.repeat(5_000)}chữ`,
};
for (const [name, html] of Object.entries(FRAGMENTS)) DEEP[name] = html;

const deep = {};
for (const [name, what] of Object.entries(DEEP)) {
  const json = name in FRAGMENTS ? JSON.stringify({ title: 'Tin', content: `<p>đầu</p>${what}<p>cuối</p>` })
    : `{"headline": "Tin", "body": [{"type": "paragraph", "text": "đầu"}, ${what}, {"type": "paragraph", "text": "cuối"}]}`;
  deep[name] = () => behind({ faults: [[FILE, fault.body(json)]] }, async ({ page, front, problems, at }) => {
    await page.goto(at());
    await page.waitForSelector('.tb-viewer:not([data-state=loading])');
    assert.equal(await page.locator(READY).count(), 1, await page.innerText('main'));
    const depth = await page.evaluate(() => {
      let deepest = 0;
      for (const walker = document.createTreeWalker(document.body); walker.nextNode();) {
        let levels = 0;
        for (let up = walker.currentNode; up; up = up.parentNode) levels += 1;
        deepest = Math.max(deepest, levels);
      }
      return deepest;
    });
    assert.ok(depth < 400, `${depth} levels`);
    assert.ok((await page.innerText('.tb-body')).startsWith('đầu'));
    assert.deepEqual(ours(problems), []);
    front.faults.clear();
    await page.reload();
    await isRead(page);
  });
}

export default [
  {
    id: 'F29',
    fault: 'a very deep tree',
    expected: 'made flat; nothing crashes',
    checks: deep,
  },
];

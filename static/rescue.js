// What the reader is told when the viewer cannot start or has stopped. The words stay.
//
// boot.js brings it along once the viewer has begun, or when something fails, and hands in what it has: its means to set
// words, how to get what the page is about, and whether words are shown already.

const TEXTS = {
  vi: {
    missing: 'Trình duyệt này thiếu WebAssembly. Hãy cập nhật, hoặc tắt Lockdown Mode.',
    forbidden: 'Chính sách bảo mật chặn WebAssembly. Hãy đọc bản gốc.',
    broken: 'Chương trình của trang bị thiếu hoặc hỏng. Hãy tải lại.',
    network: 'Mạng bị ngắt hoặc quá chậm. Hãy kiểm tra rồi tải lại.',
    crashed: 'Trang gặp lỗi và đã dừng. Hãy tải lại để dùng tiếp.',
    reload: 'Tải lại',
    original: 'Đọc bản gốc',
  },
  en: {
    missing: 'This browser has no WebAssembly. Update it, or turn off Lockdown Mode.',
    forbidden: 'A security policy blocks WebAssembly. Read the original.',
    broken: 'The program of this page is missing or damaged. Reload.',
    network: 'The network is down or too slow. Check it, then reload.',
    crashed: 'The page met an error and has stopped. Reload to go on.',
    reload: 'Reload',
    original: 'Read the original',
  },
};

export async function rescue(error, { add, base, find, language, list, rest, show, some }) {
  const texts = TEXTS[/^vi/i.test(language) ? 'vi' : 'en'];
  const viewer = document.querySelector('.tb-viewer');
  const sheet = viewer.querySelector('main');
  const isReady = viewer.dataset.state === 'ready';
  const isRead = isReady || rest;
  if (!isRead) sheet.replaceChildren();
  viewer.querySelector('progress')?.remove();

  const [what, next] = texts[reason(error)].split('. ');
  const bar = add(isRead ? viewer : sheet, 'div', isRead ? 'tb-dead tb-toast' : 'tb-dead tb-failure');
  bar.role = 'alert';
  add(bar, 'p', isRead ? '' : 'tb-failure-what', `${what}.`);
  add(bar, 'p', '', next);
  const ways = add(bar, 'div', 'tb-failure-ways');
  add(ways, 'button', 'tb-button tb-retry-load', texts.reload).onclick = () => location.reload();
  if (isReady) return;

  viewer.dataset.state = 'failed';
  const found = await find();
  const original = found.url ?? found.mainEntityOfPage;
  if (/^https:/.test(original)) add(ways, 'a', 'tb-original', texts.original).href = original;
  const left = rest ?? show(found, add(sheet, 'article'));
  const body = sheet.querySelector('.tb-body');
  for (const item of list(found.items)) {
    add(add(body, 'p'), 'a', '', item.headline).href = `${base}a/${encodeURIComponent(item['@id'])}`;
  }
  words(left);

  /** The words of a block and of what it holds, in order, whatever its type. */
  function words(node) {
    if (typeof node === 'string' || (Array.isArray(node) && !node.some((part) => part?.type))) {
      some(body, 'p', '', node);
    } else if (Array.isArray(node)) {
      for (const part of node) words(part);
    } else if (node) {
      some(body, 'h2', '', node.title);
      some(body, node.type === 'heading' ? 'h2' : 'p', '', node.text ?? node.name);
      for (const row of [node.head, node.rows].flatMap(list)) some(body, 'p', '', list(row).flatMap((cell) => [cell, ' | ']));
      for (const part of [node.blocks, node.items, node.images].flatMap(list)) words(part);
      some(body, 'p', '', node.image?.caption ?? node.caption);
    }
  }
}

function reason({ message, name }) {
  if (TEXTS.vi[message]) return message;
  if (name === 'TypeError') return 'network';
  return name === 'CompileError' ? 'broken' : 'crashed';
}

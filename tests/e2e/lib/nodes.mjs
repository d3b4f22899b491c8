// Whether a page that was written as HTML keeps the nodes that the HTML brought, and all of them where they were.

/** Runs before anything of the page: keeps every node that the HTML brought, and where each element stood. */
export function keepNodes() {
  const nodes = () => {
    const walker = document.createTreeWalker(document.getElementById('trangbao'));
    const found = [];
    while (walker.nextNode()) found.push(walker.currentNode);
    return found;
  };
  // All of it laid out: far down, heights are estimates until somebody comes near.
  const boxes = (list) => {
    const { classList } = document.getElementById('trangbao');
    classList.add('tb-whole');
    const found = list.map((node) => {
      const { x, y, width, height } = node.getBoundingClientRect?.() ?? {};
      return `${node.nodeName} ${x},${y} ${width}x${height}`;
    });
    classList.remove('tb-whole');
    return found;
  };
  document.addEventListener('readystatechange', () => {
    if (document.readyState !== 'interactive') return;
    const kept = nodes();
    const stood = boxes(kept);
    globalThis.tbKept = () => {
      // What comes later may add a button of its own outside of the article.
      const known = new Set(kept);
      const isOurs = (node) => known.has(node) || document.querySelector('article')?.contains(node);
      const now = nodes().filter(isOurs);
      const places = boxes(kept);
      const lead = document.querySelector('[fetchpriority=high]');
      return {
        count: kept.length,
        same: now.length === kept.length && now.every((node, index) => node === kept[index]),
        moved: stood.map((box, index) => [box, places[index]]).filter(([was, is]) => was !== is).slice(0, 5),
        lead: lead && lead.complete && lead.naturalWidth > 0,
      };
    };
  });
}

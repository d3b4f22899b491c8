// Makes HTML, for the page that is written by hand.

const VOID = ['hr', 'br', 'img'];

/** `h`, as `view.mjs` calls it; what it gives is a string that knows that it is HTML. */
export function html(tag, props, children) {
  const attributes = Object.entries(props ?? {}).filter(([name]) => name !== 'key')
    .map(([name, value]) => ` ${name === 'className' ? 'class' : name.toLowerCase()}="${escaped(String(value))}"`);
  const inner = [children ?? []].flat(Infinity).map((child) => (child instanceof Html ? child.text : escaped(child)));
  return new Html(`<${tag}${attributes.join('')}>${inner.join('')}${VOID.includes(tag) ? '' : `</${tag}>`}`);
}

class Html {
  constructor(text) {
    this.text = text;
  }
}

export function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

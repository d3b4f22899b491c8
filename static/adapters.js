// The formats of other newspapers: a program for each group of them, asked for where a file is not of the native format.

import { loadProgram } from './program.js';

const FILES = BUILD;

/** Of engine.js. Whoever brings this module has it already, and hands it in: readers need not load it once more. */
let address, begin, loadGlue, twice;

/**
 * In the order in which they are asked: a program, its formats, and what a file has to hold to be of one of them. The
 * program itself decides; this only spares the reader those that would say no.
 */
const GROUPS = [
  ['simorgh', 'simorgh', /"model"/, /"blocks"/],
  ['apple-news', 'apple-news', /"components"/, /"role"/],
  ['sites', 'wordpress json-feed', /"rendered"|"content_(?:html|text)"|jsonfeed\.org|"(?:site_ID|global_ID|featured_image)"/],
  ['blocks', 'portable-text editor-js', /_type\\*"|blocks\\*"/],
  ['trees', 'prosemirror lexical', /(?:doc|root)\\*"/, /(?:content|children)\\*"/],
  ['ninjs', 'ninjs', new RegExp('ninjs|"(?:body_|headline_|description_|(?:associations|bodies|byline|copyright(?:Holder|Notice)'
    + '|descriptions|edNote|eventDetails|(?:first|version)Created|headlines|located|mimetype|pubStatus|renditions'
    + '|representationType|rightsInfo|slugline|urgency|usageTerms)")', 'i')],
  ['native-lists', 'native', /"headline"/, /"(?:body|articleBody)"/],
  ['schema-org', 'schema-org', /"(?:headline|name|articleBody)"/],
  ['plain', 'plain'],
];

const programs = {};

/** A program with its `convert`. A failure is not kept, so that a later try is a real one. */
function bring(name) {
  const forget = (error) => {
    delete programs[name];
    throw error;
  };
  // What a program that has stopped leaves behind is not its answer: whoever asked it hears of the stop instead.
  return programs[name] ??= loadProgram({ ...FILES, ...FILES.programs[name] }, forget).catch(forget);
}

/** How many elements are open at most, as in src/html.rs. */
const MOST_LEVELS = 257;

/** The name of a control stands before a form's own properties, so each is asked of its prototype. */
const of = (kind, key, node) => Reflect.get(kind.prototype, key, node);

/** What stands in for names of which browsers tell the console where a policy forbids them, even in an inert document. */
const STAND_INS = { noembed: 'style', wbr: 'base' };

/** Parses into an inert document, and gives its tree in one line; src/html/flat.rs reads it. */
function parse(policy, html) {
  let mark = '\uFDD0';
  while (html.includes(mark)) mark += '\uFDD0';
  // Handlers and styles get other names. So does what only Chromium takes for an instruction; to all others it is a comment.
  const marked = html.replaceAll('\0', '\uFFFD').replaceAll('<?', `<!${mark}?`)
    .replace(/<\/?(?:on|style)|\b(?:on[a-z]+|style)(?=[\t\n\f\r />=])/gi, (found) => (found[0] === '<' ? found : mark + found))
    .replace(/<(\/?)style(?=[\t\n\f\r />])/gi, `<$1noembed ${mark}`).replace(/<base(?=[\t\n\f\r />])/gi, `<wbr ${mark}`);
  const parsed = new DOMParser().parseFromString(policy ? policy.createHTML(marked) : marked, 'text/html');
  const body = [...of(Document, 'documentElement', parsed).children].find(({ localName }) => localName === 'body');
  const out = [];
  const walk = (parent, levels) => {
    for (let node = of(Node, 'firstChild', parent); node; node = of(Node, 'nextSibling', node)) {
      if (node instanceof Text) {
        out.push(`#${node.data}`);
      } else if (node instanceof Element) {
        const name = of(Element, 'localName', node);
        const shown = levels < MOST_LEVELS;
        if (shown) {
          out.push((node instanceof HTMLElement ? '<' : '!') + name);
          for (const { localName, value } of of(Element, 'attributes', node)) out.push(`@${localName}`, value);
        }
        walk(node, levels + 1);
        if (shown) out.push('>');
      }
    }
  };
  if (body) walk(body, 0);
  const stoodIn = new RegExp(`(noembed|wbr)(?:\0@${mark}\0[^\0]*| ${mark})`, 'g');
  return out.join('\0').replace(stoodIn, (_, name) => STAND_INS[name]).replaceAll(`<!${mark}?`, '<?').replaceAll(mark, '');
}

/** JSON of the native format; nothing where the file is of no other. */
export async function read(engine, bytes, from, format, number) {
  ({ address, begin, loadGlue, twice } = engine);
  const text = new TextDecoder().decode(bytes);
  // Programs cannot share a policy, so they share this module's.
  const { policy } = await loadGlue(address(FILES.policy), FILES.policyIntegrity);
  for (const [name, formats, ...holds] of GROUPS) {
    if (format ? formats.split(' ').includes(format) : holds.every((part) => part.test(text))) {
      const program = await bring(name);
      try {
        const native = program.convert(text, from, format, number, (html) => parse(policy, html));
        if (native !== undefined) return native;
      } catch (error) {
        console.error('trangbao:', error);
      }
    }
  }
}

// The formats of other newspapers: a program for each group of them, asked for where a file is not of the native format.

import { address, FILES, loadGlue } from './engine.js';
import { loadProgram } from './program.js';

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
  ['ninjs', 'ninjs', new RegExp('ninjs|"(?:body_|headline_|description_|(?:associations|bodies|byline|copyrightHolder'
    + '|copyrightNotice|descriptions|edNote|eventDetails|firstCreated|headlines|located|mimetype|pubStatus|renditions'
    + '|representationType|rightsInfo|slugline|urgency|usageTerms|versionCreated)")', 'i')],
  ['native-lists', 'native', /"headline"/, /"(?:body|articleBody)"/],
  ['schema-org', 'schema-org', /"(?:headline|name|articleBody)"/],
  ['plain', 'plain'],
];

const programs = new Map();

/** A program with its `convert`. A failure is not kept, so that a later try is a real one. */
function bring(name) {
  if (!programs.has(name)) {
    const crashed = () => programs.delete(name);
    programs.set(name, loadProgram(FILES.programs[name], crashed).catch((error) => {
      crashed();
      throw error;
    }));
  }
  return programs.get(name);
}

/**
 * Parses into an inert document. Browsers tell the console of each handler, style and base that the page's policy forbids,
 * even in there. Under other names nobody minds them; `plain` in src/browser/html.rs gives the names back.
 */
function parse(policy, html) {
  const marked = html.replace(/\bon[a-z]+(?=[\s/>=])|\bstyle(?=\s*=)/gi, '\uFDD0$&')
    .replace(/<(\/?)style(?=[\s/>])/gi, '<$1noembed \uFDD0').replace(/<base(?=[\s/>])/gi, '<wbr \uFDD0');
  return new DOMParser().parseFromString(policy ? policy.createHTML(marked) : marked, 'text/html').body;
}

/** JSON of the native format; nothing where the file is of no other. */
export async function read(bytes, from, format, number) {
  const text = new TextDecoder().decode(bytes);
  // Programs cannot share a policy, so they share this module's.
  const { policy } = await loadGlue(address(FILES.policy), FILES.policyIntegrity);
  for (const [name, formats, ...holds] of GROUPS) {
    if (format ? formats.split(' ').includes(format) : holds.every((part) => part.test(text))) {
      const native = (await bring(name)).convert(bytes, from, format, number, (html) => parse(policy, html));
      if (native !== undefined) return native;
    }
  }
}

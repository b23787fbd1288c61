/** Strangers' HTML made harmless: structure, tables and plain links stay; nothing runs, loads or submits. */
import DOMPurify from 'dompurify';
import { HARMLESS_ATTRIBUTES, HARMLESS_TAGS } from '../../evidence/plain-html';

/** What most pages have around their text; DOMPurify would keep the content of these too, one slow step after the other. */
const WRAPPERS = 'header,footer,main,nav,aside,address,font,small,big,center,label,picture,source,wbr,ins,del,kbd,samp,var,tt,details,summary,hgroup';
const HTML = 'http://www.w3.org/1999/xhtml';
const MAY_STAY = new Set(HARMLESS_TAGS);
const MAY_SAY = new Set(HARMLESS_ATTRIBUTES);
const ADDRESS = /^(?:https?:\/\/|mailto:)/iu;
/** So many pictures are kept as references; a page of ten thousand is a gallery and not evidence. */
const MAX_IMAGES = 200;

function addressOf(value: string, base: string): string {
  const [url, against] = [value.trim(), base === '' ? undefined : base];
  if (url === '' || !URL.canParse(url, against)) return '';
  const { href } = new URL(url, against);
  return ADDRESS.test(href) ? href : '';
}

/** A picture becomes a link to it: what loads by itself tells its owner who reads. */
function referPictures(body: HTMLElement, base: string): void {
  [...body.querySelectorAll('img')].forEach((image, index) => {
    const address = addressOf(image.getAttribute('src') ?? '', base);
    if (index >= MAX_IMAGES || address === '') { image.remove(); return; }
    const link = body.ownerDocument.createElement('a');
    link.setAttribute('href', address);
    link.textContent = image.alt.trim() === '' ? address : image.alt;
    image.replaceWith(link);
  });
}

/** A body without a page: nothing in it loads or runs. */
function emptyBody(): HTMLElement {
  return new DOMParser().parseFromString('', 'text/html').body;
}

/**
 * Takes out attributes that may not stay, and tells whether that was all: nothing is left but HTML elements and attributes of the
 * lists, and text, so there is nothing that could run, load or submit. Anything unusual is DOMPurify's, which takes ten times as long.
 */
function isPlain(body: HTMLElement): boolean {
  const unusual = NodeFilter.SHOW_COMMENT | NodeFilter.SHOW_PROCESSING_INSTRUCTION | NodeFilter.SHOW_CDATA_SECTION;
  if (body.ownerDocument.createNodeIterator(body, unusual).nextNode()) return false;
  for (const element of body.querySelectorAll('*')) {
    // `is` stays in the element even without its attribute.
    if (element.namespaceURI !== HTML || !MAY_STAY.has(element.localName) || element.hasAttribute('is')) return false;
    for (const name of element.getAttributeNames()) {
      if (!MAY_SAY.has(name)) element.removeAttribute(name);
      else if (name === 'href' ? element.localName !== 'a' || /[<>]/u.test(element.getAttribute(name) ?? '') : !/^[\w -]*$/u.test(element.getAttribute(name) ?? '')) return false;
    }
  }
  return true;
}

function childrenOf(body: HTMLElement): DocumentFragment {
  const all = body.ownerDocument.createDocumentFragment();
  while (body.firstChild) all.append(body.firstChild);
  return all;
}

function purified(body: HTMLElement): DocumentFragment {
  // Reads only: DOMPurify gets a string and parses it itself, which is quicker than the nodes that it would look through for shadow roots.
  // oxlint-disable-next-line house/no-raw-html
  const referred = body.innerHTML;
  return DOMPurify.sanitize(referred, {
    ALLOWED_TAGS: HARMLESS_TAGS, ALLOWED_ATTR: HARMLESS_ATTRIBUTES, ALLOWED_URI_REGEXP: /^(?!\s*(?:javascript|data|vbscript|blob|file):)/iu,
    ALLOW_DATA_ATTR: false, ALLOW_ARIA_ATTR: false, RETURN_DOM_FRAGMENT: true,
  });
}

/** The harmless form of `html` as nodes, to be shown. Relative addresses are resolved against `base`. Needs a page's DOM. */
export function sanitiseToNodes(html: string, base: string): HTMLElement {
  return sanitiseBody(new DOMParser().parseFromString(html, 'text/html').body, base);
}

/** The same of a body that is parsed already; it is empty afterwards. */
function sanitiseBody(body: HTMLElement, base: string): HTMLElement {
  referPictures(body, base);
  for (const wrapper of body.querySelectorAll(WRAPPERS)) {
    while (wrapper.firstChild) wrapper.before(wrapper.firstChild);
    wrapper.remove();
  }
  const clean = isPlain(body) ? childrenOf(body) : purified(body);
  const holder = emptyBody();
  holder.append(clean);
  for (const link of holder.querySelectorAll('a')) {
    const address = addressOf(link.getAttribute('href') ?? '', base);
    link.removeAttribute('target');
    link.removeAttribute('rel');
    if (address === '') { link.removeAttribute('href'); continue; }
    link.setAttribute('href', address);
    link.setAttribute('rel', 'noreferrer noopener nofollow');
    link.setAttribute('target', '_blank');
  }
  return holder;
}

const ROUNDS = 5;

/**
 * The same as text, to be stored. What is taken out may leave an order that is read otherwise the next time (a paragraph
 * inside a paragraph), and spaces around it would be lost: it is read until it stays, so that a backup brings back what was kept.
 */
export function sanitiseHtml(html: string, base: string): string {
  return settled(sanitiseToNodes(html, base));
}

/** The same of what an element of another document holds; it is empty afterwards. */
export function sanitiseContent(from: Node, base: string): string {
  const body = emptyBody();
  while (from.firstChild) body.append(from.firstChild);
  return settled(sanitiseBody(body, base));
}

/** Most pages stay as they are the first time they are read again. */
function settled(nodes: HTMLElement): string {
  // Reads only: nothing is made of a string here.
  /* oxlint-disable house/no-raw-html */
  let clean = nodes.innerHTML.trim();
  for (let round = 1; round < ROUNDS; round += 1) {
    const { body } = new DOMParser().parseFromString(clean, 'text/html');
    if (body.innerHTML.trim() === clean) break;
    clean = sanitiseBody(body, '').innerHTML.trim();
  }
  /* oxlint-enable house/no-raw-html */
  return clean;
}

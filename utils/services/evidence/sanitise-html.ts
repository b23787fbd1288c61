/** Strangers' HTML made harmless: structure, tables and plain links stay; nothing runs, loads or submits. */
import DOMPurify from 'dompurify';

const TAGS = [
  'p', 'br', 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'div', 'section', 'article', 'blockquote', 'pre', 'code',
  'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td',
  'a', 'b', 'strong', 'i', 'em', 'u', 's', 'sub', 'sup', 'mark', 'q', 'cite', 'span', 'bdi', 'bdo', 'figure', 'figcaption', 'time', 'abbr',
];
const ATTRIBUTES = ['href', 'dir', 'lang', 'colspan', 'rowspan', 'start', 'rel', 'target'];
const ADDRESS = /^(?:https?:\/\/|mailto:)/iu;
/** So many pictures are kept as references; a page of ten thousand is a gallery and not evidence. */
const MAX_IMAGES = 200;

function addressOf(value: string, base: string): string {
  const url = value.trim();
  if (url === '') return '';
  const full = URL.canParse(url) ? new URL(url).href : base !== '' && URL.canParse(url, base) ? new URL(url, base).href : '';
  return ADDRESS.test(full) ? full : '';
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

/** The harmless form of `html` as nodes, to be shown. Relative addresses are resolved against `base`. Needs a page's DOM. */
export function sanitiseToNodes(html: string, base: string): HTMLElement {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  referPictures(body, base);
  // Reads only: DOMPurify gets a string and parses it itself.
  // eslint-disable-next-line no-restricted-syntax
  const referred = body.innerHTML;
  const clean = DOMPurify.sanitize(referred, {
    ALLOWED_TAGS: TAGS, ALLOWED_ATTR: ATTRIBUTES, ALLOWED_URI_REGEXP: /^(?!\s*(?:javascript|data|vbscript|blob|file):)/iu,
    ALLOW_DATA_ATTR: false, ALLOW_ARIA_ATTR: false, RETURN_DOM_FRAGMENT: true,
  });
  const holder = new DOMParser().parseFromString('', 'text/html').body;
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
  // Reads only: nothing is made of a string here.
  /* eslint-disable no-restricted-syntax */
  let clean = sanitiseToNodes(html, base).innerHTML.trim();
  for (let round = 1; round < ROUNDS; round += 1) {
    const again = new DOMParser().parseFromString(clean, 'text/html').body.innerHTML.trim();
    if (again === clean) break;
    clean = sanitiseToNodes(again, '').innerHTML.trim();
  }
  /* eslint-enable no-restricted-syntax */
  return clean;
}

/**
 * The quiet offer on a call page: open Baton, or not now. A closed shadow root beside the page's body;
 * the page gets no attribute, style or script of ours. Gone with `signal`, or when pressed.
 */
import type { PageReply } from '../messaging/page-signals';

/** The only texts of Baton outside its catalogue: a content script stays small. */
const TEXTS = {
  ko: { open: 'Baton 열기', dismiss: '닫기' },
  en: { open: 'Open Baton', dismiss: 'Dismiss' },
};

/** Ground, ink, accent, line, hover and focus. */
const COLOURS = {
  light: ['#fff', '#1b1d1f', '#0a5c52', '#85857a', '#e0f0ed', '#0b57d0'],
  dark: ['#1f2226', '#eceef0', '#6fd3c3', '#7f8790', '#17332f', '#8ab4ff'],
};

const style = ([ground, ink, accent, line, hover, focus]: readonly string[]): string => `
:host{all:initial;position:fixed;left:16px;bottom:96px;z-index:2147483000}
div{display:flex;gap:2px;padding:3px;border:1px solid ${line};border-radius:99px;background:${ground};color:${ink};font:600 13px/1 system-ui,sans-serif;box-shadow:0 2px 8px #0004}
button{all:unset;display:flex;align-items:center;justify-content:center;gap:8px;min-width:32px;min-height:32px;border-radius:99px;cursor:pointer}
button:first-child{padding:0 10px 0 12px}
button:first-child::before{content:'';width:8px;height:8px;border-radius:99px;background:${accent}}
button:hover{background:${hover}}
button:focus-visible{outline:2px solid ${focus};outline-offset:1px}
@media(forced-colors:active){button{border:1px solid}}
@media print{:host{display:none}}`;

export type PillLook = Pick<PageReply, 'language' | 'theme'>;

export function showPill(root: Document, look: PillLook, onOpen: () => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  const texts = TEXTS[look.language];
  const host = root.createElement('div');
  const shadow = host.attachShadow({ mode: 'closed' });
  const pill = root.createElement('div');
  pill.lang = look.language;
  pill.role = 'group';
  pill.ariaLabel = 'Baton';
  const remove = (): void => { host.remove(); };
  const open = button(root, texts.open, texts.open, () => {
    onOpen();
    remove();
  });
  pill.append(open, button(root, '✕', texts.dismiss, remove));
  addStyle(root, shadow, style(COLOURS[isDark(root, look) ? 'dark' : 'light']));
  shadow.append(pill);
  root.documentElement.append(host);
  signal.addEventListener('abort', remove, { once: true });
}

/** As it is now: the pill is not there for long. */
function isDark(root: Document, { theme }: PillLook): boolean {
  return theme === 'dark' || (theme === 'system' && root.defaultView?.matchMedia('(prefers-color-scheme:dark)').matches === true);
}

/** A constructed sheet passes every content security policy; not every browser lets a content script have one. */
function addStyle(root: Document, shadow: ShadowRoot, text: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    shadow.adoptedStyleSheets = [sheet];
  } catch {
    const element = root.createElement('style');
    element.textContent = text;
    shadow.append(element);
  }
}

function button(root: Document, text: string, label: string, press: () => void): HTMLButtonElement {
  const element = root.createElement('button');
  element.type = 'button';
  element.textContent = text;
  element.title = label;
  element.ariaLabel = label;
  element.addEventListener('click', (event) => {
    // Neither the page behind it nor a script's own click counts.
    event.stopPropagation();
    if (event.isTrusted) press();
  });
  return element;
}

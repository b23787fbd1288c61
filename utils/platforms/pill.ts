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

/** Styles are set on each element, which every content security policy lets through. No motion; the browser's own focus ring. */
const PILL = 'all:initial;position:fixed;left:16px;bottom:96px;z-index:2147483000;display:flex;gap:2px;padding:3px;border-radius:99px;box-shadow:0 2px 8px #0004;';
const BUTTON = 'min-width:32px;min-height:32px;padding:0 10px;border:0;border-radius:99px;background:0;font:600 13px/1 system-ui,sans-serif;cursor:pointer;color:';
/** Ground and border, and ink. */
const LIGHT = ['background:#fff;border:1px solid #85857a', '#0a5c52'] as const;
const DARK = ['background:#1f2226;border:1px solid #7f8790', '#6fd3c3'] as const;

export type PillLook = Pick<PageReply, 'language' | 'theme'>;

export function showPill(root: Document, look: PillLook, onOpen: () => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  const texts = TEXTS[look.language];
  const [box, ink] = isDark(root, look) ? DARK : LIGHT;
  const host = root.createElement('div');
  const pill = root.createElement('div');
  pill.style.cssText = PILL + box;
  pill.lang = look.language;
  pill.role = 'group';
  pill.ariaLabel = 'Baton';
  const remove = (): void => { host.remove(); };
  const button = (text: string, label: string, press: () => void): HTMLButtonElement => {
    const element = root.createElement('button');
    element.type = 'button';
    element.style.cssText = BUTTON + ink;
    element.textContent = text;
    element.ariaLabel = label;
    element.addEventListener('click', (event) => {
      // Neither the page behind it nor a script's own click counts.
      event.stopPropagation();
      if (!event.isTrusted) return;
      press();
      remove();
    });
    return element;
  };
  pill.append(button(texts.open, texts.open, onOpen), button('✕', texts.dismiss, () => undefined));
  host.attachShadow({ mode: 'closed' }).append(pill);
  root.documentElement.append(host);
  signal.addEventListener('abort', remove, { once: true });
}

/** As it is now: the pill is not there for long. */
function isDark(root: Document, { theme }: PillLook): boolean {
  return theme === 'dark' || (theme === 'system' && root.defaultView?.matchMedia('(prefers-color-scheme:dark)').matches === true);
}

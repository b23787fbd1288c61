/**
 * The quiet offer on a call page: open Baton, or not now. A closed shadow root beside the page's body;
 * the page gets no attribute, style or script of ours. Gone with `signal`, or when pressed.
 */
import type { PageReply } from '../messaging/page-signals';

/** The only texts of Baton outside its catalogue: a content script stays small. */
const TEXTS = {
  ko: { open: 'Baton 열기', dismiss: '닫기', label: 'Baton' },
  en: { open: 'Open Baton', dismiss: 'Dismiss', label: 'Baton' },
};

const STYLE = `
:host { all: initial; position: fixed; left: 16px; bottom: 96px; z-index: 2147483000; }
.pill { --ground: #ffffff; --ink: #1b1d1f; --accent: #0a5c52; --line: #85857a; --hover: #e0f0ed; --focus: #0b57d0;
  display: flex; align-items: center; gap: 2px; padding: 3px; border: 1px solid var(--line); border-radius: 999px; background: var(--ground); color: var(--ink);
  font: 600 13px/1 system-ui, 'Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Sans KR', sans-serif; box-shadow: 0 2px 8px rgb(0 0 0 / 30%); animation: come 160ms ease-out; }
.pill.dark { --ground: #1f2226; --ink: #eceef0; --accent: #6fd3c3; --line: #7f8790; --hover: #17332f; --focus: #8ab4ff; }
@media (prefers-color-scheme: dark) {
  .pill.system { --ground: #1f2226; --ink: #eceef0; --accent: #6fd3c3; --line: #7f8790; --hover: #17332f; --focus: #8ab4ff; }
}
button { all: unset; box-sizing: border-box; display: flex; align-items: center; justify-content: center; gap: 8px; min-width: 32px; min-height: 32px; border-radius: 999px; cursor: pointer; }
.open { padding: 0 10px 0 12px; }
.open::before { content: ''; width: 8px; height: 8px; border-radius: 50%; background: var(--accent); }
button:hover { background: var(--hover); }
button:focus-visible { outline: 2px solid var(--focus); outline-offset: 1px; }
@keyframes come { from { opacity: 0; } }
@media (prefers-reduced-motion: reduce) { .pill { animation: none; } }
@media (forced-colors: active) { button { border: 1px solid ButtonText; } }
@media print { :host { display: none; } }
`;

export type PillLook = Pick<PageReply, 'language' | 'theme'>;

export function showPill(root: Document, look: PillLook, onOpen: () => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  const texts = TEXTS[look.language];
  const host = root.createElement('div');
  const shadow = host.attachShadow({ mode: 'closed' });
  const pill = root.createElement('div');
  pill.className = `pill ${look.theme}`;
  pill.lang = look.language;
  pill.setAttribute('role', 'group');
  pill.setAttribute('aria-label', texts.label);
  const remove = (): void => { host.remove(); };
  const open = button(root, 'open', texts.open, texts.open, () => {
    onOpen();
    remove();
  });
  pill.append(open, button(root, 'dismiss', '✕', texts.dismiss, remove));
  addStyle(root, shadow);
  shadow.append(pill);
  root.documentElement.append(host);
  signal.addEventListener('abort', remove, { once: true });
}

/** A constructed sheet passes every content security policy; not every browser lets a content script have one. */
function addStyle(root: Document, shadow: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    shadow.adoptedStyleSheets = [sheet];
  } catch {
    const style = root.createElement('style');
    style.textContent = STYLE;
    shadow.append(style);
  }
}

function button(root: Document, name: string, text: string, label: string, press: () => void): HTMLButtonElement {
  const element = root.createElement('button');
  element.type = 'button';
  element.className = name;
  element.textContent = text;
  element.title = label;
  element.setAttribute('aria-label', label);
  element.addEventListener('click', (event) => {
    // Neither the page behind it nor a script's own click counts.
    event.stopPropagation();
    if (event.isTrusted) press();
  });
  return element;
}

/** The offer on the call page: small, quiet, gone after one press. It lives in a closed shadow root. */

export interface PillTexts { open: string; dismiss: string; label: string }

const TEXTS: Record<'ko' | 'en', PillTexts> = {
  ko: { open: 'Baton 열기', dismiss: '닫기', label: 'Baton' },
  en: { open: 'Open Baton', dismiss: 'Dismiss', label: 'Baton' },
};

const STYLE = `
:host { all: initial; position: fixed; inset-block-end: 96px; inset-inline-start: 16px; z-index: 2147483000; }
div { display: flex; border-radius: 999px; background: #0a5c52; color: #fff; font: 600 13px/1 system-ui, 'Noto Sans KR', sans-serif; box-shadow: 0 2px 10px rgb(0 0 0 / 35%); overflow: hidden; }
button { all: unset; box-sizing: border-box; padding: 10px 12px 10px 16px; cursor: pointer; min-height: 34px; }
button + button { padding: 10px 14px 10px 8px; opacity: .85; }
button:hover { background: #0d6e62; opacity: 1; }
button:focus-visible { outline: 2px solid #fff; outline-offset: -4px; border-radius: 999px; }
`;

/** Shows the pill until it is pressed, dismissed or taken away by the returned function. */
export function showPill(root: Document, language: 'ko' | 'en', onOpen: () => void): () => void {
  const texts = TEXTS[language];
  const host = root.createElement('div');
  const shadow = host.attachShadow({ mode: 'closed' });
  const style = root.createElement('style');
  style.textContent = STYLE;
  const box = root.createElement('div');
  box.setAttribute('role', 'group');
  box.setAttribute('aria-label', texts.label);
  const remove = (): void => { host.remove(); };
  box.append(button(root, texts.open, () => { onOpen(); remove(); }), button(root, '✕', remove, texts.dismiss));
  shadow.append(style, box);
  root.documentElement.append(host);
  return remove;
}

function button(root: Document, text: string, act: () => void, label = text): HTMLButtonElement {
  const el = root.createElement('button');
  el.type = 'button';
  el.textContent = text;
  el.setAttribute('aria-label', label);
  // Only a person's press counts: a page can make clicks of its own.
  el.addEventListener('click', (event) => { if (event.isTrusted) act(); });
  return el;
}

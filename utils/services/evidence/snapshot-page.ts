/**
 * Runs inside the page (scripting.executeScript with `func`): nothing outside of it may be used, and
 * nothing is left behind, not even a global. It only copies and serialises; reading happens in the extension.
 *
 * The page is copied a few milliseconds at a time, so that it goes on. If it changes meanwhile, what was copied is thrown away and
 * the whole of it is copied at once: a snapshot is always the page of one moment. A page that is left before the end gives nothing,
 * the call rejects.
 */
export async function snapshotPage(maxPage: number): Promise<Record<string, unknown>> {
  const heavy = 'script,style,link,noscript,template,svg,math,canvas,video,audio,iframe,object,embed,form input,textarea,select';
  const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\u00a0': '&nbsp;' };
  // So many elements are copied and written out by the browser in one go; milliseconds between two pauses.
  const [small, sliceMs] = [80, 8];
  const root = document.documentElement as HTMLElement | null;
  const selection = getSelection();
  const holder = document.createElement('div');
  if (selection && !selection.isCollapsed) {
    for (let i = 0; i < selection.rangeCount; i += 1) holder.append(selection.getRangeAt(i).cloneContents());
  }
  // Copies are made in a document of their own: cloned into the page, images and custom elements would come alive.
  const copy = document.implementation.createHTMLDocument('');
  // Reads only: nothing is made of a string here.
  // oxlint-disable-next-line house/no-raw-html
  const written = (element: Element): string => element.outerHTML;
  // oxlint-disable-next-line house/no-raw-html
  const selectionHtml = holder.innerHTML;
  const page = {
    title: document.title, language: root?.lang ?? '', contentType: document.contentType,
    direction: document.dir === 'rtl' || (root && getComputedStyle(root).direction === 'rtl') ? 'rtl' : 'ltr',
    selectionHtml: selectionHtml.length > maxPage ? '' : selectionHtml, selectionText: selection?.toString() ?? '',
  };
  // Timers of a page in the background wait for a second; messages don't.
  const breath = (): Promise<void> => new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { port1.close(); resolve(); };
    port2.postMessage(null);
  });
  const light = (element: Element): string => {
    const piece = copy.importNode(element, true);
    for (const one of piece.querySelectorAll(element.closest('form') ? `${heavy},input` : heavy)) one.remove();
    return written(piece);
  };
  let [changed, length] = [false, 0];
  const write = async (top: Element, goOn: () => boolean): Promise<string | null> => {
    const [pieces, ends]: [string[], string[]] = [[], []];
    const add = (piece: string): void => { pieces.push(piece); length += piece.length; };
    length = 0;
    let [node, until]: [Node | null, number] = [top, performance.now() + sliceMs];
    while (node !== null && length <= maxPage) {
      let inside: Node | null = null;
      if (node instanceof Element && !node.matches(heavy)) {
        if (node.getElementsByTagName('*').length <= small) { add(light(node)); } else {
          const [alone, end] = [written(copy.importNode(node, false)), `</${node.localName}>`];
          add(alone.endsWith(end) ? alone.slice(0, -end.length) : alone);
          ends.push(end);
          inside = node.firstChild;
        }
      } else if (node instanceof Text) { add(node.data.replace(/[&<>\u00a0]/gu, (sign) => escapes[sign] ?? sign)); } else if (node instanceof Comment) { add(`<!--${node.data}-->`); }
      for (; inside === null && node !== top && node?.nextSibling === null; node = node.parentNode) add(ends.pop() ?? '');
      node = inside ?? (node === top ? null : (node?.nextSibling ?? null));
      if (performance.now() > until) { await breath(); until = performance.now() + sliceMs; if (!goOn()) return null; }
    }
    return pieces.join('');
  };
  const watcher = new MutationObserver(() => { changed = true; });
  watcher.observe(document, { childList: true, characterData: true, subtree: true });
  const whole = root ? ((await write(root, () => !changed)) ?? (await write(copy.importNode(root, true), () => true))) : '';
  watcher.disconnect();
  const tooLarge = length > maxPage;
  return { ...page, html: tooLarge ? '' : (whole ?? ''), tooLarge };
}

/**
 * Runs inside the page (scripting.executeScript with `func`): nothing outside of it may be used, and
 * nothing is left behind, not even a global. It only copies and serialises; reading happens in the extension.
 */
export function snapshotPage(maxPage: number): Record<string, unknown> {
  const root = document.documentElement as HTMLElement | null;
  const selection = getSelection();
  const holder = document.createElement('div');
  if (selection && !selection.isCollapsed) {
    for (let i = 0; i < selection.rangeCount; i += 1) holder.append(selection.getRangeAt(i).cloneContents());
  }
  // A copy in a document of its own: cloned into the page, images and custom elements would come alive.
  const copy = document.implementation.createHTMLDocument('');
  const clone = root ? copy.importNode(root, true) : copy.documentElement;
  for (const heavy of clone.querySelectorAll('script,style,link,noscript,template,svg,math,canvas,video,audio,iframe,object,embed,form input,textarea,select')) heavy.remove();
  // Reads only: nothing is made of a string here.
  // eslint-disable-next-line no-restricted-syntax
  const html = clone.outerHTML;
  // Reads only: nothing is made of a string here.
  // eslint-disable-next-line no-restricted-syntax
  const selectionHtml = holder.innerHTML;
  const tooLarge = html.length > maxPage;
  return {
    title: document.title,
    language: root?.lang ?? '',
    direction: document.dir === 'rtl' || (root && getComputedStyle(root).direction === 'rtl') ? 'rtl' : 'ltr',
    contentType: document.contentType,
    html: tooLarge ? '' : html,
    text: tooLarge ? '' : (clone.querySelector('body')?.textContent ?? ''),
    selectionHtml: selectionHtml.length > maxPage ? '' : selectionHtml,
    selectionText: selection?.toString() ?? '',
    tooLarge,
  };
}

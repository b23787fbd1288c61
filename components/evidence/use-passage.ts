import type { RefObject } from 'react';
import { useEffect } from 'react';
import { highlight } from '@/utils/search/highlight';
import { parseQuery } from '@/utils/search/query';
import { bringIntoView } from '../library/lines/bring-into-view';

/** The name under which the style sheet knows what was looked for. */
const MARKS = 'found-passage';
/** A page may say it a thousand times. */
const MOST = 200;

/** Where the words stand in what is shown, in order. The page is a stranger's: nothing is written into it. */
function passages(root: Node, find: string): Range[] {
  const words = parseQuery(find);
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: Range[] = [];
  for (let node = texts.nextNode(); node && found.length < MOST; node = texts.nextNode()) {
    for (const { from, to } of highlight(node.nodeValue ?? '', words)) {
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, to);
      found.push(range);
    }
  }
  return found;
}

/** Leads to the first place where the words of the address stand, and marks all of them. `content` is what is shown: when it changes, they are looked for again. */
export function usePassage(place: RefObject<HTMLElement | null>, find: string, content: string): void {
  useEffect(() => {
    const found = place.current && find !== '' ? passages(place.current, find) : [];
    const row = found[0]?.startContainer.parentElement;
    if (!row) return;
    CSS.highlights.set(MARKS, new Highlight(...found));
    row.tabIndex = -1;
    const stop = bringIntoView(row);
    return () => { stop(); CSS.highlights.delete(MARKS); };
  }, [place, find, content]);
}

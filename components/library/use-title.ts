import { useEffect } from 'react';
import { showSafely, truncateText } from '@/utils/text/normalize';

/** Names the tab, and so its bookmark and its place in the history, after what is shown. Without a name the page keeps the list's. */
export function useTitle(name: string | undefined): void {
  useEffect(() => { if (name) document.title = `${truncateText(showSafely(name), 80)} · Baton`; }, [name]);
}

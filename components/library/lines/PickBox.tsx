import type { KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { showSafely, truncateText } from '@/utils/text/normalize';
import type { LinePick } from './use-line-pick';

interface Props extends Pick<LinePick, 'picked' | 'toggle'> {
  id: string;
  /** Its words; null for a row that can't be picked. */
  words: string | null;
  /** To the row so many further down, with its box. */
  onGo: (by: 1 | -1) => string | null;
  /** All are picked: what is to be done with them. */
  onNext: () => void;
}

/** The box of a row: Space, or a press anywhere on the row; with Shift all from the last one on. Arrows go on, Enter says that all are picked. */
export function PickBox({ id, words, picked, toggle, onGo, onNext }: Props) {
  const t = useTranslations('library.pick');
  if (words === null) return <label className="pick" title={t('answers')}><input type="checkbox" disabled aria-label={t('answers')} /></label>;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null;
    if (by !== null) {
      const to = onGo(by);
      if (to !== null && event.shiftKey && !picked.has(to)) toggle(to, picked.has(id));
    } else if (event.key === 'Enter') onNext();
    else return;
    event.preventDefault();
  };
  return (
    <label className="pick">
      <input
        type="checkbox" checked={picked.has(id)} aria-label={t('line', { words: showSafely(truncateText(words, 80)) })} onKeyDown={onKeyDown}
        onChange={(event) => { toggle(id, event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey); }}
      />
    </label>
  );
}

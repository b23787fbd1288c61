import { useTranslations } from 'use-intl';
import { timeText } from '@/utils/time/plain-date';
import { usePanelStore } from '../app/panel-store';

/** "Saved" is said only after the write is durable; an undo that put nothing back says so in its place. */
export function SavedIndicator({ utcOffset }: { utcOffset: number }) {
  const t = useTranslations('call');
  const savedAt = usePanelStore((s) => s.savedAt);
  const saving = usePanelStore((s) => s.saving);
  const failure = usePanelStore((s) => s.failure);
  const told = usePanelStore((s) => s.told);
  const text = failure ? t('notSaved') : told ? t(told) : saving > 0 ? t('saving') : savedAt ? t('saved', { time: timeText(savedAt, utcOffset) }) : '';
  return <span className={`saved ${failure ? 'failed' : ''}`} role="status" data-saved-at={savedAt ?? ''}>{text}</span>;
}

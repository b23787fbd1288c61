import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslations } from 'use-intl';
import type { ChecklistItem } from '@/utils/checklist/checklist';
import { isOn } from '@/utils/checklist/item-view';
import { db } from '@/utils/db/database';
import { readDealChoices } from '@/utils/db/read-deal';
import type { Clip } from '@/utils/evidence/clip';
import type { PinPlace } from '@/utils/services/evidence/pin-clip';
import { pinClip } from '@/utils/services/evidence/pin-clip';
import { showSafely } from '@/utils/text/normalize';
import type { DealBoard } from '../hooks/use-deal-record';
import { useDealBoard } from '../hooks/use-deal-record';
import { usePreferences } from '../hooks/use-preferences';
import { useSaver } from '../hooks/use-saver';
import { Select } from '../ui/Field';

/** Where evidence belongs: its deal, and the item whose answer it is a source of. */
export function PinClip({ clip }: { clip: Clip }) {
  const t = useTranslations('evidence.pin');
  const save = useSaver();
  const board = useDealBoard(clip.dealId);
  const deals = useLiveQuery(() => readDealChoices(db), []);
  const place = (next: PinPlace): void => { void save((at) => pinClip(db, clip.id, next, at)); };
  if (!deals || board === undefined) return null;
  return (
    <section className="row evidence-filters" aria-label={t('title')}>
      <Select label={t('deal')} value={board ? clip.dealId : ''} onChange={(e) => { place({ dealId: e.target.value, itemId: null, topic: null }); }}>
        <option value="">{t('noDeal')}</option>
        {deals.map((d) => <option key={d.deal.id} value={d.deal.id}>{`${showSafely(d.account.name)} · ${showSafely(d.deal.name)}`}</option>)}
      </Select>
      {board ? <ItemChoice clip={clip} board={board} onPick={place} /> : null}
    </section>
  );
}

function ItemChoice({ clip, board, onPick }: { clip: Clip; board: DealBoard; onPick: (place: PinPlace) => void }) {
  const t = useTranslations('evidence.pin');
  const { language } = usePreferences();
  const items = [...board.views, ...board.extra].map((v) => v.item);
  const sections = [board.checklist, ...board.also].flatMap((list) => list.sections.map((s) => ({ name: s[language], items: items.filter((i) => i.section === s.id && list.items.some((own) => own.id === i.id)) })));
  const nameOf = (item: ChecklistItem): string => `${item.id} ${board.topics[item.topic]?.[language] ?? ''}`;
  const pick = (id: string): void => {
    const item = items.find((i) => i.id === id);
    onPick({ dealId: clip.dealId, itemId: item?.id ?? null, topic: item?.topic ?? null });
  };
  return (
    <Select label={t('item')} help={t('help')} value={items.find((i) => isOn(clip, i))?.id ?? ''} onChange={(e) => { pick(e.target.value); }}>
      <option value="">{t('noItem')}</option>
      {sections.filter((s) => s.items.length > 0).map((s) => (
        <optgroup key={s.name} label={s.name}>{s.items.map((i) => <option key={i.id} value={i.id}>{nameOf(i)}</option>)}</optgroup>
      ))}
    </Select>
  );
}

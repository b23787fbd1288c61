import { useLiveQuery } from 'dexie-react-hooks';
import { X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import { readClips } from '@/utils/db/library/read-clips';
import type { ItemView } from '@/utils/checklist/item-view';
import { isOn } from '@/utils/checklist/item-view';
import type { Clip } from '@/utils/evidence/clip';
import { pinClip } from '@/utils/services/evidence/pin-clip';
import { showSafely, truncateText } from '@/utils/text/normalize';
import { useSaver } from '../hooks/use-saver';
import { Button } from '../ui/Button';
import { Select } from '../ui/Field';

const nameOf = (clip: Clip): string => showSafely(truncateText(clip.title || clip.url, 80));

/** Evidence behind an item: what is pinned to it, and what else of the deal could be. */
export function ItemSources({ view, dealId }: { view: ItemView; dealId: string }) {
  const t = useTranslations('call.sources');
  const save = useSaver();
  const clips = useLiveQuery(() => readClips(db, dealId), [dealId]) ?? [];
  const { id, topic } = view.item;
  const pinned = clips.filter((c) => isOn(c, view.item));
  const others = clips.filter((c) => !pinned.includes(c));
  if (clips.length === 0) return null;
  const place = (clipId: string, on: boolean): void => {
    void save((at) => pinClip(db, clipId, { dealId, itemId: on ? id : null, topic: on ? topic : null }, at));
  };
  return (
    <section className="stack tight" aria-label={t('title')}>
      {pinned.length > 0 ? <p className="field-label">{t('title')}</p> : null}
      <ul className="plain-list">
        {pinned.map((clip) => (
          <li key={clip.id} className="row nowrap">
            <a className="grow" href={`/library.html#/clip/${encodeURIComponent(clip.id)}`} target="_blank" rel="noreferrer">{nameOf(clip)}</a>
            <Button look="icon" aria-label={t('unpin', { title: nameOf(clip) })} title={t('unpinShort')} onClick={() => { place(clip.id, false); }}><X size={15} aria-hidden /></Button>
          </li>
        ))}
      </ul>
      {others.length > 0 ? (
        <Select label={t('attach')} value="" onChange={(e) => { if (e.target.value) place(e.target.value, true); }}>
          <option value="">{t('pick')}</option>
          {others.slice(0, 100).map((clip) => <option key={clip.id} value={clip.id}>{nameOf(clip)}</option>)}
        </Select>
      ) : null}
    </section>
  );
}

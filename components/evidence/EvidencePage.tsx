import { Trash2 } from 'lucide-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import { readClips } from '@/utils/db/library/read-clips';
import { readDealChoices } from '@/utils/db/read-deal';
import { loadTopics } from '@/utils/services/checklist/load-checklist';
import { fits } from '@/utils/text/fits';
import { showSafely } from '@/utils/text/normalize';
import { usePreferences } from '../hooks/use-preferences';
import { useMomentText } from '../hooks/use-day-text';
import { ListFrame, setParam } from '../library/ListFrame';
import type { Route } from '../library/route';
import { hrefOf } from '../library/route';
import { useDeleter } from '../library/use-deleter';
import { Button } from '../ui/Button';
import { Select } from '../ui/Field';
import './evidence.css';

/** All evidence, filtered by deal and words; both live in the address. */
export function EvidencePage({ route }: { route: Route }) {
  const t = useTranslations('evidence');
  const tc = useTranslations('common');
  const tl = useTranslations('library');
  const moment = useMomentText();
  const { deal = '', q = '' } = route.params;
  const clips = useLiveQuery(() => readClips(db, deal), [deal]);
  const deals = useLiveQuery(() => readDealChoices(db), []);
  const topics = useLiveQuery(() => loadTopics(db), []);
  const { language } = usePreferences();
  const deleter = useDeleter();
  if (!clips || !deals) return <p className="soft" role="status">{tc('loading')}</p>;
  const found = clips.filter((c) => fits(`${c.title} ${c.url} ${c.text}`, q));
  const filters = (
    <Select label={t('deal')} hideLabel value={deal} onChange={(e) => { setParam(route, 'deal', e.target.value); }}>
      <option value="">{tl('gaps.deals')}</option>
      {deals.map((d) => <option key={d.deal.id} value={d.deal.id}>{`${showSafely(d.account.name)} · ${showSafely(d.deal.name)}`}</option>)}
    </Select>
  );
  return (
    <ListFrame route={route} title={t('title')} count={found.length} filters={filters} deleter={deleter}>
      {clips.length === 0 && deal === '' ? <p>{t('empty')}</p> : null}
      <ul className="review-list">
        {found.map((clip) => (
          <li key={clip.id} className="review-item" dir="auto">
            <div className="row nowrap">
              <p className="grow"><a href={hrefOf('clip', clip.id)}>{showSafely(clip.title || clip.url)}</a> <span className="tag">{t(`kind.${clip.kind}`)}</span>{clip.itemId ? <> <span className="tag secured">{t('pinnedTo', { item: topics?.[clip.topic ?? '']?.[language] ?? clip.itemId })}</span></> : null}</p>
              <Button look="icon" className="edit" aria-label={tl('deleteOf', { title: showSafely(clip.title || clip.url) })} title={tc('delete')} onClick={() => { void deleter.remove('clip', clip.id, clip.title || clip.url); }}><Trash2 size={15} aria-hidden /></Button>
            </div>
            <p className="soft evidence-address clamp">{moment(clip.at)} · {showSafely(clip.url)}</p>
          </li>
        ))}
      </ul>
    </ListFrame>
  );
}

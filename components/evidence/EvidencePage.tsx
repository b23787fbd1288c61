import { Trash2 } from 'lucide-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import { readClips } from '@/utils/db/library/read-clips';
import { readDealChoices } from '@/utils/db/read-deal';
import { loadTopics } from '@/utils/services/checklist/load-checklist';
import { compareKey, showSafely } from '@/utils/text/normalize';
import { usePreferences } from '../hooks/use-preferences';
import { useMomentText } from '../hooks/use-day-text';
import { DeletedLine } from '../library/ListFrame';
import type { Route } from '../library/route';
import { goTo, hrefOf } from '../library/route';
import { useDeleter } from '../library/use-deleter';
import { Button } from '../ui/Button';
import { Select, TextField } from '../ui/Field';
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
  const topics = useLiveQuery(() => loadTopics(), []);
  const { language } = usePreferences();
  const deleter = useDeleter();
  const filter = (next: Record<string, string>): void => { goTo(hrefOf('evidence', '', { deal, q, ...next }), 'q' in next ? 'typing' : 'filter'); };
  if (!clips || !deals) return <p className="soft" role="status">{tc('loading')}</p>;
  const wanted = compareKey(q);
  const found = clips.filter((c) => compareKey(`${c.title} ${c.url} ${c.text}`).includes(wanted));
  return (
    <div className="stack">
      <h1>{t('title')}</h1>
      <div className="row evidence-filters">
        <TextField type="search" label={t('find')} value={q} onChange={(e) => { filter({ q: e.target.value }); }} />
        <Select label={t('deal')} value={deal} onChange={(e) => { filter({ deal: e.target.value }); }}>
          <option value="">{t('allDeals')}</option>
          {deals.map((d) => <option key={d.deal.id} value={d.deal.id}>{`${showSafely(d.account.name)} · ${showSafely(d.deal.name)}`}</option>)}
        </Select>
      </div>
      <p className="soft" role="status">{found.length > 0 ? t('count', { count: found.length }) : clips.length > 0 ? t('noMatch') : t('empty')}</p>
      <DeletedLine deleter={deleter} />
      <ul className="evidence-list">
        {found.map((clip) => (
          <li key={clip.id} dir="auto">
            <div className="row nowrap">
              <p className="grow"><a href={hrefOf('clip', clip.id)}>{showSafely(clip.title || clip.url)}</a> <span className="tag">{t(`kind.${clip.kind}`)}</span>{clip.itemId ? <> <span className="tag secured">{t('pinnedTo', { item: topics?.[clip.topic ?? '']?.[language] ?? clip.itemId })}</span></> : null}</p>
              <Button look="icon" aria-label={tl('deleteOf', { title: showSafely(clip.title || clip.url) })} title={tc('delete')} onClick={() => { void deleter.remove('clip', clip.id, clip.title || clip.url); }}><Trash2 size={15} aria-hidden /></Button>
            </div>
            <p className="soft evidence-address">{showSafely(clip.url)} · {moment(clip.at)}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}

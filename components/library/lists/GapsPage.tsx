import { Pencil } from 'lucide-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { isOpenGap, isOwnedGap } from '@/utils/checklist/gap-rules';
import { db } from '@/utils/db/database';
import type { Names } from '@/utils/db/library/read-lists';
import { readGaps, readNames } from '@/utils/db/library/read-lists';
import type { GapUrgency } from '@/utils/notes/gap-order';
import { daysOverdue, oldestFirst, orderGaps, urgencyOf } from '@/utils/notes/gap-order';
import type { Gap } from '@/utils/notes/records';
import { GAP_ROUTES } from '@/utils/notes/records';
import { utcOffsetAt } from '@/utils/settings/clock';
import { fits } from '@/utils/text/fits';
import { showSafely, truncateText } from '@/utils/text/normalize';
import { dateAt } from '@/utils/time/plain-date';
import { GapEditor } from '../../call/GapEditor';
import { useDayText } from '../../hooks/use-day-text';
import { useNow } from '../../hooks/use-now';
import { Button } from '../../ui/Button';
import { Check, Select } from '../../ui/Field';
import { DoneLine } from '../../undo/DoneLine';
import type { Done } from '../../undo/use-done';
import { useDone } from '../../undo/use-done';
import { GapAsked } from '../lines/GapAsked';
import { useSayDone } from '../lines/LineList';
import { DealFilter, nameOfDeal } from '../DealFilter';
import { CutShort, ListFrame, setParam } from '../ListFrame';
import type { Route } from '../route';
import { hrefOf } from '../route';

const GROUPS: readonly GapUrgency[] = ['overdue', 'today', 'later', 'no_date'];
/** What is asked of a manager is asked for its age: nobody gave it a date. */
const usualOrder = ({ route = '' }: Route['params']): string => (route === 'ask_manager' ? 'age' : 'due');
const ageFirst = (params: Route['params']): boolean => (params.order || usualOrder(params)) === 'age';
const NOBODY = '-';
/** More at once helps nobody; filters do. */
const MOST = 500;

function matches(gap: Gap, params: Route['params'], names: Names | null): boolean {
  const { q = '', route = '', owner = '', deal = '' } = params;
  return (route === '' || gap.route === route)
    && (owner === '' || gap.owner === (owner === NOBODY ? '' : owner))
    && (deal === '' || gap.dealId === deal)
    && fits(`${gap.question} ${gap.owner} ${gap.askWhom} ${nameOfDeal(gap.dealId, names)}`, q);
}

/** Gaps across all deals: overdue first, by route and owner. */
export function GapsPage({ route }: { route: Route }) {
  const t = useTranslations('library');
  const { now } = useNow();
  const ended = route.params.ended === '1';
  const gaps = useLiveQuery(() => readGaps(db, ended), [ended]);
  const names = useLiveQuery(() => readNames(db), []) ?? null;
  const today = dateAt(now, utcOffsetAt(now));
  const done = useDone();
  const sayDone = useSayDone(done);
  const onEnded = ({ id, meetingId, question }: Gap, at: number): void => { sayDone({ what: 'ended', id, meetingId, words: question, at }); };
  const byAge = ageFirst(route.params);
  const shown = gaps ? (byAge ? oldestFirst : orderGaps)(gaps.filter((gap) => matches(gap, route.params, names))) : null;
  const list = (rows: readonly Gap[]) => (
    <>
      <ul className="review-list">{rows.slice(0, MOST).map((gap) => <GapRow key={gap.id} gap={gap} names={names} today={today} done={done} onEnded={onEnded} />)}</ul>
      <CutShort of={rows.length} shown={MOST} />
    </>
  );
  return (
    <ListFrame route={route} title={t('nav.gaps')} count={shown?.length ?? null} filters={<GapFilters route={route} gaps={gaps ?? []} names={names} />}>
      {gaps?.length === 0 ? <p>{t('gaps.empty')}</p> : null}
      {byAge && shown ? list(shown) : null}
      {byAge ? null : GROUPS.map((group) => {
        const rows = (shown ?? []).filter((gap) => urgencyOf(gap, today) === group);
        if (rows.length === 0) return null;
        const title = group === 'no_date' ? t('gaps.noDate') : t(`gaps.${group}`);
        return (
          <section key={group} className="stack tight" aria-labelledby={`gaps-${group}`}>
            <h2 id={`gaps-${group}`} className={group === 'overdue' ? 'is-unowned' : ''}>{title} ({rows.length})</h2>
            {list(rows)}
          </section>
        );
      })}
      <DoneLine done={done} sticky />
    </ListFrame>
  );
}

function GapFilters({ route, gaps, names }: { route: Route; gaps: readonly Gap[]; names: Names | null }) {
  const t = useTranslations('library');
  const tc = useTranslations('common');
  const { params } = route;
  const { owner = '' } = params;
  // The one that is chosen stays among them, though nothing of theirs is left.
  const owners = [...new Set([...gaps.map((g) => g.owner), owner])].filter((o) => o !== '' && o !== NOBODY).sort();
  return (
    <>
      <Select label={t('gaps.route')} hideLabel value={params.route ?? ''} onChange={(e) => { setParam(route, 'route', e.target.value); }}>
        <option value="">{t('gaps.routes')}</option>
        {GAP_ROUTES.map((r) => <option key={r} value={r}>{tc(`route.${r}`)}</option>)}
      </Select>
      <Select label={t('gaps.owner')} hideLabel value={params.owner ?? ''} onChange={(e) => { setParam(route, 'owner', e.target.value); }}>
        <option value="">{t('gaps.owners')}</option>
        <option value={NOBODY}>{t('gaps.nobody')}</option>
        {owners.map((o) => <option key={o} value={o}>{showSafely(o)}</option>)}
      </Select>
      <DealFilter route={route} label={t('gaps.deal')} all={t('gaps.deals')} ids={gaps.map((gap) => gap.dealId)} names={names} />
      <Select label={t('gaps.order')} hideLabel value={ageFirst(params) ? 'age' : 'due'} onChange={(e) => { setParam(route, 'order', e.target.value === usualOrder(params) ? '' : e.target.value); }}>
        <option value="due">{t('gaps.byDue')}</option>
        <option value="age">{t('gaps.byAge')}</option>
      </Select>
      <Check label={t('gaps.ended')} checked={params.ended === '1'} onChange={(e) => { setParam(route, 'ended', e.target.checked ? '1' : ''); }} />
    </>
  );
}

function GapRow({ gap, names, today, done, onEnded }: { gap: Gap; names: Names | null; today: string; done: Done; /** Told of one that has ended: it leaves the list of open ones. */ onEnded: (gap: Gap, at: number) => void }) {
  const t = useTranslations('library');
  const tc = useTranslations('common');
  const day = useDayText();
  const [editing, setEditing] = useState<'no' | 'yes' | 'was'>('no');
  const deal = nameOfDeal(gap.dealId, names);
  const question = truncateText(gap.question, 80);
  const late = isOpenGap(gap) ? daysOverdue(gap, today) : 0;
  if (editing === 'yes') return <li className="review-item"><GapEditor gap={gap} meeting={null} onDone={() => { setEditing('was'); }} onEnded={(at) => { onEnded(gap, at); }} /></li>;
  return (
    <li className="review-item">
      <div className="row nowrap">
        <p className="grow preline clamp">{showSafely(truncateText(gap.question, 600))}</p>
        {gap.blocksEstimate ? <span className="tag unowned">{t('gaps.blocks')}</span> : null}
        <Button look="icon" className="edit" autoFocus={editing === 'was'} aria-label={t('gaps.edit', { question })} title={tc('edit')} onClick={() => { setEditing('yes'); }}><Pencil size={15} aria-hidden /></Button>
      </div>
      <p className={`soft ${isOwnedGap(gap) || gap.state === 'assumed' ? '' : 'is-unowned'}`}>
        {gap.state === 'assumed' ? <><span className="tag">{tc('gapState.assumed')}</span> </> : gap.origin === 'delivery' ? <><span className="tag">{t('gaps.delivery')}</span> </> : null}
        {[gap.owner ? showSafely(gap.owner) : t('gaps.nobody'), gap.route ? tc(`route.${gap.route}`) : '', gap.due ? day(gap.due) : ''].filter((s) => s !== '').join(' · ')}
        {late > 0 ? <b className="is-unowned"> {t('gaps.overdueBy', { days: late })}</b> : null}
      </p>
      <GapAsked gap={gap} today={today} done={done} />
      <p className="soft">
        {deal === '' ? t('unfiled') : <a href={hrefOf('deal', gap.dealId, { line: gap.meetingId ? '' : gap.id })}>{deal}</a>}
        {gap.meetingId ? <> · <a href={hrefOf('meeting', gap.meetingId, { line: gap.id })}>{t('meetings.title')}</a></> : null}
      </p>
    </li>
  );
}

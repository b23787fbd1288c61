import { Trash2 } from 'lucide-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { stageReadiness } from '@/utils/checklist/readiness';
import { db } from '@/utils/db/database';
import { dealDraftKey } from '@/utils/db/drafts/draft-keys';
import { readUnfiledLines } from '@/utils/db/library/read-lines';
import type { DealLine } from '@/utils/db/library/read-lists';
import { readDealLines } from '@/utils/db/library/read-lists';
import { DEAL_STATES, dealState } from '@/utils/deal/course';
import { STAGES } from '@/utils/deal/deal';
import { createDeal } from '@/utils/services/deal/create-deal';
import { utcOffsetAt } from '@/utils/settings/clock';
import { fits } from '@/utils/text/fits';
import { showSafely } from '@/utils/text/normalize';
import { dateAt } from '@/utils/time/plain-date';
import { useDayText } from '../../hooks/use-day-text';
import { useDealBoard } from '../../hooks/use-deal-record';
import { useOpenDrafts } from '../../hooks/use-form-draft';
import { useSaver } from '../../hooks/use-saver';
import { DealForm } from '../../start/DealForm';
import { Begun } from '../../ui/Begun';
import { Button } from '../../ui/Button';
import { Select } from '../../ui/Field';
import { ListFrame, setParam } from '../ListFrame';
import type { Route } from '../route';
import { goTo, hrefOf } from '../route';
import type { Deleter } from '../use-deleter';
import { useDeleter } from '../use-deleter';

/** All deals: how far each is, and what is open. */
export function DealsPage({ route }: { route: Route }) {
  const t = useTranslations('library');
  const tc = useTranslations('common');
  const ta = useTranslations('after.course');
  const lines = useLiveQuery(() => readDealLines(db), []);
  const deleter = useDeleter();
  const drafts = useOpenDrafts();
  const { q = '', stage = '', state = '', account = '' } = route.params;
  const shown = lines?.filter(({ deal, account: of }) => fits(`${of?.name ?? ''} ${deal.name}`, q)
    && (stage === '' || deal.stage === stage) && (state === '' || dealState(deal) === state) && (account === '' || deal.accountId === account));
  const filters = (
    <>
      <Select label={t('deals.stage')} hideLabel value={stage} onChange={(e) => { setParam(route, 'stage', e.target.value); }}>
        <option value="">{t('deals.stage')}: {t('all')}</option>
        {STAGES.map((s) => <option key={s} value={s}>{tc(`stage.${s}`)}</option>)}
      </Select>
      <Select label={t('deals.state')} hideLabel value={state} onChange={(e) => { setParam(route, 'state', e.target.value); }}>
        <option value="">{t('deals.state')}: {t('all')}</option>
        {DEAL_STATES.map((s) => <option key={s} value={s}>{ta(`states.${s}`)}</option>)}
      </Select>
    </>
  );
  return (
    <ListFrame route={route} title={t('nav.deals')} count={shown?.length ?? null} filters={filters} deleter={deleter}>
      <Unfiled />
      {lines ? <NewDeal first={lines.length === 0} accounts={[...new Set(lines.flatMap((l) => (l.account ? [l.account.name] : [])))]} /> : null}
      {shown && shown.length > 0 ? (
        <table className="library-table">
          <thead><tr><th>{t('deals.name')}</th><th>{t('deals.stage')}</th><th>{t('deals.due')}</th><th>{t('deals.counts')}</th><th>{t('deals.gaps')}</th><th>{t('deals.last')}</th><th><span className="visually-hidden">{t('delete')}</span></th></tr></thead>
          <tbody>{shown.map((line) => <DealRow key={line.deal.id} line={line} unsaved={drafts.has(dealDraftKey(line.deal.id))} deleter={deleter} />)}</tbody>
        </table>
      ) : null}
    </ListFrame>
  );
}

function DealRow({ line: { deal, account, openGaps, lastMeeting }, unsaved, deleter }: { line: DealLine; unsaved: boolean; deleter: Deleter }) {
  const t = useTranslations('library');
  const tc = useTranslations('common');
  const ta = useTranslations('after.course');
  const day = useDayText();
  const state = dealState(deal);
  const name = showSafely(deal.name);
  return (
    <tr>
      <td><span className="soft">{showSafely(account?.name ?? '')}</span><br /><a href={hrefOf('deal', deal.id)}>{name}</a>{unsaved ? <> <Begun /></> : null}</td>
      <td data-label={t('deals.stage')}>{tc(`stage.${deal.stage}`)}{state === 'open' ? null : <> <span className="tag">{ta(`states.${state}`)}</span></>}</td>
      <td data-label={t('deals.due')}>{deal.customerDue ? day(deal.customerDue) : <span className="soft">{t('deals.noDue')}</span>}</td>
      <td><Counts dealId={deal.id} /></td>
      <td className="number" data-label={t('deals.gaps')}>{openGaps > 0 ? <a href={hrefOf('gaps', '', { deal: deal.id })}>{openGaps}</a> : 0}</td>
      <td data-label={t('deals.last')}>{lastMeeting === null ? <span className="soft">{t('deals.noMeeting')}</span> : <a href={hrefOf('meetings', '', { deal: deal.id })}>{day(dateAt(lastMeeting, utcOffsetAt(lastMeeting)))}</a>}</td>
      <td className="row-act"><Button look="icon" aria-label={t('deleteOf', { title: name })} title={t('delete')} onClick={() => { void deleter.remove('deal', deal.id, deal.name); }}><Trash2 size={15} aria-hidden /></Button></td>
    </tr>
  );
}

/** Readiness of the deal's stage as three counts. */
function Counts({ dealId }: { dealId: string }) {
  const t = useTranslations('library.deals');
  const board = useDealBoard(dealId);
  if (!board) return null;
  const { secured, owned, unowned } = stageReadiness(board.views, board.record.gaps, board.record.deal.stage);
  return (
    <span className="row counts">
      <span className="tag secured">{t('secured', { count: secured })}</span><span className="tag owned">{t('owned', { count: owned })}</span><span className={`tag ${unowned > 0 ? 'unowned' : ''}`}>{t('unowned', { count: unowned })}</span>
    </span>
  );
}

/** Lines that wait for a deal are seen where deals are. */
function Unfiled() {
  const t = useTranslations('library.unfiledLines');
  const count = useLiveQuery(() => readUnfiledLines(db).then((lines) => lines.length), []) ?? 0;
  return count === 0 ? null : <p className="care-line">{t('link', { count })} <a href={hrefOf('unfiled')}>{t('show')}</a></p>;
}

function NewDeal({ first, accounts }: { first: boolean; accounts: string[] }) {
  const t = useTranslations();
  const save = useSaver();
  const drafts = useOpenDrafts();
  const [open, setOpen] = useState(false);
  if (!open && !first) return <div className="row"><Button onClick={() => { setOpen(true); }}>{t('library.deals.make')}</Button>{drafts.has(dealDraftKey(null)) ? <Begun /> : null}</div>;
  return (
    <section className="stack narrow" aria-label={t('library.deals.make')}>
      {first ? <p>{t('library.deals.empty')}</p> : null}
      <DealForm
        dealId={null} initial={{}} accounts={accounts} submit={t('start.create')} onSave={(input) => save((at) => createDeal(db, input, at))}
        onDone={(id) => { goTo(hrefOf('deal', id)); }} {...(first ? {} : { onCancel: () => { setOpen(false); } })}
      />
    </section>
  );
}

import { Pencil, Trash2 } from 'lucide-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { askNext } from '@/utils/checklist/ask-next';
import type { ItemView } from '@/utils/checklist/item-view';
import { stageReadiness } from '@/utils/checklist/readiness';
import type { OfferedPurpose } from '@/utils/packet/choices';
import { pinKey } from '@/utils/deal/deal';
import { db } from '@/utils/db/database';
import type { Clip } from '@/utils/evidence/clip';
import type { PacketRow } from '@/utils/db/rows';
import type { FollowUpLine } from '@/utils/db/library/read-follow-ups';
import { readFollowUpsOf } from '@/utils/db/library/read-follow-ups';
import { readClips } from '@/utils/db/library/read-clips';
import { readPackets } from '@/utils/db/read-meeting';
import { dealState } from '@/utils/deal/course';
import { editDeal } from '@/utils/services/deal/create-deal';
import { utcOffsetAt } from '@/utils/settings/clock';
import { showSafely } from '@/utils/text/normalize';
import { dateAt } from '@/utils/time/plain-date';
import { useDayText } from '../hooks/use-day-text';
import type { DealBoard } from '../hooks/use-deal-record';
import { useDealBoard } from '../hooks/use-deal-record';
import { changedFields } from '../hooks/changed-fields';
import { useNow } from '../hooks/use-now';
import { usePreferences } from '../hooks/use-preferences';
import { useSaver } from '../hooks/use-saver';
import { Contacts } from '../library/account/Contacts';
import { DoneLine } from '../undo/DoneLine';
import { DeletedLine } from '../library/ListFrame';
import type { Route } from '../library/route';
import { hrefOf } from '../library/route';
import { useDeleter } from '../library/use-deleter';
import { useDone } from '../undo/use-done';
import { DealForm } from '../start/DealForm';
import { DealNames } from '../start/DealNames';
import { Button } from '../ui/Button';
import { SharedNumber, StandingTag } from '../reply/StandingTag';
import { DealFollowUps } from '../followup/DealFollowUps';
import { Course } from './course/Course';
import { HandoffLine } from './HandoffLine';
import { Known } from './lines/Known';
import { OpenGaps } from './lines/OpenGaps';
import { OutsideLines } from './lines/OutsideLines';
import { Pains } from './lines/Pains';
import { Promises } from './lines/Promises';
import { Wants } from './lines/Wants';
import { LeadTime } from './LeadTime';
import { NextMeeting } from './NextMeeting';

/** One deal: what is known, what is open, who is in it, and all that came out of its calls. */
export function DealPage({ route }: { route: Route }) {
  const t = useTranslations();
  const board = useDealBoard(route.id);
  const deleter = useDeleter();
  const back = <p><a href={hrefOf('deals')}>{t('deal.back')}</a></p>;
  const around = useLiveQuery(() => readAround(route.id), [route.id]);
  // All at once: what comes later would push what is being read, or pressed, out of its place.
  if (board === undefined || around === undefined) return null;
  if (board === null) return <div className="stack">{back}<DeletedLine deleter={deleter} />{deleter.said ? null : <p>{t('library.gone')} <a href={hrefOf('bin')}>{t('library.toBin')}</a></p>}</div>;
  const { deal, account } = board.record;
  return (
    <div className="stack deal-page">
      {back}
      <Heading board={board} onDelete={() => { void deleter.remove('deal', deal.id, deal.name); }} />
      <DeletedLine deleter={deleter} />
      <HandoffLine packets={around.packets} />
      <p className="row"><a className="button" href={hrefOf('checklist', deal.id)}>{t('deal.work.checklist')}</a><a className="button" href={hrefOf('packet', deal.id)}>{t('deal.work.packet')}</a><a className="button" href={hrefOf('cost', deal.id)}>{t('cost.open')}</a></p>
      <Counts board={board} />
      <NextMeeting board={board} />
      <Course board={board} packets={around.packets} />
      <DealFollowUps board={board} lines={around.followUps} />
      <Settings board={board} />
      <AskNext board={board} />
      <OpenGaps board={board} />
      <Pains board={board} />
      <Wants board={board} />
      <Promises board={board} />
      <OutsideLines board={board} />
      <Known board={board} />
      <section className="stack tight" aria-labelledby="deal-people"><h2 id="deal-people">{t('library.accounts.contacts')}</h2><Contacts accountId={account.id} /></section>
      <Traces board={board} packets={around.packets} clips={around.clips} />
    </div>
  );
}

interface Around { packets: PacketRow[]; followUps: FollowUpLine[]; clips: Clip[] }

/** What hangs on a deal beside what was said of it. */
async function readAround(dealId: string): Promise<Around> {
  const [packets, followUps, clips] = await Promise.all([readPackets(db, dealId), readFollowUpsOf(db, dealId), readClips(db, dealId)]);
  return { packets, followUps, clips };
}

/** Account and name of the deal, both of which can be changed; one press back. */
function Heading({ board, onDelete }: { board: DealBoard; onDelete: () => void }) {
  const t = useTranslations();
  const done = useDone();
  const [form, setForm] = useState<'no' | 'open' | 'was'>('no');
  const { deal, account } = board.record;
  const name = showSafely(deal.name);
  const state = dealState(deal);
  const saved = (at: number): void => { done.say({ text: t('deal.renamed'), meetingId: '', holds: deal.id, at }); };
  return (
    <>
      <div className="row title-row">
        <div className="grow"><a href={hrefOf('account', account.id)}>{showSafely(account.name)}</a><h1>{name}{state === 'open' ? null : <> <span className="tag">{t(`after.course.states.${state}`)}</span></>}</h1></div>
        {form === 'open' ? null : <Button look="quiet" autoFocus={form === 'was'} aria-label={t('start.namesOf', { deal: name })} onClick={() => { setForm('open'); }}><Pencil size={15} aria-hidden /> {t('start.names')}</Button>}
        <Button look="quiet" aria-label={t('library.deleteOf', { title: name })} onClick={onDelete}><Trash2 size={15} aria-hidden /> {t('library.delete')}</Button>
      </div>
      {form === 'open' ? <DealNames deal={deal} meetingId="" onSaved={saved} onClose={() => { setForm('was'); }} /> : null}
      <DoneLine done={done} />
    </>
  );
}

function Counts({ board }: { board: DealBoard }) {
  const t = useTranslations();
  const { deal, gaps } = board.record;
  const counts = stageReadiness(board.views, gaps, deal.stage);
  return (
    <p className="row" aria-label={t('deal.counts', { stage: t(`common.stage.${deal.stage}`) })} role="group">
      <span className="soft">{t('deal.counts', { stage: t(`common.stage.${deal.stage}`) })} <b>{counts.minimum}</b></span>
      <span className="tag secured">{counts.secured} {t('call.readiness.secured')}</span>
      <span className="tag owned">{counts.owned} {t('call.readiness.owned')}</span>
      <span className={`tag ${counts.unowned > 0 ? 'unowned' : ''}`}>{counts.unowned} {t('call.readiness.unowned')}</span>
    </p>
  );
}

function Settings({ board }: { board: DealBoard }) {
  const t = useTranslations();
  const save = useSaver();
  const { deal, account } = board.record;
  return (
    <section className="stack tight narrow" aria-labelledby="deal-settings">
      <h2 id="deal-settings">{t('deal.settings')}</h2>
      <LeadTime deal={deal} account={account} />
      <DealForm
        dealId={deal.id} fixedNames accounts={[]} submit={t('common.save')}
        initial={{ accountName: account.name, dealName: deal.name, stage: deal.stage, checklist: pinKey(deal.checklist), also: deal.alsoChecklists[0] ? pinKey(deal.alsoChecklists[0]) : '', customerDue: deal.customerDue ?? '' }}
        onSave={(input) => save((at) => editDeal(db, deal.id, changedFields(deal, { stage: input.stage, checklist: input.checklist, alsoChecklists: input.alsoChecklists, customerDue: input.customerDue }), '', at).then(() => true))}
      />
    </section>
  );
}

/** More at once would push what is known out of sight. */
const ASKED_FIRST = 5;

function AskNext({ board }: { board: DealBoard }) {
  const t = useTranslations('deal');
  const { language } = usePreferences();
  const next = askNext(board.views, board.record.deal.stage);
  const row = ({ item }: ItemView) => <li key={item.id} className="review-item"><a href={hrefOf('checklist', board.record.deal.id, { item: item.id })}><b>{board.topics[item.topic]?.[language] ?? item.id}</b></a><p className="soft">{item.ask[language]}</p></li>;
  return (
    <section className="stack tight" aria-labelledby="deal-next">
      <h2 id="deal-next">{t('next')} ({next.length})</h2>
      {next.length === 0 ? <p className="soft">{t('nextNone')}</p> : null}
      <ul className="review-list">{next.slice(0, ASKED_FIRST).map(row)}</ul>
      {next.length > ASKED_FIRST ? <details className="more"><summary>{t('nextMore', { count: next.length - ASKED_FIRST })}</summary><ul className="review-list">{next.slice(ASKED_FIRST).map(row)}</ul></details> : null}
    </section>
  );
}

/** Meetings, packets and evidence of the deal. */
function Traces({ board, packets, clips }: { board: DealBoard } & Pick<Around, 'packets' | 'clips'>) {
  const t = useTranslations();
  const day = useDayText();
  const dealId = board.record.deal.id;
  const { now } = useNow();
  const today = dateAt(now, utcOffsetAt(now));
  const meetings = [...board.record.meetings].reverse();
  return (
    <>
      <section className="stack tight" aria-labelledby="deal-meetings">
        <h2 id="deal-meetings">{t('deal.meetings')} ({meetings.length})</h2>
        {meetings.length === 0 ? <p className="soft">{t('deal.meetingsNone')}</p> : null}
        <ul className="plain-list">{meetings.map((m) => <li key={m.id}><a href={hrefOf('meeting', m.id)}>{showSafely(m.title || t('library.untitled'))}</a> <span className="soft">{day(dateAt(m.startedAt, m.utcOffset))} · {t(`library.meetings.states.${m.state}`)}</span></li>)}</ul>
      </section>
      <section className="stack tight" aria-labelledby="deal-packets">
        <h2 id="deal-packets">{t('deal.packets')} ({packets.length})</h2>
        {packets.length === 0 ? <p className="soft">{t('deal.packetsNone')}</p> : null}
        <ul className="plain-list">{packets.map((p) => <li key={p.id}><a href={hrefOf('packets', '', { deal: dealId })}>{t('packet.earlierLine', { number: p.number, purpose: t(`packet.purposes.${p.purpose as OfferedPurpose}`), date: day(dateAt(p.createdAt, utcOffsetAt(p.createdAt))) })}</a> <StandingTag packet={p} all={packets} today={today} /> <SharedNumber packet={p} all={packets} /> {(p.replies ?? []).length > 0 ? <a href={hrefOf('reply', p.id)}>{t('library.packets.replies', { count: p.replies?.length ?? 0 })}</a> : null}</li>)}</ul>
        {packets.length === 0 ? null : <p><a href={hrefOf('reply')}>{t('library.packets.bringIn')}</a></p>}
      </section>
      <section className="stack tight" aria-labelledby="deal-evidence">
        <h2 id="deal-evidence">{t('deal.evidence')} ({clips.length})</h2>
        {clips.length === 0 ? <p className="soft">{t('deal.evidenceNone')}</p> : null}
        <ul className="plain-list">{clips.map((c) => <li key={c.id}><a href={hrefOf('clip', c.id)}>{showSafely(c.title || c.url)}</a></li>)}</ul>
      </section>
    </>
  );
}

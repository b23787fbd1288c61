import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import { draftKey } from '@/utils/db/drafts/draft-keys';
import { readContacts } from '@/utils/db/library/read-lists';
import type { PlannedMeeting } from '@/utils/deal/planned-meeting';
import { addPlannedPeople, newPeople, planMeeting } from '@/utils/services/deal/plan-meeting';
import { utcOffsetAt } from '@/utils/settings/clock';
import { compareKey, showSafely } from '@/utils/text/normalize';
import { dateAt } from '@/utils/time/plain-date';
import { timeHere, useMomentText } from '../hooks/use-day-text';
import type { DealBoard } from '../hooks/use-deal-record';
import { useOpenDrafts } from '../hooks/use-form-draft';
import { usePreferences } from '../hooks/use-preferences';
import { useSaver } from '../hooks/use-saver';
import { Begun } from '../ui/Begun';
import { Button } from '../ui/Button';
import { DoneLine } from '../undo/DoneLine';
import type { Done } from '../undo/use-done';
import { useDone } from '../undo/use-done';
import { useKeeper } from '../undo/use-keeper';
import { PlanForm } from './PlanForm';

/** The meeting being prepared: its aim, time, room and people. The next call in that room opens on this deal with it. */
export function NextMeeting({ board }: { board: DealBoard }) {
  const t = useTranslations('deal.plan');
  const save = useSaver();
  const [editing, setEditing] = useState<'no' | 'yes' | 'was'>('no');
  const { deal, meetings } = board.record;
  const plan = deal.next ?? null;
  const begun = useOpenDrafts();
  const done = useDone();
  const keep = async (part: Partial<PlannedMeeting> | null): Promise<boolean> => (await save((at) => planMeeting(db, deal.id, part, at).then(() => true))) ?? false;
  const remove = (): void => {
    void save((at) => planMeeting(db, deal.id, null, at).then(() => at)).then((at) => { if (at !== null) done.say({ text: t('removed'), meetingId: '', holds: deal.id, at }); });
  };
  const unsaved = editing !== 'yes' && (['form:plan', 'form:invitation'] as const).some((form) => begun.has(draftKey(form, deal.id)));
  return (
    <section className="stack tight narrow" aria-labelledby="deal-plan">
      <h2 id="deal-plan">{t('title')}</h2>
      {editing === 'yes' ? (
        <PlanForm dealId={deal.id} plan={plan} agreedDate={meetings.at(-1)?.nextDate ?? null} onSave={keep} onClose={() => { setEditing('was'); }} />
      ) : (
        <>
          {plan ? <PlanFacts plan={plan} /> : <p className="soft">{t('none')}</p>}
          {plan && plan.people.length > 0 ? <Invited plan={plan} board={board} done={done} /> : null}
          <div className="row">
            <Button autoFocus={editing === 'was'} onClick={() => { setEditing('yes'); }}>{plan ? t('change') : t('start')}</Button>
            {plan ? <Button look="quiet" onClick={remove}>{t('remove')}</Button> : null}
            {unsaved ? <Begun /> : null}
          </div>
        </>
      )}
      <DoneLine done={done} sticky />
    </section>
  );
}

function sameDay(a: number, b: number): boolean {
  return dateAt(a, utcOffsetAt(a)) === dateAt(b, utcOffsetAt(b));
}

function PlanFacts({ plan }: { plan: PlannedMeeting }) {
  const t = useTranslations('deal.plan');
  const moment = useMomentText();
  const from = plan.startsAt === null ? t('noTime') : moment(plan.startsAt);
  const to = plan.endsAt === null ? '' : sameDay(plan.startsAt ?? plan.endsAt, plan.endsAt) ? `–${timeHere(plan.endsAt)}` : ` – ${moment(plan.endsAt)}`;
  return (
    <dl className="known-list">
      {plan.title ? <div><dt>{t('name')}</dt><dd>{showSafely(plan.title)}</dd></div> : null}
      <div><dt>{t('aim')}</dt><dd>{plan.aim ? showSafely(plan.aim) : <span className="soft">{t('noAim')}</span>}</dd></div>
      <div><dt>{t('when')}</dt><dd>{from}{to}</dd></div>
      {plan.url ? <div><dt>{t('link')}</dt><dd>{/^https:/iu.test(plan.url) ? <a href={plan.url} target="_blank" rel="noreferrer">{showSafely(plan.url)}</a> : showSafely(plan.url)} {plan.room ? <span className="tag secured">{t('opensHere')}</span> : null}</dd></div> : null}
    </dl>
  );
}

/** Who is invited, and a way to keep those we don't know yet. */
function Invited({ plan, board, done }: { plan: PlannedMeeting; board: DealBoard; done: Done }) {
  const t = useTranslations('deal.plan');
  const keep = useKeeper(done);
  const { deal, account } = board.record;
  const contacts = useLiveQuery(() => readContacts(db), []);
  const { name } = usePreferences();
  // Who uses this is nobody's contact.
  const others = plan.people.filter((p) => name.trim() === '' || compareKey(p.name) !== compareKey(name));
  const fresh = contacts ? newPeople(others, contacts.filter((c) => c.accountId === account.id)) : [];
  const add = (): void => {
    keep(async (at) => {
      const ids = await addPlannedPeople(db, deal.id, fresh, at);
      const [first] = ids;
      return first === undefined ? null : { text: t('added', { count: ids.length }), holds: first };
    });
  };
  return (
    <div className="stack tight">
      <p><b>{t('people')}</b></p>
      <ul className="plain-list">{plan.people.map((p, i) => <li key={i}>{showSafely(p.name || p.email)}{p.name && p.email ? <span className="soft"> {showSafely(p.email)}</span> : null}</li>)}</ul>
      {fresh.length > 0 ? <div><Button look="quiet" onClick={add}>{t('addContacts', { count: fresh.length })}</Button></div> : null}
    </div>
  );
}

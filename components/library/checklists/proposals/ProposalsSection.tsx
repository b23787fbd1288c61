import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { OwnChecklist } from '@/utils/checklist/own/own';
import type { Proposal } from '@/utils/checklist/own/proposals';
import { isOpen } from '@/utils/checklist/own/proposals';
import { db } from '@/utils/db/database';
import { reopenProposal } from '@/utils/services/checklist/own/decide-proposal';
import type { SourceDeal } from '@/utils/services/checklist/own/read-proposals';
import { readProposals } from '@/utils/services/checklist/own/read-proposals';
import { utcOffsetAt } from '@/utils/settings/clock';
import { showSafely } from '@/utils/text/normalize';
import { dateAt } from '@/utils/time/plain-date';
import { useDayText } from '../../../hooks/use-day-text';
import { useOpenDrafts } from '../../../hooks/use-form-draft';
import { usePreferences } from '../../../hooks/use-preferences';
import { Begun } from '../../../ui/Begun';
import { Button } from '../../../ui/Button';
import type { Done } from '../../../undo/use-done';
import { useStep } from '../use-lists';
import { DeclineForm, declineDraft } from './DeclineForm';
import { Questions } from './Questions';
import { TakeForm, takeDraft } from './TakeForm';
import type { Target } from './targets';
import { targetsOf, useStandings } from './targets';

interface Props { rows: readonly OwnChecklist[]; done: Done }

/** What delivery asked back again and again, to be taken into a checklist of one's own or declined. Nothing where there is nothing. */
export function ProposalsSection({ rows, done }: Props) {
  const t = useTranslations('checklists.proposals');
  const read = useLiveQuery(() => readProposals(db), []);
  if (!read || read.proposals.length === 0) return null;
  const open = read.proposals.filter(isOpen);
  const decided = read.proposals.filter((one) => !isOpen(one));
  const targets = targetsOf(rows);
  return (
    <section className="stack tight proposals" aria-labelledby="checklists-proposals">
      <h2 id="checklists-proposals">{t('title')} <span className="soft">({open.length})</span></h2>
      {open.length > 0 ? <p className="soft">{t('lead')}</p> : null}
      {open.length > 0 && targets.length === 0 ? <p>{t('noOwn')}</p> : null}
      <ul className="review-list">{open.map((one) => <OpenProposal key={one.topic.topic} proposal={one} deals={read.deals} targets={targets} rows={rows} done={done} />)}</ul>
      {decided.length > 0 ? (
        <details>
          <summary>{t('decided')} ({decided.length})</summary>
          <ul className="review-list">{decided.map((one) => <DecidedProposal key={one.topic.topic} proposal={one} deals={read.deals} rows={rows} done={done} />)}</ul>
        </details>
      ) : null}
    </section>
  );
}

interface OneProps extends Props { proposal: Proposal; deals: ReadonlyMap<string, SourceDeal> }

function OpenProposal({ proposal, deals, targets, rows, done }: OneProps & { targets: readonly Target[] }) {
  const t = useTranslations('checklists.proposals');
  const { language } = usePreferences();
  const drafts = useOpenDrafts();
  const [open, setOpen] = useState<'' | 'take' | 'decline'>('');
  const [was, setWas] = useState('');
  const standings = useStandings(targets, proposal.topic.topic);
  const before = useDecisionText(rows)(proposal, true);
  const name = showSafely(proposal.topic[language]);
  const close = (): void => { setWas(open); setOpen(''); };
  const begun = drafts.has(takeDraft(proposal.topic.topic)) || drafts.has(declineDraft(proposal.topic.topic));
  return (
    <li className="review-item">
      <h3>{name} <span className="tag owned">{t('packets', { count: proposal.packets })}</span></h3>
      {before === '' ? null : <p className="preline">{before}</p>}
      <Questions proposal={proposal} deals={deals} />
      {standings.map((line) => <p key={line} className="soft">{line}</p>)}
      {open === 'take' ? <TakeForm proposal={proposal} deals={deals} targets={targets} done={done} onClose={close} /> : null}
      {open === 'decline' ? <DeclineForm proposal={proposal} done={done} onClose={close} /> : null}
      {open === '' ? (
        <div className="row">
          {targets.length > 0 ? <Button autoFocus={was === 'take'} aria-label={t('takeOf', { topic: name })} onClick={() => { setOpen('take'); }}>{t('take')}</Button> : null}
          <Button look="quiet" autoFocus={was === 'decline'} aria-label={t('declineOf', { topic: name })} onClick={() => { setOpen('decline'); }}>{t('decline')}</Button>
          {begun ? <Begun /> : null}
        </div>
      ) : null}
    </li>
  );
}

function DecidedProposal({ proposal, deals, rows, done }: OneProps) {
  const t = useTranslations('checklists.proposals');
  const { language } = usePreferences();
  const keep = useStep(done);
  const name = showSafely(proposal.topic[language]);
  const { topic } = proposal.topic;
  return (
    <li className="review-item">
      <h3>{name} <span className="tag">{t('packets', { count: proposal.packets })}</span></h3>
      <p className="preline">{useDecisionText(rows)(proposal, false)}</p>
      <Questions proposal={proposal} deals={deals} />
      <div className="row"><Button look="quiet" aria-label={t('reopenOf', { topic: name })} onClick={() => { keep(t('reopened', { topic: name }), (at) => reopenProposal(db, topic, at).then((was) => (was ? topic : null))); }}>{t('reopen')}</Button></div>
    </li>
  );
}

/** What was decided, when, and why; `again`: delivery asked since. '' where nothing was. */
function useDecisionText(rows: readonly OwnChecklist[]): (proposal: Proposal, again: boolean) => string {
  const t = useTranslations('checklists');
  const { language } = usePreferences();
  const day = useDayText();
  return ({ decision }, again) => {
    if (decision === null) return '';
    const date = day(dateAt(decision.at, utcOffsetAt(decision.at)));
    if (decision.verdict === 'declined') return t(again ? 'proposals.wasDeclined' : 'proposals.decidedDeclined', { date, why: showSafely(decision.why) });
    const row = rows.find(({ id }) => id === decision.listId);
    const list = row ? `${showSafely(row.list.name[language])} (${t('version', { version: row.list.version })})` : t('proposals.goneList');
    return t(again ? 'proposals.wasTaken' : 'proposals.decidedTaken', { date, list, id: decision.itemId });
  };
}

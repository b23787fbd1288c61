import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import { stageReadiness } from '@/utils/checklist/readiness';
import { db } from '@/utils/db/database';
import type { Stage } from '@/utils/deal/deal';
import type { Meeting } from '@/utils/meeting/meeting';
import { closeMeeting } from '@/utils/services/meeting/end-meeting';
import { fileMeeting } from '@/utils/services/meeting/file-meeting';
import { usePanelStore } from '../app/panel-store';
import type { DealBoard } from '../hooks/use-deal-record';
import { useSaver } from '../hooks/use-saver';
import { DealPicker } from '../start/DealPicker';
import { Button } from '../ui/Button';
import { enterScreen } from '../ui/form-keys';
import { Conflicts } from './Conflicts';
import { FreeGaps } from './FreeGaps';
import { MinutesSection } from './MinutesSection';
import { NextDate } from './outcome/NextDate';
import { OpenItems } from './OpenItems';
import { ReviewAim } from './outcome/ReviewAim';
import { ReviewPromises } from './ReviewPromises';
import { ReviewWants } from './wants/ReviewWants';
import '../call/call.css';
import '../checklist/checklist.css';
import './review.css';

/** After the call: unknowns get owners, conflicts and promises are looked over, minutes are there. */
export function ReviewScreen({ meeting, board }: { meeting: Meeting; board: DealBoard | null }) {
  const t = useTranslations('review');
  const save = useSaver();
  const upTo = usePanelStore((s) => s.upTo);
  // Sent here to give owners: that list is what is looked for.
  useEffect(() => { if (upTo) document.getElementById('review-items')?.focus(); }, [upTo]);
  if (!board) {
    return (
      <main className="screen">
        <h1>{t('title')}</h1>
        <p>{t('noDeal')}</p>
        <DealPicker onPick={(dealId) => { void save((at) => fileMeeting(db, meeting.id, dealId, at)); }} />
      </main>
    );
  }
  const stage = upTo ?? board.record.deal.stage;
  return (
    <main className="screen review">
      <div className="stack"><h1 ref={enterScreen}>{t('title')}</h1><p className="soft">{t('lead')}</p></div>
      <div className="stack tight"><Counts board={board} stage={stage} /><Also board={board} /></div>
      <ReviewAim meeting={meeting} board={board} />
      <OpenItems meeting={meeting} board={board} stage={stage} />
      <FreeGaps meeting={meeting} board={board} />
      <Conflicts meeting={meeting} board={board} />
      <ReviewPromises meeting={meeting} board={board} />
      <ReviewWants meeting={meeting} board={board} />
      <MinutesSection meeting={meeting} board={board} />
      <NextSteps meeting={meeting} />
    </main>
  );
}

function Counts({ board, stage }: { board: DealBoard; stage: Stage }) {
  const t = useTranslations('call.readiness');
  const tc = useTranslations('common');
  const counts = stageReadiness(board.views, board.record.gaps, stage);
  const label = t('label', { stage: tc(`stage.${stage}`) });
  return (
    <>
      <p className="soft">{label} <b>{counts.minimum}</b></p>
      <dl className="review-counts" aria-live="polite" aria-label={label}>
        {(['secured', 'owned', 'unowned'] as const).map((name) => (
          <div key={name} className={`review-count ${name === 'unowned' && counts.unowned === 0 ? '' : name}`}>
            <dt>{t(name)}</dt><dd>{counts[name]}<span className="soft"> / {counts.minimum}</span></dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** Beside the three counts: what differs and what delivery has not confirmed yet. */
function Also({ board }: { board: DealBoard }) {
  const t = useTranslations('review');
  const conflicts = board.record.contradictions.filter((c) => c.status === 'open').length;
  const promises = board.record.commitments.filter((c) => c.confirmation === 'unconfirmed').length;
  return (
    <p className="soft row">
      <a href="#review-conflicts">{t('also.conflicts', { count: conflicts })}</a>
      <a href="#review-promises">{t('also.promises', { count: promises })}</a>
    </p>
  );
}

function NextSteps({ meeting }: { meeting: Meeting }) {
  const t = useTranslations('review');
  const save = useSaver();
  const go = usePanelStore((s) => s.go);
  const pick = usePanelStore((s) => s.pickMeeting);
  return (
    <section className="stack">
      <NextDate meeting={meeting} />
      <Button look="primary" wide onClick={() => { go('packet'); }}>{t('toPacket')}</Button>
      <Button look="quiet" wide onClick={() => { void save((at) => closeMeeting(db, meeting.id, at).then(() => true)).then((done) => { if (done) pick(null); }); }}>{t('closeReview')}</Button>
    </section>
  );
}

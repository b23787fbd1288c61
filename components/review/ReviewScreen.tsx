import { useTranslations } from 'use-intl';
import { stageReadiness } from '@/utils/checklist/readiness';
import { db } from '@/utils/db/database';
import type { Meeting } from '@/utils/meeting/meeting';
import { editMeeting } from '@/utils/services/meeting/edit-meeting';
import { closeMeeting } from '@/utils/services/meeting/end-meeting';
import { fileMeeting } from '@/utils/services/meeting/file-meeting';
import { usePanelStore } from '../app/panel-store';
import { ContradictionCard } from '../checklist/ItemBackground';
import type { DealBoard } from '../hooks/use-deal-record';
import { useSaver } from '../hooks/use-saver';
import { DealPicker } from '../start/DealPicker';
import { Button } from '../ui/Button';
import { TextField } from '../ui/Field';
import { FreeGaps } from './FreeGaps';
import { MinutesSection } from './MinutesSection';
import { OpenItems } from './OpenItems';
import { ReviewPromises } from './ReviewPromises';
import '../call/call.css';
import '../checklist/checklist.css';
import './review.css';

/** After the call: unknowns get owners, conflicts and promises are looked over, minutes are there. */
export function ReviewScreen({ meeting, board }: { meeting: Meeting; board: DealBoard | null }) {
  const t = useTranslations('review');
  const save = useSaver();
  if (!board) {
    return (
      <main className="screen">
        <h1>{t('title')}</h1>
        <p>{t('noDeal')}</p>
        <DealPicker onPick={(dealId) => { void save((at) => fileMeeting(db, meeting.id, dealId, at)); }} />
      </main>
    );
  }
  return (
    <main className="screen review">
      <div className="stack"><h1>{t('title')}</h1><p className="soft">{t('lead')}</p></div>
      <Counts board={board} />
      <OpenItems meeting={meeting} board={board} />
      <FreeGaps meeting={meeting} board={board} />
      <Conflicts board={board} />
      <ReviewPromises meeting={meeting} board={board} />
      <MinutesSection meeting={meeting} board={board} />
      <NextSteps meeting={meeting} />
    </main>
  );
}

function Counts({ board }: { board: DealBoard }) {
  const t = useTranslations('call.readiness');
  const tc = useTranslations('common');
  const { stage } = board.record.deal;
  const counts = stageReadiness(board.views, board.record.gaps, stage);
  return (
    <dl className="review-counts" aria-live="polite" aria-label={t('label', { stage: tc(`stage.${stage}`) })}>
      {(['secured', 'owned', 'unowned'] as const).map((name) => (
        <div key={name} className={`review-count ${name === 'unowned' && counts.unowned === 0 ? '' : name}`}>
          <dt>{t(name)}</dt><dd>{counts[name]}<span className="soft"> / {counts.minimum}</span></dd>
        </div>
      ))}
    </dl>
  );
}

function Conflicts({ board }: { board: DealBoard }) {
  const t = useTranslations('review.conflicts');
  const open = board.record.contradictions.filter((c) => c.status === 'open');
  return (
    <section className="stack" aria-labelledby="review-conflicts">
      <h2 id="review-conflicts">{t('title')} ({open.length})</h2>
      {open.length === 0 ? <p className="soft">{t('none')}</p> : null}
      {open.map((c) => <ContradictionCard key={c.id} contradiction={c} />)}
    </section>
  );
}

function NextSteps({ meeting }: { meeting: Meeting }) {
  const t = useTranslations('review');
  const save = useSaver();
  const go = usePanelStore((s) => s.go);
  const pick = usePanelStore((s) => s.pickMeeting);
  return (
    <section className="stack">
      <TextField label={t('nextDate')} type="date" value={meeting.nextDate ?? ''} onChange={(e) => { void save((at) => editMeeting(db, meeting.id, { nextDate: e.target.value || null }, at)); }} />
      <Button look="primary" wide onClick={() => { go('packet'); }}>{t('toPacket')}</Button>
      <Button look="quiet" wide onClick={() => { void save((at) => closeMeeting(db, meeting.id, at)).then(() => { pick(null); }); }}>{t('closeReview')}</Button>
    </section>
  );
}

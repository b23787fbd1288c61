import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import { continuable } from '@/utils/meeting/continuity';
import type { Meeting } from '@/utils/meeting/meeting';
import { peopleToTell } from '@/utils/meeting/participants';
import { continueMeeting } from '@/utils/services/meeting/continue-meeting';
import { timeText } from '@/utils/time/plain-date';
import type { PanelMeeting } from '../hooks/use-panel-meeting';
import { useSaver } from '../hooks/use-saver';
import { Button } from '../ui/Button';
import { usePanelStore } from './panel-store';
import { WorkerTrouble } from './WorkerTrouble';

interface Props { current: PanelMeeting; tabId: number | null }

/** What needs the rep's attention, quietly, above the screen: never a modal, never stealing focus. */
export function Banners({ current, tabId }: Props) {
  return (
    <div className="banners" aria-live="polite">
      <WorkerTrouble />
      <BlindBanner current={current} tabId={tabId} />
      <ContinueBanner current={current} />
      <TellBanner meeting={current.meeting} />
      <WaitingBanner current={current} />
    </div>
  );
}

function BlindBanner({ current, tabId }: Props) {
  const t = useTranslations('call');
  const { presence } = current;
  if (tabId === null || presence?.state !== 'blind' || !presence.blind) return null;
  return <p className="banner owned">{t(`blind.${presence.blind}`)}</p>;
}

function ContinueBanner({ current }: { current: PanelMeeting }) {
  const t = useTranslations('call');
  const tStart = useTranslations('start');
  const save = useSaver();
  const dismissed = usePanelStore((s) => s.dismissedEarlier);
  const dismiss = usePanelStore((s) => s.dismissEarlier);
  const pick = usePanelStore((s) => s.pickMeeting);
  const { meeting, open } = current;
  if (meeting?.state !== 'live') return null;
  const earlier = continuable(meeting, open).find((m) => !dismissed.includes(m.id));
  if (!earlier) return null;
  const join = (): void => { void save((at) => continueMeeting(db, meeting.id, earlier.id, at).then(() => true)).then((done) => { if (done) pick(earlier.id); }); };
  return (
    <div className="banner accent">
      <p>{t('continues', { title: earlier.title || tStart('untitled'), time: timeText(earlier.startedAt, earlier.utcOffset).slice(0, 5) })}</p>
      <div className="row">
        <Button onClick={join}>{t('sameMeeting')}</Button>
        <Button look="quiet" onClick={() => { dismiss(earlier.id); }}>{t('otherMeeting')}</Button>
      </div>
    </div>
  );
}

function TellBanner({ meeting }: { meeting: Meeting | null }) {
  const t = useTranslations('call');
  const setTab = usePanelStore((s) => s.setTab);
  const names = meeting?.state === 'live' ? peopleToTell(meeting.participants, meeting.consents) : [];
  if (names.length === 0) return null;
  return (
    <div className="banner owned row">
      <p className="grow">{t('tellPeople', { names: names.join(', ') })}</p>
      <Button look="quiet" onClick={() => { setTab('people'); }}>{t('recordConsent')}</Button>
    </div>
  );
}

function WaitingBanner({ current }: { current: PanelMeeting }) {
  const t = useTranslations('call');
  const tStart = useTranslations('start');
  const pick = usePanelStore((s) => s.pickMeeting);
  const { meeting, open } = current;
  const waiting = meeting?.state === 'live' ? open.find((m) => m.id !== meeting.id && m.state === 'wrap_up') : undefined;
  const back = usePanelStore((s) => s.pickedMeeting);
  const live = back ? open.find((m) => m.state === 'live' && m.id !== meeting?.id) : undefined;
  if (live) {
    return (
      <div className="banner accent row">
        <p className="grow">{t('live')}: {live.title || tStart('untitled')}</p>
        <Button look="quiet" onClick={() => { pick(null); }}>{t('backToCall')}</Button>
      </div>
    );
  }
  if (!waiting) return null;
  return (
    <div className="banner row">
      <p className="grow">{t('waitingReview', { title: waiting.title || tStart('untitled') })}</p>
      <Button look="quiet" onClick={() => { pick(waiting.id); }}>{tStart('review')}</Button>
    </div>
  );
}

import { ArrowLeft } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import { draftKey } from '@/utils/db/drafts/draft-keys';
import type { Meeting } from '@/utils/meeting/meeting';
import { closeMeeting } from '@/utils/services/meeting/end-meeting';
import { usePanelStore } from '../app/panel-store';
import type { DealBoard } from '../hooks/use-deal-record';
import { useSaver } from '../hooks/use-saver';
import { Button } from '../ui/Button';
import { enterScreen } from '../ui/form-keys';
import type { MendPlace } from './form/mend';
import { focusField } from './form/mend';
import { PacketMaker } from './PacketMaker';
import '../review/review.css';

const TABS = ['lines', 'gaps', 'people'] as const;

/** Goes there. The call view of an ended meeting is its own screen. */
function useMend(meeting: Meeting, { views, extra }: DealBoard): (place: MendPlace) => void {
  const { go, setTab, setFilter, openEditor } = usePanelStore.getState();
  const toCall = (): void => { go(meeting.state === 'live' ? 'call' : 'call-after-end'); };
  return (place) => {
    if (focusField(place)) return;
    const tab = TABS.find((one) => one === place.to);
    if (tab) { setTab(tab); toCall(); }
    else if (place.to === 'item') { setFilter('all'); openEditor([...views, ...extra].find(({ item }) => item.id === place.itemId)?.item ?? null); toCall(); }
    else if (place.to === 'open') go('review', place.upTo);
    else go(place.to === 'due' ? 'deals' : 'review');
  };
}

/** A packet out of a meeting: the last step of its review. */
export function PacketScreen({ meeting, board }: { meeting: Meeting; board: DealBoard }) {
  const t = useTranslations('packet');
  const go = usePanelStore((s) => s.go);
  const mend = useMend(meeting, board);
  return (
    <main className="screen packet">
      <Button look="quiet" className="packet-back" onClick={() => { go('review'); }}><ArrowLeft size={16} aria-hidden />{t('back')}</Button>
      <h1 ref={enterScreen}>{t('title')}</h1>
      <PacketMaker board={board} meeting={meeting} draft={draftKey('packet', meeting.id)} mend={mend} end={({ clear }) => <CloseReview meetingId={meeting.id} onClosed={clear} />} />
    </main>
  );
}

/** The review is done; what was chosen for its packet goes with it. */
function CloseReview({ meetingId, onClosed }: { meetingId: string; onClosed: () => void }) {
  const t = useTranslations('packet');
  const save = useSaver();
  const pick = usePanelStore((s) => s.pickMeeting);
  const close = (): void => {
    void save((at) => closeMeeting(db, meetingId, at).then(() => true)).then((done) => { if (done) { onClosed(); pick(null); } });
  };
  return <Button look="quiet" wide onClick={close}>{t('close')}</Button>;
}

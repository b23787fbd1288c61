import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import { readDealName } from '@/utils/db/read-deal';
import { continuable } from '@/utils/meeting/continuity';
import type { Meeting } from '@/utils/meeting/meeting';
import { openRejoin } from '@/utils/meeting/rejoin';
import { continueMeeting } from '@/utils/services/meeting/continue-meeting';
import { keepApart, keepAsOne } from '@/utils/services/meeting/edit-meeting';
import { splitMeeting } from '@/utils/services/meeting/split-meeting';
import { timeText } from '@/utils/time/plain-date';
import type { PanelMeeting } from '../hooks/use-panel-meeting';
import { useSaver } from '../hooks/use-saver';
import { Button } from '../ui/Button';
import { usePanelStore } from './panel-store';

/** One meeting or two? Asked where nobody can be sure, told where it was decided, and put right in one press; kept, so that every window says the same. */
export function SameMeetingBanner({ current }: { current: PanelMeeting }) {
  const { meeting, open } = current;
  if (!meeting || meeting.state === 'closed') return null;
  if (openRejoin(meeting)) return <RejoinLine meeting={meeting} />;
  const parted = open.find((m) => m.id === meeting.partedFrom?.meetingId && !meeting.apartFrom?.includes(m.id));
  if (parted) return <PartedLine meeting={meeting} earlier={parted} />;
  const earlier = meeting.state === 'live' ? continuable(meeting, open)[0] : undefined;
  return earlier ? <ContinueLine meeting={meeting} earlier={earlier} /> : null;
}

interface Both { meeting: Meeting; earlier: Meeting }

/** The call went on after a break in its room: it may be the next customer. */
function RejoinLine({ meeting }: { meeting: Meeting }) {
  const t = useTranslations('call');
  const name = useNameOf(meeting);
  const save = useSaver();
  const lead = useLead();
  const split = (): void => { void save((at) => splitMeeting(db, meeting.id, at)).then(lead); };
  const same = (): void => { void save((at) => keepAsOne(db, meeting.id, at)).then(toCapture); };
  if (name === undefined) return null;
  return (
    <div className="banner">
      <p>{t('goesOn', { name, time: clock(meeting, meeting.startedAt) })}</p>
      <div className="row">
        <Button onClick={split}>{t('newInstead')}</Button>
        <Button look="quiet" onClick={same}>{t('sameMeeting')}</Button>
      </div>
    </div>
  );
}

/** Two meetings out of one room, and the way back. */
function PartedLine({ meeting, earlier }: Both) {
  const t = useTranslations('call');
  const tc = useTranslations('common');
  const name = useNameOf(earlier);
  const save = useSaver();
  const join = useJoin({ meeting, earlier });
  if (name === undefined) return null;
  return (
    <div className="banner">
      <p>{t('parted', { name, time: clock(meeting, meeting.startedAt), end: clock(earlier, earlier.endedAt ?? earlier.updatedAt) })}</p>
      <div className="row">
        <Button onClick={join}>{t('oneMeeting')}</Button>
        <Button look="quiet" onClick={() => { void save((at) => keepApart(db, meeting.id, earlier.id, at)).then(toCapture); }}>{tc('close')}</Button>
      </div>
    </div>
  );
}

/** A call in another room or on another platform soon after. */
function ContinueLine({ meeting, earlier }: Both) {
  const t = useTranslations('call');
  const tStart = useTranslations('start');
  const save = useSaver();
  const join = useJoin({ meeting, earlier });
  return (
    <div className="banner accent">
      <p>{t('continues', { title: earlier.title || tStart('untitled'), time: clock(earlier, earlier.startedAt) })}</p>
      <div className="row">
        <Button onClick={join}>{t('sameMeeting')}</Button>
        <Button look="quiet" onClick={() => { void save((at) => keepApart(db, meeting.id, earlier.id, at)); }}>{t('otherMeeting')}</Button>
      </div>
    </div>
  );
}

/** Makes the two one. */
function useJoin({ meeting, earlier }: Both): () => void {
  const save = useSaver();
  const lead = useLead();
  return () => { void save((at) => continueMeeting(db, meeting.id, earlier.id, at).then(() => earlier.id)).then(lead); };
}

/** Goes on in another meeting. A window follows its tab by itself; one that shows a meeting of its own choice is led there. */
function useLead(): (id: string | null) => void {
  const picked = usePanelStore((s) => s.pickedMeeting);
  const pick = usePanelStore((s) => s.pickMeeting);
  return (id) => {
    if (id !== null && picked !== null) pick(id);
    toCapture();
  };
}

/** A meeting as its deal is called, else by its own title; undefined while it is looked up. */
function useNameOf({ dealId, title }: Meeting): string | undefined {
  const t = useTranslations('start');
  const deal = useLiveQuery(() => readDealName(db, dealId), [dealId]);
  return deal === undefined ? undefined : deal || title || t('untitled');
}

function clock({ utcOffset }: Meeting, at: number): string {
  return timeText(at, utcOffset).slice(0, 5);
}

/** The line with the pressed button is gone: the caret goes where the next words go. */
function toCapture(): void {
  document.querySelector<HTMLElement>('#capture')?.focus();
}

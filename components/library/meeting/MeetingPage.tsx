import { useLiveQuery } from 'dexie-react-hooks';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import { readMeetings } from '@/utils/db/library/read-lists';
import type { Consent, Meeting } from '@/utils/meeting/meeting';
import { fileMeeting } from '@/utils/services/meeting/file-meeting';
import { showSafely } from '@/utils/text/normalize';
import { clockText, isoAt } from '@/utils/time/plain-date';
import { useDayText } from '../../hooks/use-day-text';
import type { DealBoard } from '../../hooks/use-deal-record';
import { useDealBoard } from '../../hooks/use-deal-record';
import { useSaver } from '../../hooks/use-saver';
import { MinutesSection } from '../../review/MinutesSection';
import { DealPicker } from '../../start/DealPicker';
import { Button } from '../../ui/Button';
import { useTakeBack } from '../../undo/use-take-back';
import { DeletedLine } from '../ListFrame';
import type { Route } from '../route';
import { hrefOf } from '../route';
import { useDeleter } from '../use-deleter';
import { KeepUntil } from './KeepUntil';
import { MeetingHeading } from './MeetingHeading';
import { ReviewState } from './ReviewState';
import { Timeline } from './Timeline';

/** One meeting: what was said by the call's clock, who was there, its minutes, and where it belongs. */
export function MeetingPage({ route }: { route: Route }) {
  const t = useTranslations('library');
  const meeting = useLiveQuery(() => readMeetings(db, [route.id]).then(([found]) => found ?? null), [route.id]);
  const board = useDealBoard(meeting?.dealId ?? '');
  const deleter = useDeleter();
  const back = <p><a href={hrefOf('meetings')}>{t('meeting.back')}</a></p>;
  if (meeting === undefined) return null;
  if (meeting === null) return <div className="stack">{back}<DeletedLine deleter={deleter} />{deleter.said ? null : <p>{t('gone')} <a href={hrefOf('bin')}>{t('toBin')}</a></p>}</div>;
  return (
    <div className="stack">
      {back}
      <MeetingHeading meeting={meeting} onDelete={() => { void deleter.remove('meeting', meeting.id, meeting.title); }} />
      <DeletedLine deleter={deleter} />
      <Facts meeting={meeting} board={board ?? null} />
      <ReviewState meeting={meeting} />
      <Filing meeting={meeting} />
      <KeepUntil key={meeting.deleteBy ?? ''} meeting={meeting} />
      <Timeline meeting={meeting} board={board ?? null} />
      {board ? <MinutesSection meeting={meeting} board={board} /> : <p className="soft">{t('meeting.noMinutes')}</p>}
    </div>
  );
}

function Facts({ meeting, board }: { meeting: Meeting; board: DealBoard | null }) {
  const t = useTranslations();
  const tl = useTranslations('library');
  const day = useDayText();
  const began = isoAt(meeting.startedAt, meeting.utcOffset);
  const length = meeting.endedAt === null ? '' : ` · ${clockText(meeting.endedAt - meeting.startedAt)}`;
  return (
    <section className="card" aria-label={day(began)}>
      <p>
        {day(began)} {began.slice(11, 16)}{length} · {tl(`meetings.states.${meeting.state}`)} · {meeting.segments.map((s) => tl(`meetings.platforms.${s.platform}`)).join(' → ')}
      </p>
      <p>{board ? <a href={hrefOf('deal', board.record.deal.id)}>{`${showSafely(board.record.account.name)} · ${showSafely(board.record.deal.name)}`}</a> : tl('unfiled')}{board ? ` · ${tl('meetings.ordinal', { number: meeting.ordinal })}` : ''}</p>
      {meeting.aim ? <p><b>{tl('meeting.aim')}</b> {showSafely(meeting.aim)}</p> : null}
      <div>
        <h2>{tl('meeting.people')}</h2>
        {meeting.participants.length === 0 ? <p className="soft">{tl('meeting.noPeople')}</p> : null}
        <ul className="plain-list">{meeting.participants.map((p) => <li key={p.name}>{showSafely(p.name)} <span className="soft">{[t(`common.side.${p.side}`), showSafely(p.role)].filter((s) => s !== '').join(' · ')}</span></li>)}</ul>
      </div>
      <div>
        <h2>{tl('meeting.consents')}</h2>
        {meeting.consents.length === 0 ? <p className="soft">{tl('meeting.consentNone')}</p> : null}
        <ul className="plain-list">{meeting.consents.map((c) => <ConsentLine key={c.id} consent={c} meeting={meeting} />)}</ul>
      </div>
    </section>
  );
}

/** What somebody allowed, and when: notes, captions and recording are three questions. */
function ConsentLine({ consent: c, meeting }: { consent: Consent; meeting: Meeting }) {
  const t = useTranslations();
  const yes = (allowed: boolean): string => t(allowed ? 'call.people.allowed' : 'call.people.refused');
  const said = t('call.people.consentLine', { notes: yes(c.notes), captions: t(`common.captions.${c.captions}`), audio: yes(c.audio) });
  return <li>{showSafely(c.who)} <span className="soft">{clockText(Math.max(0, c.at - meeting.startedAt))} · {said}{c.condition ? ` · ${t('call.people.condition')}: ${showSafely(c.condition)}` : ''}</span></li>;
}

/** Files a meeting under a deal, or moves it with everything in it; one press back. */
function Filing({ meeting }: { meeting: Meeting }) {
  const t = useTranslations('library');
  const save = useSaver();
  const takeBack = useTakeBack();
  const [open, setOpen] = useState(false);
  // When it was moved: another window may have moved it again since.
  const [moved, setMoved] = useState<number | 'no' | 'late'>('no');
  const opener = useRef<HTMLButtonElement>(null);
  const pick = (dealId: string): void => {
    void save((at) => fileMeeting(db, meeting.id, dealId, at).then(() => at)).then((at) => { if (at !== null) { setOpen(false); setMoved(at); } });
  };
  // Only the move, never a line that was written after it.
  const undo = (at: number): void => {
    void takeBack(meeting.id, { holds: meeting.id, at }).then((fate) => { if (fate !== 'failed') { setMoved(fate === 'undone' ? 'no' : 'late'); opener.current?.focus(); } });
  };
  return (
    <div className="stack narrow">
      <div className="row">
        <Button ref={opener} aria-expanded={open} onClick={() => { setOpen(!open); }}>{meeting.dealId === '' ? t('meeting.file') : t('meeting.move')}</Button>
        <span role="status">{moved === 'no' ? '' : moved === 'late' ? t('undoLate') : t('meeting.moved')}</span>
        {typeof moved === 'number' ? <Button look="quiet" autoFocus onClick={() => { undo(moved); }}>{t('undo')}</Button> : null}
      </div>
      {open ? <div className="card"><p className="soft">{t('meeting.moveHelp')}</p><DealPicker onPick={pick} currentId={meeting.dealId} /></div> : null}
    </div>
  );
}

import { ArrowLeft, LibraryBig, Settings2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import type { Meeting } from '@/utils/meeting/meeting';
import { clockText } from '@/utils/time/plain-date';
import { openLibraryTab } from '@/utils/panel/side-panel';
import { utcOffsetAt } from '@/utils/settings/clock';
import type { DealBoard } from '../hooks/use-deal-record';
import { useNow, useSeconds } from '../hooks/use-now';
import type { PanelMeeting } from '../hooks/use-panel-meeting';
import { useSaver } from '../hooks/use-saver';
import { Button } from '../ui/Button';
import { Failure } from './Failure';
import { SavedIndicator } from '../undo/SavedIndicator';
import { usePanelStore } from './panel-store';
import { UndoButton } from '../undo/UndoButton';

// Needed once a call, at its end.
const loadEnd = async () => import('@/utils/services/meeting/end-meeting');

interface Props { current: PanelMeeting; board: DealBoard | null; withBar: boolean }

/** Deal, the call's clock, saved or not, undo, settings, end: always there, two lines. With a capture bar below, what failed is said there. */
export function PanelHeader({ current, board, withBar }: Props) {
  const t = useTranslations();
  const { now, practice } = useNow();
  const screen = usePanelStore((s) => s.screen);
  const go = usePanelStore((s) => s.go);
  const from = usePanelStore((s) => s.from);
  const { meeting } = current;
  const account = board?.record.account.name ?? '';
  const deal = board?.record.deal.name ?? t('start.pick');
  const aside = screen === 'settings' || screen === 'deals';
  return (
    <header className="panel-header">
      {practice ? <p className="practice-ribbon">{t('start.practice')}</p> : null}
      <div className="header-line">
        {aside ? (
          <Button look="quiet" onClick={() => { go(from); }}><ArrowLeft size={16} aria-hidden />{t('common.back')}</Button>
        ) : (
          <button type="button" className="deal-button" onClick={() => { go('deals'); }} aria-label={`${t('start.switchDeal')}: ${[account, deal].join(' ').trim()}`}>
            {account ? <span className="deal-account">{account}</span> : null}{' '}
            <span className="deal-name">{deal}</span>
          </button>
        )}
        <UndoButton place={meeting?.id ?? ''} />
        <Button look="icon" aria-label={t('common.library')} title={t('common.library')} onClick={() => { void openLibraryTab(); }}><LibraryBig size={17} aria-hidden /></Button>
        <Button look="icon" aria-label={t('start.settings')} title={t('start.settings')} onClick={() => { go('settings'); }}><Settings2 size={17} aria-hidden /></Button>
      </div>
      {meeting ? (
        <div className="header-line second">
          <span className={`live-dot ${meeting.state}`} aria-hidden />
          <span className="soft">{t(meeting.state === 'live' ? 'call.live' : 'call.ended')}</span>
          <CallClock meeting={meeting} />
          <SavedIndicator utcOffset={meeting.utcOffset} />
          <EndButton current={current} />
        </div>
      ) : (
        <div className="header-line second"><SavedIndicator utcOffset={utcOffsetAt(now)} /></div>
      )}
      {withBar ? null : <Failure />}
    </header>
  );
}

/** By itself, so that a second that passes draws nothing else. */
function CallClock({ meeting }: { meeting: Meeting }) {
  const t = useTranslations('call');
  const now = useSeconds();
  return <span className="call-clock" role="timer" aria-label={t('clock')}>{clockText(Math.max(0, (meeting.endedAt ?? now) - meeting.startedAt))}</span>;
}

function EndButton({ current }: { current: PanelMeeting }) {
  const t = useTranslations('call');
  const save = useSaver();
  const screen = usePanelStore((s) => s.screen);
  const go = usePanelStore((s) => s.go);
  const { meeting } = current;
  if (!meeting) return null;
  if (meeting.state === 'live') {
    const end = (): void => { void save(async (at) => (await loadEnd()).endMeeting(db, meeting.id, at)).then(() => { go('review'); }); };
    return <Button className="end-button" onClick={end}>{t('endCall')}</Button>;
  }
  if (screen === 'call-after-end') return <Button className="end-button" onClick={() => { go('review'); }}>{t('endCall')}</Button>;
  // A manual meeting has no page that would say it goes on: going back to it resumes it.
  const manual = meeting.segments.at(-1)?.platform === 'manual' && meeting.state === 'wrap_up';
  const back = (): void => { if (manual) void save(async (at) => (await loadEnd()).resumeMeeting(db, meeting.id, at)); go(manual ? 'call' : 'call-after-end'); };
  return <Button className="end-button" onClick={back}>{t('backToCall')}</Button>;
}

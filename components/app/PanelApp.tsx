import { lazy, Suspense, useLayoutEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { standIn } from '@/utils/db/undo/place';
import { UNFILED } from '@/utils/deal/deal';
import { restDock } from '../capture/capture-dock';
import { CallScreen } from '../call/CallScreen';
import { useDealBoard } from '../hooks/use-deal-record';
import { useMenuItems, useMenuPlaces } from '../hooks/use-menu-items';
import type { PanelMeeting } from '../hooks/use-panel-meeting';
import { usePanelMeeting } from '../hooks/use-panel-meeting';
import { Banners } from './Banners';
import { PanelHeader } from './PanelHeader';
import type { Screen as Asked } from './panel-store';
import { usePanelStore } from './panel-store';
import './app.css';

// What comes after a call, and aside from it, is loaded then: the call itself opens faster.
const StartScreen = lazy(async () => ({ default: (await import('../start/StartScreen')).StartScreen }));
const EmptiedLine = lazy(async () => ({ default: (await import('./EmptiedLine')).EmptiedLine }));
const BackupReminder = lazy(async () => ({ default: (await import('./BackupReminder')).BackupReminder }));
const ReviewScreen = lazy(async () => ({ default: (await import('../review/ReviewScreen')).ReviewScreen }));
const PacketScreen = lazy(async () => ({ default: (await import('../packet/PacketScreen')).PacketScreen }));
const DealsScreen = lazy(async () => ({ default: (await import('../start/DealsScreen')).DealsScreen }));
const SettingsScreen = lazy(async () => ({ default: (await import('../start/SettingsScreen')).SettingsScreen }));

/** The whole panel: header, what needs attention, and the screen for where the meeting is. */
export function PanelApp({ tabId }: { tabId: number | null }) {
  const t = useTranslations('common');
  const current = usePanelMeeting(tabId);
  const board = useDealBoard(current?.meeting?.dealId ?? UNFILED);
  const asked = usePanelStore((s) => s.screen);
  useMenuItems(board);
  useMenuPlaces();
  useStandIn(current);
  useTurning(current?.meeting?.id ?? null);
  const screen = current && screenOf(asked, current, board);
  useLayoutEffect(() => { if (screen && screen !== 'call') restDock(); }, [screen]);
  if (!current) return <p className="panel-loading soft" role="status">{t('loading')}</p>;
  return (
    <div className="panel">
      <PanelHeader current={current} board={board ?? null} withBar={screen === 'call'} />
      <Banners current={current} tabId={tabId} />
      {current.meeting?.state === 'live' ? null : <Suspense><EmptiedLine href="/library.html#/settings" /><BackupReminder href="/library.html#/settings" /></Suspense>}
      <Suspense fallback={<p className="panel-loading soft" role="status">{t('loading')}</p>}>
        <Screen current={current} board={board} />
      </Suspense>
    </div>
  );
}

/** What is done in this panel is undone in it: it says which meeting it shows, before anything can be pressed. */
function useStandIn(current: PanelMeeting | undefined): void {
  const here = current && (current.meeting?.id ?? '');
  useLayoutEffect(() => (here === undefined ? undefined : standIn(here)), [here]);
}

/** One call went over into another, or one meeting became two: an item that was open is no item of the new one. */
function useTurning(meetingId: string | null): void {
  const turn = usePanelStore((s) => s.turnToAnother);
  const last = useRef(meetingId);
  useLayoutEffect(() => {
    if (last.current !== null && meetingId !== null && last.current !== meetingId) turn();
    last.current = meetingId ?? last.current;
  }, [meetingId, turn]);
}

type Board = ReturnType<typeof useDealBoard>;

/** The screen for where the meeting is. */
function screenOf(asked: Asked, { meeting }: PanelMeeting, board: Board): 'settings' | 'deals' | 'start' | 'packet' | 'review' | 'call' {
  if (asked === 'settings' || asked === 'deals') return asked;
  if (!meeting) return 'start';
  if (asked === 'packet' && board) return 'packet';
  // Leaving the call opens the review by itself; the rep may go back to the call view.
  const over = meeting.state !== 'live';
  return asked === 'review' || (over && asked !== 'call-after-end') ? 'review' : 'call';
}

function Screen({ current, board }: { current: PanelMeeting; board: Board }) {
  const asked = usePanelStore((s) => s.screen);
  const screen = screenOf(asked, current, board);
  const { meeting } = current;
  if (screen === 'settings') return <SettingsScreen />;
  if (screen === 'deals') return <DealsScreen meeting={meeting} board={board ?? null} />;
  if (!meeting) return <StartScreen current={current} />;
  if (screen === 'packet' && board) return <PacketScreen meeting={meeting} board={board} />;
  if (screen === 'review') return <ReviewScreen meeting={meeting} board={board ?? null} />;
  return <CallScreen meeting={meeting} board={board} />;
}

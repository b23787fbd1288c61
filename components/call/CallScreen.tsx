import { useTranslations } from 'use-intl';
import { lazy, Suspense, useEffect, useRef } from 'react';
import type { Meeting } from '@/utils/meeting/meeting';
import { CaptureBar } from '../capture/CaptureBar';
import { ChecklistView } from '../checklist/ChecklistView';
import type { DealBoard } from '../hooks/use-deal-record';
import { db } from '@/utils/db/database';
import { useSaver } from '../hooks/use-saver';
import type { Tab } from '../app/panel-store';
import { TABS, usePanelStore } from '../app/panel-store';
import { useUndo } from '../undo/use-undo';
import { panelIntent } from '@/utils/settings/panel-intent';
import { ReadinessStrip } from './ReadinessStrip';
import './call.css';

// The checklist and the capture bar come first; the other views load when they are opened.
const LinesView = lazy(async () => ({ default: (await import('./LinesView')).LinesView }));
const GapsView = lazy(async () => ({ default: (await import('./GapsView')).GapsView }));
const PeopleView = lazy(async () => ({ default: (await import('../people/PeopleView')).PeopleView }));
// Of somebody new there is nothing to tell.
const KnownCustomer = lazy(async () => ({ default: (await import('../people/KnownCustomer')).KnownCustomer }));
const LastMinutes = lazy(async () => ({ default: (await import('./last/LastMinutes')).LastMinutes }));
const DealPicker = lazy(async () => ({ default: (await import('../start/DealPicker')).DealPicker }));

interface Props { meeting: Meeting; board: DealBoard | null | undefined }

/** The call: readiness, one of four views, and the capture bar that is always there. */
export function CallScreen({ meeting, board }: Props) {
  const t = useTranslations('common');
  const tab = usePanelStore((s) => s.tab);
  usePanelKeys(meeting.id);
  usePanelIntent();
  return (
    <main className="call-screen">
      {board ? <ReadinessStrip board={board} /> : null}
      <TabBar />
      <div className="call-body" role="tabpanel" id={`panel-${tab}`} aria-labelledby={`tab-${tab}`}>
        <Suspense fallback={<p className="soft pad" role="status">{t('loading')}</p>}>
          {tab === 'checklist' ? <ChecklistTab meeting={meeting} board={board} /> : null}
          {tab === 'lines' ? <LinesView meeting={meeting} board={board ?? null} /> : null}
          {tab === 'gaps' ? <GapsView meeting={meeting} board={board ?? null} /> : null}
          {tab === 'people' ? <PeopleView meeting={meeting} /> : null}
        </Suspense>
      </div>
      {board ? <Suspense><LastMinutes key={meeting.id} meeting={meeting} board={board} /></Suspense> : null}
      <CaptureBar meeting={meeting} board={board ?? null} />
    </main>
  );
}

function ChecklistTab({ meeting, board }: Props) {
  const t = useTranslations('start');
  const tc = useTranslations('common');
  const save = useSaver();
  if (board) {
    const { account } = board.record;
    return <>{account.relationship === 'prospect' ? null : <Suspense><KnownCustomer key={meeting.id} account={account} meetingId={meeting.id} /></Suspense>}<ChecklistView board={board} meeting={meeting} /></>;
  }
  if (board === undefined && meeting.dealId) return <p className="soft pad" role="status">{tc('loading')}</p>;
  return (
    <div className="pad stack">
      <h2>{t('pickTitle')}</h2>
      <p className="soft">{t('pickLead')}</p>
      <DealPicker onPick={(dealId) => { void save(async (at) => (await import('@/utils/services/meeting/file-meeting')).fileMeeting(db, meeting.id, dealId, at)).then(toTheBar); }} />
    </div>
  );
}

/** The picker is gone then, and what is said goes on. */
function toTheBar(done: unknown): void {
  if (done !== null) document.querySelector<HTMLElement>('#capture')?.focus();
}

function TabBar() {
  const t = useTranslations('call');
  const tab = usePanelStore((s) => s.tab);
  const setTab = usePanelStore((s) => s.setTab);
  const bar = useRef<HTMLDivElement>(null);
  const move = (to: Tab): void => {
    setTab(to);
    bar.current?.querySelector<HTMLElement>(`#tab-${to}`)?.focus();
  };
  const onKey = (key: string): void => {
    const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
    const next = TABS[(TABS.indexOf(tab) + step + TABS.length) % TABS.length];
    if (step !== 0 && next) move(next);
  };
  return (
    <div className="tabs" role="tablist" aria-label={t('menu')} ref={bar}>
      {TABS.map((name) => (
        <button
          key={name} id={`tab-${name}`} type="button" role="tab" className="tab"
          aria-selected={tab === name} aria-controls={`panel-${name}`} tabIndex={tab === name ? 0 : -1}
          onClick={() => { setTab(name); }} onKeyDown={(e) => { onKey(e.key); }}
        >
          {t(`tabs.${name}`)}
        </button>
      ))}
    </div>
  );
}

/** Keys that work anywhere in the call view. Codes, not characters: a Korean keyboard sends other ones. */
function usePanelKeys(meetingId: string): void {
  const setTab = usePanelStore((s) => s.setTab);
  const undo = useUndo(meetingId);
  useEffect(() => {
    const onKey = (e: KeyboardEvent): void => {
      if (e.isComposing || e.keyCode === 229 || !e.altKey || e.ctrlKey || e.metaKey || e.shiftKey) return;
      const focus = (selector: string): void => { requestAnimationFrame(() => { document.querySelector<HTMLElement>(selector)?.focus(); }); };
      if (e.code === 'KeyK') focus('#capture');
      else if (e.code === 'KeyL') { setTab('checklist'); focus('.item-button[tabindex="0"]'); }
      else if (e.code === 'KeyZ') undo();
      else return;
      e.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => { window.removeEventListener('keydown', onKey); };
  }, [undo, setTab]);
}

/** A keyboard command of the browser asked for a note or a gap in this tab: the caret goes to the capture bar. */
function usePanelIntent(): void {
  const setKind = usePanelStore((s) => s.setKind);
  useEffect(() => {
    const tab = new URLSearchParams(location.search).get('tab');
    const obey = (intent: Awaited<ReturnType<typeof panelIntent.getValue>>): void => {
      if (!intent || (tab !== null && intent.tabId !== Number(tab))) return;
      setKind(intent.want === 'gap' ? 'gap' : null);
      document.querySelector<HTMLElement>('#capture')?.focus();
      void panelIntent.setValue(null);
    };
    void panelIntent.getValue().then(obey);
    return panelIntent.watch(obey);
  }, [setKind]);
}

import type { RefObject } from 'react';
import { memo, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslations } from 'use-intl';
import { CornerDownLeft, X } from 'lucide-react';
import { db } from '@/utils/db/database';
import type { TimelineEntry } from '@/utils/db/read-entries';
import type { Meeting } from '@/utils/meeting/meeting';
import type { LineKind } from '@/utils/notes/records';
import { parseLine } from '@/utils/notes/parse-line';
import type { CapturedLine, LineContext } from '@/utils/services/capture/capture-line';
import { captureDraftKey } from '@/utils/services/capture/save-draft';
import { Failure } from '../app/Failure';
import { usePanelStore } from '../app/panel-store';
import type { DealBoard } from '../hooks/use-deal-record';
import { nameBox, useBoxKeys, useBoxText } from '../hooks/use-box-text';
import { useDraft } from '../hooks/use-draft';
import { usePreferences } from '../hooks/use-preferences';
import { useSaver } from '../hooks/use-saver';
import { Button } from '../ui/Button';
import type { CaptureDock } from './capture-dock';
import { captureDock, fitBox, occupyDock } from './capture-dock';
import { dropSent, markSaved, showSent } from './sent-lines';
import './capture.css';

/** Loaded beside the first paint and long before the first Enter: the panel opens faster without it. */
const loadCapture = async () => import('@/utils/services/capture/capture-line');

/** Saves a line, which the list shows from now on; null for a blank one. */
async function keep(raw: string, context: LineContext, flush: () => Promise<void>, at: number, durable: () => void): Promise<CapturedLine | null> {
  const { planLine, keepLine } = await loadCapture();
  const line = planLine(raw, context, at);
  if (!line) return null;
  const { id } = line.entry.row;
  const show = showSoon(line.entry);
  try {
    // The draft's own writes come first, or the last of them would bring the saved line back as a draft.
    await flush();
    return await keepLine(db, line, () => {
      const savedAt = performance.now();
      durable();
      if (!show(savedAt)) markSaved(id, savedAt);
    });
  } catch (error) {
    show(null);
    dropSent(id);
    throw error;
  }
}

/** Longer than most writes take, and less than a frame: most lines are drawn once, as saved. Drawn before, a line would hold its own write up, and the news of it. */
const SOON_MS = 12;

/** Shows a line that is being saved, soon. Returns how to show it now, durable since `savedAt` or not (null); true if it was not shown yet. */
function showSoon(entry: TimelineEntry): (savedAt: number | null) => boolean {
  let shown = false;
  const show = (savedAt: number | null): boolean => {
    if (shown) return false;
    shown = true;
    showSent(entry, savedAt);
    return true;
  };
  const soon = setTimeout(() => { show(null); }, SOON_MS);
  return (savedAt) => { clearTimeout(soon); return show(savedAt); };
}

/** In the order of Alt+1 … Alt+7. */
const KINDS: readonly LineKind[] = ['note', 'gap', 'commitment', 'decision', 'pain', 'want', 'risk'];
const MARKS: Record<LineKind, string> = { note: '', gap: '?', commitment: '!', decision: '*', pain: '#', want: '+', risk: '~' };

interface Props { meeting: Meeting; board: DealBoard | null }

/** One line takes everything; always there; attached to the item in focus. The box is the page's own where it has one. */
export function CaptureBar({ meeting, board }: Props) {
  const t = useTranslations('call.capture');
  const { name, language } = usePreferences();
  const draft = useDraft(captureDraftKey(meeting.id, meeting.dealId), meeting.id);
  const save = useSaver();
  const kind = usePanelStore((s) => s.kind);
  const setKind = usePanelStore((s) => s.setKind);
  const openItem = usePanelStore((s) => s.openItem);
  const item = board ? [...board.views, ...board.extra].find((v) => v.item.topic === openItem)?.item : undefined;
  const busy = useRef(false);
  const { dock, place } = useDock(t('label'), t('placeholder'));
  useEffect(() => { void loadCapture(); }, []);
  const guess = kind ?? parseLine(draft.text)?.kind ?? null;
  const context: LineContext = { meeting, dealId: meeting.dealId, focus: null, me: name, kind: null, language };
  const send = (): void => {
    // Blank, or only a mark: nothing to keep yet.
    if (busy.current || !parseLine(draft.text)) return;
    busy.current = true;
    const focus = item ? { itemId: item.id, topic: item.topic, blocksEstimate: item.estimate === 'blocks' } : null;
    const sent = draft.text;
    void save(async (at, durable) => keep(sent, { ...context, focus, kind }, draft.flush, at, durable))
      .then((line) => { if (line) { draft.forget(sent); setKind(null); } })
      .finally(() => { busy.current = false; });
  };
  useBoxText(dock.box, draft.text, ({ lines, rest }) => {
    if (rest !== '') draft.setText(rest);
    // They were typed beside the draft that was left, not in it: it stays.
    void keepEarly(lines, (line) => save(async (at, durable) => keep(line, { ...context, draftKey: null }, draft.loaded, at, durable)), (line) => { draft.putBack(line); });
  }, draft.setText);
  useBoxKeys(dock.box, (e) => {
    const picked = e.altKey && /^Digit[1-7]$/.test(e.code) ? KINDS[Number(e.code.slice(5)) - 1] : undefined;
    if (picked) setKind(picked === kind ? null : picked);
    else if (e.key === 'Enter' && !e.shiftKey) send();
    else if (e.key === 'Escape') document.querySelector<HTMLElement>('.item-button[tabindex="0"]')?.focus();
    else return;
    e.preventDefault();
  });
  useEffect(() => { fitBox(dock.box); }, [dock, draft.text]);
  const sending = useRef(send);
  useLayoutEffect(() => { sending.current = send; });
  return (
    <>
      <div ref={place} className="capture-place" />
      {createPortal(<AboveBox guess={guess} picked={kind} on={item ? (board?.topics[item.topic]?.[language] ?? item.id) : null} restored={draft.restored} box={dock.box} />, dock.above)}
      {createPortal(<SendButton send={sending} />, dock.side)}
    </>
  );
}

/** Lines sent before the app was there, in their order; one that can't be kept goes back into the box. */
async function keepEarly(lines: readonly string[], save: (line: string) => Promise<CapturedLine | null>, putBack: (line: string) => void): Promise<void> {
  for (const line of lines) {
    if (parseLine(line) && !(await save(line))) putBack(line);
  }
}

/** Takes the page's dock, or makes one at `place`, and names it in the chosen language. */
function useDock(label: string, placeholder: string): { dock: CaptureDock; place: RefObject<HTMLDivElement | null> } {
  const [dock] = useState(captureDock);
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => occupyDock(dock, place.current), [dock]);
  useLayoutEffect(() => {
    dock.section.setAttribute('aria-label', label);
    dock.box.setAttribute('aria-keyshortcuts', 'Alt+K');
    nameBox(dock.box, label, placeholder, 'capture-help');
  }, [dock, label, placeholder]);
  return { dock, place };
}

/** What stands above the box. None of it changes with most keys, so most keys don't draw it again. */
const AboveBox = memo(function AboveBox({ guess, picked, on, restored, box }: { guess: LineKind | null; picked: LineKind | null; on: string | null; restored: boolean; box: HTMLElement }) {
  const t = useTranslations('call.capture');
  const setKind = usePanelStore((s) => s.setKind);
  const openEditor = usePanelStore((s) => s.openEditor);
  return (
    <>
      <Failure />
      <KindPicker guess={guess} picked={picked} onPick={(k) => { setKind(k === picked ? null : k); box.focus(); }} />
      {on === null ? null : (
        <p className="capture-on">
          <span className="grow">{t('attachedTo', { item: on })}</span>
          <Button look="icon" aria-label={t('detach')} title={t('detach')} onClick={() => { openEditor(null); }}><X size={14} aria-hidden /></Button>
        </p>
      )}
      {restored ? <p className="soft capture-restored" role="status">{t('restored')}</p> : null}
      <p id="capture-help" className="visually-hidden">{t('help')}</p>
    </>
  );
});

const SendButton = memo(function SendButton({ send }: { send: RefObject<() => void> }) {
  const t = useTranslations('call.capture');
  return <Button look="primary" className="capture-send" aria-label={t('send')} title={t('send')} onClick={() => { send.current(); }}><CornerDownLeft size={17} aria-hidden /></Button>;
});

function KindPicker({ guess, picked, onPick }: { guess: LineKind | null; picked: LineKind | null; onPick: (kind: LineKind) => void }) {
  const t = useTranslations();
  return (
    <div className="capture-kinds" role="group" aria-label={t('call.capture.kindGroup')}>
      {KINDS.map((k, i) => (
        <button
          key={k} type="button" className={`kind-chip ${guess === k ? 'guess' : ''}`} aria-pressed={picked === k}
          aria-keyshortcuts={`Alt+${String(i + 1)}`} onMouseDown={(e) => { e.preventDefault(); }} onClick={() => { onPick(k); }}
        >
          {MARKS[k] ? <span className="mark" aria-hidden>{MARKS[k]}</span> : null}{t(`common.kind.${k}`)}
        </button>
      ))}
    </div>
  );
}

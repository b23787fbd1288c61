import type { KeyboardEvent } from 'react';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { CornerDownLeft, X } from 'lucide-react';
import { db } from '@/utils/db/database';
import type { Meeting } from '@/utils/meeting/meeting';
import type { LineKind } from '@/utils/notes/records';
import { parseLine } from '@/utils/notes/parse-line';
import { captureDraftKey } from '@/utils/services/capture/save-draft';
import { Failure } from '../app/Failure';
import { usePanelStore } from '../app/panel-store';
import type { DealBoard } from '../hooks/use-deal-record';
import { useDraft } from '../hooks/use-draft';
import { usePreferences } from '../hooks/use-preferences';
import { useSaver } from '../hooks/use-saver';
import { Button } from '../ui/Button';
import './capture.css';

/** Loaded beside the first paint and long before the first Enter: the panel opens faster without it. */
const loadCapture = async () => import('@/utils/services/capture/capture-line');

/** In the order of Alt+1 … Alt+7. */
const KINDS: readonly LineKind[] = ['note', 'gap', 'commitment', 'decision', 'pain', 'want', 'risk'];
const MARKS: Record<LineKind, string> = { note: '', gap: '?', commitment: '!', decision: '*', pain: '#', want: '+', risk: '~' };

interface Props { meeting: Meeting; board: DealBoard | null }

/** One line takes everything; always there; attached to the item in focus. */
export function CaptureBar({ meeting, board }: Props) {
  const t = useTranslations('call.capture');
  const { name, language } = usePreferences();
  const draft = useDraft(captureDraftKey(meeting.id, meeting.dealId), meeting.id);
  const save = useSaver();
  const kind = usePanelStore((s) => s.kind);
  const setKind = usePanelStore((s) => s.setKind);
  const openItem = usePanelStore((s) => s.openItem);
  const openEditor = usePanelStore((s) => s.openEditor);
  const item = board ? [...board.views, ...board.extra].find((v) => v.item.id === openItem)?.item : undefined;
  const busy = useRef(false);
  useEffect(() => { void loadCapture(); }, []);
  const guess = kind ?? parseLine(draft.text)?.kind ?? null;
  const send = (): void => {
    if (busy.current || draft.text.trim() === '') return;
    busy.current = true;
    const focus = item ? { itemId: item.id, topic: item.topic, blocksEstimate: item.estimate === 'blocks' } : null;
    const sent = draft.text;
    // The draft's own writes come first, or the last of them would bring the saved line back as a draft.
    void save(async (at) => { await draft.flush(); return (await loadCapture()).captureLine(db, sent, { meeting, dealId: meeting.dealId, focus, me: name, kind }, at); })
      .then((line) => { if (line) { draft.forget(sent); setKind(null); } })
      .finally(() => { busy.current = false; });
  };
  const onKey = (e: KeyboardEvent<HTMLTextAreaElement>): void => {
    // While an IME composes, Enter and digits belong to it: a Korean syllable must not be cut.
    if (e.nativeEvent.isComposing || e.keyCode === 229) return;
    const picked = e.altKey && /^Digit[1-7]$/.test(e.code) ? KINDS[Number(e.code.slice(5)) - 1] : undefined;
    if (picked) setKind(picked === kind ? null : picked);
    else if (e.key === 'Enter' && !e.shiftKey) send();
    else if (e.key === 'Escape') document.querySelector<HTMLElement>('.item-button[tabindex="0"]')?.focus();
    else return;
    e.preventDefault();
  };
  return (
    <section className="capture" aria-label={t('label')}>
      <Failure />
      <KindPicker guess={guess} picked={kind} onPick={(k) => { setKind(k === kind ? null : k); document.querySelector<HTMLElement>('#capture')?.focus(); }} />
      {item ? (
        <p className="capture-on">
          <span className="grow">{t('attachedTo', { item: board?.topics[item.topic]?.[language] ?? item.id })}</span>
          <Button look="icon" aria-label={t('detach')} title={t('detach')} onClick={() => { openEditor(null); }}><X size={14} aria-hidden /></Button>
        </p>
      ) : null}
      {draft.restored ? <p className="soft capture-restored" role="status">{t('restored')}</p> : null}
      <div className="capture-line">
        <CaptureInput text={draft.text} onText={draft.setText} onKey={onKey} />
        <Button look="primary" className="capture-send" aria-label={t('send')} title={t('send')} onClick={send}><CornerDownLeft size={17} aria-hidden /></Button>
      </div>
      <p id="capture-help" className="visually-hidden">{t('help')}</p>
    </section>
  );
}

function CaptureInput({ text, onText, onKey }: { text: string; onText: (text: string) => void; onKey: (e: KeyboardEvent<HTMLTextAreaElement>) => void }) {
  const t = useTranslations('call.capture');
  const input = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const el = input.current;
    if (!el) return;
    el.style.height = 'auto';
    el.style.height = `${String(Math.min(el.scrollHeight + 2, 120))}px`;
  }, [text]);
  return (
    <textarea
      id="capture" ref={input} className="field-input" rows={1} autoComplete="off" aria-label={t('label')} aria-describedby="capture-help" aria-keyshortcuts="Alt+K"
      placeholder={t('placeholder')} value={text} onChange={(e) => { onText(e.target.value); }} onKeyDown={onKey}
    />
  );
}

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

import type { KeyboardEvent } from 'react';
import { lazy, memo, Suspense, useEffect } from 'react';
import { useTranslations } from 'use-intl';
import type { ContradictionSide, ItemState } from '@/utils/checklist/answer';
import { gapsOfItem } from '@/utils/checklist/gap-rules';
import type { ItemView } from '@/utils/checklist/item-view';
import { isCarriedOver } from '@/utils/checklist/item-view';
import { valueText } from '@/utils/checklist/value/value-text';
import type { Stage } from '@/utils/deal/deal';
import { isDueAt } from '@/utils/deal/deal';
import type { Meeting } from '@/utils/meeting/meeting';
import type { Language } from '@/utils/settings/preferences';
import { showSafely, truncateText } from '@/utils/text/normalize';
import { usePanelStore } from '../app/panel-store';
import type { DealBoard } from '../hooks/use-deal-record';
import { usePreferences } from '../hooks/use-preferences';
import { useSaver } from '../hooks/use-saver';
import { Begun } from '../ui/Begun';
import { StateIcon } from './StateIcon';

// Loaded right after the list is there, so that a row opens at once and the list isn't kept waiting.
const loadEditor = async () => import('./AnswerEditor');
const AnswerEditor = lazy(async () => ({ default: (await loadEditor()).AnswerEditor }));

/** Physical keys, so that a Korean keyboard layout works too. */
const STATE_KEYS: Record<string, ItemState> = {
  KeyA: 'answered', KeyP: 'partial', KeyU: 'asked_unknown', KeyS: 'asked_will_send', KeyD: 'declined', KeyX: 'conflict', KeyN: 'not_applicable',
};

interface Props {
  view: ItemView;
  board: DealBoard;
  meeting: Meeting | null;
  tabbable: boolean;
  /** Something was begun here and is not saved. */
  unsaved: boolean;
  onMove: (from: string, step: number) => void;
}

/** One item: state, topic, question, what is known; opens into its editor in place. */
export function ItemRow({ view, board, meeting, tabbable, unsaved, onMove }: Props) {
  const { item } = view;
  const { language } = usePreferences();
  const open = usePanelStore((s) => s.openItem === item.topic);
  const openEditor = usePanelStore((s) => s.openEditor);
  const focusItem = usePanelStore((s) => s.focusItem);
  const setKind = usePanelStore((s) => s.setKind);
  const save = useSaver();
  const carried = meeting !== null && isCarriedOver(view, meeting);
  useEffect(() => { void loadEditor(); }, []);
  const onKey = (e: KeyboardEvent): void => {
    if (e.nativeEvent.isComposing || e.keyCode === 229 || e.ctrlKey || e.metaKey || e.altKey) return;
    const state = STATE_KEYS[e.code];
    // Between calls there is none.
    const bar = document.querySelector<HTMLElement>('#capture');
    if (e.key === 'ArrowDown' || e.code === 'KeyJ') onMove(item.id, 1);
    else if (e.key === 'ArrowUp' || e.code === 'KeyK') onMove(item.id, -1);
    else if (e.key === 'Escape' && open) openEditor(null);
    else if (e.code === 'KeyQ' && bar) { setKind('gap'); bar.focus(); }
    else if (e.code === 'KeyC' && carried) void loadEditor().then(({ confirmItem }) => save((at) => confirmItem(view, meeting, language, at)));
    else if (state) openEditor(item, state);
    else return;
    e.preventDefault();
  };
  const close = (): void => {
    openEditor(null);
    document.querySelector<HTMLElement>(`[data-item="${item.id}"]`)?.focus();
  };
  return (
    <li className={`item ${open ? 'open' : ''}`}>
      <button
        type="button" className="item-button" data-item={item.id} tabIndex={tabbable ? 0 : -1} aria-expanded={open} aria-describedby="item-keys"
        onFocus={() => { focusItem(item.id); }} onClick={() => { openEditor(open ? null : item); }} onKeyDown={onKey}
      >
        <ItemFace face={{ ...faceOf(view, board, language), unsaved: unsaved && !open, carried }} />
      </button>
      {open ? <Suspense fallback={null}><AnswerEditor view={view} board={board} meeting={meeting} onClose={close} /></Suspense> : null}
    </li>
  );
}

/** All that the closed row shows. */
interface Face {
  topic: string;
  ask: string;
  minimum: boolean;
  /** A minimum item that is not due yet at the deal's stage: by when it is. */
  later: Stage | null;
  state: ItemState;
  gap: boolean;
  unsaved: boolean;
  /** Known before this meeting, not confirmed. */
  carried: boolean;
  offRecord: boolean;
  words: string;
  saidBy: string;
  /** Why it does not apply; null when that is not said. */
  reason: string | null;
  sides: { id: string; a: string; b: string }[];
}

const sideText = ({ text, saidBy }: ContradictionSide): string => `${showSafely(truncateText(text, 160))}${saidBy ? ` — ${showSafely(saidBy)}` : ''}`;

function faceOf(view: ItemView, board: DealBoard, language: Language): Omit<Face, 'unsaved' | 'carried'> {
  const { item, current, state, contradictions } = view;
  return {
    topic: board.topics[item.topic]?.[language] ?? item.topic, ask: item.ask[language], minimum: item.need === 'minimum', later: isDueAt(item.by, board.record.deal.stage) ? null : item.by, state,
    gap: gapsOfItem(view, board.record.gaps).length > 0, offRecord: current?.offRecord ?? false,
    words: current ? showSafely(truncateText(valueText(current.value, language) || current.raw, 400)) : '', saidBy: showSafely(current?.saidBy ?? ''),
    reason: current?.state === 'not_applicable' ? current.reason : null,
    sides: contradictions.filter((c) => c.status === 'open').map((c) => ({ id: c.id, a: sideText(c.a), b: sideText(c.b) })),
  };
}

/** One answer makes a new list of all items: a row that shows what it did is not drawn again. */
const ItemFace = memo(OneFace, ({ face: a }, { face: b }) => JSON.stringify(a) === JSON.stringify(b));

function OneFace({ face }: { face: Face }) {
  const t = useTranslations();
  const { state, words, saidBy } = face;
  return (
    <>
      <StateIcon state={state} />
      <span className="item-face">
        <span className="item-head">
          <span className="item-topic">{face.topic}</span>
          {face.minimum ? <span className={`item-need ${face.later ?? ''}`}>{face.later ? t('call.readiness.label', { stage: t(`common.stage.${face.later}`) }) : t('common.need.minimum')}</span> : null}
          {state === 'not_asked' ? null : <span className={`item-state ${state}`}>{t(`common.state.${state}`)}</span>}
          {face.carried ? <span className="tag">{t('call.item.carried')}</span> : null}
          {face.gap ? <span className="tag owned" title={t('call.item.hasGap')}>?<span className="visually-hidden"> {t('call.item.hasGap')}</span></span> : null}
          {face.unsaved ? <Begun /> : null}
        </span>
        <span className="item-ask">{face.ask}</span>
        {face.offRecord ? <span className="item-answer">{t('call.item.coveredOffRecord')}</span> : null}
        {words ? <span className="item-answer clamp">{words}{saidBy ? <span className="soft"> — {saidBy}</span> : null}</span> : null}
        {face.reason === null ? null : <span className="item-answer">{t('call.item.reason', { reason: face.reason })}</span>}
        {face.sides.map(({ id, a, b }) => (
          <span key={id} className="item-sides">
            <span>{a}</span>
            <span>{b}</span>
          </span>
        ))}
      </span>
    </>
  );
}

import type { KeyboardEvent } from 'react';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslations } from 'use-intl';
import type { ItemState } from '@/utils/checklist/answer';
import { gapsOfItem } from '@/utils/checklist/gap-rules';
import type { ItemView } from '@/utils/checklist/item-view';
import { valueText } from '@/utils/checklist/value/value-text';
import type { Meeting } from '@/utils/meeting/meeting';
import { showSafely, truncateText } from '@/utils/text/normalize';
import { usePanelStore } from '../app/panel-store';
import type { DealBoard } from '../hooks/use-deal-record';
import { usePreferences } from '../hooks/use-preferences';
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
  onMove: (from: string, step: number) => void;
}

/** One item: state, topic, question, what is known; opens into its editor in place. */
export function ItemRow({ view, board, meeting, tabbable, onMove }: Props) {
  const { item } = view;
  const open = usePanelStore((s) => s.openItem === item.id);
  const openEditor = usePanelStore((s) => s.openEditor);
  const focusItem = usePanelStore((s) => s.focusItem);
  const setKind = usePanelStore((s) => s.setKind);
  useEffect(() => { void loadEditor(); }, []);
  const onKey = (e: KeyboardEvent): void => {
    if (e.nativeEvent.isComposing || e.keyCode === 229 || e.ctrlKey || e.metaKey || e.altKey) return;
    const state = STATE_KEYS[e.code];
    if (e.key === 'ArrowDown' || e.code === 'KeyJ') onMove(item.id, 1);
    else if (e.key === 'ArrowUp' || e.code === 'KeyK') onMove(item.id, -1);
    else if (e.key === 'Escape' && open) openEditor(null);
    else if (e.code === 'KeyQ') { setKind('gap'); document.querySelector<HTMLElement>('#capture')?.focus(); }
    else if (state) openEditor(item.id, state);
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
        onFocus={() => { focusItem(item.id); }} onClick={() => { openEditor(open ? null : item.id); }} onKeyDown={onKey}
      >
        <ItemFace view={view} board={board} />
      </button>
      {open ? <Suspense fallback={null}><AnswerEditor key={item.id} view={view} board={board} meeting={meeting} onClose={close} /></Suspense> : null}
    </li>
  );
}

function ItemFace({ view, board }: { view: ItemView; board: DealBoard }) {
  const t = useTranslations();
  const { language } = usePreferences();
  const { item, current } = view;
  const gap = gapsOfItem(view, board.record.gaps).length > 0;
  const words = current ? valueText(current.value, language) || current.raw : '';
  return (
    <>
      <StateIcon state={view.state} />
      <span className="item-face">
        <span className="item-head">
          <span className="item-topic">{board.topics[item.topic]?.[language] ?? item.topic}</span>
          {item.need === 'minimum' ? <span className="item-need" title={t('common.need.minimum')}>{t('common.need.minimum')}</span> : null}
          {view.state === 'not_asked' ? null : <span className={`item-state ${view.state}`}>{t(`common.state.${view.state}`)}</span>}
          {gap ? <span className="tag owned" title={t('call.item.hasGap')}>?<span className="visually-hidden"> {t('call.item.hasGap')}</span></span> : null}
        </span>
        <span className="item-ask">{item.ask[language]}</span>
        {current?.offRecord ? <span className="item-answer">{t('call.item.coveredOffRecord')}</span> : null}
        {words ? <span className="item-answer clamp">{showSafely(truncateText(words, 400))}{current?.saidBy ? <span className="soft"> — {showSafely(current.saidBy)}</span> : null}</span> : null}
        {current?.state === 'not_applicable' ? <span className="item-answer">{t('call.item.reason', { reason: current.reason })}</span> : null}
        {view.contradictions.filter((c) => c.status === 'open').map((c) => (
          <span key={c.id} className="item-sides">
            <span>{showSafely(truncateText(c.a.text, 160))}{c.a.saidBy ? ` — ${c.a.saidBy}` : ''}</span>
            <span>{showSafely(truncateText(c.b.text, 160))}{c.b.saidBy ? ` — ${c.b.saidBy}` : ''}</span>
          </span>
        ))}
      </span>
    </>
  );
}

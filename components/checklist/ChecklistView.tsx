import { useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { askNext } from '@/utils/checklist/ask-next';
import { classify } from '@/utils/checklist/readiness';
import type { ItemView } from '@/utils/checklist/item-view';
import { isSecured } from '@/utils/checklist/item-view';
import { itemDraftKeys } from '@/utils/db/drafts/draft-keys';
import { isDueAt } from '@/utils/deal/deal';
import type { Meeting } from '@/utils/meeting/meeting';
import type { Filter } from '../app/panel-store';
import { FILTERS, usePanelStore } from '../app/panel-store';
import type { DealBoard } from '../hooks/use-deal-record';
import { useOpenDrafts } from '../hooks/use-form-draft';
import { usePreferences } from '../hooks/use-preferences';
import { ItemRow } from './ItemRow';
import './checklist.css';

interface Props { board: DealBoard; meeting: Meeting | null }
interface Section { id: string; name: string; views: ItemView[] }

/** Which items a filter shows; `next` is in the order in which they are best asked. */
function filtered(board: DealBoard, filter: Filter): ItemView[] {
  const { deal, gaps } = board.record;
  const all = [...board.views, ...board.extra];
  const due = (v: ItemView): boolean => v.item.need === 'minimum' && isDueAt(v.item.by, deal.stage);
  switch (filter) {
    case 'all': return all;
    case 'next': return askNext(board.views, deal.stage);
    case 'open': return all.filter((v) => !isSecured(v));
    case 'conflict': return all.filter((v) => v.state === 'conflict');
    default: return board.views.filter((v) => due(v) && classify(v, gaps) === filter);
  }
}

/** Items by section in the checklist's order; "ask next" is one list in asking order. */
function sectionsOf(board: DealBoard, shown: readonly ItemView[], filter: Filter, language: 'ko' | 'en', extraName: (name: string) => string): Section[] {
  if (filter === 'next') return [{ id: 'next', name: '', views: [...shown] }];
  const own = board.checklist.sections.map((s) => ({
    id: s.id, name: s[language], views: shown.filter((v) => board.views.includes(v) && v.item.section === s.id),
  }));
  const further = board.also.map((list) => ({
    id: list.id, name: extraName(list.name[language]), views: shown.filter((v) => board.extra.includes(v) && list.items.includes(v.item)),
  }));
  return [...own, ...further].filter((s) => s.views.length > 0);
}

/** The checklist, live, by section; one tab stop, arrows move, single keys answer. */
export function ChecklistView({ board, meeting }: Props) {
  const t = useTranslations('call');
  const tr = useTranslations('trouble.refused');
  const { language } = usePreferences();
  const filter = usePanelStore((s) => s.filter);
  const shown = useMemo(() => filtered(board, filter), [board, filter]);
  const sections = sectionsOf(board, shown, filter, language, (name) => t('alsoSection', { name }));
  const order = sections.flatMap((s) => s.views.map((v) => v.item.id));
  const drafts = useOpenDrafts();
  const list = useRef<HTMLDivElement>(null);
  const focused = usePanelStore((s) => s.focusedItem);
  const focusItem = usePanelStore((s) => s.focusItem);
  const current = focused && order.includes(focused) ? focused : order[0];
  const move = (from: string, step: number): void => {
    const to = order[Math.min(order.length - 1, Math.max(0, order.indexOf(from) + step))];
    if (!to) return;
    focusItem(to);
    list.current?.querySelector<HTMLElement>(`[data-item="${to}"]`)?.focus();
  };
  return (
    <div className="checklist" ref={list}>
      <FilterBar shown={shown.length} total={board.views.length + board.extra.length} />
      <p id="item-keys" className="visually-hidden">{t('item.keys')}{meeting ? ` ${t('item.keysInCall')}` : ''}</p>
      {sections.map((s) => (
        <section key={s.id} aria-label={s.name || t('filters.next')}>
          {s.name ? <h2 className="section-name">{s.name}</h2> : null}
          <ul>
            {s.views.map((v) => <ItemRow key={`${v.item.topic} ${v.item.id}`} view={v} board={board} meeting={meeting} tabbable={v.item.id === current} unsaved={itemDraftKeys(board.record.deal.id, v.item, v.contradictions.filter((c) => c.status === 'open').map((c) => c.id)).some((key) => drafts.has(key))} onMove={move} />)}
          </ul>
        </section>
      ))}
      {shown.length === 0 ? <p className="soft pad">{board.checklist.items.length === 0 ? tr('no_checklist') : t(filter === 'next' ? 'noItemsNext' : 'noItems')}</p> : null}
    </div>
  );
}

function FilterBar({ shown, total }: { shown: number; total: number }) {
  const t = useTranslations('call');
  const filter = usePanelStore((s) => s.filter);
  const setFilter = usePanelStore((s) => s.setFilter);
  return (
    <div className="filter-bar">
      <label className="visually-hidden" htmlFor="item-filter">{t('filter')}</label>
      <select id="item-filter" className="field-input" value={filter} onChange={(e) => { setFilter(e.target.value as Filter); }}>
        {FILTERS.map((f) => <option key={f} value={f}>{t(`filters.${f}`)}</option>)}
      </select>
      <button type="button" className="chip" aria-pressed={filter === 'next'} onClick={() => { setFilter(filter === 'next' ? 'all' : 'next'); }}>{t('filters.next')}</button>
      <span className="soft" aria-live="polite">{t('itemCount', { shown, total })}</span>
    </div>
  );
}

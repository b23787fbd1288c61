import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { gapsOfItem, isOwnedGap, whoToAsk } from '@/utils/checklist/gap-rules';
import type { ItemView } from '@/utils/checklist/item-view';
import { db } from '@/utils/db/database';
import { itemDraft } from '@/utils/db/drafts/draft-keys';
import type { Meeting, Participant } from '@/utils/meeting/meeting';
import type { Gap } from '@/utils/notes/records';
import { ownItemGap } from '@/utils/services/gap/own-gap';
import { showSafely, truncateText } from '@/utils/text/normalize';
import type { GapFieldsValue } from '../call/GapEditor';
import { StateIcon } from '../checklist/StateIcon';
import type { DealBoard } from '../hooks/use-deal-record';
import { usePreferences } from '../hooks/use-preferences';
import { useSaver } from '../hooks/use-saver';
import { Button } from '../ui/Button';
import { GapForm, GapLine, missingOf } from './GapForm';
import { moveOn, nextTarget } from './row-focus';

/** Who finds out and by when, for gaps that say nothing else. */
export interface GapDefaults { owner: string; due: string | null }

interface Props {
  view: ItemView;
  meeting: Meeting | null;
  /** Who may be asked. */
  people: readonly Participant[];
  board: DealBoard;
  defaults: GapDefaults;
  drafts: ReadonlySet<string>;
}

/** A typed "?" has words, but rarely an owner or a date: what it lacks is filled in. */
function startOf({ view, defaults, people }: Props, gap: Gap | undefined, language: 'ko' | 'en'): GapFieldsValue {
  const askWhom = whoToAsk(view, people.filter((p) => p.side === 'sales' || p.side === 'delivery').map((p) => p.name));
  if (!gap) return { question: view.item.ask[language], route: 'ask_customer', ...defaults, askWhom, blocksEstimate: view.item.estimate === 'blocks' };
  const { question, blocksEstimate } = gap;
  return { question, blocksEstimate, owner: gap.owner || defaults.owner, route: gap.route ?? 'ask_customer', askWhom: gap.askWhom || askWhom, due: gap.due ?? defaults.due };
}

/** One item that is owed: topic, state and question; owned in one press, or its fields unfolded. */
export function OpenItem(props: Props) {
  const { view, meeting, people, board, drafts } = props;
  const t = useTranslations('review.items');
  const tc = useTranslations('common');
  const { language } = usePreferences();
  // Until the person folds or unfolds it, a form that was being filled in is open.
  const [shown, setShown] = useState<boolean | null>(null);
  const save = useSaver();
  const { item } = view;
  const { id: dealId } = board.record.deal;
  const topic = board.topics[item.topic]?.[language] ?? item.id;
  const gap = gapsOfItem(view, board.record.gaps)[0];
  const owned = gap ? isOwnedGap(gap) : false;
  const { key, former } = itemDraft('gap', dealId, item);
  const editing = shown ?? (drafts.has(key) || drafts.has(former));
  const start = startOf(props, gap, language);
  const own = async (value: GapFieldsValue, from: HTMLElement): Promise<boolean> => {
    const row = from.closest('li');
    const next = nextTarget(from, 'button.own');
    const id = await save((at) => ownItemGap(db, dealId, meeting, view, value, at));
    if (id === null) return false;
    if (missingOf(value).length === 0) moveOn(row, next);
    return true;
  };
  /** Nothing but a press: what is still missing is asked for in the unfolded row. */
  const ownAsIs = async (from: HTMLElement): Promise<void> => {
    if (await own(start, from) && missingOf(start).length > 0) setShown(true);
  };
  const close = (): void => {
    setShown(false);
    const edit = document.getElementById(`edit-${item.id}`);
    moveOn(edit?.closest('li') ?? null, edit);
  };
  return (
    <li className={`review-item ${owned ? 'owned' : ''}`}>
      <div className="row nowrap">
        <StateIcon state={view.state} />
        <p className="grow"><b>{topic}</b> <span className="soft unbroken">{tc(`state.${view.state}`)}</span></p>
        <Button look="icon" className="edit" id={`edit-${item.id}`} aria-label={t('edit', { topic })} title={tc('edit')} aria-expanded={editing} onClick={() => { setShown(!editing); }}>
          <Pencil size={15} aria-hidden />
        </Button>
        {owned || editing ? null : <Button className="own" aria-label={t('own', { topic })} onClick={(e) => { void ownAsIs(e.currentTarget); }}>{t('ownShort')}</Button>}
      </div>
      {editing ? null : (
        <div className="review-text">
          {owned ? null : <p className={gap ? '' : 'soft'}>{showSafely(truncateText(gap?.question ?? item.ask[language], 400))}</p>}
          {gap ? <GapLine gap={gap} /> : null}
        </div>
      )}
      {editing ? (
        <GapForm
          label={t('form', { topic })} draftKey={key} former={former} start={start} meetingId={meeting?.id ?? ''} people={people.map((p) => p.name)}
          onSave={own} onClose={close}
        />
      ) : null}
    </li>
  );
}

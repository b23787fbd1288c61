import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { gapsOfItem, isOwnedGap, needsGap } from '@/utils/checklist/gap-rules';
import type { ItemView } from '@/utils/checklist/item-view';
import { db } from '@/utils/db/database';
import type { Meeting } from '@/utils/meeting/meeting';
import type { Gap } from '@/utils/notes/records';
import { ownItemGap } from '@/utils/services/gap/own-gap';
import { showSafely } from '@/utils/text/normalize';
import type { GapFieldsValue } from '../call/GapEditor';
import { GapFields } from '../call/GapEditor';
import { StateIcon } from '../checklist/StateIcon';
import type { DealBoard } from '../hooks/use-deal-record';
import { usePreferences } from '../hooks/use-preferences';
import { useSaver } from '../hooks/use-saver';
import { Button } from '../ui/Button';

interface Props { meeting: Meeting; board: DealBoard }

/** The earlier of the next meeting and the date promised to the customer. */
function defaultDue(meeting: Meeting, board: DealBoard): string | null {
  const dates = [meeting.nextDate, board.record.deal.customerDue].filter((d): d is string => d !== null);
  return dates.sort()[0] ?? null;
}

/** Items whose answer is still owed, each one key away from being an owned gap. */
export function OpenItems({ meeting, board }: Props) {
  const t = useTranslations('review.items');
  const views = [...board.views, ...board.extra].filter((v) => needsGap(v, board.record.deal.stage));
  return (
    <section className="stack" aria-labelledby="review-items">
      <h2 id="review-items">{t('title')} ({views.length})</h2>
      <p className="soft">{views.length === 0 ? t('none') : t('lead')}</p>
      <ul className="review-list">
        {views.map((view) => <OpenItem key={view.item.id} view={view} meeting={meeting} board={board} />)}
      </ul>
    </section>
  );
}

function OpenItem({ view, meeting, board }: Props & { view: ItemView }) {
  const t = useTranslations('review.items');
  const tc = useTranslations('common');
  const { language, name } = usePreferences();
  const [editing, setEditing] = useState(false);
  const save = useSaver();
  const { item } = view;
  const topic = board.topics[item.topic]?.[language] ?? item.id;
  const gap = gapsOfItem(view, board.record.gaps)[0];
  const blank: GapFieldsValue = {
    question: item.ask[language], route: 'ask_customer', owner: name, askWhom: view.current?.saidBy ?? '', due: defaultDue(meeting, board), blocksEstimate: item.estimate === 'blocks',
  };
  // A typed "?" has words and an owner, but rarely a way or a date: those are filled in.
  const start: GapFieldsValue = gap ? { ...gap, owner: gap.owner || name, route: gap.route ?? 'ask_customer', askWhom: gap.askWhom || blank.askWhom, due: gap.due ?? blank.due } : blank;
  const own = (value: GapFieldsValue): void => {
    void save((at) => ownItemGap(db, board.record.deal.id, meeting, view, pickFields(value), at)).then((id) => { if (id) setEditing(false); });
  };
  const owned = gap ? isOwnedGap(gap) : false;
  return (
    <li className="review-item">
      <div className="row nowrap">
        <StateIcon state={view.state} />
        <div className="grow">
          <p><b>{topic}</b> <span className="soft">{tc(`state.${view.state}`)}</span></p>
          <p className={gap ? '' : 'soft'}>{showSafely(gap?.question ?? item.ask[language])}</p>
          {gap ? <GapLine gap={gap} /> : null}
        </div>
      </div>
      {editing ? null : (
        <div className="row end">
          <Button look="quiet" aria-label={t('edit', { topic })} onClick={() => { setEditing(true); }}>{tc('edit')}</Button>
          {owned ? null : <Button className="own" aria-label={t('own', { topic })} onClick={() => { own(start); }}>{t('ownShort')}</Button>}
        </div>
      )}
      {editing ? <GapForm label={t('form', { topic })} start={start} meeting={meeting} onSave={own} onCancel={() => { setEditing(false); }} /> : null}
    </li>
  );
}

function pickFields({ question, route, owner, askWhom, due, blocksEstimate }: GapFieldsValue): GapFieldsValue {
  return { question, route, owner, askWhom, due, blocksEstimate };
}

/** Owner, way and date on one line; what is missing is said. */
export function GapLine({ gap }: { gap: Gap }) {
  const t = useTranslations('review.items');
  const tc = useTranslations('common');
  const owned = isOwnedGap(gap);
  return (
    <p className={`soft ${owned ? 'is-owned' : 'is-unowned'}`}>
      {t('owned', { owner: gap.owner || t('noOwner'), route: gap.route ? tc(`route.${gap.route}`) : '—', due: gap.due ?? t('noDue') })}
    </p>
  );
}

interface FormProps { label: string; start: GapFieldsValue; meeting: Meeting; onSave: (value: GapFieldsValue) => void; onCancel: () => void }

/** The fields of a gap as a form of its own in a review row. */
export function GapForm({ label, start, meeting, onSave, onCancel }: FormProps) {
  const t = useTranslations();
  const [value, setValue] = useState(start);
  return (
    <form className="stack" aria-label={label} onSubmit={(e) => { e.preventDefault(); if (value.question.trim()) onSave(value); }}>
      <GapFields value={value} onChange={(part) => { setValue((v) => ({ ...v, ...part })); }} people={meeting.participants.map((p) => p.name)} />
      <div className="row end">
        <Button look="quiet" onClick={onCancel}>{t('common.cancel')}</Button>
        <Button look="primary" type="submit">{t('call.gaps.save')}</Button>
      </div>
    </form>
  );
}

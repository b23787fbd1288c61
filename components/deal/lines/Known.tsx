import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Answer } from '@/utils/checklist/answer';
import type { ItemView } from '@/utils/checklist/item-view';
import { valueText } from '@/utils/checklist/value/value-text';
import { showSafely, truncateText } from '@/utils/text/normalize';
import type { DealBoard } from '../../hooks/use-deal-record';
import { usePreferences } from '../../hooks/use-preferences';
import { MoveAnswer, MoveAnswerButton } from '../../library/lines/MoveAnswer';
import { useAimedRow } from '../../library/lines/use-aim';
import { DoneLine } from '../../undo/DoneLine';
import type { Done } from '../../undo/use-done';
import { useDone } from '../../undo/use-done';

/** Answers that stand, by section of the checklist. One that is another customer's can go to their deal. */
export function Known({ board }: { board: DealBoard }) {
  const t = useTranslations();
  const { language } = usePreferences();
  const done = useDone();
  const known = [...board.views, ...board.extra].filter((v): v is ItemView & { current: Answer } => v.current !== null && v.state !== 'not_asked');
  return (
    <section className="stack tight" aria-labelledby="deal-known">
      <h2 id="deal-known">{t('deal.known')} ({known.length})</h2>
      {known.length === 0 ? <p className="soft">{t('deal.knownNone')}</p> : null}
      <dl className="known-list">
        {known.map(({ item, state, current }) => <KnownItem key={item.id} name={board.topics[item.topic]?.[language] ?? item.id} state={t(`common.state.${state}`)} current={current} done={done} />)}
      </dl>
      <DoneLine done={done} sticky />
    </section>
  );
}

/** What stands for an item; an address that leads to an answer on it, this or an earlier one, leads here. */
function KnownItem({ name, state, current, done }: { name: string; state: string; current: Answer; done: Done }) {
  const t = useTranslations();
  const { language } = usePreferences();
  const [mode, setMode] = useState<'view' | 'move' | 'was'>('view');
  return (
    <div {...useAimedRow<HTMLDivElement>(current.id, '', current.topic)}>
      <dt className="row nowrap">
        <span className="grow">{name} <span className="soft">{state}</span></span>
        {current.offRecord || mode === 'move' ? null : <MoveAnswerButton item={name} closed={mode === 'was'} onOpen={() => { setMode('move'); }} />}
      </dt>
      <dd>{current.offRecord ? t('library.meeting.offRecord') : showSafely(truncateText(valueText(current.value, language) || current.raw, 600))}{current.saidBy ? <span className="soft"> — {showSafely(current.saidBy)}</span> : null}</dd>
      {mode === 'move' ? <dd><MoveAnswer answer={current} item={name} done={done} onClose={() => { setMode('was'); }} /></dd> : null}
    </div>
  );
}

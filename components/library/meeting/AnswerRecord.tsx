import { EyeOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Answer } from '@/utils/checklist/answer';
import { db } from '@/utils/db/database';
import { coverAnswers } from '@/utils/services/answer/cover-answers';
import { showSafely, truncateText } from '@/utils/text/normalize';
import { usePreferences } from '../../hooks/use-preferences';
import { useSaver } from '../../hooks/use-saver';
import { OtherDeal } from '../../call/LineRecord';
import { Button } from '../../ui/Button';
import type { Done } from '../../undo/use-done';
import { MoveAnswer, MoveAnswerButton } from '../lines/MoveAnswer';

interface Props {
  /** The call's clock. */
  time: string;
  kind: string;
  /** What the item asks, in the language of the page. */
  item: string;
  text: string;
  dealId: string;
  topic: string;
  /** Nothing is left of it that could be taken away. */
  covered: boolean;
  /** It is filed under another deal than its meeting. */
  elsewhere: boolean;
  /** Where it is one answer, which can be moved. */
  answer: Answer | null;
  done: Done;
}

/** An answer, or two that differ, in a meeting's time line: what was said on an item, which can be taken off the record; one answer can go to another deal. */
export function AnswerRecord({ time, kind, item, text, dealId, topic, covered, elsewhere, answer, done }: Props) {
  const t = useTranslations();
  const save = useSaver();
  const { language } = usePreferences();
  const [mode, setMode] = useState<'view' | 'move' | 'was'>('view');
  const cover = (): void => {
    void save((at) => coverAnswers(db, { dealId, topic }, language, at).then(() => true)).then((saved) => { if (saved) done.say({ text: t('library.lines.offRecord'), holds: null }); });
  };
  return (
    <>
      <div className="record-head">
        <span className="record-time">{time}</span>
        <span className="kind answer">{kind}</span>
        <span>{showSafely(item)}</span>
        {elsewhere ? <OtherDeal dealId={dealId} /> : null}
      </div>
      <div className="record-main">
        <p className={`record-text preline grow ${covered ? 'soft' : ''}`}>{showSafely(truncateText(text, 2000))}</p>
        {covered || mode === 'move' ? null : (
          <span className="record-tools" role="group" aria-label={t('call.lines.actions', { text: truncateText(item, 60) })}>
            {answer ? <MoveAnswerButton item={item} closed={mode === 'was'} onOpen={() => { setMode('move'); }} /> : null}
            <Button look="icon" aria-label={t('call.lines.offRecord')} title={`${t('call.lines.offRecord')}. ${t('library.lines.coverHelp')}`} onClick={cover}><EyeOff size={15} aria-hidden /></Button>
          </span>
        )}
      </div>
      {answer && mode === 'move' ? <MoveAnswer answer={answer} item={item} done={done} onClose={() => { setMode('was'); }} /> : null}
    </>
  );
}

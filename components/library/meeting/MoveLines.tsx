import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import { readDealName } from '@/utils/db/read-deal';
import type { Meeting } from '@/utils/meeting/meeting';
import type { LineRef } from '@/utils/services/capture/move-lines';
import { moveLines } from '@/utils/services/capture/move-lines';
import { showSafely } from '@/utils/text/normalize';
import { DealPicker } from '../../start/DealPicker';
import { Button } from '../../ui/Button';
import type { Done } from '../../undo/use-done';
import { useKeeper } from '../../undo/use-keeper';

interface Props {
  meeting: Meeting;
  /** What is picked, in the order in which it was said. */
  lines: readonly LineRef[];
  /** Answers stand among the lines, and stay. */
  answers: boolean;
  /** The deal is being chosen. */
  open: boolean;
  onOpen: (open: boolean) => void;
  onAll: () => void;
  onNone: () => void;
  onClose: () => void;
  done: Done;
}

/** Above a time line of which several lines are being picked: how many there are, and the deal that they go to, in one step. */
export function MoveLines({ meeting, lines, answers, open, onOpen, onAll, onNone, onClose, done }: Props) {
  const t = useTranslations('library.pick');
  const keep = useKeeper(done);
  const [already, setAlready] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const count = lines.length;
  const choosing = open && count > 0;
  // Opened by Enter on a line, or by the button: the keyboard goes to what is asked.
  const was = useRef(false);
  useEffect(() => {
    if (was.current && !choosing) opener.current?.focus();
    was.current = choosing;
    if (!choosing) return;
    const look = new MutationObserver(() => { enter(); });
    const enter = (): void => {
      const field = place.current?.querySelector('input');
      if (field) { look.disconnect(); field.focus(); }
    };
    if (place.current) look.observe(place.current, { childList: true, subtree: true });
    enter();
    return () => { look.disconnect(); };
  }, [choosing]);
  const pick = (dealId: string): void => {
    keep(async (at) => {
      const { moved, already: there } = await moveLines(db, meeting.id, lines, dealId, at);
      const [first] = moved;
      setAlready(first === undefined);
      if (first === undefined) return null;
      const deal = showSafely(await readDealName(db, dealId));
      return { text: `${t('moved', { count: moved.length, deal })}${there > 0 ? ` ${t('there', { count: there })}` : ''}`, meetingId: meeting.id, holds: first };
    }, onClose);
  };
  return (
    <div className="card pick-bar">
      <p><b role="status">{count === 0 ? t('none') : t('count', { count })}</b> <span className="soft">{t('how')}{answers ? ` ${t('answers')}` : ''}</span></p>
      <div className="row">
        <Button ref={opener} look="primary" disabled={count === 0} aria-expanded={choosing} onClick={() => { onOpen(!choosing); }}>{t('to')}</Button>
        <Button onClick={count === 0 ? onAll : onNone}>{count === 0 ? t('all') : t('clear')}</Button>
        <Button look="quiet" onClick={onClose}>{t('cancel')}</Button>
      </div>
      {choosing ? (
        <div ref={place} className="pick-deals">
          <p role="status" className="field-error">{already ? t('already') : ''}</p>
          <DealPicker onPick={pick} currentId={meeting.dealId} />
        </div>
      ) : null}
    </div>
  );
}

import type { ReactNode } from 'react';
import { useState } from 'react';
import { lineDraftKeys } from '@/utils/db/drafts/draft-keys';
import type { TimelineEntry } from '@/utils/db/read-entries';
import { TABLE_OF } from '@/utils/db/read-entries';
import { LineTools, MoveForm, useLineActs, wordsOf } from '../../call/LineTools';
import type { DealBoard } from '../../hooks/use-deal-record';
import { useOpenDrafts } from '../../hooks/use-form-draft';
import { useSayDone } from '../../library/lines/LineList';
import { useAimedRow } from '../../library/lines/use-aim';
import { Begun } from '../../ui/Begun';
import { DoneLine } from '../../undo/DoneLine';
import type { Done } from '../../undo/use-done';
import { Origin } from './Origin';
import '../../call/call.css';

interface ListProps { id: string; title: string; count: number; none: string; after: ReactNode; done: Done; children: ReactNode }

/** One of the deal's own lists, with what was just done in it. */
export function DealList({ id, title, count, none, after, done, children }: ListProps) {
  return (
    <section className="stack tight" aria-labelledby={id}>
      <h2 id={id}>{title} ({count})</h2>
      {count === 0 ? <p className="soft">{none}</p> : <ul className="records" aria-labelledby={id}>{children}</ul>}
      <DoneLine done={done} sticky />
      {after}
    </section>
  );
}

interface RowProps {
  entry: TimelineEntry;
  board: DealBoard;
  /** What its pencil is called, which names it. */
  label: string;
  editor: (close: () => void) => ReactNode;
  /** A line above it. */
  above?: string | null;
  done: Done;
  children: ReactNode;
}

/** A pain, want or promise of the deal, wherever it was said: this is where it stands, with all that can be done with it. */
export function DealRow({ entry, board, label, editor, above = null, done, children }: RowProps) {
  const { id } = entry.row;
  const drafts = useOpenDrafts();
  const [mode, setMode] = useState<'view' | 'edit' | 'move'>('view');
  // The form that was closed: the keyboard comes back to its button.
  const [closed, setClosed] = useState<'edit' | 'move' | null>(null);
  const { remove, offRecord, move } = useLineActs(entry, useSayDone(done));
  const back = (): void => { setClosed(mode === 'view' ? null : mode); setMode('view'); };
  const begun = mode === 'view' && lineDraftKeys(TABLE_OF[entry.type], id, ['edit', 'move']).some((key) => drafts.has(key));
  const row = useAimedRow<HTMLLIElement>(id, 'record');
  return (
    <li {...row}>
      {above ? <p className="cut-line">{above}</p> : null}
      {mode === 'edit' ? editor(back) : (
        <>
          <div className="record-head"><Origin row={entry.row} meetings={board.record.meetings} />{begun ? <Begun /> : null}</div>
          <div className="record-main">
            <div className="record-text">{children}</div>
            {mode === 'view' ? <LineTools words={wordsOf(entry)} edit={label} closed={closed} onEdit={() => { setMode('edit'); }} onMove={() => { setMode('move'); }} onDelete={remove} onOffRecord={offRecord} /> : null}
          </div>
          {mode === 'move' ? <MoveForm entry={entry} onPick={move} onDone={back} /> : null}
        </>
      )}
    </li>
  );
}

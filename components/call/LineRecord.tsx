import { memo, useState } from 'react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslations } from 'use-intl';
import { isOn } from '@/utils/checklist/item-view';
import { db } from '@/utils/db/database';
import { lineDraftKey } from '@/utils/db/drafts/draft-keys';
import type { TimelineEntry } from '@/utils/db/read-entries';
import { TABLE_OF } from '@/utils/db/read-entries';
import type { Meeting } from '@/utils/meeting/meeting';
import type { NoteKind } from '@/utils/notes/records';
import { NOTE_KINDS } from '@/utils/notes/records';
import { editLine } from '@/utils/services/capture/edit-line';
import { showSafely, truncateText } from '@/utils/text/normalize';
import { clockText } from '@/utils/time/plain-date';
import { useDayText } from '../hooks/use-day-text';
import type { DealBoard } from '../hooks/use-deal-record';
import { useFormDraft } from '../hooks/use-form-draft';
import { useSaver } from '../hooks/use-saver';
import { usePreferences } from '../hooks/use-preferences';
import { Begun } from '../ui/Begun';
import { Button } from '../ui/Button';
import { Select, TextArea } from '../ui/Field';
import { leaveByEscape } from '../ui/form-keys';
import { Restored } from '../ui/Restored';
import { GapEditor } from './GapEditor';
import type { LineDone } from './LineTools';
import { LineTools, MoveForm, useLineActs, wordsOf } from './LineTools';
import { PromiseEditor } from './PromiseEditor';

interface Props {
  entry: TimelineEntry;
  /** The meeting that the list is of; null for lines of a deal. */
  meeting: Meeting | null;
  board: DealBoard | null;
  /** Not durable yet: nothing can be done with it. */
  pending: boolean;
  /** It was being changed, and that is not saved. */
  unsaved: boolean;
  /** Told when a form in the line is opened or closed. */
  onBusy: (id: string, busy: boolean) => void;
  /** When it was said, where that is not the call's clock. */
  time?: string;
  /** Told what was done, where no header has an undo button. */
  onDone?: (done: LineDone) => void;
}
type Mode = 'view' | 'edit' | 'move';

/** A thousand lines stand here after three hours: one that did not change is not drawn again. */
export const LineRecord = memo(OneLine, (a, b) => a.entry.type === b.entry.type && a.entry.row.id === b.entry.row.id && a.entry.row.updatedAt === b.entry.row.updatedAt
  && a.entry.row.dealId === b.entry.row.dealId && a.pending === b.pending && a.unsaved === b.unsaved && a.onBusy === b.onBusy && a.time === b.time && a.onDone === b.onDone && a.meeting === b.meeting && a.board?.checklist === b.board?.checklist && a.board?.topics === b.board?.topics);

/** What is in the row of a captured line: time, kind, words; edit, move, delete, off the record. */
function OneLine({ entry, meeting, board, pending, unsaved, onBusy, time, onDone }: Props) {
  const t = useTranslations();
  const day = useDayText();
  const { language } = usePreferences();
  const [mode, setMode] = useState<Mode>('view');
  // The form that was closed: the keyboard comes back to its button.
  const [closed, setClosed] = useState<Mode | null>(null);
  const words = wordsOf(entry);
  const kind = entry.type === 'note' ? entry.row.kind : entry.type;
  const item = board?.checklist.items.find((i) => isOn(entry.row, i));
  const topic = item ? board?.topics[item.topic]?.[language] : undefined;
  const enter = (next: Mode): void => { setMode(next); onBusy(entry.row.id, next !== 'view'); };
  const back = (): void => { setClosed(mode); enter('view'); };
  const { id, meetingId } = entry.row;
  const { remove, offRecord, move } = useLineActs(entry, onDone);
  const onKind = (now: NoteKind, at: number): void => { onDone?.({ what: 'kind', id, meetingId, words, kind: now, at }); };
  const onEnded = (at: number): void => { onDone?.({ what: 'ended', id, meetingId, words, at }); };
  const when = time ?? (entry.row.offsetMs === null ? '' : clockText(entry.row.offsetMs));
  return (
    <>
      <div className="record-head">
        {when === '' ? null : <span className="record-time">{when}</span>}
        <span className={`kind ${kind}`}>{t(`common.kind.${kind}`)}</span>
        {topic ? <span>{t('call.lines.onItem', { item: topic })}</span> : null}
        {'due' in entry.row && entry.row.due ? <span>{t('call.lines.due', { date: day(entry.row.due) })}</span> : null}
        {entry.type === 'commitment' ? <span>{t(`common.confirmation.${entry.row.confirmation}`)}</span> : null}
        {unsaved && mode === 'view' ? <Begun /> : null}
        {meeting && entry.row.dealId !== '' && entry.row.dealId !== meeting.dealId ? <OtherDeal dealId={entry.row.dealId} /> : null}
      </div>
      {mode === 'view' ? (
        <div className="record-main">
          <p className="record-text preline grow">{showSafely(truncateText(words, 2000))}</p>
          {pending ? null : <LineTools words={words} closed={closed} onEdit={() => { enter('edit'); }} onMove={() => { enter('move'); }} onDelete={remove} onOffRecord={offRecord} />}
        </div>
      ) : null}
      {mode === 'edit' ? <LineEditor entry={entry} meeting={meeting} onDone={back} onKind={onKind} onEnded={onEnded} /> : null}
      {mode === 'move' ? <MoveForm entry={entry} onPick={move} onDone={back} /> : null}
    </>
  );
}

/** Whose deal it is filed under. Only where it differs: each of these is a live query, and every key typed wakes them all. */
export function OtherDeal({ dealId }: { dealId: string }) {
  const t = useTranslations('call');
  const deal = useLiveQuery(() => db.deals.get(dealId), [dealId]);
  return deal ? <span className="tag">{t('lines.otherDeal', { deal: deal.name })}</span> : null;
}

interface EditorProps { entry: TimelineEntry; meeting: Meeting | null; onDone: () => void; /** Told of a note that became another kind. */ onKind: (kind: NoteKind, at: number) => void; onEnded: (at: number) => void }

function LineEditor({ entry, meeting, onDone, onKind, onEnded }: EditorProps) {
  if (entry.type === 'gap') return <GapEditor gap={entry.row} meeting={meeting} onDone={onDone} onEnded={onEnded} />;
  if (entry.type === 'commitment') return <PromiseEditor promise={entry.row} onDone={onDone} />;
  return <TextForm entry={entry} onDone={onDone} onKind={onKind} />;
}

interface TextFields { text?: string; kind?: NoteKind; words?: string }

/** Words and kind of a note, words of a want. Only what was changed is written. */
function TextForm({ entry, onDone, onKind }: { entry: Extract<TimelineEntry, { type: 'note' | 'want' }>; onDone: () => void; onKind: (kind: NoteKind, at: number) => void }) {
  const t = useTranslations();
  const save = useSaver();
  const { id, meetingId } = entry.row;
  // Named as the row names them: the deal's page has the same words in a form with more fields, and shares the draft.
  const start: TextFields = entry.type === 'note' ? { text: entry.row.text, kind: entry.row.kind } : { words: entry.row.words };
  const field = entry.type === 'note' ? 'text' : 'words';
  const { value, changed, set, clear, restored } = useFormDraft<TextFields>(lineDraftKey(TABLE_OF[entry.type], id), meetingId, start);
  const text = value[field] ?? '';
  const close = (): void => { clear(); onDone(); };
  const write = (at: number): Promise<void> => (entry.type === 'note' ? editLine(db, 'notes', id, changed, at) : editLine(db, 'wants', id, { words: text }, at));
  const send = (): void => {
    // A write that failed leaves the editor open: the text is in it.
    if (text.trim()) void save((at) => write(at).then(() => at)).then((at) => {
      if (at === null) return;
      close();
      if (changed.kind) onKind(changed.kind, at);
    });
  };
  return (
    <form className="stack" onKeyDown={leaveByEscape(onDone)} onSubmit={(e) => { e.preventDefault(); send(); }}>
      <TextArea label={t('call.lines.text')} value={text} autoFocus onChange={(e) => { set({ [field]: e.target.value }); }} />
      {value.kind ? (
        <Select label={t('call.lines.kind')} value={value.kind} onChange={(e) => { set({ kind: e.target.value as NoteKind }); }}>
          {NOTE_KINDS.map((kind) => <option key={kind} value={kind}>{t(`common.kind.${kind}`)}</option>)}
        </Select>
      ) : null}
      <Restored shown={restored} />
      <div className="row end">
        <Button look="quiet" onClick={close}>{t('common.cancel')}</Button>
        <Button look="primary" type="submit">{t('common.save')}</Button>
      </div>
    </form>
  );
}

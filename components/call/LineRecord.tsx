import type { LucideIcon } from 'lucide-react';
import { EyeOff, FolderInput, Pencil, Trash2 } from 'lucide-react';
import { memo, useState } from 'react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import { lineDraftKey } from '@/utils/db/drafts/draft-keys';
import type { TimelineEntry } from '@/utils/db/read-entries';
import { TABLE_OF } from '@/utils/db/read-entries';
import { readDealChoices } from '@/utils/db/read-deal';
import type { Meeting } from '@/utils/meeting/meeting';
import type { NoteKind } from '@/utils/notes/records';
import { NOTE_KINDS } from '@/utils/notes/records';
import { deleteLine, editLine, moveLine, takeOffRecord } from '@/utils/services/capture/edit-line';
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
import { PromiseEditor } from './PromiseEditor';

/** The words of a captured line, whatever it became. */
export function wordsOf(entry: TimelineEntry): string {
  switch (entry.type) {
    case 'note': return entry.row.text;
    case 'gap': return entry.row.question;
    default: return entry.row.words;
  }
}

/** What was done with a line, for a page that says so and takes it back; `meetingId` is whose undo step it is. */
export interface LineDone { what: 'deleted' | 'moved' | 'offRecord'; id: string; meetingId: string; words: string }

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
  const save = useSaver();
  const words = wordsOf(entry);
  const table = TABLE_OF[entry.type];
  const kind = entry.type === 'note' ? entry.row.kind : entry.type;
  const item = board?.checklist.items.find((i) => i.id === entry.row.itemId);
  const topic = item ? board?.topics[item.topic]?.[language] : undefined;
  const enter = (next: Mode): void => { setMode(next); onBusy(entry.row.id, next !== 'view'); };
  const back = (): void => { setClosed(mode); enter('view'); };
  const { id, meetingId } = entry.row;
  const act = (what: LineDone['what'], write: (at: number) => Promise<void>): Promise<boolean> => save((at) => write(at).then(() => true)).then((done) => {
    if (done) onDone?.({ what, id, meetingId, words });
    return done ?? false;
  });
  const remove = (): void => { void act('deleted', (at) => deleteLine(db, table, id, at)); };
  const offRecord = (): void => { void act('offRecord', () => takeOffRecord(db, table, id)); };
  const move = (dealId: string): Promise<boolean> => act('moved', (at) => moveLine(db, table, id, dealId, at));
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
          {pending ? null : <Tools words={words} closed={closed} onEdit={() => { enter('edit'); }} onMove={() => { enter('move'); }} onDelete={remove} onOffRecord={offRecord} />}
        </div>
      ) : null}
      {mode === 'edit' ? <LineEditor entry={entry} meeting={meeting} onDone={back} /> : null}
      {mode === 'move' ? <MoveForm entry={entry} onPick={move} onDone={back} /> : null}
    </>
  );
}

interface ToolProps { words: string; closed: Mode | null; onEdit: () => void; onMove: () => void; onDelete: () => void; onOffRecord: () => void }

/** Four small buttons at the end of the line's head; undo takes back all but "off the record". */
function Tools({ words, closed, onEdit, onMove, onDelete, onOffRecord }: ToolProps) {
  const t = useTranslations();
  const tool = (label: string, Icon: LucideIcon, act: () => void, title = label, back = false) => (
    <Button look="icon" autoFocus={back} aria-label={label} title={title} onClick={act}><Icon size={15} aria-hidden /></Button>
  );
  return (
    <span className="record-tools" role="group" aria-label={t('call.lines.actions', { text: truncateText(words, 60) })}>
      {tool(t('common.edit'), Pencil, onEdit, t('common.edit'), closed === 'edit')}
      {tool(t('call.lines.move'), FolderInput, onMove, t('call.lines.move'), closed === 'move')}
      {tool(t('common.delete'), Trash2, onDelete)}
      {tool(t('call.lines.offRecord'), EyeOff, onOffRecord, `${t('call.lines.offRecord')}. ${t('call.lines.offRecordHelp')}`)}
    </span>
  );
}

/** Only where it differs: each of these is a live query, and every key typed wakes them all. */
function OtherDeal({ dealId }: { dealId: string }) {
  const t = useTranslations('call');
  const deal = useLiveQuery(() => db.deals.get(dealId), [dealId]);
  return deal ? <span className="tag">{t('lines.otherDeal', { deal: deal.name })}</span> : null;
}

function LineEditor({ entry, meeting, onDone }: { entry: TimelineEntry; meeting: Meeting | null; onDone: () => void }) {
  if (entry.type === 'gap') return <GapEditor gap={entry.row} meeting={meeting} onDone={onDone} />;
  if (entry.type === 'commitment') return <PromiseEditor promise={entry.row} onDone={onDone} />;
  return <TextForm entry={entry} onDone={onDone} />;
}

interface TextFields { text?: string; kind?: NoteKind; words?: string }

/** Words and kind of a note, words of a want. Only what was changed is written. */
function TextForm({ entry, onDone }: { entry: Extract<TimelineEntry, { type: 'note' | 'want' }>; onDone: () => void }) {
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
    if (text.trim()) void save((at) => write(at).then(() => true)).then((done) => { if (done) close(); });
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

/** Files the line under another deal; `onPick` resolves to whether it did. */
function MoveForm({ entry: { type, row }, onPick, onDone }: { entry: TimelineEntry; onPick: (dealId: string) => Promise<boolean>; onDone: () => void }) {
  const t = useTranslations();
  const choices = (useLiveQuery(() => readDealChoices(db), []) ?? []).filter((c) => c.deal.id !== row.dealId);
  const { value, set, clear, restored } = useFormDraft(lineDraftKey(TABLE_OF[type], row.id, 'move'), row.meetingId, { dealId: '' });
  // Deleted since, or the line is there by now: nothing is chosen.
  const dealId = choices.some((c) => c.deal.id === value.dealId) ? value.dealId : '';
  const close = (): void => { clear(); onDone(); };
  return (
    <form className="stack" onSubmit={(e) => { e.preventDefault(); if (dealId) void onPick(dealId).then((done) => { if (done) close(); }); }}>
      <Select label={t('call.lines.moveTo')} value={dealId} onChange={(e) => { set({ dealId: e.target.value }); }}>
        <option value="">{t('call.gaps.noRoute')}</option>
        {choices.map(({ deal, account }) => <option key={deal.id} value={deal.id}>{`${account.name} · ${deal.name}`}</option>)}
      </Select>
      <Restored shown={restored && dealId !== ''} />
      <div className="row end">
        <Button look="quiet" onClick={close}>{t('common.cancel')}</Button>
        <Button look="primary" type="submit" disabled={!dealId}>{t('common.save')}</Button>
      </div>
    </form>
  );
}

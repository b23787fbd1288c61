import type { LucideIcon } from 'lucide-react';
import { EyeOff, FolderInput, Pencil, Trash2 } from 'lucide-react';
import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import { lineDraftKey } from '@/utils/db/drafts/draft-keys';
import type { TimelineEntry } from '@/utils/db/read-entries';
import { TABLE_OF } from '@/utils/db/read-entries';
import { readDealChoices } from '@/utils/db/read-deal';
import type { NoteKind } from '@/utils/notes/records';
import { deleteLine, takeOffRecord } from '@/utils/services/capture/edit-line';
import { moveLine } from '@/utils/services/capture/move-lines';
import { truncateText } from '@/utils/text/normalize';
import { useFormDraft } from '../hooks/use-form-draft';
import { useSaver } from '../hooks/use-saver';
import { Button } from '../ui/Button';
import { Select } from '../ui/Field';
import { Restored } from '../ui/Restored';

/** The words of a captured line, whatever it became. */
export function wordsOf(entry: TimelineEntry): string {
  switch (entry.type) {
    case 'note': return entry.row.text;
    case 'gap': return entry.row.question;
    default: return entry.row.words;
  }
}

/** What was done with a line, for a page that says so and takes it back; `meetingId` is whose undo step it is. */
export interface LineDone {
  what: 'deleted' | 'moved' | 'offRecord' | 'kind' | 'ended';
  id: string;
  meetingId: string;
  words: string;
  at: number;
  /** What kind of note it is now, where that was changed. */
  kind?: NoteKind;
}

/** In a call, where the line that has the keyboard is about to go. */
function holdPlace(): void {
  const row = document.activeElement?.closest('.call-body .record');
  if (row) void import('../ui/keep-place').then(({ keepLinePlace }) => { keepLinePlace(row); });
}

interface LineActs { remove: () => void; offRecord: () => void; /** Resolves to whether it did. */ move: (dealId: string) => Promise<boolean> }

/** What can be done with a line beside editing it; `onDone` is told what was. */
export function useLineActs(entry: TimelineEntry, onDone?: (done: LineDone) => void): LineActs {
  const save = useSaver();
  const table = TABLE_OF[entry.type];
  const { id, meetingId } = entry.row;
  const words = wordsOf(entry);
  const act = (what: LineDone['what'], write: (at: number) => Promise<void>): Promise<boolean> => {
    holdPlace();
    return save((at) => write(at).then(() => at)).then((at) => {
      if (at !== null) onDone?.({ what, id, meetingId, words, at });
      return at !== null;
    });
  };
  return {
    remove: () => { void act('deleted', (at) => deleteLine(db, table, id, at)); },
    offRecord: () => { void act('offRecord', () => takeOffRecord(db, table, id)); },
    move: (dealId) => act('moved', (at) => moveLine(db, table, id, dealId, at)),
  };
}

interface ToolProps { words: string; /** What the pencil is called where several lists stand on a page. */ edit?: string; closed: 'edit' | 'move' | 'view' | null; onEdit: () => void; onMove: () => void; onDelete: () => void; onOffRecord: () => void }

/** Four small buttons at the end of the line's head; undo takes back all but "off the record". */
export function LineTools({ words, edit, closed, onEdit, onMove, onDelete, onOffRecord }: ToolProps) {
  const t = useTranslations();
  const tool = (label: string, Icon: LucideIcon, act: () => void, title = label, back = false) => (
    <Button look="icon" autoFocus={back} aria-label={label} title={title} onClick={act}><Icon size={15} aria-hidden /></Button>
  );
  return (
    <span className="record-tools" role="group" aria-label={t('call.lines.actions', { text: truncateText(words, 60) })}>
      {tool(edit ?? t('common.edit'), Pencil, onEdit, t('common.edit'), closed === 'edit')}
      {tool(t('call.lines.move'), FolderInput, onMove, t('call.lines.move'), closed === 'move')}
      {tool(t('common.delete'), Trash2, onDelete)}
      {tool(t('call.lines.offRecord'), EyeOff, onOffRecord, `${t('call.lines.offRecord')}. ${t('call.lines.offRecordHelp')}`)}
    </span>
  );
}

/** Files the line under another deal; `onPick` resolves to whether it did. */
export function MoveForm({ entry: { type, row }, onPick, onDone }: { entry: TimelineEntry; onPick: (dealId: string) => Promise<boolean>; onDone: () => void }) {
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

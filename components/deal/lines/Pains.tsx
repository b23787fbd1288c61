import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import { lineDraftKey } from '@/utils/db/drafts/draft-keys';
import type { Note, NoteKind } from '@/utils/notes/records';
import { NOTE_KINDS } from '@/utils/notes/records';
import { editLine } from '@/utils/services/capture/edit-line';
import { showSafely, truncateText } from '@/utils/text/normalize';
import type { DealBoard } from '../../hooks/use-deal-record';
import { useFormDraft } from '../../hooks/use-form-draft';
import { useSaver } from '../../hooks/use-saver';
import { useSayDone } from '../../library/lines/LineList';
import { Select, TextArea } from '../../ui/Field';
import { leaveByEscape } from '../../ui/form-keys';
import { FormEnd } from '../../ui/FormEnd';
import { useDone } from '../../undo/use-done';
import { AddLine } from './AddLine';
import { DealList, DealRow } from './DealRow';
import { usePains } from './use-pains';

/** Pain points in the customer's words, each with the wants that would ease it. */
export function Pains({ board }: { board: DealBoard }) {
  const t = useTranslations('deal');
  const pains = usePains(board.record.deal.id);
  const done = useDone();
  const say = useSayDone(done);
  const wantsFor = (id: string): string => board.record.wants.filter((w) => w.painId === id).map((w) => `“${truncateText(w.words, 60)}”`).join(', ');
  if (!pains) return null;
  return (
    <DealList done={done} id="deal-pains" title={t('pains')} count={pains.length} none={t('painsNone')} after={<AddLine kind="pain" dealId={board.record.deal.id} label={t('painAdd')} />}>
      {pains.map((pain) => (
        <DealRow key={pain.id} entry={{ type: 'note', row: pain }} board={board} done={done} label={t('painEdit', { words: truncateText(pain.text, 60) })} editor={(close) => <PainForm pain={pain} onDone={close} onKind={(kind, at) => { say({ what: 'kind', id: pain.id, meetingId: pain.meetingId, words: pain.text, kind, at }); }} />}>
          <p className="preline">{showSafely(truncateText(pain.text, 600))}</p>
          {wantsFor(pain.id) ? <p className="soft">{t('painWants', { wants: showSafely(wantsFor(pain.id)) })}</p> : null}
        </DealRow>
      ))}
    </DealList>
  );
}

/** Words and kind; of another kind, it leaves this list. Shares its draft with the form of the time line, and only what was changed is written. */
function PainForm({ pain, onDone, onKind }: { pain: Note; onDone: () => void; onKind: (kind: NoteKind, at: number) => void }) {
  const t = useTranslations('deal');
  const tc = useTranslations('common');
  const tl = useTranslations('call.lines');
  const save = useSaver();
  const { value: { text, kind }, changed, set, clear, restored } = useFormDraft<Pick<Note, 'text' | 'kind'>>(lineDraftKey('notes', pain.id), pain.meetingId, { text: pain.text, kind: pain.kind });
  const close = (): void => { clear(); onDone(); };
  const send = (): void => {
    if (text.trim() === '') return;
    void save((at) => editLine(db, 'notes', pain.id, { ...changed, ...(changed.text === undefined ? {} : { text: text.trim() }) }, at).then(() => at)).then((at) => {
      if (at === null) return;
      close();
      if (kind !== 'pain') onKind(kind, at);
    });
  };
  return (
    <form className="stack" aria-label={t('painEdit', { words: truncateText(pain.text, 60) })} onKeyDown={leaveByEscape(onDone)} onSubmit={(e) => { e.preventDefault(); send(); }}>
      <TextArea label={t('painWords')} autoFocus value={text} onChange={(e) => { set({ text: e.target.value }); }} />
      <Select label={tl('kind')} value={kind} onChange={(e) => { set({ kind: e.target.value as NoteKind }); }}>
        {NOTE_KINDS.map((one) => <option key={one} value={one}>{tc(`kind.${one}`)}</option>)}
      </Select>
      <FormEnd restored={restored} onCancel={close} blocked={text.trim() === ''} />
    </form>
  );
}

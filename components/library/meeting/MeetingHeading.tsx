import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import { draftKey } from '@/utils/db/drafts/draft-keys';
import type { Meeting } from '@/utils/meeting/meeting';
import { editMeeting } from '@/utils/services/meeting/edit-meeting';
import { showSafely } from '@/utils/text/normalize';
import { useFormDraft } from '../../hooks/use-form-draft';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/Field';
import { leaveByEscape } from '../../ui/form-keys';
import { Restored } from '../../ui/Restored';
import { DoneLine } from '../../undo/DoneLine';
import type { Done } from '../../undo/use-done';
import { useDone } from '../../undo/use-done';
import { useKeeper } from '../../undo/use-keeper';

/** What the meeting is called, which a page often says badly: changed here, or deleted as a whole. */
export function MeetingHeading({ meeting, onDelete }: { meeting: Meeting; onDelete: () => void }) {
  const t = useTranslations('library');
  const done = useDone();
  const [form, setForm] = useState<'no' | 'open' | 'was'>('no');
  const title = showSafely(meeting.title || t('untitled'));
  return (
    <>
      <div className="row title-row">
        <h1 className="grow">{title}</h1>
        {form === 'open' || meeting.purgedAt !== undefined ? null : <Button look="quiet" autoFocus={form === 'was'} aria-label={t('meeting.renameOf', { title })} onClick={() => { setForm('open'); }}><Pencil size={15} aria-hidden /> {t('meeting.rename')}</Button>}
        <Button look="quiet" aria-label={t('deleteOf', { title })} onClick={onDelete}><Trash2 size={15} aria-hidden /> {t('delete')}</Button>
      </div>
      {form === 'open' ? <TitleForm meeting={meeting} done={done} onClose={() => { setForm('was'); }} /> : null}
      <DoneLine done={done} />
    </>
  );
}

function TitleForm({ meeting, done, onClose }: { meeting: Meeting; done: Done; onClose: () => void }) {
  const t = useTranslations();
  const keep = useKeeper(done);
  const { value, changed, set, clear, restored } = useFormDraft(draftKey('title', meeting.id), meeting.id, { title: meeting.title });
  const close = (): void => { clear(); onClose(); };
  const send = (): void => {
    if (changed.title === undefined) { close(); return; }
    keep((at) => editMeeting(db, meeting.id, changed, at).then(() => ({ text: t('library.meeting.renamed'), meetingId: meeting.id, holds: meeting.id })), close);
  };
  return (
    <form className="card narrow" aria-label={t('library.meeting.rename')} onKeyDown={leaveByEscape(onClose)} onSubmit={(e) => { e.preventDefault(); send(); }}>
      <TextField label={t('library.meeting.name')} autoFocus value={value.title} onChange={(e) => { set({ title: e.target.value }); }} />
      <Restored shown={restored} />
      <div className="row end"><Button look="quiet" onClick={close}>{t('common.cancel')}</Button><Button type="submit" look="primary">{t('common.save')}</Button></div>
    </form>
  );
}

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import { lineDraftKey } from '@/utils/db/drafts/draft-keys';
import type { Commitment, CommitmentKind } from '@/utils/notes/records';
import { COMMITMENT_KINDS } from '@/utils/notes/records';
import { missingForFulfilment, unruled } from '@/utils/notes/promise-rules';
import { editLine } from '@/utils/services/capture/edit-line';
import { isWrongDay } from '@/utils/time/field-day';
import { changedFields } from '../hooks/changed-fields';
import { useFormDraft } from '../hooks/use-form-draft';
import { useSaver } from '../hooks/use-saver';
import { Button } from '../ui/Button';
import { ClarityHints } from '../ui/ClarityHints';
import { DateField } from '../ui/DateField';
import { Check, Select, TextArea } from '../ui/Field';
import { enterForm, leaveByEscape } from '../ui/form-keys';
import { Restored } from '../ui/Restored';
import { FulfilmentFields } from './FulfilmentFields';

type Fields = Pick<Commitment, 'words' | 'due' | 'kind' | 'onBehalfOfDelivery' | 'fulfilment' | 'fulfilmentNote' | 'fulfilledOn'>;

function fieldsOf({ words, due, kind, onBehalfOfDelivery, fulfilment, fulfilmentNote = '', fulfilledOn = null }: Commitment): Fields {
  return { words, due, kind, onBehalfOfDelivery, fulfilment, fulfilmentNote, fulfilledOn };
}

/** Edits a promise. Whether delivery must confirm follows from its kind; only delivery confirms. Each keystroke is kept as a draft. */
export function PromiseEditor({ promise, onDone }: { promise: Commitment; onDone: () => void }) {
  const t = useTranslations();
  const save = useSaver();
  const [opened] = useState(promise);
  const { value, set, clear, restored } = useFormDraft(lineDraftKey('commitments', promise.id), promise.meetingId, fieldsOf(opened));
  const [tried, setTried] = useState(false);
  const { words, due, kind, onBehalfOfDelivery } = value;
  const close = (): void => { clear(); onDone(); };
  const send = (): void => {
    setTried(true);
    if (!words.trim() || missingForFulfilment(value) !== null || isWrongDay(due) || isWrongDay(value.fulfilledOn)) return;
    const part = changedFields(fieldsOf(opened), value);
    void save((at) => editLine(db, 'commitments', promise.id, part, at).then(() => true)).then((done) => { if (done) close(); });
  };
  return (
    <form ref={enterForm} className="stack" noValidate onKeyDown={leaveByEscape(onDone)} onSubmit={(e) => { e.preventDefault(); send(); }} aria-label={t('call.promises.edit', { words: promise.words })}>
      <TextArea label={t('call.promises.words')} value={words} help={<ClarityHints about="promise" due={due} text={words} />} onChange={(e) => { set({ words: e.target.value }); }} />
      <div className="pair">
        <Select label={t('call.promises.kind')} value={kind} onChange={(e) => { set({ kind: e.target.value as CommitmentKind }); }}>
          {COMMITMENT_KINDS.map((k) => <option key={k} value={k}>{t(`common.commitmentKind.${k}`)}</option>)}
        </Select>
        <DateField label={t('call.promises.due')} value={due ?? ''} tried={tried} onDay={(day) => { set({ due: day || null }); }} />
      </div>
      <Check label={t('call.promises.onBehalf')} checked={onBehalfOfDelivery} onChange={(e) => { set({ onBehalfOfDelivery: e.target.checked }); }} />
      <FulfilmentFields from={promise.fulfilment} value={value} tried={tried} onChange={set} />
      {unruled(promise, { ...promise, words, due }).confirmation === promise.confirmation ? null : <p className="soft" role="status">{t('call.promises.asksAnew')}</p>}
      <Restored shown={restored} />
      <div className="row end">
        <Button look="quiet" onClick={close}>{t('common.cancel')}</Button>
        <Button look="primary" type="submit">{t('call.promises.save')}</Button>
      </div>
    </form>
  );
}

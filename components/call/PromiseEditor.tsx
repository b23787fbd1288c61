import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import type { Commitment, CommitmentKind } from '@/utils/notes/records';
import { COMMITMENT_KINDS } from '@/utils/notes/records';
import { missingForFulfilment } from '@/utils/notes/promise-rules';
import { editLine } from '@/utils/services/capture/edit-line';
import { changedFields } from '../hooks/changed-fields';
import { useSaver } from '../hooks/use-saver';
import { Button } from '../ui/Button';
import { ClarityHints } from '../ui/ClarityHints';
import { Check, Select, TextArea, TextField } from '../ui/Field';
import { FulfilmentFields } from './FulfilmentFields';

/** Edits a promise. Whether delivery must confirm follows from its kind; only delivery confirms. */
export function PromiseEditor({ promise, onDone }: { promise: Commitment; onDone: () => void }) {
  const t = useTranslations();
  const save = useSaver();
  const [opened] = useState(promise);
  const [value, setValue] = useState(promise);
  const [tried, setTried] = useState(false);
  const { words, due, kind, onBehalfOfDelivery, fulfilment, fulfilmentNote = '', fulfilledOn = null } = value;
  const send = (): void => {
    setTried(true);
    if (!words.trim() || missingForFulfilment(value) !== null) return;
    const part = changedFields(opened, { words, due, kind, onBehalfOfDelivery, fulfilment, fulfilmentNote, fulfilledOn });
    void save((at) => editLine(db, 'commitments', promise.id, part, at).then(() => true)).then((done) => { if (done) onDone(); });
  };
  return (
    <form className="stack" onSubmit={(e) => { e.preventDefault(); send(); }} aria-label={t('call.promises.edit', { words: promise.words })}>
      <TextArea label={t('call.promises.words')} value={words} help={<ClarityHints about="promise" due={due} text={words} />} onChange={(e) => { setValue({ ...value, words: e.target.value }); }} />
      <div className="pair">
        <Select label={t('call.promises.kind')} value={kind} onChange={(e) => { setValue({ ...value, kind: e.target.value as CommitmentKind }); }}>
          {COMMITMENT_KINDS.map((k) => <option key={k} value={k}>{t(`common.commitmentKind.${k}`)}</option>)}
        </Select>
        <TextField label={t('call.promises.due')} type="date" value={due ?? ''} onChange={(e) => { setValue({ ...value, due: e.target.value || null }); }} />
      </div>
      <Check label={t('call.promises.onBehalf')} checked={onBehalfOfDelivery} onChange={(e) => { setValue({ ...value, onBehalfOfDelivery: e.target.checked }); }} />
      <FulfilmentFields from={promise.fulfilment} value={value} tried={tried} onChange={(part) => { setValue({ ...value, ...part }); }} />
      <div className="row end">
        <Button look="quiet" onClick={onDone}>{t('common.cancel')}</Button>
        <Button look="primary" type="submit">{t('call.promises.save')}</Button>
      </div>
    </form>
  );
}

import { useState } from 'react';
import type { FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import { resetEverything } from '@/utils/services/backup/reset-everything';
import { useFailureOf } from '../hooks/use-saver';
import { Button } from '../ui/Button';
import { TextField } from '../ui/Field';
import { downloadBackup } from './use-backup';
import { useSaid } from './use-said';

/** Deletes everything after its word was typed: the one thing that can't be undone asks for more than a click. */
export function ResetSection() {
  const t = useTranslations('settings.reset');
  const tBackup = useTranslations('settings.backup');
  const failureOf = useFailureOf();
  const [word, setWord] = useState('');
  const [said, say, complain] = useSaid();
  const confirmed = word.trim().normalize('NFC').toLowerCase() === t('word');
  const reset = (event: FormEvent): void => {
    event.preventDefault();
    if (!confirmed) return;
    void resetEverything(db).then(() => { setWord(''); say(t('done')); }, async (error: unknown) => { complain(t('failed', { reason: (await failureOf(error))[0] })); });
  };
  const backUp = (): void => {
    void downloadBackup().then((made) => { say(tBackup('done', { file: made.file, count: made.count })); }, async (error: unknown) => { complain(tBackup('failed', { reason: (await failureOf(error))[0] })); });
  };
  return (
    <section className="danger" aria-labelledby="reset-title">
      <h2 id="reset-title">{t('title')}</h2>
      <p>{t('lead')}</p>
      <form className="stack" onSubmit={reset}>
        <div className="narrow"><TextField label={t('type', { word: t('word') })} value={word} onChange={(e) => { setWord(e.target.value); }} /></div>
        <div className="row">
          <Button onClick={backUp}>{tBackup('now')}</Button>
          <Button type="submit" disabled={!confirmed}>{t('go')}</Button>
        </div>
      </form>
      <p className={`said ${said.bad ? 'bad' : ''}`} role="status">{said.text}</p>
    </section>
  );
}

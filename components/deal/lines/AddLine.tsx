import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import { draftKey } from '@/utils/db/drafts/draft-keys';
import { captureLine } from '@/utils/services/capture/capture-line';
import { useDraft } from '../../hooks/use-draft';
import { usePreferences } from '../../hooks/use-preferences';
import { useSaver } from '../../hooks/use-saver';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/Field';

/** One line more, kept on the deal outside any meeting; what is half typed waits for the next visit. */
export function AddLine({ kind, dealId, label }: { kind: 'pain' | 'want' | 'commitment'; dealId: string; label: string }) {
  const tc = useTranslations('common');
  const { name, language } = usePreferences();
  const save = useSaver();
  const key = draftKey(`add:${kind}`, dealId);
  const { text, setText, flush, forget } = useDraft(key, '');
  const send = (): void => {
    if (text.trim() === '') return;
    const context = { meeting: null, dealId, focus: null, me: name, kind, draftKey: key, language };
    void save(async (at) => { await flush(); return captureLine(db, text, context, at); }).then((line) => { if (line) forget(text); });
  };
  return (
    <form className="row narrow" onSubmit={(e) => { e.preventDefault(); send(); }}>
      <div className="grow"><TextField label={label} hideLabel placeholder={label} value={text} onChange={(e) => { setText(e.target.value); }} /></div>
      <Button type="submit" disabled={text.trim() === ''}>{tc('add')}</Button>
    </form>
  );
}

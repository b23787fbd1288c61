import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import type { Meeting } from '@/utils/meeting/meeting';
import { goesOut } from '@/utils/meeting/minutes-edits';
import type { MinutesSection } from '@/utils/packet/render/minutes';
import { plainWords } from '@/utils/packet/render/plain-words';
import { draftForCustomer } from '@/utils/services/packet/draft-minutes';
import { now } from '@/utils/settings/clock';
import { usePreferences } from '../hooks/use-preferences';
import { Button } from '../ui/Button';
import { TextArea } from '../ui/Field';
import { MinutesBody } from './MinutesBody';

interface Props {
  meeting: Meeting;
  section: MinutesSection;
  /** The section has words of its own, or will have: these. */
  edited: boolean;
  words: string;
  /** What is worded for the customer; null while that is written by itself. */
  value: string | null;
  set: (value: string | null) => void;
}

/** What a copy for the customer says of a section of the minutes, before it is saved; and other words for them. */
export function CustomerWords({ meeting, section, edited, words, value, set }: Props) {
  const t = useTranslations('review.minutes.customer');
  const { language } = usePreferences();
  // The keyboard goes along when the field comes and goes, and stays where it is when the form opens with it.
  const [pressed, setPressed] = useState(false);
  const [generated, setGenerated] = useState<string | null>(null);
  const { id, dealId } = meeting;
  useEffect(() => {
    let stale = false;
    // Without it the words can still be written; what goes out is in the packet's preview.
    void now().then(async (at) => draftForCustomer(db, dealId, id, language, at)).then((all) => { if (!stale) setGenerated(all.find((one) => one.id === section.id)?.body ?? null); }, () => undefined);
    return () => { stale = true; };
  }, [dealId, id, language, section.id]);
  const same = edited && goesOut(section.id);
  const word = (told: string | null): void => { setPressed(true); set(told); };
  if (value !== null) {
    return (
      <div className="stack tight">
        <TextArea autoFocus={pressed} label={t('text', { section: section.title })} help={t('textHelp')} rows={Math.min(8, value.split('\n').length + 1)} value={value} onChange={(e) => { set(e.target.value); }} />
        <div className="row end"><Button look="quiet" onClick={() => { word(null); }}>{t(same ? 'dropSame' : 'drop')}</Button></div>
      </div>
    );
  }
  return (
    <section className="stack tight" aria-label={t('title')}>
      <p className="soft">{t(same ? 'same' : edited ? 'inside' : 'says')}</p>
      {same || generated === null ? null : <blockquote><MinutesBody body={generated} /></blockquote>}
      <div className="row"><Button look="quiet" autoFocus={pressed} onClick={() => { word(same ? words : plainWords(generated ?? '')); }}>{t('open')}</Button></div>
    </section>
  );
}

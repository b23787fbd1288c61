import { Pencil } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import type { DraftKey } from '@/utils/db/drafts/draft-keys';
import { draftKey } from '@/utils/db/drafts/draft-keys';
import type { Meeting } from '@/utils/meeting/meeting';
import { customerKey, leftOut } from '@/utils/meeting/minutes-edits';
import type { MinutesSection as Section } from '@/utils/packet/render/minutes';
import { markdownOfEdit } from '@/utils/packet/render/minutes-text';
import { plainWords } from '@/utils/packet/render/plain-words';
import { wordMinutes } from '@/utils/services/meeting/edit-meeting';
import { draftMinutes } from '@/utils/services/packet/draft-minutes';
import { now } from '@/utils/settings/clock';
import type { DealBoard } from '../hooks/use-deal-record';
import { usePreferences } from '../hooks/use-preferences';
import { useFailureOf, useSaver } from '../hooks/use-saver';
import { Button } from '../ui/Button';
import { TextArea } from '../ui/Field';
import { useFormDraft, useOpenDrafts } from '../hooks/use-form-draft';
import { CustomerWords } from './CustomerWords';
import { MinutesBody } from './MinutesBody';

interface Props { meeting: Meeting; board: DealBoard }

/** Rewritten whenever something behind them changes; a moment's pause gathers bursts of changes. */
function useMinutes(meeting: Meeting, board: DealBoard): { sections: Section[]; failure: string | null } {
  const { language } = usePreferences();
  const [state, setState] = useState<{ sections: Section[]; failure: string | null }>({ sections: [], failure: null });
  const dealId = board.record.deal.id;
  const failureOf = useFailureOf();
  useEffect(() => {
    const stale = new AbortController();
    const write = async (): Promise<void> => {
      const sections = await draftMinutes(db, dealId, meeting.id, language, await now(), stale.signal);
      if (!stale.signal.aborted) setState({ sections, failure: null });
    };
    const timer = setTimeout(() => {
      void write().catch((error: unknown) => { if (!stale.signal.aborted) void failureOf(error).then(([failure]) => { if (!stale.signal.aborted) setState((s) => ({ ...s, failure })); }); });
    }, 250);
    return () => { stale.abort(); clearTimeout(timer); };
  }, [board.record, dealId, meeting, language, failureOf]);
  return state;
}

/** The minutes, section by section, each editable in place. */
export function MinutesSection({ meeting, board }: Props) {
  const t = useTranslations('review.minutes');
  const { sections, failure } = useMinutes(meeting, board);
  const drafts = useOpenDrafts();
  return (
    <section className="stack" aria-labelledby="review-minutes">
      <h2 id="review-minutes" tabIndex={-1}>{t('title')}</h2>
      <p className="soft">{t('lead')}</p>
      {failure ? <p className="field-error" role="alert">{failure}</p> : null}
      <ul className="review-list">{sections.map((s) => <MinutesPart key={s.id} section={s} meeting={meeting} drafts={drafts} />)}</ul>
    </section>
  );
}

function MinutesPart({ section, meeting, drafts }: { section: Section; meeting: Meeting; drafts: ReadonlySet<string> }) {
  const t = useTranslations('review.minutes');
  const tc = useTranslations('common');
  const [shown, setShown] = useState<boolean | null>(null);
  const save = useSaver();
  const key = draftKey('minutes', meeting.id, section.id);
  const editing = shown ?? drafts.has(key);
  const worded = customerKey(section.id) in meeting.minutesEdits;
  const stays = leftOut(meeting.minutesEdits).includes(section.id);
  const editId = `edit-minutes-${section.id}`;
  const back = (): void => { document.getElementById(editId)?.focus(); };
  const close = (): void => { setShown(false); back(); };
  return (
    <li className="review-item">
      <div className="row nowrap">
        <h3 className="grow">{section.title}{section.edited ? <span className="tag"> {t('edited')}</span> : null}</h3>
        {(section.edited || worded) && !editing ? (
          <Button look="quiet" aria-label={t('resetOf', { section: section.title })} onClick={() => { back(); void save((at) => wordMinutes(db, meeting.id, { [section.id]: null, [customerKey(section.id)]: null }, at)); }}>{t('reset')}</Button>
        ) : null}
        <Button look="icon" className="edit" id={editId} aria-label={t('edit', { section: section.title })} title={tc('edit')} aria-expanded={editing} onClick={() => { setShown(!editing); }}>
          <Pencil size={15} aria-hidden />
        </Button>
      </div>
      {editing ? <MinutesForm section={section} meeting={meeting} draft={key} onDone={close} /> : <MinutesBody body={section.body} />}
      {editing || !(worded || stays) ? null : <p className="soft">{t(worded ? 'customer.worded' : 'customer.stays')}</p>}
    </li>
  );
}

/** The section as plain words; Markdown only where it is stored. */
function MinutesForm({ section, meeting, draft, onDone }: { section: Section; meeting: Meeting; draft: DraftKey; onDone: () => void }) {
  const t = useTranslations('review.minutes');
  const tc = useTranslations('common');
  const save = useSaver();
  const source = meeting.minutesEdits[section.id] ?? section.body;
  const before = plainWords(source);
  const told = meeting.minutesEdits[customerKey(section.id)] ?? null;
  const toldBefore = told === null ? null : plainWords(told);
  const { value, set, clear } = useFormDraft<{ words: string; text: string | null; customer: string | null }>(draft, meeting.id, { words: before, text: null, customer: toldBefore });
  // A draft that an earlier version left is Markdown.
  const words = value.text !== null && value.words === before ? plainWords(value.text) : value.words;
  const close = (): void => { clear(); onDone(); };
  // What was not changed goes on being written by itself.
  const changed = {
    ...(words === before ? {} : { [section.id]: markdownOfEdit(words, source) }),
    ...(value.customer === toldBefore ? {} : { [customerKey(section.id)]: value.customer === null ? null : markdownOfEdit(value.customer, told ?? '') }),
  };
  const send = async (): Promise<void> => {
    // What could not be saved stays in the form, and in its draft.
    if (Object.keys(changed).length === 0 || await save((at) => wordMinutes(db, meeting.id, changed, at).then(() => true))) close();
  };
  return (
    <form className="stack" onSubmit={(e) => { e.preventDefault(); void send(); }}>
      <TextArea label={t('text', { section: section.title })} help={t('marks')} rows={Math.min(14, words.split('\n').length + 2)} value={words} autoFocus onChange={(e) => { set({ words: e.target.value, text: null }); }} />
      <CustomerWords meeting={meeting} section={section} edited={section.edited || words !== before} words={words} value={value.customer} set={(customer) => { set({ customer }); }} />
      <div className="row end">
        <Button look="quiet" onClick={close}>{tc('cancel')}</Button>
        <Button look="primary" type="submit">{tc('save')}</Button>
      </div>
    </form>
  );
}

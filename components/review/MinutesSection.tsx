import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import type { Meeting } from '@/utils/meeting/meeting';
import type { MinutesSection as Section } from '@/utils/packet/render/minutes';
import { editMinutes } from '@/utils/services/meeting/edit-meeting';
import { draftMinutes } from '@/utils/services/packet/draft-minutes';
import { now } from '@/utils/settings/clock';
import { showSafely } from '@/utils/text/normalize';
import type { DealBoard } from '../hooks/use-deal-record';
import { useDraft } from '../hooks/use-draft';
import { usePreferences } from '../hooks/use-preferences';
import { useSaver } from '../hooks/use-saver';
import { Button } from '../ui/Button';
import { TextArea } from '../ui/Field';

interface Props { meeting: Meeting; board: DealBoard }

/** Rewritten whenever something behind them changes; a moment's pause gathers bursts of changes. */
function useMinutes(meeting: Meeting, board: DealBoard): { sections: Section[]; failure: string | null } {
  const { language } = usePreferences();
  const [state, setState] = useState<{ sections: Section[]; failure: string | null }>({ sections: [], failure: null });
  const dealId = board.record.deal.id;
  useEffect(() => {
    let alive = true;
    const write = async (): Promise<void> => {
      const sections = await draftMinutes(db, dealId, meeting.id, language, await now());
      if (alive) setState({ sections, failure: null });
    };
    const timer = setTimeout(() => {
      void write().catch((error: unknown) => { if (alive) setState((s) => ({ ...s, failure: String(error) })); });
    }, 250);
    return () => { alive = false; clearTimeout(timer); };
  }, [board.record, dealId, meeting, language]);
  return state;
}

/** The minutes, section by section, each editable in place. */
export function MinutesSection({ meeting, board }: Props) {
  const t = useTranslations('review.minutes');
  const { sections, failure } = useMinutes(meeting, board);
  return (
    <section className="stack" aria-labelledby="review-minutes">
      <h2 id="review-minutes">{t('title')}</h2>
      <p className="soft">{t('lead')}</p>
      {failure ? <p className="field-error" role="alert">{failure}</p> : null}
      <ul className="review-list">{sections.map((s) => <MinutesPart key={s.id} section={s} meeting={meeting} />)}</ul>
    </section>
  );
}

function MinutesPart({ section, meeting }: { section: Section; meeting: Meeting }) {
  const t = useTranslations('review.minutes');
  const tc = useTranslations('common');
  const [editing, setEditing] = useState(false);
  const save = useSaver();
  return (
    <li className="review-item">
      <div className="row nowrap">
        <h3 className="grow">{section.title}{section.edited ? <span className="tag"> {t('edited')}</span> : null}</h3>
        {editing ? null : <Button look="quiet" aria-label={t('edit', { section: section.title })} onClick={() => { setEditing(true); }}>{tc('edit')}</Button>}
      </div>
      {editing ? <MinutesForm section={section} meeting={meeting} onDone={() => { setEditing(false); }} /> : <p className="minutes-body">{plain(section.body)}</p>}
      {section.edited && !editing ? <Button look="quiet" onClick={() => { void save((at) => editMinutes(db, meeting.id, section.id, null, at)); }}>{t('reset')}</Button> : null}
    </li>
  );
}

/** For reading in the panel: without the marks of Markdown. */
function plain(markdown: string): string {
  return showSafely(markdown.replace(/^- /gmu, '· ').replace(/\*\*/gu, '').replace(/\\([\\`*_{}[\]()#+\-.!|>~])/gu, '$1'));
}

function MinutesForm({ section, meeting, onDone }: { section: Section; meeting: Meeting; onDone: () => void }) {
  const t = useTranslations('review.minutes');
  const tc = useTranslations('common');
  const save = useSaver();
  const draft = useDraft(`minutes:${meeting.id}:${section.id}`, meeting.id);
  const [touched, setTouched] = useState(false);
  const text = draft.text || touched ? draft.text : section.body;
  const send = (): void => {
    void save((at) => editMinutes(db, meeting.id, section.id, text, at)).then(() => { draft.setText(''); onDone(); });
  };
  return (
    <form className="stack" onSubmit={(e) => { e.preventDefault(); send(); }}>
      <TextArea label={t('text', { section: section.title })} rows={6} value={text} autoFocus onChange={(e) => { setTouched(true); draft.setText(e.target.value); }} />
      <div className="row end">
        <Button look="quiet" onClick={() => { draft.setText(''); onDone(); }}>{tc('cancel')}</Button>
        <Button look="primary" type="submit">{tc('save')}</Button>
      </div>
    </form>
  );
}

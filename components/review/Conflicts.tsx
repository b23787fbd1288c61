import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Contradiction } from '@/utils/checklist/answer';
import { db } from '@/utils/db/database';
import type { Meeting } from '@/utils/meeting/meeting';
import { settleContradiction } from '@/utils/services/answer/settle-contradiction';
import { showSafely } from '@/utils/text/normalize';
import { useConflictDraft } from '../checklist/conflict-draft';
import type { DealBoard } from '../hooks/use-deal-record';
import { usePreferences } from '../hooks/use-preferences';
import { useSaver } from '../hooks/use-saver';
import { Button } from '../ui/Button';
import { TextField } from '../ui/Field';
import { moveOn, nextTarget } from './row-focus';

/** `meeting`: null between calls, on the deal's own page. */
interface Props { meeting: Meeting | null; board: DealBoard }

/** Answers that differ, side by side: one stands, both are true, or it stays open with its gap above. */
export function Conflicts({ meeting, board }: Props) {
  const t = useTranslations('review.conflicts');
  const { language } = usePreferences();
  const open = board.record.contradictions.filter((c) => c.status === 'open');
  return (
    <section className="stack" aria-labelledby="review-conflicts">
      <h2 id="review-conflicts" tabIndex={-1}>{t('title')} ({open.length})</h2>
      <p className="soft">{open.length === 0 ? t('none') : t('lead')}</p>
      <ul className="review-list">
        {open.map((c) => <Conflict key={c.id} conflict={c} topic={board.topics[c.topic]?.[language] ?? c.topic} meetingId={meeting?.id ?? c.meetingId ?? ''} />)}
      </ul>
    </section>
  );
}

function Conflict({ conflict: c, topic, meetingId }: { conflict: Contradiction; topic: string; meetingId: string }) {
  const t = useTranslations('review.conflicts');
  const { language } = usePreferences();
  const save = useSaver();
  const { value, stands, set, clear } = useConflictDraft(c, meetingId);
  const [tried, setTried] = useState(false);
  const kept = value.kept === '' ? '' : stands.trim();
  const settle = async (status: 'resolved' | 'both_true', button: HTMLElement): Promise<void> => {
    setTried(true);
    if (status === 'resolved' && kept === '') { button.closest('li')?.querySelector('input')?.focus(); return; }
    const next = nextTarget(button, 'input');
    const outcome = { status, kept: status === 'resolved' ? kept : '', why: value.why };
    if (!await save((at) => settleContradiction(db, c.id, outcome, language, at).then(() => true))) return;
    clear();
    moveOn(button.closest('li'), next);
  };
  const side = (which: 'a' | 'b') => (
    <Choice name={c.id} checked={value.kept === which} onPick={() => { set({ kept: which }); }} label={t('side', { who: showSafely(c[which].saidBy) || t('unknownWho'), text: showSafely(c[which].text) })} />
  );
  const error = tried && kept === '' ? t('needKept') : null;
  return (
    <li className="review-item">
      <fieldset className="stack tight" aria-describedby={error && value.kept !== 'other' ? `need-${c.id}` : undefined}>
        <legend><b>{topic}</b> <span className="soft">{t('stands')}</span></legend>
        {side('a')}
        {side('b')}
        <Choice name={c.id} checked={value.kept === 'other'} onPick={() => { set({ kept: 'other' }); }} label={t('other')} />
        {value.kept === 'other' ? <TextField label={t('words', { topic })} value={value.words} error={error} onChange={(e) => { set({ words: e.target.value }); }} /> : null}
        {error && value.kept !== 'other' ? <p id={`need-${c.id}`} className="field-error" role="alert">{error}</p> : null}
      </fieldset>
      <TextField label={t('why')} aria-label={t('whyOf', { topic })} value={value.why} onChange={(e) => { set({ why: e.target.value }); }} />
      <div className="row end">
        <Button look="quiet" aria-label={t('bothTrueOf', { topic })} onClick={(e) => { void settle('both_true', e.currentTarget); }}>{t('bothTrue')}</Button>
        <Button aria-label={t('settleOf', { topic })} onClick={(e) => { void settle('resolved', e.currentTarget); }}>{t('settle')}</Button>
      </div>
    </li>
  );
}

function Choice({ name, checked, onPick, label }: { name: string; checked: boolean; onPick: () => void; label: string }) {
  return <label className="check"><input type="radio" name={name} checked={checked} onChange={onPick} /><span className="preline">{label}</span></label>;
}

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Contradiction } from '@/utils/checklist/answer';
import type { ItemView } from '@/utils/checklist/item-view';
import { valueText } from '@/utils/checklist/value/value-text';
import { db } from '@/utils/db/database';
import type { Meeting } from '@/utils/meeting/meeting';
import { addContradiction, settleContradiction } from '@/utils/services/answer/settle-contradiction';
import { showSafely } from '@/utils/text/normalize';
import type { DealBoard } from '../hooks/use-deal-record';
import { usePreferences } from '../hooks/use-preferences';
import { useSaver } from '../hooks/use-saver';
import { Button } from '../ui/Button';
import { TextField } from '../ui/Field';
import { ItemSources } from './ItemSources';

interface Props { view: ItemView; board: DealBoard; meeting: Meeting | null }

/** Behind an item: why delivery needs it, a good answer, earlier values, answers that differ. */
export function ItemBackground({ view, board, meeting }: Props) {
  const t = useTranslations('call');
  const tc = useTranslations('common');
  const { language } = usePreferences();
  const { item, earlier, current } = view;
  const history = [...(current ? [current] : []), ...earlier];
  return (
    <div className="background">
      <details>
        <summary>{t('item.why')}</summary>
        <p>{item.why[language]}</p>
        <p className="soft">{t('item.good')}: {item.goodAnswer[language]}</p>
      </details>
      <ItemSources view={view} dealId={board.record.deal.id} />
      {history.length > 0 ? (
        <details>
          <summary>{t('answer.history')} ({history.length})</summary>
          <ul className="history">
            {history.map((a) => (
              <li key={a.id}>
                <span className="soft">{tc(`state.${a.state}`)}{a.confidence ? ` · ${tc(`confidence.${a.confidence}`)}` : ''}{a.saidBy ? ` · ${showSafely(a.saidBy)}` : ''}</span>
                <span className="preline">{a.offRecord ? t('item.coveredOffRecord') : showSafely(valueText(a.value, language) || a.raw)}</span>
                {a.remark ? <span className="soft">{showSafely(a.remark)}</span> : null}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {view.contradictions.map((c) => <ContradictionCard key={c.id} contradiction={c} />)}
      <AddContradiction view={view} board={board} meeting={meeting} />
    </div>
  );
}

/** Two answers side by side with who said them, and what stands. */
export function ContradictionCard({ contradiction: c }: { contradiction: Contradiction }) {
  const t = useTranslations('call.conflict');
  const save = useSaver();
  const [kept, setKept] = useState('');
  const [why, setWhy] = useState('');
  const { language } = usePreferences();
  const [tried, setTried] = useState(false);
  const settle = (status: 'resolved' | 'both_true'): void => {
    if (status === 'resolved' && !kept.trim()) { setTried(true); return; }
    void save((at) => settleContradiction(db, c.id, { status, kept, why }, language, at));
  };
  const side = (s: Contradiction['a']) => t('a', { who: showSafely(s.saidBy) || t('unknownWho'), text: showSafely(s.text) });
  return (
    <section className="sides" aria-label={t('title')}>
      <p className="row"><b>{t('title')}</b><span className={`tag ${c.status === 'open' ? 'unowned' : 'secured'}`}>{t(c.status)}</span></p>
      <ul className="two"><li>{side(c.a)}</li><li>{side(c.b)}</li></ul>
      {c.status === 'open' ? (
        <div className="stack">
          <TextField label={t('kept')} value={kept} onChange={(e) => { setKept(e.target.value); }} error={tried && !kept.trim() ? t('needKept') : null} />
          <TextField label={t('why')} value={why} onChange={(e) => { setWhy(e.target.value); }} />
          <div className="row end">
            <Button look="quiet" onClick={() => { settle('both_true'); }}>{t('bothTrue')}</Button>
            <Button onClick={() => { settle('resolved'); }}>{t('settle')}</Button>
          </div>
        </div>
      ) : c.kept ? <p className="soft">{t('keptIs', { text: showSafely(c.kept) })}</p> : null}
    </section>
  );
}

function AddContradiction({ view, board, meeting }: Props) {
  const t = useTranslations('call');
  const save = useSaver();
  const [open, setOpen] = useState(false);
  const blank = { a: '', aBy: '', b: '', bBy: '' };
  const [form, setForm] = useState(blank);
  const set = (part: Partial<typeof blank>): void => { setForm((f) => ({ ...f, ...part })); };
  if (!open) return <Button look="quiet" onClick={() => { setOpen(true); }}>{t('conflict.add')}</Button>;
  const send = (): void => {
    if (!form.a.trim() || !form.b.trim()) return;
    const heard = { dealId: board.record.deal.id, meetingId: meeting?.id ?? null, item: view.item, a: { text: form.a, saidBy: form.aBy }, b: { text: form.b, saidBy: form.bBy } };
    void save((at) => addContradiction(db, heard, at)).then((id) => { if (id) { setOpen(false); setForm(blank); } });
  };
  return (
    <fieldset className="sides stack" onKeyDown={(e) => { if (e.key === 'Enter' && !e.nativeEvent.isComposing) { e.preventDefault(); e.stopPropagation(); send(); } }}>
      <legend className="field-label">{t('conflict.add')}</legend>
      <TextField label={t('answer.sideA')} value={form.a} onChange={(e) => { set({ a: e.target.value }); }} />
      <TextField label={`${t('answer.sideA')}: ${t('answer.sideBy')}`} value={form.aBy} onChange={(e) => { set({ aBy: e.target.value }); }} />
      <TextField label={t('answer.sideB')} value={form.b} onChange={(e) => { set({ b: e.target.value }); }} />
      <TextField label={`${t('answer.sideB')}: ${t('answer.sideBy')}`} value={form.bBy} onChange={(e) => { set({ bBy: e.target.value }); }} />
      <div className="row end"><Button onClick={send} disabled={!form.a.trim() || !form.b.trim()}>{t('conflict.save')}</Button></div>
    </fieldset>
  );
}

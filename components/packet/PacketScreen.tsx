import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Meeting } from '@/utils/meeting/meeting';
import { LANGUAGES, REDACTIONS } from '@/utils/packet/choices';
import { utcOffsetAt } from '@/utils/settings/clock';
import type { LeadTime } from '@/utils/time/lead-time';
import { leadTime } from '@/utils/time/lead-time';
import { dateAt } from '@/utils/time/plain-date';
import { usePanelStore } from '../app/panel-store';
import type { DealBoard } from '../hooks/use-deal-record';
import { useNow } from '../hooks/use-now';
import { usePreferences } from '../hooks/use-preferences';
import { Button } from '../ui/Button';
import { ChipChoice, TextArea, TextField } from '../ui/Field';
import { EarlierPackets } from './EarlierPackets';
import { ExportButtons } from './ExportButtons';
import type { PacketForm, PacketProblem } from './packet-form';
import { choicesOf, countsFor, problemsOf } from './packet-form';
import { PacketPreview } from './PacketPreview';
import { usePreview } from './use-preview';
import '../review/review.css';
import './packet.css';

/** Choices, readiness, preview, export: what delivery will get, exactly. */
export function PacketScreen({ meeting, board }: { meeting: Meeting; board: DealBoard }) {
  const t = useTranslations('packet');
  const { language, name } = usePreferences();
  const go = usePanelStore((s) => s.go);
  const { now } = useNow();
  const { deal } = board.record;
  const lead = leadTime(deal.customerDue, dateAt(now, meeting.utcOffset || utcOffsetAt(now)));
  const [form, setForm] = useState<PacketForm>({ purpose: deal.stage === 'contract' ? 'handoff' : 'estimate', language, redaction: 'internal', author: name, respondBy: lead.respondBy ?? '', lateReason: '', questions: '', reason: '' });
  const [tried, setTried] = useState(false);
  const counts = countsFor(board, form.purpose);
  const problems = problemsOf(form, counts, lead);
  const choices = choicesOf(form, counts);
  const preview = usePreview(board, choices);
  const set = (part: Partial<PacketForm>): void => { setForm((f) => ({ ...f, ...part })); };
  return (
    <main className="screen packet">
      <Button look="quiet" className="packet-back" onClick={() => { go('review'); }}>{t('back')}</Button>
      <h1>{t('title')}</h1>
      <Choices form={form} set={set} />
      <Request form={form} set={set} lead={lead} problem={tried && problems.includes('late')} />
      <Unowned board={board} form={form} set={set} unowned={counts.unowned} problem={tried && problems.includes('reason')} />
      <PacketPreview preview={preview} />
      <ExportButtons meeting={meeting} board={board} choices={choices} preview={preview} blocked={problems} onBlocked={() => { setTried(true); focusProblem(problems); }} />
      <EarlierPackets dealId={deal.id} utcOffset={meeting.utcOffset} />
    </main>
  );
}

/** The first field that is missing gets the caret. */
function focusProblem(problems: readonly PacketProblem[]): void {
  requestAnimationFrame(() => { document.querySelector<HTMLElement>(`[data-problem="${problems[0] ?? ''}"]`)?.focus(); });
}

interface FormProps { form: PacketForm; set: (part: Partial<PacketForm>) => void }

function Choices({ form, set }: FormProps) {
  const t = useTranslations('packet');
  return (
    <section className="card" aria-label={t('title')}>
      <ChipChoice label={t('purpose')} name="purpose" value={form.purpose} onChange={(purpose) => { set({ purpose }); }} options={(['estimate', 'handoff'] as const).map((v) => ({ value: v, label: t(`purposes.${v}`) }))} />
      <ChipChoice label={t('language')} name="packet-language" value={form.language} onChange={(language) => { set({ language }); }} options={LANGUAGES.map((v) => ({ value: v, label: v === 'ko' ? '한국어' : 'English' }))} />
      <ChipChoice label={t('redaction')} name="redaction" value={form.redaction} onChange={(redaction) => { set({ redaction }); }} options={REDACTIONS.map((v) => ({ value: v, label: t(`redactions.${v}`), help: t(`redactionHelp.${v}`) }))} />
      <p className="soft">{t(`redactionHelp.${form.redaction}`)}</p>
      <TextField label={t('author')} value={form.author} onChange={(e) => { set({ author: e.target.value }); }} />
    </section>
  );
}

function Request({ form, set, lead, problem }: FormProps & { lead: LeadTime; problem: boolean }) {
  const t = useTranslations('packet');
  return (
    <section className="card" aria-label={t('respondBy')}>
      <TextField label={t('respondBy')} type="date" value={form.respondBy} onChange={(e) => { set({ respondBy: e.target.value }); }} />
      {lead.class ? <p className={`soft ${lead.class === 'comfortable' ? '' : 'is-owned'}`}>{t(`lead.${lead.class}`, { latest: lead.latest ?? '', recommended: lead.recommended ?? '' })}</p> : null}
      {lead.class === 'late' ? <TextField label={t('lateReason')} data-problem="late" value={form.lateReason} error={problem ? t('needLate') : null} onChange={(e) => { set({ lateReason: e.target.value }); }} /> : null}
      <TextArea label={t('questions')} help={t('questionsHelp')} value={form.questions} onChange={(e) => { set({ questions: e.target.value }); }} />
    </section>
  );
}

function Unowned({ form, set, unowned, problem }: FormProps & { board: DealBoard; unowned: number; problem: boolean }) {
  const t = useTranslations('packet');
  if (unowned === 0) return null;
  return (
    <section className="card" aria-label={t('unowned')}>
      <p className="is-unowned">{t('unowned')}: {unowned}</p>
      <TextField label={t('reason')} help={t('reasonHelp')} data-problem="reason" value={form.reason} error={problem ? t('needReason', { count: unowned }) : null} onChange={(e) => { set({ reason: e.target.value }); }} />
    </section>
  );
}

import { useTranslations } from 'use-intl';
import type { ItemView } from '@/utils/checklist/item-view';
import type { Meeting } from '@/utils/meeting/meeting';
import { leftOut } from '@/utils/meeting/minutes-edits';
import { LANGUAGES, OFFERED_PURPOSES, REDACTIONS } from '@/utils/packet/choices';
import { packetLabels, ruleText } from '@/utils/packet/labels/labels';
import { MINUTES_SECTIONS } from '@/utils/packet/render/minutes';
import type { PacketRequest, PacketRule } from '@/utils/packet/schema';
import { showSafely } from '@/utils/text/normalize';
import { oneLine } from '@/utils/text/pair-lines';
import type { LeadTime } from '@/utils/time/lead-time';
import { useDayText } from '../../hooks/use-day-text';
import type { DealBoard } from '../../hooks/use-deal-record';
import { usePreferences } from '../../hooks/use-preferences';
import { Button } from '../../ui/Button';
import { DateField } from '../../ui/DateField';
import { ChipChoice, TextArea, TextField } from '../../ui/Field';
import type { PacketForm } from './packet-form';

interface FormProps { form: PacketForm; set: (part: Partial<PacketForm>) => void }

/** What for, in which language, for whose eyes, from whom. */
export function Choices({ form, set, meetings }: FormProps & { meetings: readonly Pick<Meeting, 'minutesEdits'>[] }) {
  const t = useTranslations('packet');
  const { minutes } = packetLabels(form.language);
  const kept = MINUTES_SECTIONS.filter((id) => meetings.some(({ minutesEdits }) => leftOut(minutesEdits).includes(id)));
  return (
    <section className="card" aria-label={t('title')}>
      <ChipChoice label={t('purpose')} name="purpose" value={form.purpose} onChange={(purpose) => { set({ purpose }); }} options={OFFERED_PURPOSES.map((v) => ({ value: v, label: t(`purposes.${v}`) }))} />
      <ChipChoice label={t('language')} name="packet-language" value={form.language} onChange={(language) => { set({ language }); }} options={LANGUAGES.map((v) => ({ value: v, label: t(`languages.${v}`) }))} />
      {form.purpose === 'join' ? null : (
        <div className="stack tight">
          <ChipChoice label={t('redaction')} name="redaction" value={form.redaction} onChange={(redaction) => { set({ redaction }); }} options={REDACTIONS.map((v) => ({ value: v, label: t(`redactions.${v}`) }))} />
          <p className="soft" aria-live="polite">{t(`redactionHelp.${form.redaction}`)}</p>
          {form.redaction === 'internal' || kept.length === 0 ? null : <p className="soft is-owned">{t('editsLeft', { sections: kept.map((id) => minutes[id]).join(', ') })}</p>}
        </div>
      )}
      <TextField label={t('author')} value={form.author} onChange={(e) => { set({ author: e.target.value }); }} />
    </section>
  );
}

/** What we ask of delivery, and by when; late needs a reason. */
export function Request({ form, set, lead, problem, wrongDay, asked }: FormProps & { lead: LeadTime; problem: boolean; wrongDay: boolean; /** The questions as they would leave now. */ asked: PacketRequest['questions'] }) {
  const t = useTranslations('packet');
  const day = useDayText();
  // A question is one line here, whatever its gap has.
  const text = form.questions ?? asked.map((one) => oneLine(one.text)).join('\n');
  const lines = text.split('\n').length;
  return (
    <section className="card" aria-label={t('request')}>
      <div className="stack tight">
        <DateField label={t('respondBy')} data-problem="respond_by" value={form.respondBy ?? lead.respondBy ?? ''} tried={wrongDay} onDay={(respondBy) => { set({ respondBy }); }} />
        <p className={`soft ${lead.class === 'comfortable' || lead.class === null ? '' : 'is-owned'}`}>{lead.class ? t(`lead.${lead.class}`, { latest: day(lead.latest ?? ''), recommended: day(lead.recommended ?? '') }) : t(form.purpose === 'join' ? 'leadNoMeeting' : 'leadUnknown')}</p>
      </div>
      {lead.class === 'late' ? <TextField label={t('lateReason')} data-problem="late" value={form.lateReason} error={problem ? t('needLate') : null} onChange={(e) => { set({ lateReason: e.target.value }); }} /> : null}
      <TextArea
        label={t('questions')} help={form.redaction === 'internal' || form.purpose === 'join' ? t(text.trim() === '' ? 'questionsNone' : 'questionsHelp') : t('questionsInternal')} data-field="questions" data-problem="aim" rows={Math.min(8, Math.max(3, lines + 1))}
        value={text} onChange={(e) => { set({ questions: e.target.value }); }}
      />
      {asked.length === 0 ? null : <p className="soft">{t('questionsLinked', { linked: asked.filter((one) => one.gapId !== null).length, total: asked.length })}</p>}
      {form.questions === null ? null : <div className="row end"><Button look="quiet" onClick={() => { set({ questions: null }); }}>{t('questionsReset')}</Button></div>}
    </section>
  );
}

interface UnownedProps extends FormProps { board: DealBoard; unowned: ItemView[]; musts: PacketRule[]; problem: boolean; onOwn: () => void }

/** What nobody owns, by name, with the way to own it, and what the checklist requires and is not met; it may go out all the same, with a reason. */
export function Unowned({ board, form, set, unowned, musts, problem, onOwn }: UnownedProps) {
  const t = useTranslations('packet');
  const { language } = usePreferences();
  if (unowned.length === 0 && musts.length === 0) return null;
  const kind = musts.length === 0 ? 'reason' : unowned.length === 0 ? 'reasonMust' : 'reasonBoth';
  return (
    <section className="card" aria-labelledby={unowned.length > 0 ? 'packet-unowned' : 'packet-musts'}>
      {unowned.length > 0 ? (
        <>
          <div className="row">
            <h2 id="packet-unowned" className="grow is-unowned">{t('unowned')} ({unowned.length})</h2>
            <Button onClick={onOwn}>{t('ownThem')}</Button>
          </div>
          <ul className="unowned-list soft">
            {unowned.map(({ item }) => <li key={item.id}>{board.topics[item.topic]?.[language] ?? item.id}</li>)}
          </ul>
        </>
      ) : null}
      {musts.length > 0 ? (
        <>
          <h2 id="packet-musts" className="is-unowned">{t('unmet')} ({musts.length})</h2>
          <ul className="unowned-list soft">{musts.map((rule) => <li key={rule.id}>{showSafely(ruleText(packetLabels(language), rule, language))}</li>)}</ul>
        </>
      ) : null}
      <TextField label={t(kind)} help={t('reasonHelp')} data-problem="reason" value={form.reason} error={problem ? (unowned.length > 0 ? t('needReason', { count: unowned.length }) : t('needReasonMust')) : null} onChange={(e) => { set({ reason: e.target.value }); }} />
    </section>
  );
}

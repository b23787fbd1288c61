import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { PlannedMeeting, PlannedPerson } from '@/utils/deal/planned-meeting';
import type { Invitation } from '@/utils/invitation/invitation';
import { roomOfLink } from '@/utils/meeting/rooms';
import { utcOffsetAt } from '@/utils/settings/clock';
import { dateAt, timeText } from '@/utils/time/plain-date';
import { Button } from '../ui/Button';
import { TextArea, TextField } from '../ui/Field';
import { PasteInvitation } from './PasteInvitation';

interface Fields { title: string; aim: string; date: string; from: string; to: string; url: string; people: string }

const clock = (at: number | null): string => (at === null ? '' : timeText(at, utcOffsetAt(at)).slice(0, 5));
const day = (at: number | null): string => (at === null ? '' : dateAt(at, utcOffsetAt(at)));
const lineOf = (p: PlannedPerson): string => (p.name && p.email ? `${p.name} <${p.email}>` : p.name || p.email);

/** `Name <mail>`, `Name mail`, a name or an address a line. */
function peopleOf(text: string): PlannedPerson[] {
  return text.split('\n').map((line) => line.trim()).filter((line) => line !== '').map((line) => {
    const address = /(?:^|\s)<?([^<>\s]+@[^<>\s]+?)>?$/u.exec(line);
    return { name: (address ? line.slice(0, address.index) : line).trim(), email: address?.[1] ?? '' };
  });
}

/** Epoch milliseconds of a local date and time; null when either is missing. */
function instant(date: string, time: string): number | null {
  const at = date === '' || time === '' ? Number.NaN : new Date(`${date}T${time}`).getTime();
  return Number.isNaN(at) ? null : at;
}

/** An end before the beginning is after midnight. */
function ending(date: string, from: string, to: string): number | null {
  const [start, end] = [instant(date, from), instant(date, to)];
  if (start === null || end === null) return null;
  return end > start ? end : end + 86_400_000;
}

function fieldsOf(plan: PlannedMeeting | null, agreedDate: string | null): Fields {
  if (!plan) return { title: '', aim: '', date: agreedDate ?? '', from: '', to: '', url: '', people: '' };
  return { title: plan.title, aim: plan.aim, date: day(plan.startsAt), from: clock(plan.startsAt), to: clock(plan.endsAt), url: plan.url, people: plan.people.map(lineOf).join('\n') };
}

/** What the invitation says goes into the fields; what it doesn't say, and the aim, stay as they are. */
function filled(fields: Fields, read: Invitation): Fields {
  const { startsAt, endsAt, allDay } = read;
  return {
    ...fields,
    title: read.title || fields.title, url: read.url ?? fields.url,
    ...(startsAt === null ? {} : { date: day(startsAt), from: allDay ? '' : clock(startsAt), to: allDay ? '' : clock(endsAt) }),
    people: read.people.length > 0 ? read.people.map(lineOf).join('\n') : fields.people,
  };
}

/** The next meeting in one form; an invitation fills it, and everything stays editable. */
export function PlanForm({ plan, agreedDate, onSave, onCancel }: { plan: PlannedMeeting | null; agreedDate: string | null; onSave: (plan: PlannedMeeting) => void; onCancel: () => void }) {
  const t = useTranslations('deal.plan');
  const tc = useTranslations('common');
  const [form, setForm] = useState(() => fieldsOf(plan, agreedDate));
  const [tried, setTried] = useState(false);
  const set = (part: Partial<Fields>): void => { setForm((f) => ({ ...f, ...part })); };
  const startsAt = instant(form.date, form.from);
  const half = startsAt === null && (form.date !== '') !== (form.from !== '');
  const send = (): void => {
    setTried(true);
    if (half) return;
    const url = form.url.trim();
    onSave({ title: form.title.trim(), aim: form.aim.trim(), startsAt, endsAt: ending(form.date, form.from, form.to), url, room: roomOfLink(url), people: peopleOf(form.people) });
  };
  return (
    <form className="card stack" noValidate aria-label={t('title')} onSubmit={(e) => { e.preventDefault(); send(); }}>
      <PasteInvitation onRead={(read) => { setForm((f) => filled(f, read)); }} />
      <TextArea label={t('aim')} help={t('aimHelp')} autoFocus value={form.aim} onChange={(e) => { set({ aim: e.target.value }); }} />
      <TextField label={t('name')} value={form.title} onChange={(e) => { set({ title: e.target.value }); }} />
      <div className="pair">
        <TextField label={t('date')} type="date" value={form.date} onChange={(e) => { set({ date: e.target.value }); }} error={tried && half && form.date === '' ? t('needDate') : null} />
        <TextField label={t('from')} type="time" value={form.from} onChange={(e) => { set({ from: e.target.value }); }} error={tried && half && form.from === '' ? t('needTime') : null} />
        <TextField label={t('to')} type="time" value={form.to} onChange={(e) => { set({ to: e.target.value }); }} />
      </div>
      <TextField label={t('link')} type="url" value={form.url} help={form.url.trim() !== '' && roomOfLink(form.url.trim()) === null ? t('noRoom') : t('linkHelp')} onChange={(e) => { set({ url: e.target.value }); }} />
      <TextArea label={t('people')} help={t('peopleHelp')} value={form.people} onChange={(e) => { set({ people: e.target.value }); }} />
      <div className="row end"><Button look="quiet" onClick={onCancel}>{tc('cancel')}</Button><Button type="submit" look="primary">{t('save')}</Button></div>
    </form>
  );
}

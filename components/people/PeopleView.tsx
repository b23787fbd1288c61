import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import { draftKey } from '@/utils/db/drafts/draft-keys';
import type { Meeting, Participant, Side } from '@/utils/meeting/meeting';
import { SIDES } from '@/utils/meeting/meeting';
import { editMeeting, setParticipant } from '@/utils/services/meeting/edit-meeting';
import { showSafely } from '@/utils/text/normalize';
import { timeText } from '@/utils/time/plain-date';
import { useDraft } from '../hooks/use-draft';
import { useSaver } from '../hooks/use-saver';
import type { Typed } from '../hooks/use-typed';
import { useTyped } from '../hooks/use-typed';
import { Begun } from '../ui/Begun';
import { Button } from '../ui/Button';
import { Select, TextArea, TextField } from '../ui/Field';
import { ConsentSection } from './ConsentSection';
import './people.css';

const roleField = (name: string): string => `role:${name}`;

/** Who is in the room, on whose side, the aim, and what was allowed. */
export function PeopleView({ meeting }: { meeting: Meeting }) {
  const t = useTranslations('call.people');
  const save = useSaver();
  const roles = Object.fromEntries(meeting.participants.map((p) => [roleField(p.name), p.role]));
  const field = useTyped(draftKey('people', meeting.id), meeting.id, { aim: meeting.aim, ...roles });
  const aim = field('aim');
  return (
    <div className="pad stack">
      <TextArea label={t('aim')} value={aim.text} help={aim.begun ? <Begun /> : undefined} onChange={(e) => { aim.type(e.target.value); }} onBlur={() => { aim.leave((text) => save((at) => editMeeting(db, meeting.id, { aim: text }, at).then(() => true))); }} />
      <section className="stack" aria-labelledby="people-title">
        <h2 id="people-title">{t('label')} ({meeting.participants.length})</h2>
        {meeting.participants.length === 0 ? <p className="soft">{t('empty')}</p> : null}
        <ul className="people">{meeting.participants.slice(0, 200).map((p) => <PersonRow key={p.name} person={p} meeting={meeting} role={field(roleField(p.name))} />)}</ul>
        <AddPerson meetingId={meeting.id} />
      </section>
      <ConsentSection meeting={meeting} />
    </div>
  );
}

function PersonRow({ person, meeting, role }: { person: Participant; meeting: Meeting; role: Typed }) {
  const t = useTranslations();
  const save = useSaver();
  const name = showSafely(person.name);
  const set = (part: { side: Side } | { role: string }): Promise<true | null> => save((at) => setParticipant(db, meeting.id, { name: person.name, ...part }, at).then(() => true as const));
  return (
    <li className="person">
      <p className="person-name"><b>{name}</b>{person.self ? <span className="soft"> ({t('call.people.you')})</span> : null}
        <span className="soft"> {t('call.people.joinedAt', { time: timeText(person.joinedAt, meeting.utcOffset).slice(0, 5) })}{person.leftAt === null ? '' : ` · ${t('call.people.left')}`}</span></p>
      <div className="person-fields">
        <Select label={t('call.people.side', { name })} hideLabel value={person.side} onChange={(e) => { void set({ side: e.target.value as Side }); }}>
          {SIDES.map((s) => <option key={s} value={s}>{t(`common.side.${s}`)}</option>)}
        </Select>
        <TextField label={t('call.people.role', { name })} hideLabel placeholder={t('call.people.rolePlaceholder')} value={role.text} help={role.begun ? <Begun /> : undefined} onChange={(e) => { role.type(e.target.value); }} onBlur={() => { role.leave((text) => set({ role: text })); }} onKeyDown={(e) => { if (e.key === 'Enter' && !e.nativeEvent.isComposing) e.currentTarget.blur(); }} />
      </div>
    </li>
  );
}

function AddPerson({ meetingId }: { meetingId: string }) {
  const t = useTranslations('call.people');
  const save = useSaver();
  const { text: name, setText: setName, update } = useDraft(draftKey('person', meetingId), meetingId);
  const add = (): void => {
    if (name.trim() === '') return;
    void save((at) => setParticipant(db, meetingId, { name, side: 'customer', role: '' }, at).then(() => true)).then((done) => { if (done) update((now) => (now === name ? '' : now)); });
  };
  return (
    <form className="row" onSubmit={(e) => { e.preventDefault(); add(); }}>
      <div className="grow"><TextField label={t('addName')} hideLabel placeholder={t('addName')} value={name} onChange={(e) => { setName(e.target.value); }} /></div>
      <Button type="submit">{t('add')}</Button>
    </form>
  );
}

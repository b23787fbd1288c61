/** What of each row is searched. */
import type { Answer, AnswerValue } from '../checklist/answer';
import type { TopicCatalogue } from '../checklist/checklist';
import type { Contact } from '../deal/contact';
import type { Account, Deal } from '../deal/deal';
import type { PlannedMeeting } from '../deal/planned-meeting';
import type { Clip } from '../evidence/clip';
import type { FollowUp } from '../followup/follow-up';
import type { Meeting } from '../meeting/meeting';
import type { Commitment, Gap, Note, Want } from '../notes/records';
import { plainWords } from '../packet/render/plain-words';
import type { KeptReply } from '../reply/schema';
import type { SearchDoc } from './chunk';
import type { SearchTable } from './tables';

export interface SearchRows {
  notes: Note; gaps: Gap; commitments: Commitment; wants: Want; answers: Answer; meetings: Meeting;
  deals: Deal; accounts: Account; contacts: Contact; clips: Clip; followUps: FollowUp;
  packets: { number: number; purpose: string; fileName: string; createdAt: number; replies?: KeptReply[] };
}

interface Searched { at: number; texts: string[] }

function wordsOf(value: AnswerValue | null): string[] {
  switch (value?.kind) {
    case 'text': return [value.text];
    case 'choice': return [...value.options, value.other ?? ''];
    case 'yesno': return [value.text ?? ''];
    case 'number': return value.parts.flatMap((p) => [`${String(p.value)} ${p.unit}`, p.label ?? '']);
    case 'money': return value.parts.map((p) => p.label ?? '');
    case 'date': return value.parts.flatMap((p) => [p.date, p.label ?? '']);
    case 'people': return value.people.flatMap((p) => [`${p.name} ${p.role}`, p.note ?? '']);
    default: return [];
  }
}

/** An answer: what was typed, what it was read as, and the item it answers, in both languages. */
function answerTexts(row: Answer, topics: TopicCatalogue): string[] {
  const topic = topics[row.topic];
  const read = wordsOf(row.value).filter((w) => w !== row.raw);
  return [row.raw, ...read, row.remark, row.reason, row.saidBy, topic?.ko ?? '', topic?.en ?? ''];
}

/** A meeting that is being prepared is found by its title, its aim and the people in it. */
function planTexts(plan: PlannedMeeting | null | undefined): string[] {
  return plan ? [plan.title, plan.aim, ...plan.people.flatMap((p) => [p.name, p.email])] : [];
}

/** What delivery wrote. Rulings stand on wants and promises too; here they are as they were said. */
function replyTexts({ reply }: KeptReply): string[] {
  return [
    reply.by.name, reply.by.role, reply.summary, ...reply.items.map((one) => one.text), ...reply.questions.map((one) => one.text),
    ...reply.wants.flatMap((one) => [...one.conditions, one.alternative]), ...reply.commitments.flatMap((one) => [one.condition, one.alternative]),
    ...(reply.estimate?.assumptions ?? []), ...reply.ideas, ...(reply.answers ?? []).map((one) => one.text),
  ];
}

/** A packet's purpose in the words that people use for it (product.md). */
const PURPOSES: Readonly<Record<string, string>> = { estimate: 'estimate 견적·공수 검토 요청', handoff: 'handoff 수행 인계', join: 'join 미팅 동석 요청', update: 'update 변경 알림' };

const READERS: { [T in SearchTable]: (row: SearchRows[T], topics: TopicCatalogue) => Searched | null } = {
  notes: (r) => ({ at: r.at, texts: [r.text] }),
  gaps: (r) => ({ at: r.at, texts: [r.question, r.outcome, r.owner, r.askWhom, r.answeredBy ?? ''] }),
  commitments: (r) => ({ at: r.at, texts: [r.words, r.saidBy, r.fulfilmentNote ?? '', r.deliveryNote ?? ''] }),
  wants: (r) => ({ at: r.at, texts: [r.words, r.needBehind, r.thenHow, r.trigger, r.customWhy ?? '', ...(r.conditions ?? [])] }),
  answers: (r, topics) => (r.offRecord ? null : { at: r.at, texts: answerTexts(r, topics) }),
  meetings: (r) => ({ at: r.startedAt, texts: [r.title, r.aim, ...Object.values(r.minutesEdits).map(plainWords), ...r.participants.map((p) => p.name)] }),
  deals: (r) => ({ at: r.updatedAt, texts: [r.name, ...planTexts(r.next), ...(r.course ?? []).map((step) => step.why), ...[...(r.risksAccepted ?? []), ...(r.itemsAccepted ?? [])].flatMap((risk) => [risk.by, risk.why])] }),
  accounts: (r) => ({ at: r.updatedAt, texts: [r.name, r.watcher ?? ''] }),
  contacts: (r) => ({ at: r.updatedAt, texts: [r.name, r.role, r.email, r.phone, r.remark] }),
  clips: (r) => ({ at: r.at, texts: [r.title, r.text, r.url, r.siteName, r.byline] }),
  followUps: (r) => ({ at: r.updatedAt, texts: [r.text, r.outcome] }),
  packets: (r) => ({ at: r.createdAt, texts: [`#${String(r.number)}`, PURPOSES[r.purpose] ?? r.purpose, r.fileName, ...(r.replies ?? []).flatMap(replyTexts)] }),
};

/** The row as search sees it, or null when it is not to be found. */
export function docOf<T extends SearchTable>(table: T, id: string, row: SearchRows[T], topics: TopicCatalogue): SearchDoc | null {
  const searched = READERS[table](row, topics);
  return searched && { key: `${table}:${id}`, at: searched.at, texts: searched.texts.filter((t) => t !== '') };
}

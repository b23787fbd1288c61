/** Rows as a rep's years of work leave them: made up, and the same for the same seed. */
import type { Answer } from '@/utils/checklist/answer';
import type { Account, ChecklistPin, Deal } from '@/utils/deal/deal';
import type { Meeting } from '@/utils/meeting/meeting';
import type { Gap, Note } from '@/utils/notes/records';
import { NOTE_KINDS } from '@/utils/notes/records';
import type { Random } from './words';
import { line, seeded, sentence } from './words';

export interface Amount {
  deals: number;
  meetings: number;
  notes: number;
  gaps: number;
  /** The newest meeting runs; all are closed otherwise. */
  live: boolean;
  /** All notes and gaps are of the newest meeting; spread evenly otherwise. */
  allInNewest?: boolean;
  /** The newest meeting began a good hour before, so that no line of it is from the future; the others lie before it, eight hours apart. */
  now: number;
  checklists?: [ChecklistPin, ...ChecklistPin[]];
  seed?: number;
}

export interface Rows { accounts: Account[]; deals: Deal[]; meetings: Meeting[]; notes: Note[]; gaps: Gap[]; answers: Answer[] }

const HOUR = 3_600_000;
const GOOD_HOUR = HOUR + 60_000;
const DEFAULT: [ChecklistPin, ...ChecklistPin[]] = [{ id: 'custom-development', version: 1 }];
const id = (letter: string, i: number): string => `${letter}${String(i).padStart(6, '0')}`;

/** Everything of an amount. Ids say what they are of: `m000199` is the newest of 200 meetings. */
export function rowsOf(amount: Amount): Rows {
  const random = seeded(amount.seed ?? 20_261_124);
  const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
  const meetings = numbers(amount.meetings).map((i) => meetingOf(i, amount, random));
  const place = (i: number, of: number): Meeting => {
    const found = meetings[amount.allInNewest ? meetings.length - 1 : Math.floor((i * meetings.length) / of)];
    if (!found) throw new Error('There is no meeting for a line.');
    return found;
  };
  return {
    accounts: numbers(amount.deals).map((i) => ({ id: id('a', i), name: `${random.pick(['한빛물류', '세움테크', 'Norden', 'Pacific Foods', '다온식품'])} ${String(i)}`, relationship: 'prospect', createdAt: 1, updatedAt: 1 })),
    deals: numbers(amount.deals).map((i) => dealOf(i, amount)),
    meetings,
    notes: numbers(amount.notes).map((i) => noteOf(i, place(i, amount.notes), random)),
    gaps: numbers(amount.gaps).map((i) => gapOf(i, place(i, amount.gaps), random)),
    answers: [],
  };
}

function dealOf(i: number, { now, checklists = DEFAULT }: Amount): Deal {
  const [checklist, ...alsoChecklists] = checklists;
  return { id: id('d', i), accountId: id('a', i), name: `창고 ${String(i)}차 구축`, stage: 'first', customerDue: null, checklist, alsoChecklists, rooms: [], createdAt: 1, updatedAt: now - 1000 + i };
}

function meetingOf(i: number, { deals, meetings, live, now }: Amount, random: Random): Meeting {
  const open = live && i === meetings - 1;
  const startedAt = now - GOOD_HOUR - (meetings - 1 - i) * 8 * HOUR;
  const endedAt = open ? null : startedAt + HOUR;
  return {
    id: id('m', i), dealId: id('d', i % deals), ordinal: Math.floor(i / deals) + 1, title: sentence(random).slice(0, 60), state: open ? 'live' : 'closed', startedAt, endedAt, utcOffset: 0,
    segments: [{ platform: 'manual', room: null, from: startedAt, to: endedAt }],
    participants: ['김하늘', 'Jonas Weber', '이서준'].map((name, n) => ({ name, side: n === 0 ? 'sales' : 'customer', role: '', self: n === 0, joinedAt: startedAt, leftAt: endedAt })),
    consents: [], aim: '', room: '', minutesEdits: {}, nextDate: null, updatedAt: startedAt,
  };
}

function captured(letter: string, i: number, meeting: Meeting): Pick<Note, 'id' | 'dealId' | 'meetingId' | 'itemId' | 'topic' | 'at' | 'offsetMs' | 'updatedAt'> {
  const offsetMs = (i % 3600) * 1000;
  return { id: id(letter, i), dealId: meeting.dealId, meetingId: meeting.id, itemId: null, topic: null, at: meeting.startedAt + offsetMs, offsetMs, updatedAt: meeting.startedAt + offsetMs };
}

function noteOf(i: number, meeting: Meeting, random: Random): Note {
  return { ...captured('n', i, meeting), kind: random.int(3) === 0 ? random.pick(NOTE_KINDS) : 'note', text: line(random) };
}

function gapOf(i: number, meeting: Meeting, random: Random): Gap {
  return {
    ...captured('g', i, meeting), question: `${sentence(random)}?`, origin: 'note', route: random.pick(['ask_customer', 'ask_delivery', null]), owner: '', askWhom: '', due: null,
    blocksEstimate: random.int(4) === 0, state: random.pick(['open', 'open', 'routed', 'waiting']), askedOn: [], outcome: '',
  };
}

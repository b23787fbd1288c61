/** The smallest deal on which a promise of the packet can be checked: seven items, one meeting, no rows but those a test adds. */
import type { Answer, Contradiction } from '@/utils/checklist/answer';
import type { Checklist, ChecklistItem, TopicCatalogue } from '@/utils/checklist/checklist';
import type { AcceptedRisk } from '@/utils/deal/accepted-risk';
import type { Deal } from '@/utils/deal/deal';
import type { Clip } from '@/utils/evidence/clip';
import type { Meeting } from '@/utils/meeting/meeting';
import type { Commitment, Gap, Note, Want } from '@/utils/notes/records';
import { buildPacket } from '@/utils/packet/build';
import type { PacketInput, PacketOptions } from '@/utils/packet/input';
import { DEFAULT_REQUEST } from '@/utils/packet/input';
import type { Packet } from '@/utils/packet/schema';

/** 2026-11-24 14:00 in Seoul, a Tuesday. */
export const T0 = Date.UTC(2026, 10, 24, 5, 0, 0);
export const MINUTE = 60_000;
export const DAY = 86_400_000;

function item(id: string, topic: string, ko: string, en: string, more: Partial<ChecklistItem> = {}): ChecklistItem {
  return {
    id, topic, section: 's1', ask: { ko: `${ko}?`, en: `${en}?` }, why: { ko: `${ko} 이유`, en: `why ${en}` }, type: 'text', need: 'minimum', by: 'estimate', estimate: 'refines',
    bring: 'pm', goodAnswer: { ko: '', en: '' }, keywords: { ko: [], en: [] }, whoCanAnswer: [], ...more,
  };
}

export const LIST: Checklist = {
  id: 'list-1', code: 'A', version: 3, status: 'agreed', purpose: { ko: '', en: '' }, name: { ko: '맞춤 개발', en: 'Custom development' },
  agreement: { sales: { name: '박지훈', at: '2026-11-01' }, delivery: { name: '정하늘', at: '2026-11-02' } },
  sections: [{ id: 's1', ko: '업무', en: 'Work' }, { id: 's2', ko: '조건', en: 'Terms' }],
  items: [
    item('A-01', 'pain.primary', '불편', 'Pain', { by: 'first', bring: 'analyst' }),
    item('A-02', 'scope.must', '필수 범위', 'Must scope', { bring: 'architect' }),
    item('A-03', 'users.count', '사용자 수', 'Users', { need: 'nice', bring: 'infra' }),
    item('A-04', 'budget.range', '예산', 'Budget', { section: 's2', bring: 'commercial' }),
    item('A-05', 'people.decider', '결정권자', 'Decider', { section: 's2', by: 'contract' }),
    item('A-06', 'schedule.deadline', '기한', 'Deadline', { section: 's2', by: 'first' }),
    item('A-07', 'tech.api_access', 'API 접근', 'API access', { need: 'nice', by: 'contract', bring: 'architect' }),
  ],
};

/** A further checklist: the budget once more, and a topic of its own. */
export const FURTHER: Checklist = {
  ...LIST, id: 'list-2', code: 'B', version: 1, agreement: null, name: { ko: '운영', en: 'Operations' }, sections: [{ id: 'b1', ko: '운영', en: 'Running it' }],
  items: [item('B-01', 'budget.range', '예산', 'Budget', { section: 'b1' }), item('B-02', 'ops.incidents', '장애', 'Incidents', { section: 'b1', bring: 'support' })],
};

export const TOPIC_NAMES: TopicCatalogue = Object.fromEntries([
  ['pain.primary', '불편', 'Pain', 'pain_goal'], ['scope.must', '필수 범위', 'Must scope', 'scope'], ['users.count', '사용자 수', 'Users', 'environment'],
  ['budget.range', '예산', 'Budget', 'commercial'], ['people.decider', '결정권자', 'Decider', 'people'], ['schedule.deadline', '기한', 'Deadline', 'schedule'],
  ['tech.api_access', 'API 접근', 'API access', 'environment'], ['ops.incidents', '장애', 'Incidents', 'environment'],
].map(([topic = '', ko = '', en = '', packetSection = '']) => [topic, { ko, en, packetSection }]));

const here = { dealId: 'deal-1', meetingId: 'm1', itemId: null, topic: null, at: T0 + MINUTE, offsetMs: MINUTE, updatedAt: T0 };
const idOf = (topic: string): string => [...LIST.items, ...FURTHER.items].find((i) => i.topic === topic)?.id ?? topic;

export const anAnswer = (topic: string, text: string | null, more: Partial<Answer> = {}): Answer => ({
  id: `answer:${topic}`, dealId: 'deal-1', topic, itemId: idOf(topic), meetingId: 'm1', state: 'answered', value: text === null ? null : { kind: 'text', text }, raw: '', remark: '',
  saidBy: '이수민', confidence: 'stated', relation: 'first', reason: '', offRecord: false, at: T0 + MINUTE, offsetMs: MINUTE, ...more,
});
export const aGap = (id: string, more: Partial<Gap> = {}): Gap => ({
  ...here, id, question: `${id}?`, origin: 'note', route: null, owner: '', askWhom: '', due: null, blocksEstimate: false, state: 'open', askedOn: [], outcome: '', ...more,
});
export const aNote = (kind: Note['kind'], id: string, more: Partial<Note> = {}): Note => ({ ...here, id, kind, text: `${id}.`, ...more });
export const aPromise = (id: string, more: Partial<Commitment> = {}): Commitment => ({
  ...here, id, words: `${id}!`, kind: 'deliver', saidBy: '박지훈', onBehalfOfDelivery: false, due: null, confirmation: 'unconfirmed', fulfilment: 'open', ...more,
});
export const aWant = (id: string, more: Partial<Want> = {}): Want => ({
  ...here, id, words: `${id}~`, needBehind: '', priority: null, painId: null, trigger: '', feasibility: 'unknown', thenHow: '', ...more,
});
export const aClip = (id: string, more: Partial<Clip> = {}): Clip => ({
  id, dealId: 'deal-1', meetingId: '', itemId: null, topic: null, kind: 'article', limit: null, url: `https://hanbit.example/${id}`, title: id, siteName: '', byline: '', language: 'ko',
  direction: 'ltr', html: `<p>${id}</p>`, text: id, at: T0, updatedAt: T0, ...more,
});
export const aContradiction = (topic: string, more: Partial<Contradiction> = {}): Contradiction => ({
  id: `conflict:${topic}`, dealId: 'deal-1', meetingId: 'm1', topic, itemId: idOf(topic), a: { text: '먼저', saidBy: '이수민', at: T0, answerId: null },
  b: { text: '나중', saidBy: '최영호', at: T0 + DAY, answerId: null }, status: 'open', kept: '', why: '', at: T0 + DAY, resolvedAt: null, ...more,
});
export const aMeeting = (more: Partial<Meeting> = {}): Meeting => ({
  id: 'm1', dealId: 'deal-1', ordinal: 1, title: '첫 미팅', state: 'closed', startedAt: T0, endedAt: T0 + 42 * MINUTE, utcOffset: 540,
  segments: [{ platform: 'meet', room: 'meet:abc', from: T0, to: T0 + 42 * MINUTE }],
  participants: [
    { name: '박지훈', side: 'sales', role: '영업', self: true, joinedAt: T0, leftAt: null }, { name: '이수민', side: 'customer', role: '물류팀장', self: false, joinedAt: T0, leftAt: null },
  ],
  consents: [], aim: '', room: 'meet:abc', minutesEdits: {}, nextDate: null, updatedAt: T0, ...more,
});

const CHOICES: PacketOptions = {
  id: 'packet-1', number: 1, purpose: 'estimate', language: 'ko', redaction: 'internal', createdAt: T0 + 2 * DAY, createdBy: '박지훈', utcOffset: 540, sendAnywayReason: null, request: DEFAULT_REQUEST,
};

/** What the packet of the small deal is built from. */
export function smallInput(rows: Partial<PacketInput> = {}, options: Partial<PacketOptions> = {}): PacketInput {
  return {
    deal: { id: 'deal-1', accountId: 'account-1', name: '재고 관리', stage: 'estimate', customerDue: null, checklist: { id: LIST.id, version: LIST.version }, alsoChecklists: [], rooms: [], createdAt: T0, updatedAt: T0 },
    account: { id: 'account-1', name: '한빛물류(주)', relationship: 'existing', createdAt: T0, updatedAt: T0 },
    checklist: LIST, alsoChecklists: [], topics: TOPIC_NAMES, meetings: [aMeeting()], answers: [], contradictions: [], gaps: [], notes: [], commitments: [], wants: [], clips: [], previous: null,
    options: { ...CHOICES, ...options }, ...rows,
  };
}

/** The small deal, signed the day after its first meeting in spite of these. */
export function signedDeal(risksAccepted: AcceptedRisk[]): Deal {
  return { ...smallInput().deal, course: [{ to: 'contracted', on: '2026-11-25', why: '', at: T0 + DAY }], risksAccepted };
}

/** The packet of the small deal with these rows. */
export function small(rows: Partial<PacketInput> = {}, options: Partial<PacketOptions> = {}): Packet {
  return buildPacket(smallInput(rows, options));
}

/** A deal that has something to say in every section, and of most things one that is known and one that is not. */
export function fullRows(): Partial<PacketInput> {
  const people = { kind: 'people' as const, people: [{ name: '한미경', role: '대표', note: '신중함' }] };
  return {
    deal: { ...smallInput().deal, customerDue: '2026-12-10' }, alsoChecklists: [FURTHER],
    meetings: [
      aMeeting({
        aim: '범위 확인', aimResult: 'partly', nextDate: '2026-12-01',
        consents: [
          { id: 'c1', who: '이수민', notes: true, captions: 'stored', audio: false, condition: '먼저 보기', note: '서면', wording: '될까요?', at: T0 + MINUTE, untoldFrom: null },
          { id: 'c2', who: '최영호', notes: false, captions: 'off', audio: true, condition: '', note: '', wording: '', at: T0 + 2 * MINUTE, untoldFrom: T0 + 30_000 },
        ],
      }),
      aMeeting({ id: 'm2', ordinal: 2, title: '', startedAt: T0 + DAY, endedAt: null, participants: [], segments: [] }),
    ],
    answers: [
      anAnswer('pain.primary', '재고가 안 맞음'), anAnswer('scope.must', '조회', { id: 'old', at: T0, raw: '' }), anAnswer('scope.must', '조회와 실사', { meetingId: 'm2', at: T0 + DAY, confidence: 'indirect', saidBy: '', remark: '확인 필요', offsetMs: null }),
      anAnswer('people.decider', null, { value: people }), anAnswer('users.count', '40명', { confidence: 'assumed' }), anAnswer('schedule.deadline', 'QX', { offRecord: true }), anAnswer('tech.api_access', null, { state: 'not_applicable', reason: '연동 없음' }),
      anAnswer('ops.incidents', '월 3건'),
    ],
    contradictions: [
      aContradiction('budget.range'), aContradiction('users.count', { id: 'settled', status: 'resolved', kept: '40명', why: 'IT가 확인', b: { text: '60명', saidBy: '', at: T0 + DAY, answerId: null } }),
      aContradiction('schedule.deadline', { id: 'off', meetingId: 'm2' }),
    ],
    gaps: [
      aGap('g-block', { question: '예산은?', itemId: 'A-04', topic: 'budget.range', route: 'ask_customer', owner: '박지훈', askWhom: '이수민', due: '2026-12-03', blocksEstimate: true, state: 'routed' }),
      aGap('g-free', { question: '기기는?' }), aGap('g-team', { question: 'API는?', route: 'ask_delivery', meetingId: 'm2' }), aGap('g-done', { question: '서버는?', state: 'closed', outcome: '고객이 준비' }), aGap('g-drop', { question: '색은?', state: 'dropped' }),
      aGap('g-guess', { question: '망은?', state: 'assumed', outcome: '내부망', owner: '박지훈', due: '2026-12-05', itemId: 'A-02' }),
    ],
    notes: [aNote('note', 'n', { text: '월말 야근' }), aNote('pain', 'p', { text: '엑셀이 다름' }), aNote('decision', 'd', { text: '본사 먼저' }), aNote('risk', 'r', { text: '인터넷 끊김', offsetMs: null }), aNote('note', 'n2', { text: '둘째 미팅 메모', meetingId: 'm2' })],
    commitments: [
      aPromise('p-date', { words: '견적을 드림', kind: 'date', due: '2026-12-10' }), aPromise('p-team', { words: '앱도 됨', kind: 'capability', onBehalfOfDelivery: true, saidBy: '', confirmation: 'cannot', fulfilment: 'repaired', fulfilledOn: '2026-12-02', fulfilmentNote: '다시 설명' }),
      aPromise('p-ok', { words: '교육 제공', confirmation: 'confirmed', meetingId: 'm2', offsetMs: null }),
    ],
    wants: [aWant('w-must', { words: '바로 알림', priority: 'must', needBehind: '지연을 알아야 함', painId: 'p', feasibility: 'not_as_asked', thenHow: '메일로', customClass: 'customisation', classedBy: '한지우', customWhy: '자체 규격' }), aWant('w-later', { words: '예쁜 화면', priority: 'later', trigger: '2차 계약', customClass: 'customisation' }), aWant('w-free', { words: '다국어', offsetMs: null })],
    clips: [aClip('c1', { title: '재고 기사', itemId: 'A-01', topic: 'pain.primary' }), aClip('c2', { title: '', kind: 'link', at: T0 + DAY })],
  };
}

/** A deal as it looks after two meetings, built from rows like the real ones. */
import customDevelopment from '@/utils/checklist/data/custom-development.v1.json';
import solution from '@/utils/checklist/data/solution-saas.v1.json';
import topics from '@/utils/checklist/data/topics.json';
import type { Answer, Contradiction } from '@/utils/checklist/answer';
import type { Checklist, TopicCatalogue } from '@/utils/checklist/checklist';
import type { Clip } from '@/utils/evidence/clip';
import type { Meeting } from '@/utils/meeting/meeting';
import type { Commitment, Gap, Note, Want } from '@/utils/notes/records';
import { UNJUDGED } from '@/utils/notes/records';
import type { PacketInput, PacketOptions } from '@/utils/packet/input';
import { DEFAULT_REQUEST } from '@/utils/packet/input';

export const CHECKLIST = customDevelopment as Checklist;
export const ALSO = solution as Checklist;
export const TOPICS = topics as TopicCatalogue;
/** 2026-11-24 14:00 in Seoul. */
export const START = Date.UTC(2026, 10, 24, 5, 0, 0);
const MINUTE = 60_000;
const KST = 540;

export function itemOn(topic: string): { id: string; topic: string } {
  const item = CHECKLIST.items.find((i) => i.topic === topic);
  if (!item) throw new Error(`no item on ${topic}`);
  return item;
}

let serial = 0;
const next = (kind: string): string => `${kind}-${(serial += 1)}`;

export function answer(topic: string, more: Partial<Answer> = {}): Answer {
  return {
    id: next('answer'), dealId: 'deal-1', topic, itemId: CHECKLIST.items.find((i) => i.topic === topic)?.id ?? topic, meetingId: 'meeting-1', state: 'answered',
    value: { kind: 'text', text: topic }, raw: '', remark: '', saidBy: '이수민', confidence: 'stated', relation: 'first', reason: '',
    offRecord: false, at: START + serial * MINUTE, offsetMs: serial * MINUTE, ...more,
  };
}

const captured = (meetingId: string, offsetMs: number, topic: string | null = null) => ({
  dealId: 'deal-1', meetingId, itemId: topic === null ? null : itemOn(topic).id, topic, at: START + offsetMs, offsetMs, updatedAt: START + offsetMs,
});

export function gap(question: string, more: Partial<Gap> = {}): Gap {
  return {
    id: next('gap'), ...captured('meeting-1', serial * 1000), question, origin: 'note', route: null, owner: '', askWhom: '', due: null, blocksEstimate: false,
    state: 'open', askedOn: [], outcome: '', ...more,
  };
}

export function note(kind: Note['kind'], text: string, more: Partial<Note> = {}): Note {
  return { id: next('note'), ...captured('meeting-1', serial * 1000), kind, text, ...more };
}

export function commitment(words: string, more: Partial<Commitment> = {}): Commitment {
  return {
    id: next('promise'), ...captured('meeting-1', serial * 1000), words, kind: 'deliver', saidBy: '박지훈', onBehalfOfDelivery: false, due: null,
    confirmation: 'unconfirmed', fulfilment: 'open', ...more,
  };
}

export function clip(title: string, more: Partial<Clip> = {}): Clip {
  const at = START + serial * MINUTE;
  return {
    id: next('clip'), dealId: 'deal-1', meetingId: '', itemId: null, topic: null, kind: 'article', limit: null, url: 'https://hanbit.example/stock', title,
    siteName: '', byline: '', language: 'ko', direction: 'ltr', html: `<p>${title.replaceAll('<', '&lt;')}</p>`, text: title, at, updatedAt: at, ...more,
  };
}

export function want(words: string, more: Partial<Want> = {}): Want {
  return { id: next('want'), ...captured('meeting-1', serial * 1000), words, ...UNJUDGED, ...more };
}

export function contradiction(topic: string, a: string, b: string, more: Partial<Contradiction> = {}): Contradiction {
  return {
    id: next('conflict'), dealId: 'deal-1', meetingId: 'meeting-2', topic, itemId: itemOn(topic).id,
    a: { text: a, saidBy: '이수민', at: START, answerId: null }, b: { text: b, saidBy: '최영호', at: START + 7 * 86_400_000, answerId: null },
    status: 'open', kept: '', why: '', at: START + 7 * 86_400_000, resolvedAt: null, ...more,
  };
}

export function meeting(ordinal: number, more: Partial<Meeting> = {}): Meeting {
  const startedAt = START + (ordinal - 1) * 7 * 86_400_000;
  return {
    id: `meeting-${ordinal}`, dealId: 'deal-1', ordinal, title: ordinal === 1 ? '첫 미팅' : '기술 미팅', state: 'closed', startedAt, endedAt: startedAt + 42 * MINUTE,
    utcOffset: KST, segments: [{ platform: 'meet', room: 'meet:abc-defg-hij', from: startedAt, to: startedAt + 42 * MINUTE }],
    participants: [
      { name: '박지훈', side: 'sales', role: '영업대표', self: true, joinedAt: startedAt, leftAt: null },
      { name: '이수민', side: 'customer', role: '물류팀장', self: false, joinedAt: startedAt, leftAt: null },
      ...(ordinal > 1 ? [{ name: '최영호', side: 'customer' as const, role: 'IT 담당', self: false, joinedAt: startedAt, leftAt: null }, { name: '정하늘', side: 'delivery' as const, role: '수행 PM', self: false, joinedAt: startedAt, leftAt: null }] : []),
    ],
    consents: [{ id: `c${ordinal}`, who: '이수민', notes: true, captions: 'display_only', audio: false, condition: '회의록을 먼저 보여 주는 조건', note: '', wording: '메모를 남겨도 될까요?', at: startedAt + MINUTE, untoldFrom: null }],
    aim: '재고 관리 시스템의 필수 범위와 기한 확인', room: 'meet:abc-defg-hij', minutesEdits: {}, nextDate: ordinal === 2 ? '2026-12-08' : '2026-12-01', updatedAt: startedAt, ...more,
  };
}

export function answers(): Answer[] {
  const m2 = { meetingId: 'meeting-2', saidBy: '최영호' };
  return [
    answer('context.trigger', { value: { kind: 'text', text: '6월 감사에서 수기 재고 대장을 지적받아 다음 감사 전까지 전산화해야 함' } }),
    answer('pain.primary', { confidence: 'confirmed', value: { kind: 'text', text: '"재고가 엑셀이랑 창고랑 매번 달라서 월말마다 이틀씩 전 직원이 세요."' } }),
    answer('goal.metric', { value: { kind: 'text', text: '월말 재고 실사를 2일에서 2시간으로' } }),
    answer('scope.must', { value: { kind: 'text', text: '바코드 입출고, 재고 조회, 월말 실사표 자동 생성\n기존 ERP와 품목 코드 공유' } }),
    answer('users.count', { state: 'answered', value: { kind: 'number', parts: [{ value: 45, unit: '명' }] }, raw: '창고까지 합쳐 45명쯤' }),
    answer('users.count', { ...m2, relation: 'updates', at: START + 8 * 86_400_000, value: { kind: 'number', parts: [{ value: 60, unit: '명' }] }, raw: '협력사 포함 60명' }),
    answer('budget.range', { value: { kind: 'money', parts: [{ min: 80_000_000, max: 100_000_000, currency: 'KRW', vat: 'excluded', per: 'once' }] }, raw: '8천에서 1억 사이' }),
    answer('budget.status', { state: 'asked_will_send', value: null }),
    answer('schedule.deadline', { value: { kind: 'date', parts: [{ date: '2027-03-31', firm: 'fixed', label: '감사 전' }] } }),
    answer('people.decider', { value: { kind: 'people', people: [{ name: '한미경', role: '대표이사', note: '새 업체를 꺼림' }] } }),
    answer('infra.hosting', { ...m2, confidence: 'assumed', value: { kind: 'text', text: '사내 서버로 추정' } }),
    answer('tech.integrations', { ...m2, state: 'asked_unknown', value: null }),
    answer('security.pii', { state: 'not_applicable', value: null, reason: '개인정보를 다루지 않음' }),
    answer('decision.process', { offRecord: true, value: null, raw: '', saidBy: '' }),
    answer('acceptance.criteria', { state: 'declined', value: null }),
    answer('data.migration', { ...m2, state: 'partial', confidence: 'indirect', value: { kind: 'text', text: '5년치 엑셀, 건수는 모름' }, remark: '샘플 파일을 받기로 함' }),
  ];
}

export function gaps(): Gap[] {
  const on = (topic: string): Partial<Gap> => ({ itemId: itemOn(topic).id, topic });
  return [
    gap('기존 ERP에 품목 코드를 읽어 올 수 있는 API가 있는지', { ...on('tech.integrations'), origin: 'asked_unknown', route: 'ask_delivery', owner: '박지훈', askWhom: '정하늘', due: '2026-12-04', blocksEstimate: true, state: 'routed' }),
    gap('예산 품의가 언제 통과되는지', { ...on('budget.status'), origin: 'asked_will_send', route: 'ask_customer', owner: '박지훈', askWhom: '이수민', due: '2026-12-03', state: 'waiting', askedOn: ['2026-11-24'] }),
    gap('바코드 스캐너를 새로 사야 하는지?', {}),
    gap('유사 구축 사례의 기간', { route: 'ask_manager', owner: '박지훈', due: '2026-12-02', state: 'routed' }),
    gap('서버를 누가 준비하는지', { ...on('infra.hosting'), route: 'ask_customer', owner: '박지훈', state: 'assumed', outcome: '고객이 준비한다고 가정', due: '2026-12-05' }),
    gap('창고에서 쓰는 기기가 무엇인지', { ...on('scope.platforms'), route: 'ask_customer', owner: '박지훈', state: 'closed', outcome: '안드로이드 PDA' }),
  ];
}

export const OPTIONS: PacketOptions = {
  id: 'packet-1', number: 1, purpose: 'estimate', language: 'ko', redaction: 'internal', createdAt: START + 7 * 86_400_000 + 2 * 3_600_000, createdBy: '박지훈', utcOffset: KST,
  sendAnywayReason: null, request: DEFAULT_REQUEST,
};

/** The input of a realistic packet; options and rows can be replaced. */
export function packetInput(options: Partial<PacketOptions> = {}, rows: Partial<PacketInput> = {}): PacketInput {
  serial = 0;
  return {
    deal: {
      id: 'deal-1', accountId: 'account-1', name: '재고 관리 시스템', stage: 'estimate', customerDue: '2026-12-10', checklist: { id: CHECKLIST.id, version: CHECKLIST.version },
      alsoChecklists: [], rooms: [], createdAt: START, updatedAt: START,
    },
    account: { id: 'account-1', name: '한빛물류(주)', relationship: 'prospect', createdAt: START, updatedAt: START },
    checklist: CHECKLIST, alsoChecklists: [], topics: TOPICS, meetings: [meeting(1), meeting(2)], answers: answers(),
    contradictions: [contradiction('scope.platforms', '웹만 있으면 됩니다', '창고에서는 안드로이드 앱이어야 합니다')], gaps: gaps(),
    notes: [
      note('note', '월말 실사 때는 야근이 당연하다고 함'), note('pain', '엑셀 파일을 누가 고쳤는지 아무도 모름'), note('risk', '창고 현장 인터넷이 자주 끊김', { meetingId: 'meeting-2' }),
      note('decision', '1차는 본사 창고만 대상으로 한다', { meetingId: 'meeting-2' }),
    ],
    commitments: [commitment('12월 10일까지 견적서를 드리겠습니다', { kind: 'date', due: '2026-12-10' }), commitment('모바일 앱도 1차에 넣을 수 있습니다', { kind: 'capability', onBehalfOfDelivery: true })],
    wants: [want('카카오톡처럼 알림이 바로 오면 좋겠어요', { priority: 'must', needBehind: '입고 지연을 바로 알아야 함' }), want('대시보드를 예쁘게', { priority: 'could' })],
    clips: [], previous: null, options: { ...OPTIONS, ...options }, ...rows,
  };
}

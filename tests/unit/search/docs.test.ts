/** What of each row can be found, and what must not be. */
import { describe, expect, it } from 'vitest';
import type { AnswerValue } from '@/utils/checklist/answer';
import { emptyChunk, readyChunk, rewriteChunk } from '@/utils/search/chunk';
import { searchChunks } from '@/utils/search/search';
import type { SearchRows } from '@/utils/search/docs';
import type { SearchTable } from '@/utils/search/tables';
import { docOf } from '@/utils/search/docs';
import { parseKey, SEARCH_TABLES } from '@/utils/search/tables';
import { parseQuery } from '@/utils/search/query';
import { UNJUDGED } from '@/utils/notes/records';
import { aReply, kept } from '../reply/small-reply';
import { answer, gap } from '../checklist/builders';

const TOPICS = { 'context.trigger': { ko: '도입 계기', en: 'Trigger', packetSection: 'context' } };
const captured = { id: 'x', dealId: 'd1', meetingId: 'm1', itemId: null, topic: null, at: 7, offsetMs: 7, updatedAt: 99 };
const meeting: SearchRows['meetings'] = {
  id: 'x', dealId: 'd1', ordinal: 1, title: '1차 미팅', state: 'closed', startedAt: 7, endedAt: null, utcOffset: 540, segments: [], consents: [], aim: '예산 확인', room: 'meet:abc-defg-hij',
  participants: [{ name: '정유진', side: 'customer', role: '팀장', self: false, joinedAt: 7, leftAt: null }], minutesEdits: { summary: '요약 고침' }, nextDate: null, updatedAt: 99,
};
const clip: SearchRows['clips'] = {
  id: 'x', dealId: 'd1', meetingId: '', itemId: null, topic: null, kind: 'article', limit: null, url: 'https://a.example/', title: '물류 기사', siteName: '물류신문', byline: '윤기자', language: 'ko', direction: 'ltr', html: '<p>숨은태그</p>', text: '창고 자동화', at: 7, updatedAt: 99,
};
const REPLY = aReply({
  summary: '한마디 드립니다', items: [{ itemId: 'A-01', verdict: 'question', text: '창고는 몇 평?' }], questions: [{ text: 'ERP 버전은?', itemId: null, route: null, due: null }], ideas: ['조회부터'],
  wants: [{ wantId: 'w1', feasibility: 'feasible_if', conditions: ['문자 발신 번호'], alternative: '' }, { wantId: 'w2', feasibility: 'not_feasible_but', conditions: [], alternative: '메일로 대신' }],
  commitments: [{ commitmentId: 'p1', verdict: 'can_if', condition: '2주 뒤면', alternative: '' }, { commitmentId: 'p2', verdict: 'cannot_but', condition: '', alternative: '12월 20일' }],
  estimate: { class: 'rough', effort: [], durationWeeks: null, assumptions: ['망 분리 없음'] },
});

const rows: SearchRows = {
  notes: { ...captured, kind: 'note', text: '서버실 온도' }, gaps: gap({ at: 7, question: '면적은?', outcome: '40평', owner: '박서연', askWhom: '시설팀' }),
  commitments: { ...captured, words: '견적 송부', kind: 'deliver', saidBy: '이수민', onBehalfOfDelivery: false, due: null, confirmation: 'unconfirmed', fulfilment: 'repaired', fulfilmentNote: '사과함' },
  wants: { ...captured, ...UNJUDGED, words: '바코드', needBehind: '오배송', conditions: ['앱 심사 통과'], thenHow: 'QR로', trigger: '2차 때', customWhy: '법정 서식' },
  answers: answer({ at: 7, raw: '감사 지적', value: { kind: 'text', text: '감사 지적' }, remark: '구두로', saidBy: '김도현', reason: '사유' }), meetings: meeting,
  deals: { id: 'x', accountId: 'a', name: '재고 시스템', stage: 'first', customerDue: null, checklist: { id: 'c', version: 1 }, alsoChecklists: [], rooms: [], createdAt: 1, updatedAt: 7, course: [{ to: 'on_hold', on: '2026-12-01', why: '예산 동결', at: 3 }], risksAccepted: [{ kind: 'gap', ref: 'g1', by: '김대리', why: '고객 서명 뒤 확인', at: 4 }], next: { title: '2차 협의', startsAt: null, endsAt: null, aim: '결재선 확인', room: null, url: '', people: [{ name: '오세훈', email: 'oh@gaon.example' }] } },
  accounts: { id: 'x', name: '가온식자재', relationship: 'prospect', createdAt: 1, updatedAt: 7 },
  contacts: { id: 'x', accountId: 'a', name: '한지민', role: '구매', influence: '', side: 'customer', email: 'han@a.example', phone: '010-1234', remark: '오전 통화', createdAt: 1, updatedAt: 7 },
  followUps: { id: 'x', dealId: 'd1', step: 'own', text: '창고 이전 소식', dueOn: '2026-12-01', state: 'skipped', closedOn: '2026-12-01', outcome: '이전 미뤄짐', at: 1, updatedAt: 7 },
  clips: clip, packets: { number: 3, purpose: 'estimate', fileName: 'gaon_3.baton.zip', createdAt: 7, replies: [kept(REPLY)] },
};

function found<T extends SearchTable>(table: T, query: string, row: SearchRows[T] = rows[table]): boolean {
  const doc = docOf(table, 'x', row, TOPICS);
  return doc !== null && searchChunks([readyChunk(rewriteChunk(emptyChunk(), new Set(), [doc]))], parseQuery(query)).hits.length === 1;
}

describe('a row', () => {
  it.each<[SearchTable, string[]]>([
    ['notes', ['서버실']], ['gaps', ['면적', '40평', '박서연', '시설팀']], ['commitments', ['견적', '이수민', '사과함']], ['wants', ['바코드', '오배송', 'QR로', '2차', '앱 심사', '서식']], ['answers', ['감사', '구두로', '김도현', '사유', '도입 계기', 'trigger']],
    ['meetings', ['1차', '예산', '요약', '정유진']], ['deals', ['재고', '2차 협의', '결재선', '오세훈', 'oh@gaon', '예산 동결', '김대리', '고객 서명']], ['accounts', ['가온']], ['followUps', ['창고 이전', '미뤄짐']], ['contacts', ['한지민', '구매', 'han@a.example', '010-1234', '오전']], ['clips', ['물류', '창고', 'a.example', '물류신문', '윤기자']], ['packets', ['#3', 'estimate', '견적', 'gaon_3', '정하늘', '한마디', '몇 평', 'ERP 버전', '문자 발신', '메일로 대신', '2주 뒤면', '12월 20일', '망 분리', '조회부터']],
  ])('of %s is found by all that was written in it', (table, queries) => {
    for (const query of queries) expect(found(table, query), query).toBe(true);
  });

  it.each(SEARCH_TABLES)('of %s stands at its own moment, under its own key, without empty texts', (table) => {
    const doc = docOf(table, 'x', rows[table], TOPICS);
    expect(doc).toMatchObject({ key: `${table}:x`, at: 7 });
    expect(doc?.texts).not.toContain('');
    expect(doc?.texts.every((text) => typeof text === 'string')).toBe(true);
  });

  it('is not found by what nobody reads in it: markup, ids, room names', () => {
    expect([found('clips', '숨은태그'), found('meetings', 'abc-defg'), found('notes', 'd1')]).toEqual([false, false, false]);
  });

  it('of a meeting is read as its minutes are: without the escapes of Markdown', () => {
    const edited = { ...meeting, minutesEdits: { aim: 'R&amp;D 센터 \\$50k' } };
    expect(docOf('meetings', 'x', edited, TOPICS)?.texts).toContain('R&D 센터 $50k');
  });

  it('off the record is not found at all, not even by the name of its item', () => {
    expect(docOf('answers', 'x', { ...rows.answers, offRecord: true }, TOPICS)).toBeNull();
  });

  it('of a promise nothing was said about, or an unknown topic, has only its own words', () => {
    const { fulfilmentNote: _, ...silent } = rows.commitments;
    expect(docOf('commitments', 'x', silent, TOPICS)?.texts).toEqual(['견적 송부', '이수민']);
    expect(docOf('answers', 'x', answer({ raw: 'a', topic: 'no.such', saidBy: '', value: null }), TOPICS)?.texts).toEqual(['a']);
  });
});

describe('an answer that was picked or read', () => {
  const of = (value: AnswerValue, raw = ''): readonly string[] => docOf('answers', 'x', answer({ topic: 'no.such', saidBy: '', raw, value }), TOPICS)?.texts ?? [];

  it.each<[AnswerValue, string[]]>([
    [{ kind: 'text', text: '사내 IDC' }, ['사내 IDC']], [{ kind: 'choice', options: ['웹', '앱'], other: '키오스크' }, ['웹', '앱', '키오스크']], [{ kind: 'choice', options: ['웹'] }, ['웹']],
    [{ kind: 'yesno', yes: true, text: '이름만' }, ['이름만']], [{ kind: 'yesno', yes: true }, []], [{ kind: 'number', parts: [{ value: 120, unit: '명', label: '동시' }, { value: 3, unit: '곳' }] }, ['120 명', '동시', '3 곳']],
    [{ kind: 'money', parts: [{ min: 1, currency: 'KRW', vat: 'unknown', per: 'once', label: '품의' }, { min: 2, currency: 'KRW', vat: 'unknown', per: 'once' }] }, ['품의']],
    [{ kind: 'date', parts: [{ date: '2027-03-01', firm: 'fixed', label: '감사' }, { date: '2027-03-10', firm: 'unknown' }] }, ['2027-03-01', '감사', '2027-03-10']],
    [{ kind: 'people', people: [{ name: '이수진', role: '대리', note: '주 1일' }, { name: '최민재', role: '과장' }] }, ['이수진 대리', '주 1일', '최민재 과장']],
  ])('%j is found by its words', (value, texts) => { expect(of(value)).toEqual(texts); });

  it('is not listed twice where it was read as it was typed', () => {
    expect(of({ kind: 'text', text: '사내 IDC' }, '사내 IDC')).toEqual(['사내 IDC']);
    expect(of({ kind: 'number', parts: [{ value: 120, unit: '명' }] }, '백이십 명')).toEqual(['백이십 명', '120 명']);
  });
});

describe('the key of a row', () => {
  it.each(SEARCH_TABLES)('leads back to %s, whatever its id holds', (table) => {
    expect(parseKey(`${table}:a:b`)).toEqual({ table, id: 'a:b' });
  });

  it.each(['presence:x', 'notes', ':x', '', 'note:x', 'NOTES:x'])('%j is none', (key) => { expect(parseKey(key)).toBeNull(); });
});

/** What kind of promise, and must delivery confirm it? The promises of the practice calls decide. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessCommitmentKind, needsDelivery, saysDelivery } from '@/utils/notes/commitment-kind';
import { COMMITMENT_KINDS } from '@/utils/notes/records';

interface Call { rep: { do: string; text?: string }[]; expect: { promises: { id: string; text: string; delivery: string }[] } }
const load = (name: string): Call => JSON.parse(readFileSync(join(import.meta.dirname, '../../practice/calls', name), 'utf8')) as Call;
const calls = [load('s1-ko-meet-first-meeting.json'), load('s2-en-zoom-second-meeting.json')];

describe('practice promises', () => {
  it.each(calls.flatMap((c) => c.expect.promises.map((p) => [p.id, p.text, p.delivery] as const)))('%s %s: delivery %s', (_id, text, delivery) => {
    expect(needsDelivery(guessCommitmentKind(text))).toBe(delivery === 'pending');
  });

  it('as the rep typed them', () => {
    const typed = calls.flatMap((c) => c.rep.flatMap((r) => (r.text && (r.do === 'promise' || r.text.startsWith('!')) ? [r.text.replace(/^!\s*/u, '')] : [])));
    expect(typed.map((t) => [t, guessCommitmentKind(t)])).toEqual([
      ['녹음은 사내 견적 검토에만 쓰고 삭제', 'handling'], ['메신저 알림 가능 여부를 수행팀에 확인', 'capability'], ['예산 안에서 가능한 안 두 개', 'deliver'], ['태블릿 2대 대여', 'deliver'], ['개산 견적과 1차 범위안', 'deliver'], ['확인 필요 목록 메일', 'handling'],
      ['No recording, no transcript kept', 'handling'], ['entity-level approval limits, confirm by Wed 9 Dec', 'capability'], ['SCIM / enterprise plan as its own line by 11 Dec', 'price'], ['Fit table and rough quote', 'deliver'],
    ]);
  });
});

describe('other words', () => {
  it.each([
    ['견적 메일로 보내 드림', 'deliver'], ['mail the quote by Friday', 'deliver'], ['send the list of open points', 'handling'], ['회의록 메일', 'handling'], ['we will keep it confidential', 'handling'], ['녹음 파일 삭제', 'handling'], ['삭제 기능 개발', 'capability'],
    ['회의록 공유', 'handling'], ['캘린더 초대 발송', 'handling'], ['회의 링크 보내기', 'handling'], ['회사 소개서 송부', 'handling'], ['다음 미팅 일정 잡기', 'handling'], ['오늘 통화 내용 정리해서 공유', 'handling'], ['확인 필요 목록 공유', 'handling'],
    ['send the calendar invite', 'handling'], ['share the meeting minutes', 'handling'], ['company brochure tomorrow', 'handling'], ['agenda for Thursday', 'handling'], ['견적서와 회의록 공유', 'deliver'], ['answer within 30 minutes', 'deliver'], ['담당 PM 소개', 'deliver'], ['미팅 예약 일정 화면 개발', 'deliver'],
    ['안건 관리 화면 제공', 'deliver'], ['회의록 자동 작성 시스템 구축', 'deliver'], ['연락처 화면 구현', 'deliver'], ['초대장 발송 모듈', 'deliver'], ['agenda module by May', 'deliver'], ['invitation screens in the portal', 'deliver'],
    ['10% 할인', 'price'], ['유지보수는 별도 항목으로 표기', 'price'], ['5% discount', 'price'], ['SSO on a separate line', 'price'], ['12월 10일까지', 'date'], ['3월 1일 오픈', 'date'], ['by Friday', 'date'], ['go-live by 1 April', 'date'],
    ['can we do five levels?', 'capability'], ['check whether SSO works', 'capability'], ['푸시 알림 기능 추가', 'capability'], ['pull record counts by Friday', 'deliver'], ['재고 기록 조회 화면', 'deliver'], ['', 'deliver'],
  ])('%s is %s', (words, kind) => { expect(guessCommitmentKind(words)).toBe(kind); });

  it.each(['할인 가능여부 확인', '할인 가능 여부 확인', '단가 조정 가능  여부'])('%s asks whether it can be done: delivery answers', (words) => { expect(guessCommitmentKind(words)).toBe('capability'); });
  it('asks after a price where the words say that the price itself stands', () => { expect(guessCommitmentKind('할인 가능, 회신 여부는 따로')).toBe('price'); });
  it('judges a long text by its beginning', () => { expect(guessCommitmentKind(`${'태블릿 대여 '.repeat(400)}10% 할인`)).toBe('deliver'); });

  it('has an answer for every text, and sales alone answers only for handling and price', () => {
    expect(COMMITMENT_KINDS.filter((k) => !needsDelivery(k))).toEqual(['price', 'handling']);
    fc.assert(fc.property(fc.string(), (words) => { expect(COMMITMENT_KINDS).toContain(guessCommitmentKind(words)); }));
  });
});

describe('in whose name it was promised', () => {
  it.each([
    '수행팀이 12월 10일까지 바코드 PoC 해 드린다고 함', '개발팀에서 금요일까지 화면 시안', '우리 개발 팀은 다음 주에 환경을 연다', '수행팀 정하늘이 수요일까지 설계안 보내드림', '구축팀 정하늘님께서 방문하기로',
    'delivery will send a fit table by Friday', 'The delivery team can start in May', 'our engineers will check the API', 'the dev team to open a test account',
  ])('%s: delivery’s', (words) => { expect(saysDelivery(words)).toBe(true); });
  it.each([
    '다음 주 금요일까지 견적 초안 보내드리기로', '수행팀에 확인해서 알려 드리기로', '수행팀과 협의 후 회신', '고객사 개발팀이 문서를 주면 검토', '귀사 개발팀이 요청한 목록', '수행팀장님 소개', '',
    'quote by Friday', 'ask delivery about SSO', 'delivery will be on 3 March', 'we will send the minutes',
  ])('%s: not', (words) => { expect(saysDelivery(words)).toBe(false); });
});

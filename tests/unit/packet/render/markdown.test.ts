/** `packet.md`, `minutes.md` and the text for the clipboard: what stands where, in which order, and what stands there when there is nothing. */
import { describe, expect, it } from 'vitest';
import { packetLabels } from '@/utils/packet/labels/labels';
import { renderMarkdown } from '@/utils/packet/render/markdown';
import { generateMinutes, minutesOf, renderMinutes } from '@/utils/packet/render/minutes';
import { renderRichText } from '@/utils/packet/render/rich-text';
import { viewOf } from '@/utils/packet/render/words';
import type { Packet } from '@/utils/packet/schema';
import { aGap, aMeeting, anAnswer, aNote, aPromise, aWant, DAY, fullRows, LIST, small, smallInput, T0 } from '../small';

type Rows = Parameters<typeof small>[0];
type Options = Parameters<typeof small>[1];
const labelled = (packet: Packet) => packetLabels(packet.packet.language);
const OTHERS = '다른 사람이 한 말이 담겨 있습니다. 필요한 사람에게만 전달하고, 다 쓴 뒤에는 지워 주세요.';
/** The document by its headings of one level; what stands before the first under ''. */
function byHeading(text: string, mark: string): Record<string, string[]> {
  const out: Record<string, string[]> = { '': [] };
  let heading = '';
  for (const line of text.split('\n')) {
    if (line.startsWith(`${mark} `)) out[(heading = line.slice(mark.length + 1))] = [];
    else if (line !== '') out[heading]?.push(line);
  }
  return out;
}
const markdown = (rows: Rows, options: Options = {}) => { const packet = small(rows, options); return byHeading(renderMarkdown(packet, labelled(packet)), '##'); };
const full = (options: Options = {}) => markdown({ ...fullRows(), previous: small({ alsoChecklists: fullRows().alsoChecklists ?? [] }) }, { id: 'packet-2', number: 2, ...options });

describe('packet.md of a full deal', () => {
  it('begins with what it is, for whom, and how it stands', () => {
    expect(full({ sendAnywayReason: '오늘 *금액*', practice: true })['']).toEqual([
      '# 견적·공수 검토 요청 2호: 한빛물류(주) · 재고 관리', `> **내부용** · 회사 안에서만 봅니다. 고객사에 그대로 전달하지 마세요. ${OTHERS}`, '>', '> 연습용 자료: 실제 고객 내용이 아닙니다.', '>',
      '> **담당 없는 미확인이 남은 채로 보냅니다. 사유:** 오늘 \\*금액\\*', '- 고객과 약속한 날짜 · 2026. 12. 10. (목) · 여유 있음', '- 체크리스트 · 맞춤 개발 · 버전 3 · 합의: 박지훈 · 정하늘', '- 작성 · 2026. 11. 26. (목) 14:00 · 박지훈',
      '- **확보 1/4 · 담당 있는 미확인 1 · 담당 없는 미확인 2**', '- 일부만 확인한 항목 1 · 모호한 말 0 · 우리 추정 2', '- 질문 1개 · 작성일부터 회신 요청일까지 영업일 9일 · ‘약속’까지 읽는 데 약 1분',
    ]);
    expect(markdown({ checklist: { ...LIST, agreement: null } })['']).toEqual([
      '# 견적·공수 검토 요청 1호: 한빛물류(주) · 재고 관리', `> **내부용** · 회사 안에서만 봅니다. 고객사에 그대로 전달하지 마세요. ${OTHERS}`, '- 고객과 약속한 날짜 · 모름', '- 체크리스트 · 맞춤 개발 · 버전 3 · 수행팀과 아직 합의하지 않은 체크리스트',
      '- 작성 · 2026. 11. 26. (목) 14:00 · 박지훈', '- **확보 0/4 · 담당 있는 미확인 0 · 담당 없는 미확인 4**', '- 일부만 확인한 항목 0 · 모호한 말 0 · 우리 추정 0', '- 질문 0개 · ‘약속’까지 읽는 데 약 1분',
    ]);
  });

  it('has its sections in reading order: what is asked, the summary, the gaps, then the rest', () => {
    expect(Object.keys(full())).toEqual([
      '', '요청 사항', '1분 요약', '최소 확보 항목', '아직 거친 부분', '미확인 사항', '답이 다름', '약속', 'Pain Point와 목표', '고객 요청', '결정 사항', '할 일', '사람', '위험·전제·이슈·선행 조건', '인계 준비 상태', '변경 이력', '체크리스트 전체', '근거 자료',
    ]);
  });

  it.each(Object.entries({
    '요청 사항': ['회신 요청일: **2026. 12. 9. (수)**', '1. API는?', '**함께할 역할**', '- **계약·견적** · 예산은?', '- **수행팀** · API는?'],
    '1분 요약': ['- **Pain Point** · 재고가 안 맞음', '- **필수 요구** · 조회와 실사 · 일부만', '- **기한** · 2026-12-10', '- **예산** · 답이 다름', '- **결정권자** · 한미경 (대표) 신중함'],
    '최소 확보 항목': ['- **담당 없는 미확인 2** · A-02 필수 범위, A-06 기한', '- **담당 있는 미확인 1** · A-04 예산', '- **확보 2** · A-01 불편, B-02 장애'],
    '미확인 사항': [
      '| 질문 | 항목 | 알아낼 방법 | 우리 담당 | 답할 분 | 기한 | 견적을 막음 | 상태 |', '| --- | --- | --- | --- | --- | --- | --- | --- |', '| 예산은? | A-04 예산 | 고객에게 | 박지훈 | 이수민 | 2026. 12. 3. (목) | 예 | 담당 있음 · 생긴 지 2일 |',
      '| 망은? | A-02 필수 범위 | 방법 미정 | 박지훈 |  | 2026. 12. 5. (토) | 아니요 | 전제로 둠 · 생긴 지 2일 |', '| 기기는? |  | 방법 미정 | 담당 없음 |  | 기한 없음 | 아니요 | 열림 · 생긴 지 2일 |', '| API는? |  | 수행팀에 | 담당 없음 |  | 기한 없음 | 아니요 | 열림 · 생긴 지 2일 |',
      '**끝난 미확인 사항**', '- 서버는? · 종료 · 고객이 준비', '- 색은? · 제외',
    ],
    '답이 다름': [
      '- **A-04 예산** · 확인 필요', '  - 먼저 들은 답: 먼저 (이수민, 2026. 11. 24. (화) 14:00)', '  - 다르게 들은 답: 나중 (최영호, 2026. 11. 25. (수) 14:00)', '- **A-06 기한** · 확인 필요', '  - 기록하지 않기로 한 내용이 있어 옮기지 않았습니다.',
      '- **A-03 사용자 수** · 정리됨', '  - 먼저 들은 답: 먼저 (이수민, 2026. 11. 24. (화) 14:00)', '  - 다르게 들은 답: 60명 (말한 사람 모름, 2026. 11. 25. (수) 14:00)', '  - 남긴 답: 40명 (IT가 확인)',
    ],
    약속: [
      '- 앱도 됨 · **수행팀 이름으로 한 약속** · 말한 사람 모름 · 수행팀: 어려움 · 대안은 아직 듣지 못함 · 바로잡음 · 지킨 날 2026. 12. 2. (수) · 다시 설명', '- 견적을 드림 · 기한 2026. 12. 10. (목) · 박지훈 · 수행팀 확인 전', '- 교육 제공 · 박지훈 · 수행팀 확인',
    ],
    'Pain Point와 목표': ['- 재고가 안 맞음 · 이수민', '- 엑셀이 다름'],
    '고객 요청': [
      '- 바로 알림 · 필수 · 그 뒤의 필요: 지연을 알아야 함 · 해결하려는 Pain Point: 엑셀이 다름 · 요청대로는 어려움 · 그러면 어떻게: 메일로 · 구현 방식: 커스터마이징(수행팀 한지우) · 커스터마이징이 필요한 이유: 자체 규격', '- 다국어 · 우선순위 미정 · 수행팀 확인 전 · 어떤 Pain Point나 필요를 위한 것인지 적지 않음', '**여기부터는 1차에 넣지 않음**', '- 예쁜 화면 · 나중 · 나중이 지금이 되는 계기: 2차 계약 · 수행팀 확인 전 · 구현 방식: 커스터마이징(영업 제안, 수행팀 확인 전), 이유 없음 · 어떤 Pain Point나 필요를 위한 것인지 적지 않음',
    ],
    '결정 사항': ['- 본사 먼저 · 2026. 11. 24. (화) 14:01'],
    '할 일': ['- [ ] 예산은? · 우리가 할 일 · 박지훈 · 2026. 12. 3. (목)', '- [ ] 망은? · 우리가 할 일 · 박지훈 · 2026. 12. 5. (토)'],
    사람: ['- **박지훈** · 영업 · 영업', '- **이수민** · 고객 · 물류팀장', '- **한미경** · 소속 모름 · 대표 · 신중함'],
    '위험·전제·이슈·선행 조건': ['**위험**', '- 인터넷 끊김', '**전제(우리 추정)**', '- 40명 · A-03 사용자 수', '- 망은? → 내부망 · 박지훈 · 2026. 12. 5. (토) · A-02 필수 범위', '**이슈**', '- 월 3건 · B-02 장애', '**선행 조건**', '없음'],
    '인계 준비 상태': [
      '- 확인 필요: 견적까지 필요한 최소 항목은 확보했거나 담당이 있음 · 담당 없는 미확인 2개 · A-02, A-06', '- 확인 필요: 다른 답마다 미확인 사항이 있음 · 미확인 사항으로 남기지 않은 다른 답 1개 · A-06', '- 충족: 고객과 약속한 날짜',
      '- 충족: 필수 요청마다 그 뒤의 필요나 Pain Point가 있음', '- 확인 필요: 커스터마이징마다 이유가 있음 · 왜 필요한지 적지 않은 커스터마이징 1건', '- 충족: 약속을 적음(없으면 없다고 확인)', '- 충족: 수행팀에 여쭐 내용이 하나 이상', '- 충족: 필수 요청에 모호한 말이 없음',
    ],
    '체크리스트 전체': [
      '### 업무', '- **A-01 불편** · 확보 · 재고가 안 맞음 · 이수민 · 들음', '- **A-02 필수 범위** · 일부만 · 조회와 실사 · 말한 사람 모름 · 전해 들음 · 확인 필요', '  - 이전 값: 조회 (2026. 11. 24. (화) 14:00)', '- **A-03 사용자 수** · 일부만 · 40명 · 우리 추정',
      '- **A-07 API 접근** · 해당 없음 · 연동 없음 · 이수민 · 들음', '### 조건', '- **A-04 예산** · 답이 다름 · 먼저 (이수민) ↔ 나중 (최영호)', '- **A-05 결정권자** · 확보 · 한미경 (대표) 신중함 · 이수민 · 들음', '- **A-06 기한** · 답이 다름 · 기록하지 않기로 한 내용',
      '### 운영', '- **B-02 장애** · 확보 · 월 3건 · 이수민 · 들음',
    ],
    '근거 자료': ['- **재고 기사** · `https://hanbit.example/c1` · 2026. 11. 24. (화) 14:00 · A-01 불편 · evidence/01-재고-기사.html', '- **`https://hanbit.example/c2`** · 2026. 11. 25. (수) 14:00 · evidence/02-\\_.html'],
  }))('tells under %s', (heading, lines) => expect(full()[heading]).toEqual(lines));

  it('tells what changed since the packet before, each kind with its names', () => {
    const was = small({ gaps: [aGap('g-done', { question: '서버는?' })] });
    const packet = markdown({ previous: was, answers: [anAnswer('pain.primary', '재고'), anAnswer('budget.range', null, { state: 'declined' })], gaps: [aGap('g-done', { question: '서버는?', state: 'closed' }), aGap('new', { question: '*새것*?' })], commitments: [aPromise('p', { words: '앱_도' })] });
    expect(packet['변경 이력']).toEqual(['1호와 비교', '- **새로 확보** · A-01 불편', '- **바뀐 답** · A-04 예산', '- **새 미확인** · \\*새것\\*?', '- **끝난 미확인** · 서버는?', '- **새 약속** · 앱\\_도 · 수행팀 확인 전']);
    expect(markdown({ previous: was, gaps: [aGap('g-done', { question: '서버는?' })] })['변경 이력']).toEqual(['1호와 비교', '달라진 내용이 없습니다.']);
  });

  it('tells several of a kind in one line, each promise by its own words, and an action without a date without one', () => {
    const rows = { answers: [anAnswer('pain.primary', 'x'), anAnswer('budget.range', 'y')], commitments: [aPromise('a'), aPromise('b')], gaps: [aGap('g', { owner: '박지훈' })] };
    const packet = markdown({ previous: small(), ...rows });
    expect(packet['변경 이력']).toEqual(['1호와 비교', '- **새로 확보** · A-01 불편 / A-04 예산', '- **새 미확인** · g?', '- **새 약속** · a! · 수행팀 확인 전 / b! · 수행팀 확인 전']);
    expect(packet['할 일']).toEqual(['- [ ] g? · 우리가 할 일 · 박지훈']);
  });

  it('tells what was kept without a why where none is said', () => {
    expect(markdown({ contradictions: (fullRows().contradictions ?? []).slice(1, 2).map((c) => ({ ...c, why: '' })) })['답이 다름']?.at(-1)).toBe('  - 남긴 답: 40명');
  });

  it('says why it is late, why something does not apply, and what is off the record in the history', () => {
    const late = { ...smallInput().deal, customerDue: '2026-11-27' };
    const request = { questions: ['공수는?'], respondBy: '2026-11-26', lateReason: '고객 _사정_', rolesToBring: [] };
    const packet = markdown({ deal: late, answers: [anAnswer('scope.must', 'QX', { id: 'o', at: T0, offRecord: true }), anAnswer('scope.must', '조회', { id: 'n' }), anAnswer('users.count', null, { id: 'u', at: T0, state: 'asked_unknown' }), anAnswer('users.count', '40명')] }, { request });
    expect(packet['요청 사항']).toEqual(['회신 요청일: **2026. 11. 26. (목)**', '늦은 사유: 고객 \\_사정\\_', '1. 공수는?', '**함께할 역할**', '따로 요청하는 역할은 없습니다.']);
    expect(packet['']).toContain('- 고객과 약속한 날짜 · 2026. 11. 27. (금) · 사전 요청 기간이 지남');
    expect(packet['체크리스트 전체']).toContain('  - 이전 값: 기록하지 않기로 한 내용 (2026. 11. 24. (화) 14:00)');
    expect(packet['체크리스트 전체']).toContain('  - 이전 값: 물었지만 모름 (2026. 11. 24. (화) 14:00)');
  });
});

describe('packet.md of a deal on which nothing is known', () => {
  it('says so everywhere, in both languages', () => {
    const nothing = markdown({ meetings: [] });
    expect(nothing['요청 사항']).toEqual(['따로 여쭙는 내용은 없습니다. 확인 후 회신 부탁드립니다.', '**함께할 역할**', '따로 요청하는 역할은 없습니다.']);
    expect(['미확인 사항', '답이 다름', '약속', 'Pain Point와 목표', '고객 요청', '결정 사항', '할 일', '사람'].map((h) => nothing[h])).toEqual([
      ['열린 미확인 사항이 없습니다.'], ['서로 다른 답이 없습니다.'], ['기록된 약속이 없습니다.'], ['적힌 Pain Point가 없습니다.'], ['따로 적은 고객 요청이 없습니다.'], ['적힌 결정 사항이 없습니다.'], ['정해진 할 일이 없습니다.'], ['이름이 적힌 사람이 없습니다.'],
    ]);
    expect(nothing['1분 요약']).toEqual(['- **Pain Point** · 아직 안 물음', '- **필수 요구** · 아직 안 물음', '- **기한** · 아직 안 물음', '- **예산** · 아직 안 물음', '- **결정권자** · 아직 안 물음']);
    expect(nothing['위험·전제·이슈·선행 조건']).toEqual(['**위험**', '없음', '**전제(우리 추정)**', '없음', '**이슈**', '없음', '**선행 조건**', '없음']);
    expect(nothing['최소 확보 항목']).toEqual(['- **담당 없는 미확인 4** · A-01 불편, A-02 필수 범위, A-04 예산, A-06 기한', '- **담당 있는 미확인 0**', '- **확보 0**']);
    expect(nothing['체크리스트 전체']?.slice(0, 2)).toEqual(['### 업무', '- **A-01 불편** · 아직 안 물음']);
    expect(Object.keys(nothing)).not.toContain('변경 이력');
    expect(Object.keys(nothing)).not.toContain('근거 자료');
    const english = markdown({ meetings: [] }, { language: 'en' });
    expect([english['']?.[0], english['Promises'], english['The whole checklist']?.[1]]).toEqual(['# Estimate review request No. 1: 한빛물류(주) · 재고 관리', ['No promises recorded.'], '- **A-01 Pain** · Not asked yet']);
  });

  it('has one blank line between its parts and one line break at its end', () => {
    const packet = small(fullRows());
    const text = renderMarkdown(packet, labelled(packet));
    expect(text).not.toMatch(/\n{3}/);
    expect(text).toMatch(/[^\n]\n$/);
    expect(text).toContain('### 업무\n\n- **A-01');
    expect(text).toContain('API 접근** · 해당 없음 · 연동 없음 · 이수민 · 들음\n\n### 조건\n\n');
    expect(text).toContain('\n\n**끝난 미확인 사항**\n\n- ');
    expect(text).toContain('\n\n## 1분 요약\n\n- ');
    expect(text).toContain('2026. 12. 5. (토) | 아니요 | 전제로 둠 · 생긴 지 2일 |\n| ');
  });
});

describe('packet.md for the customer', () => {
  it('has no section, column or fact that is ours', () => {
    const copy = full({ redaction: 'customer_safe', sendAnywayReason: '내부' });
    expect(Object.keys(copy)).toEqual(['', '1분 요약', '미확인 사항', '답이 다름', '약속', 'Pain Point와 목표', '고객 요청', '결정 사항', '할 일', '사람', '위험·전제·이슈·선행 조건', '변경 이력', '체크리스트 전체']);
    expect(copy['']).toEqual([
      '# 확인 내용 정리 2호: 한빛물류(주) · 재고 관리', `> **고객 공유용** · 내부 조건·위험·경로를 뺀 고객 공유용입니다. ${OTHERS}`, '- 고객과 약속한 날짜 · 2026. 12. 10. (목)', '- 체크리스트 · 맞춤 개발 · 버전 3', '- 작성 · 2026. 11. 26. (목) 14:00 · 박지훈', '- **확보 2/4**',
    ]);
    expect(copy['약속']).toEqual(['- 앱도 됨 · 말한 사람 모름', '- 견적을 드림 · 기한 2026. 12. 10. (목) · 박지훈', '- 교육 제공 · 박지훈']);
    expect(copy['고객 요청']?.[0]).toBe('- 바로 알림 · 필수 · 그 뒤의 필요: 지연을 알아야 함 · 해결하려는 Pain Point: 엑셀이 다름');
    expect(copy['위험·전제·이슈·선행 조건']).toEqual(['**이슈**', '- 월 3건 · B-02 장애', '**선행 조건**', '없음']);
    expect(markdown({ gaps: [aGap('g', { route: 'ask_customer', owner: '박지훈', askWhom: '이수민' })] }, { redaction: 'customer_safe' })['미확인 사항']).toEqual([
      '| 질문 | 항목 | 알아낼 방법 | 답할 분 | 기한 | 견적을 막음 | 상태 |', '| --- | --- | --- | --- | --- | --- | --- |', '| g? |  | 귀사에 여쭙니다 | 이수민 | 기한 없음 | 아니요 | 열림 |',
    ]);
  });
});

describe('a page that was too large', () => {
  it('is named with its address all the same', () => {
    const packet = small({ clips: fullRows().clips ?? [] });
    const text = renderMarkdown({ ...packet, clips: packet.clips.map((c) => ({ ...c, file: '', fileHash: '' })) }, labelled(packet));
    expect(text).toContain('- **재고 기사** · `https://hanbit.example/c1` · 2026. 11. 24. (화) 14:00 · A-01 불편 · 너무 커서 파일은 싣지 않았습니다.');
  });
});

describe('minutes.md', () => {
  const minutes = (rows: Rows, options: Options = {}) => { const packet = small(rows, options); return byHeading(renderMinutes(packet, labelled(packet)), '##'); };
  const text = () => minutes(fullRows(), { practice: true });

  it('begins with what it is and for whom, and holds every meeting', () => {
    expect(text()['']).toEqual(['# 회의록: 한빛물류(주) · 재고 관리', `> 내부용 · ${OTHERS}`, '>', '> 연습용 자료: 실제 고객 내용이 아닙니다.']);
    expect(Object.keys(text())).toEqual(['', '1차 미팅 · 첫 미팅', '2차 미팅']);
    const none = renderMinutes(small({ meetings: [] }), packetLabels('ko'));
    expect(none).toBe(`# 회의록: 한빛물류(주) · 재고 관리\n\n> 내부용 · ${OTHERS}\n\n아직 미팅이 없습니다.\n`);
  });

  it('tell of the first meeting what was said in it', () => {
    expect(text()['1차 미팅 · 첫 미팅']).toEqual([
      '- 일시 · 2026. 11. 24. (화) 14:00–14:42 (UTC+09:00)', '- 장소 · Google Meet', '### 참석자', '- **박지훈** · 영업 · 영업', '- **이수민** · 고객 · 물류팀장', '### 목적', '- 범위 확인 · **일부만 이룸**', '### 결정 사항', '- 본사 먼저 · 01:00', '### 확인한 내용', '**업무**',
      '- **불편** · 재고가 안 맞음 · 이수민 · 들음 · 01:00', '- **필수 범위** · 조회 · 이수민 · 들음 · 01:00', '- **사용자 수** · 40명 · 일부만 · 우리 추정 · 01:00', '- **API 접근** · 연동 없음 · 해당 없음 · 이수민 · 들음 · 01:00', '**조건**',
      '- **결정권자** · 한미경 (대표) 신중함 · 이수민 · 들음 · 01:00', '- **기한** · 기록하지 않기로 한 내용 · 01:00', '**운영**', '- **장애** · 월 3건 · 이수민 · 들음 · 01:00', '### 고객 요청', '- 바로 알림 · 필수 · 그 뒤의 필요: 지연을 알아야 함 · 해결하려는 Pain Point: 엑셀이 다름 · 요청대로는 어려움 · 그러면 어떻게: 메일로 · 구현 방식: 커스터마이징(수행팀 한지우) · 커스터마이징이 필요한 이유: 자체 규격 · 01:00',
      '- 다국어 · 우선순위 미정 · 수행팀 확인 전', '- 예쁜 화면 · 나중 · 나중이 지금이 되는 계기: 2차 계약 · 수행팀 확인 전 · 구현 방식: 커스터마이징(영업 제안, 수행팀 확인 전), 이유 없음 · 01:00',
      '### 약속', '- 앱도 됨 · 수행팀 이름으로 한 약속 · 수행팀: 어려움 · 대안은 아직 듣지 못함 · 바로잡음 · 지킨 날 2026. 12. 2. (수) · 다시 설명',
      '- 견적을 드림 · 박지훈 · 기한 2026. 12. 10. (목) · 수행팀 확인 전', '### 할 일', '- [ ] 예산은? · 우리가 할 일 · 박지훈 · 기한 2026. 12. 3. (목)', '- [ ] 망은? · 우리가 할 일 · 박지훈 · 기한 2026. 12. 5. (토)', '### 미확인 사항',
      '- ? 예산은? · 고객에게 · 박지훈 · 2026. 12. 3. (목) · 01:00', '- ? 기기는? · 방법 미정 · 01:00', '- ? 망은? · 방법 미정 · 박지훈 · 2026. 12. 5. (토) · 01:00', '### 답이 다름', '- **A-04 예산** · 확인 필요', '  - 먼저 · 이수민', '  - 나중 · 최영호',
      '- **A-03 사용자 수** · 정리됨', '  - 먼저 · 이수민', '  - 60명 · 말한 사람 모름', '### 위험과 Pain Point', '- Pain Point · 엑셀이 다름 · 01:00', '- 위험 · 인터넷 끊김', '### 메모', '- 월말 야근 · 01:00', '### 동의',
      '- **이수민** · 메모 동의 · 자막 보관 · 녹음 동의 안 함 · 조건: 먼저 보기 · 2026. 11. 24. (화) 14:01 · 서면', '- **최영호** · 메모 동의 안 함 · 자막 쓰지 않음 · 녹음 동의 · 2026. 11. 24. (화) 14:02 · 안내 전 14:00부터', '### 다음 미팅', '- 2026. 12. 1. (화)',
    ]);
  });

  it('tell of the second what was said in it, and of everything else that there was none', () => {
    expect(text()['2차 미팅']).toEqual([
      '- 일시 · 2026. 11. 25. (수) 14:00–진행 중 (UTC+09:00)', '### 참석자', '없음', '### 목적', '적지 않음', '### 결정 사항', '없음', '### 확인한 내용', '**업무**', '- **필수 범위** · 조회와 실사 · 일부만 · 말한 사람 모름 · 전해 들음', '### 고객 요청', '없음', '### 약속',
      '- 교육 제공 · 박지훈 · 수행팀 확인', '### 할 일', '없음', '### 미확인 사항', '- ? API는? · 수행팀에 · 01:00', '### 답이 다름', '- **A-06 기한** · 확인 필요', '  - 기록하지 않기로 한 내용이 있어 옮기지 않았습니다.', '### 위험과 Pain Point', '없음', '### 메모',
      '- 둘째 미팅 메모 · 01:00', '### 동의', '기록된 동의가 없습니다. 메모 외에는 남기지 않았습니다.', '### 다음 미팅', '정하지 않음',
    ]);
  });

  it('have one blank line between their parts', () => {
    const packet = small(fullRows());
    const whole = renderMinutes(packet, labelled(packet));
    expect(whole).toContain('## 1차 미팅 · 첫 미팅\n\n- 일시');
    expect(whole).toContain('- 장소 · Google Meet\n\n### 참석자\n\n- **박지훈**');
    expect(whole).toContain('01:00\n\n**조건**\n\n- **결정권자**');
    expect(whole).toContain('(화)\n\n## 2차 미팅');
  });

  const sections = (rows: Rows, edits?: Record<string, string>) => { const packet = small(rows); const [meeting] = packet.meetings; return meeting ? Object.fromEntries(minutesOf(viewOf(packet, labelled(packet)), meeting, edits).map((s) => [s.id, s])) : {}; };

  it('tell the last that was said on an item in the meeting, and its state where it is not simply answered', () => {
    const later = { meetingId: 'm2', at: T0 + 9 * DAY };
    const said = sections({
      answers: [
        anAnswer('scope.must', '하나', { id: 'a', at: T0 }), anAnswer('scope.must', '둘', { id: 'b', at: T0 + 1 }), anAnswer('scope.must', '셋', { id: 'c', ...later }), anAnswer('budget.range', null, { state: 'declined' }), anAnswer('users.count', 'QX', { id: 'q', at: T0, offRecord: true }),
        anAnswer('users.count', '40명', { id: 'u', ...later }), anAnswer('people.decider', null, { id: 'd', at: T0, state: 'asked_unknown', saidBy: '' }), anAnswer('people.decider', '대표', { id: 'e', ...later }),
      ],
      meetings: [aMeeting(), aMeeting({ id: 'm2', ordinal: 2 })],
    })['answers'];
    expect(said?.body).toBe('**업무**\n\n- **필수 범위** · 둘 · 이수민 · 들음 · 01:00\n- **사용자 수** · 기록하지 않기로 한 내용 · 01:00\n\n**조건**\n\n- **예산** · 답하지 않음 · 이수민 · 들음 · 01:00\n- **결정권자** · 물었지만 모름 · 01:00');
  });

  it('tell nothing of an item on which only other meetings spoke', () => {
    const there = { meetingId: 'm2' };
    expect(sections({ answers: [anAnswer('scope.must', '하나', { id: 'a', at: T0, ...there }), anAnswer('scope.must', '둘', there)] })['answers']?.body).toBe('없음');
  });

  it('tell in a copy for the customer what was promised, not how it stands with delivery', () => {
    expect(minutes({ commitments: [aPromise('p')] }, { redaction: 'customer_safe' })['1차 미팅 · 첫 미팅']).toContain('- p! · 박지훈');
  });

  it('tell the actions of what was raised or asked in the meeting, done by whom until when', () => {
    const rows: Rows = {
      answers: [anAnswer('budget.range', null, { state: 'asked_will_send' }), anAnswer('scope.must', null, { state: 'asked_will_send', meetingId: 'm2' })],
      gaps: [aGap('here', { origin: 'asked_will_send', askWhom: '이수민' }), aGap('there', { meetingId: 'm2', owner: '박지훈' })],
    };
    expect(sections(rows)['actions']?.body).toBe('- [ ] here? · 고객이 하기로 한 일 · 이수민\n- [ ] 예산? · 고객이 하기로 한 일 · 이수민');
  });

  it('keep what belongs to another meeting out of every section', () => {
    const there = { meetingId: 'm2' };
    const rows: Rows = {
      meetings: [aMeeting({ participants: [], aim: ' ' })], notes: [aNote('note', 'n', there), aNote('pain', 'p', there), aNote('risk', 'r', there), aNote('decision', 'd', there)], gaps: [aGap('g', there), aGap('closed', { state: 'closed' })],
      commitments: [aPromise('p', there)], wants: [aWant('w', there)], contradictions: (fullRows().contradictions ?? []).filter((c) => c.meetingId === 'm2'), answers: [anAnswer('pain.primary', '아픔', there)],
    };
    expect(Object.values(sections(rows)).map((s) => s.body)).toEqual(['없음', '적지 않음', '없음', '없음', '없음', '없음', '없음', '없음', '없음', '없음', '없음', '기록된 동의가 없습니다. 메모 외에는 남기지 않았습니다.', '정하지 않음']);
  });

  it('say a pain that was an answer once, under the answers', () => {
    const all = sections({ answers: [anAnswer('pain.primary', '아픔')] });
    expect([all['risks']?.body, all['answers']?.body]).toEqual(['없음', '**업무**\n\n- **불편** · 아픔 · 이수민 · 들음 · 01:00']);
  });

  it('let an edited section stand as it was written, tamed; an emptied one stays empty', () => {
    const edited = sections({}, { aim: '- **굵게** <b>', next: '' });
    expect([edited['aim'], edited['next']]).toMatchObject([{ title: '목적', body: '- **굵게** &lt;b>', edited: true }, { body: '', edited: true }]);
    expect(edited['notes']).toEqual({ id: 'notes', title: '메모', body: '없음', edited: false });
    const packet = small({ meetings: [aMeeting({ minutesEdits: { aim: '저장됨' } })] });
    const bodies = (edits?: Record<string, string>) => generateMinutes(packet, 'm1', labelled(packet), edits).find((s) => s.id === 'aim')?.body;
    expect([bodies(), bodies({ aim: '지금' }), bodies({})]).toEqual(['저장됨', '지금', '적지 않음']);
    expect(generateMinutes(packet, 'm9', labelled(packet))).toEqual([]);
  });
});

describe('what the packet says of days', () => {
  const gaps = [aGap('g', { route: 'ask_delivery', due: '2026-12-04', itemId: 'A-04' })];

  it('asks with the day by which an answer is needed', () => {
    const packet = small({ gaps });
    expect(renderMarkdown(packet, packetLabels('ko'))).toContain('1. g? (A-04 예산) · 필요한 날 2026. 12. 4. (금)');
    expect(renderRichText(packet, packetLabels('ko'))).toContain('<li>g? (필요한 날 2026. 12. 4. (금))</li>');
  });

  it('gives the next meeting its hour where the next step names one', () => {
    const step = (date: string) => anAnswer('next.deadline', null, { value: { kind: 'date', parts: [{ date: '2026-12-10', firm: 'unknown', label: '견적' }, { date, time: '14:00', firm: 'unknown', label: '미팅' }] } });
    const checklist = { ...LIST, items: LIST.items.map((item) => (item.id === 'A-04' ? { ...item, topic: 'next.deadline' } : item)) };
    const next = (date: string) => generateMinutes(small({ checklist, answers: [step(date)], meetings: [aMeeting({ nextDate: '2026-12-03' })] }), 'm1', packetLabels('ko')).find((one) => one.id === 'next')?.body;
    expect([next('2026-12-03'), next('2026-12-04')]).toEqual(['- 2026. 12. 3. (목) 14:00', '- 2026. 12. 3. (목)']);
  });
});

describe('the text for the clipboard', () => {
  const rich = (rows: Rows, options: Options = {}) => { const packet = small(rows, options); return renderRichText(packet, labelled(packet)).split('\n').filter((l) => l !== ''); };

  it('tells in short what is asked, how it stands, what is open, what differs and what was promised', () => {
    expect(rich(fullRows(), { sendAnywayReason: '오늘 <금액>' })).toEqual([
      `<h2>견적·공수 검토 요청 1호: 한빛물류(주) · 재고 관리</h2><p><i>내부용. ${OTHERS}</i></p>`, '<p><b>담당 없는 미확인이 남은 채로 보냅니다. 사유:</b> 오늘 &lt;금액&gt;</p>', '<p><b>확보 1/4 · 담당 있는 미확인 1 · 담당 없는 미확인 2</b></p>', '<p>회신 요청일: <b>2026. 12. 9. (수)</b></p>',
      '<h3>요청 사항</h3><ul><li>API는?</li></ul>', '<h3>함께할 역할</h3><ul><li><b>계약·견적</b>: 예산은?</li><li><b>수행팀</b>: API는?</li></ul>',
      '<h3>1분 요약</h3><ul><li><b>Pain Point</b>: 재고가 안 맞음</li><li><b>필수 요구</b>: 조회와 실사 (일부만)</li><li><b>기한</b>: 2026-12-10</li><li><b>예산</b>: 먼저 (이수민) ↔ 나중 (최영호)</li><li><b>결정권자</b>: 한미경 (대표) 신중함</li></ul>',
      '<h3>미확인 사항 (4)</h3><ul><li>예산은? (고객에게 · 박지훈 · 2026. 12. 3. (목) · 견적을 막음)</li><li>망은? (방법 미정 · 박지훈 · 2026. 12. 5. (토))</li><li>기기는? (방법 미정 · 담당 없음 · 기한 없음)</li><li>API는? (수행팀에 · 담당 없음 · 기한 없음)</li></ul>',
      '<h3>답이 다름</h3><ul><li>먼저 (이수민) ↔ 나중 (최영호)</li></ul>', '<h3>약속</h3><ul><li>앱도 됨 · 수행팀 이름으로 한 약속 · 수행팀: 어려움 · 대안은 아직 듣지 못함 · 바로잡음 · 지킨 날 2026. 12. 2. (수) · 다시 설명</li><li>견적을 드림 · 2026. 12. 10. (목) · 수행팀 확인 전</li><li>교육 제공 · 수행팀 확인</li></ul>',
    ]);
  });

  it('leaves out what there is none of, and tells the state of what is not known', () => {
    expect(rich({})).toEqual([
      `<h2>견적·공수 검토 요청 1호: 한빛물류(주) · 재고 관리</h2><p><i>내부용. ${OTHERS}</i></p>`, '<p><b>확보 0/4 · 담당 있는 미확인 0 · 담당 없는 미확인 4</b></p>',
      '<h3>1분 요약</h3><ul><li><b>Pain Point</b>: 아직 안 물음</li><li><b>필수 요구</b>: 아직 안 물음</li><li><b>기한</b>: 아직 안 물음</li><li><b>예산</b>: 아직 안 물음</li><li><b>결정권자</b>: 아직 안 물음</li></ul>',
    ]);
  });

  it('names in a copy for the customer who can answer, not who of us asks; a speaker nobody knows is said to be that', () => {
    const copy = rich({ ...fullRows(), gaps: [aGap('g', { route: 'ask_customer', owner: '박지훈', askWhom: '이수민' }), aGap('h', { route: 'ask_customer', owner: '박지훈' })] }, { redaction: 'customer_safe', language: 'en' });
    expect(copy[0]).toMatch(/^<h2>What we have noted No\. 1: /);
    expect(copy.find((l) => l.includes('Open questions'))).toBe('<h3>Open questions (2)</h3><ul><li>g? (We ask you · 이수민 · No date)</li><li>h? (We ask you · No date)</li></ul>');
    const side = { text: 'x', saidBy: '', at: T0, answerId: null };
    expect(rich({ contradictions: (fullRows().contradictions ?? []).slice(0, 1).map((c) => ({ ...c, a: side, b: side })) }).at(-1)).toBe('<h3>답이 다름</h3><ul><li>x (말한 사람 모름) ↔ x (말한 사람 모름)</li></ul>');
  });
});

/** `packet.html`: what a reader finds where, what is marked how, and where each link leads. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { pageStyle } from '@/utils/packet/render/html/style';
import { aContradiction, aGap, aMeeting, aPromise, fullRows, LIST, small, smallInput } from '../../small';
import { outline, sectionsOf } from './outline';
import type { Rows } from './page';
import { print, page, sections, fullPage, top, OTHERS } from './page';

describe('the page of a full deal', () => {
  it.each(Object.entries({
    request: ['회신 요청일 2026. 12. 9. (수)', '여쭙는 내용', 'API는?', '함께할 역할', '계약·견적 예산은?', '수행팀 API는?', '[회신 작성으로](#reply)'],
    summary: ['Pain Point: 재고가 안 맞음', '필수 요구: 조회와 실사 {warn: 일부만}', '기한: 2026-12-10', '예산: 먼저 (이수민) ↔ 나중 (최영호)', '결정권자: 한미경 (대표) 신중함', '현재 상태: 확보 1/4 · 담당 있는 미확인 1 · 담당 없는 미확인 2'],
    standing: ['담당 없는 미확인 2', '[A-02 필수 범위](#item-2) {plain: 일부만}', '[A-06 기한](#item-6) {plain: 답이 다름}', '담당 있는 미확인 1', '[A-04 예산](#item-4) {plain: 답이 다름}', '확보 2', '[A-01 불편](#item-1)', '[B-02 장애](#item-8)'],
    gaps: [
      '| 질문 | 알아낼 방법 | 우리 담당 | 답할 분 | 기한 | 상태', '| 예산은?', '[A-04 예산](#item-4)', '{bad: 견적을 막음}', '| 고객에게 | 박지훈 | 이수민 | 2026. 12. 3. (목) | 담당 있음', '생긴 지 2일', '| 망은?', '[A-02 필수 범위](#item-2)',
      '| 방법 미정 | 박지훈 | – | 2026. 12. 5. (토) | 전제로 둠', '생긴 지 2일', '| 기기는?', '| 방법 미정 | 담당 없음 | – | 기한 없음 | 열림', '생긴 지 2일', '| API는?', '| 수행팀에 | 담당 없음 | – | 기한 없음 | 열림', '생긴 지 2일', '끝난 미확인 사항 2', '서버는? {plain: 종료} → 고객이 준비',
      '색은? {plain: 제외}',
    ],
    contradictions: [
      '[A-04 예산](#item-4) {warn: 확인 필요}', '먼저 들은 답', '먼저', '이수민 · 2026. 11. 24. (화) 14:00', '다르게 들은 답', '나중', '최영호 · 2026. 11. 25. (수) 14:00', '[A-06 기한](#item-6) {warn: 확인 필요}', '기록하지 않기로 한 내용이 있어 옮기지 않았습니다.',
      '[A-03 사용자 수](#item-3) {good: 정리됨}', '먼저 들은 답', '먼저', '이수민 · 2026. 11. 24. (화) 14:00', '다르게 들은 답', '60명', '말한 사람 모름 · 2026. 11. 25. (수) 14:00', '남긴 답: 40명', '근거: IT가 확인',
    ],
    promises: [
      '수행팀 이름으로 한 약속 1', '앱도 됨 {bad: 수행팀: 어려움} {plain: 바로잡음}', '가능 여부 · 말한 사람 모름 · 대안은 아직 듣지 못함 · 지킨 날 2026. 12. 2. (수) · 다시 설명 · 01:00', '영업이 한 약속 2', '견적을 드림 {warn: 수행팀 확인 전}', '일정 · 기한 2026. 12. 10. (목) · 말한 사람 박지훈 · 01:00',
      '교육 제공 {good: 수행팀 확인}', '산출물·작업 · 말한 사람 박지훈',
    ],
    pains: ['재고가 안 맞음', '이수민 · [A-01 불편](#item-1) · 01:00', '엑셀이 다름', '01:00'],
    wants: [
      '바로 알림 {bad: 필수}', '그 뒤의 필요: 지연을 알아야 함 · 해결하려는 Pain Point: 엑셀이 다름 · 요청대로는 어려움 · 그러면 어떻게: 메일로 · 구현 방식: 커스터마이징(수행팀 한지우) · 커스터마이징이 필요한 이유: 자체 규격 · 01:00', '다국어 {plain: 우선순위 미정}', '수행팀 확인 전 · {warn: 어떤 Pain Point나 필요를 위한 것인지 적지 않음}', '여기부터는 1차에 넣지 않음 1', '예쁜 화면 {plain: 나중}', '나중이 지금이 되는 계기: 2차 계약 · 수행팀 확인 전 · 구현 방식: 커스터마이징(영업 제안, 수행팀 확인 전), 이유 없음 · {warn: 어떤 Pain Point나 필요를 위한 것인지 적지 않음} · 01:00',
    ],
    decisions: ['본사 먼저', '2026. 11. 24. (화) 14:01 · 01:00'],
    actions: ['우리가 할 일 2', '예산은?', '박지훈 · 2026. 12. 3. (목)', '망은?', '박지훈 · 2026. 12. 5. (토)'],
    people: ['고객 1', '이수민 물류팀장', '참석 1', '영업 1', '박지훈 영업', '참석 1', '소속 모름 1', '한미경 대표', '신중함 · A-05 결정권자'],
    raid: ['위험 1', '인터넷 끊김', '전제(우리 추정) 2', '40명', '[A-03 사용자 수](#item-3)', '망은? → 내부망', '박지훈 · 2026. 12. 5. (토) · [A-02 필수 범위](#item-2)', '이슈 1', '월 3건', '[B-02 장애](#item-8)', '선행 조건 0', '없음'],
    rules: [
      '{warn: 확인 필요} 견적까지 필요한 최소 항목은 확보했거나 담당이 있음', '담당 없는 미확인 2개', '[A-02 필수 범위](#item-2)', '[A-06 기한](#item-6)', '{warn: 확인 필요} 다른 답마다 미확인 사항이 있음', '미확인 사항으로 남기지 않은 다른 답 1개', '[A-06 기한](#item-6)',
      '{good: 충족} 고객과 약속한 날짜', '{good: 충족} 필수 요청마다 그 뒤의 필요나 Pain Point가 있음', '{warn: 확인 필요} 커스터마이징마다 이유가 있음', '왜 필요한지 적지 않은 커스터마이징 1건', '{good: 충족} 약속을 적음(없으면 없다고 확인)', '{good: 충족} 수행팀에 여쭐 내용이 하나 이상', '{good: 충족} 필수 요청에 모호한 말이 없음',
    ],
    changes: [
      '1호와 비교', '새로 확보 4', 'B-02 장애', 'A-01 불편', 'A-05 결정권자', 'A-07 API 접근', '바뀐 답 5', 'B-01 예산', 'A-02 필수 범위', 'A-03 사용자 수', 'A-04 예산', 'A-06 기한', '새 미확인 4', '예산은?', '기기는?', '망은?', 'API는?', '새 약속 3', '앱도 됨 · 수행팀 이름으로 한 약속 · 수행팀: 어려움 · 대안은 아직 듣지 못함 · 바로잡음 · 지킨 날 2026. 12. 2. (수) · 다시 설명',
      '견적을 드림 · 수행팀 확인 전', '교육 제공 · 수행팀 확인',
    ],
    answers: [
      '업무', 'A-01 불편 {good: 확보}', '불편?', '재고가 안 맞음', '이수민 · 들음 · 01:00 · 근거 자료: [재고 기사](#clip-1) · 최소 확보 (1차 미팅까지)', 'A-02 필수 범위 {warn: 일부만}', '필수 범위?', '조회와 실사', '말한 사람 모름 · 전해 들음 · 비고: 확인 필요 · 최소 확보 (견적까지)', '이전 값',
      '조회', '이수민 · 들음 · 2026. 11. 24. (화) 14:00', 'A-03 사용자 수 {warn: 일부만} {warn: 우리 추정}', '사용자 수?', '40명', '우리 추정 · 01:00 · 선택', 'A-07 API 접근 {good: 해당 없음}', 'API 접근?', '연동 없음', '이수민 · 들음 · 01:00 · 선택', '조건',
      'A-04 예산 {bad: 답이 다름}', '예산?', '먼저 (이수민) ↔ 나중 (최영호)', '최소 확보 (견적까지)', 'A-05 결정권자 {good: 확보}', '결정권자?', '한미경 (대표) 신중함', '이수민 · 들음 · 01:00 · 최소 확보 (계약까지)', 'A-06 기한 {bad: 답이 다름}', '기한?', '기록하지 않기로 한 내용',
      '01:00 · 최소 확보 (1차 미팅까지)',
    ],
    also: ['운영 버전 1', '운영', 'B-01 예산 {bad: 답이 다름}', '예산?', '먼저 (이수민) ↔ 나중 (최영호)', '최소 확보 (견적까지)', 'B-02 장애 {good: 확보}', '장애?', '월 3건', '이수민 · 들음 · 01:00 · 최소 확보 (견적까지)'],
    notes: ['월말 야근', '2026. 11. 24. (화) 14:01 · 01:00', '둘째 미팅 메모', '2026. 11. 24. (화) 14:01 · 01:00'],
    evidence: [
      '재고 기사 {plain: 본문}', 'https://hanbit.example/c1 · 보관한 때 2026. 11. 24. (화) 14:00 · [A-01 불편](#item-1) · [파일 열기](evidence/01-%EC%9E%AC%EA%B3%A0-%EA%B8%B0%EC%82%AC.html)',
      'https://hanbit.example/c2 {plain: 주소만 보관}', '보관한 때 2026. 11. 25. (수) 14:00 · [파일 열기](evidence/02-_.html)',
    ],
  }))('tells under %s', (id, lines) => expect(sectionsOf(fullPage())[id]).toEqual(lines));

  it('begins with what it is, for whom, how it stands, and what is in it', () => {
    const text = fullPage({ sendAnywayReason: '오늘 <금액>', practice: true });
    expect(top(text).slice(0, 20).filter((l) => !l.startsWith('내용 지문'))).toEqual([
      '견적·공수 검토 요청 2호 · 한빛물류(주) · 재고 관리 (내부용)', '[본문으로 건너뛰기](#main)', 'Baton 내부용', '견적·공수 검토 요청 2호', '한빛물류(주) · 재고 관리', '연습용 자료: 실제 고객 내용이 아닙니다.',
      '담당 없는 미확인이 남은 채로 보냅니다. 사유: 오늘 <금액>', '고객사: 한빛물류(주) {plain: 기고객}', '영업 건: 재고 관리', '고객과 약속한 날짜: 2026. 12. 10. (목) {plain: 여유 있음}', '체크리스트: 맞춤 개발 버전 3 /', '합의: 박지훈 · 정하늘', '작성: 2026. 11. 26. (목) 14:00 · 박지훈',
      '견적까지 필요한 최소 항목 4개', '[1확보](#list-secured)[1담당 있는 미확인](#list-owned)[2담당 없는 미확인](#list-unowned)', '답이 다름 2건 · 수행팀 확인 전 약속 1건', '[일부만 확인한 항목 1](#rough-partly) · 모호한 말 0 · [우리 추정 2](#rough-assumed)', '질문 1개 · 작성일부터 회신 요청일까지 영업일 9일 · ‘약속’까지 읽는 데 약 1분', `회사 안에서만 봅니다. 고객사에 그대로 전달하지 마세요. ${OTHERS}`,
    ]);
    const contents = top(text).slice(20);
    expect(contents[0]).toBe('차례');
    expect(contents.slice(1)).toEqual([...text.matchAll(/<section id="(\w+)"[^>]*>.*?<h2[^>]*>([^<]*)/g)].map(([, id, title]) => `[${title}](#${id})`));
    expect(outline(text.slice(text.lastIndexOf('</section>')))).toEqual(['견적·공수 검토 요청 2호 · 내부용 · 한빛물류(주)', OTHERS]);
  });

  it('has its sections in reading order, each named by its heading', () => {
    const text = fullPage();
    const ids = ['request', 'summary', 'standing', 'rough', 'gaps', 'contradictions', 'promises', 'pains', 'wants', 'decisions', 'actions', 'people', 'raid', 'rules', 'changes', 'answers', 'also', 'minutes', 'notes', 'evidence', 'reply'];
    expect(Object.keys(sectionsOf(text))).toEqual(ids);
    for (const id of ids) expect(text).toMatch(new RegExp(`<section id="${id}" aria-labelledby="${id}-h"><div class="head"><h2 id="${id}-h">[^<]+</h2><span class="profile">내부용</span></div>`));
  });

  it('has a target for every link inside it', () => {
    const text = fullPage();
    const ids = new Set([...text.matchAll(/\sid="([^"]+)"/g)].map((m) => m[1]));
    const links = [...text.matchAll(/href="#([^"]*)"/g)].map((m) => m[1]);
    expect(links.length).toBeGreaterThan(40);
    expect(links.filter((id) => !ids.has(id))).toEqual([]);
    expect(['item-1', 'gap-1', 'gap-2', 'clip-1', 'clip-2'].filter((id) => !ids.has(id))).toEqual([]);
  });

  it('shows the beginning of the hash by which a reply names this packet', () => {
    const packet = small();
    expect(outline(print(packet))).toContain(`내용 지문: ${packet.packet.contentHash.slice(0, 12)}`);
  });

  it('prints the minutes of every meeting as lists and headings', () => {
    const lines = sectionsOf(fullPage())['minutes'] ?? [];
    expect(lines.slice(0, 12)).toEqual(['1차 미팅 · 첫 미팅', '2026. 11. 24. (화) 14:00–14:42 (UTC+09:00) · Google Meet', '참석자', '박지훈 · 영업 · 영업', '이수민 · 고객 · 물류팀장', '목적', '범위 확인 · 일부만 이룸', '결정 사항', '본사 먼저 · 01:00', '확인한 내용', '업무', '불편 · 재고가 안 맞음 · 이수민 · 들음 · 01:00']);
    expect(lines).toEqual(expect.arrayContaining(['☐ 예산은? · 우리가 할 일 · 박지훈 · 기한 2026. 12. 3. (목)', '2차 미팅', '2026. 11. 25. (수) 14:00–진행 중 (UTC+09:00)']));
    expect(fullPage()).toContain('<ul><li><strong>A-04 예산</strong> · 확인 필요</li><li class="deeper">먼저 · 이수민</li>');
    expect(sections({ meetings: [aMeeting({ minutesEdits: { aim: '- **굵게**\n\n글' } })] })['minutes']?.slice(2, 8)).toEqual(['참석자', '박지훈 · 영업 · 영업', '이수민 · 고객 · 물류팀장', '목적 {plain: 직접 고친 부분}', '굵게', '글']);
    expect(sections({ meetings: [] })['minutes']).toEqual(['아직 미팅이 없습니다.']);
  });

  it('gives what somebody said a direction of its own', () => {
    expect(fullPage()).toContain('<blockquote><span class="said" dir="auto">엑셀이 다름</span></blockquote>');
    for (const words of ['재고가 안 맞음', '예산은?', '견적을 드림', '본사 먼저', '월말 야근']) expect(fullPage()).toContain(`<span class="said" dir="auto">${words}</span>`);
  });

  it('is a table for who listens to it: heads and rows have their scope, cells their name', () => {
    const text = page({ gaps: fullRows().gaps ?? [] });
    expect(text).toContain('<th scope="col">질문</th>');
    expect(text).toContain('<tr id="gap-1"><th scope="row" data-label="질문">');
    for (const name of ['알아낼 방법', '우리 담당', '답할 분', '기한', '상태']) expect(text).toContain(`<td data-label="${name}">`);
  });
});

describe('the page of a deal on which nothing is known', () => {
  it('says so in every section and leaves out those there is no reason for', () => {
    expect(sections({ meetings: [] })).toMatchObject({
      request: ['여쭙는 내용', '따로 여쭙는 내용은 없습니다. 확인 후 회신 부탁드립니다.', '함께할 역할', '따로 요청하는 역할은 없습니다.', '[회신 작성으로](#reply)'], gaps: ['열린 미확인 사항이 없습니다.'], contradictions: ['서로 다른 답이 없습니다.'],
      promises: ['기록된 약속이 없습니다.'], pains: ['적힌 Pain Point가 없습니다.'], wants: ['따로 적은 고객 요청이 없습니다.'], decisions: ['적힌 결정 사항이 없습니다.'], actions: ['정해진 할 일이 없습니다.'], people: ['이름이 적힌 사람이 없습니다.'],
      raid: ['위험 0', '없음', '전제(우리 추정) 0', '없음', '이슈 0', '없음', '선행 조건 0', '없음'],
      summary: ['Pain Point: 아직 안 물음', '필수 요구: 아직 안 물음', '기한: 아직 안 물음', '예산: 아직 안 물음', '결정권자: 아직 안 물음', '현재 상태: 확보 0/4 · 담당 있는 미확인 0 · 담당 없는 미확인 4'],
      standing: ['담당 없는 미확인 4', '[A-01 불편](#item-1) {plain: 아직 안 물음}', '[A-02 필수 범위](#item-2) {plain: 아직 안 물음}', '[A-04 예산](#item-4) {plain: 아직 안 물음}', '[A-06 기한](#item-6) {plain: 아직 안 물음}', '담당 있는 미확인 0', '없음', '확보 0', '없음'],
    });
    expect(Object.keys(sections({ meetings: [] }))).toEqual(['request', 'summary', 'standing', 'gaps', 'contradictions', 'promises', 'pains', 'wants', 'decisions', 'actions', 'people', 'raid', 'rules', 'answers', 'minutes', 'reply']);
    expect(sections()['answers']?.slice(0, 4)).toEqual(['업무', 'A-01 불편 {plain: 아직 안 물음}', '불편?', '최소 확보 (1차 미팅까지)']);
    expect(top(page({ meetings: [] }))).toContain('고객과 약속한 날짜: 모름');
  });

  it('lists under contents the sections that are there', () => {
    const text = page({ meetings: [] });
    expect([...text.matchAll(/<li><a href="#(\w+)"/g)].map((m) => m[1]).slice(0, 16)).toEqual(Object.keys(sectionsOf(text)));
    expect([...text.slice(0, text.indexOf('</nav>')).matchAll(/<li>/g)]).toHaveLength(16);
  });

  it('says so in English too', () => {
    const text = page({}, { language: 'en' });
    expect(text).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(sectionsOf(text)).toMatchObject({ gaps: ['No open questions.'], promises: ['No promises recorded.'] });
    expect(top(text).slice(0, 5)).toEqual(['Estimate review request No. 1 · 한빛물류(주) · 재고 관리 (Internal)', '[Skip to content](#main)', 'Baton Internal', 'Estimate review request No. 1', '한빛물류(주) · 재고 관리']);
  });

  it('has no words of practice or of sending anyway where neither is the case', () => {
    expect(outline(page())).not.toContain('연습용 자료: 실제 고객 내용이 아닙니다.');
    expect(page()).not.toContain('담당 없는 미확인이 남은 채로');
  });
});

describe('the top of the page', () => {
  const due = (customerDue: string): Rows => ({ deal: { ...smallInput().deal, customerDue } });

  it('marks how much time there is', () => {
    const line = (customerDue: string) => top(page(due(customerDue))).find((l) => l.startsWith('고객과 약속한 날짜'));
    expect([line('2026-12-10'), line('2026-12-02'), line('2026-11-27')]).toEqual(['고객과 약속한 날짜: 2026. 12. 10. (목) {plain: 여유 있음}', '고객과 약속한 날짜: 2026. 12. 2. (수) {warn: 빠듯함}', '고객과 약속한 날짜: 2026. 11. 27. (금) {bad: 사전 요청 기간이 지남}']);
  });

  it('says why it is late, only when it is', () => {
    const request = { questions: ['공수는?'], respondBy: '2026-11-26', lateReason: '고객 사정', rolesToBring: [{ role: '팀장', why: '결정', itemIds: [] }] };
    expect(sections({ deal: { ...smallInput().deal, customerDue: '2026-11-27' } }, { request })['request']).toEqual(['회신 요청일 2026. 11. 26. (목) · 늦은 사유: 고객 사정', '여쭙는 내용', '공수는?', '함께할 역할', '팀장 결정', '[회신 작성으로](#reply)']);
    expect(sections({ deal: { ...smallInput().deal, customerDue: '2026-12-10' } }, { request })['request']?.[0]).toBe('회신 요청일 2026. 11. 26. (목)');
    expect(sections({ deal: { ...smallInput().deal, customerDue: '2026-11-27' } }, { request: { ...request, lateReason: '' } })['request']?.[0]).toBe('회신 요청일 2026. 11. 26. (목)');
  });

  it('says that delivery has not agreed to the checklist', () => {
    const text = page({ checklist: { ...LIST, agreement: null } });
    expect(top(text)).toContain('수행팀과 아직 합의하지 않은 체크리스트');
    expect(text).toContain('<small class="warn-text">수행팀과');
    expect(page()).toContain('<small>합의: 박지훈 · 정하늘</small>');
  });

  it('counts conflicts that are open and promises that delivery has not confirmed', () => {
    const rows = { contradictions: [aContradiction('scope.must'), aContradiction('users.count', { status: 'both_true' })], commitments: [aPromise('a'), aPromise('b', { confirmation: 'cannot' }), aPromise('c')] };
    expect(top(page(rows))).toContain('답이 다름 1건 · 수행팀 확인 전 약속 2건');
    expect(page(rows)).toMatch(/<a class="count secured zero" href="#list-secured"><b>0<\/b>.*<a class="count unowned" href="#list-unowned"><b>4<\/b>/);
  });
});

describe('the page for the customer', () => {
  const copy = () => fullPage({ redaction: 'customer_safe', sendAnywayReason: '내부' });

  it('has no section, column, count or mark that is ours', () => {
    expect(Object.keys(sectionsOf(copy()))).toEqual(['summary', 'gaps', 'contradictions', 'promises', 'pains', 'wants', 'decisions', 'actions', 'people', 'raid', 'changes', 'answers', 'also', 'minutes']);
    expect(top(copy()).filter((l) => !l.startsWith('내용 지문')).slice(0, 11)).toEqual([
      '확인 내용 정리 2호 · 한빛물류(주) · 재고 관리 (고객 공유용)', '[본문으로 건너뛰기](#main)', 'Baton 고객 공유용', '확인 내용 정리 2호', '한빛물류(주) · 재고 관리', '고객사: 한빛물류(주)', '영업 건: 재고 관리', '고객과 약속한 날짜: 2026. 12. 10. (목)', '체크리스트: 맞춤 개발 버전 3',
      '작성: 2026. 11. 26. (목) 14:00 · 박지훈', `내부 조건·위험·경로를 뺀 고객 공유용입니다. ${OTHERS}`,
    ]);
    expect(copy()).not.toContain('<span></span>');
    expect(sectionsOf(copy())['wants']).toEqual(['바로 알림 {bad: 필수}', '그 뒤의 필요: 지연을 알아야 함 · 해결하려는 Pain Point: 엑셀이 다름 · 01:00', '다국어 {plain: 우선순위 미정}', '여기부터는 1차에 넣지 않음 1', '예쁜 화면 {plain: 나중}', '나중이 지금이 되는 계기: 2차 계약 · 01:00']);
    expect(sectionsOf(copy())['raid']).toEqual(['이슈 1', '월 3건', '[B-02 장애](#item-8)', '선행 조건 0', '없음']);
    expect(sectionsOf(copy())['promises']).toEqual(['고객께 드린 약속 3', '앱도 됨', '가능 여부 · 말한 사람 모름 · 01:00', '견적을 드림', '일정 · 기한 2026. 12. 10. (목) · 말한 사람 박지훈 · 01:00', '교육 제공', '산출물·작업 · 말한 사람 박지훈']);
    expect(sections({ gaps: [aGap('g', { route: 'ask_customer', owner: '박지훈', askWhom: '이수민' })] }, { redaction: 'customer_safe' })['gaps']).toEqual(['| 질문 | 알아낼 방법 | 답할 분 | 기한 | 상태', '| g?', '| 귀사에 여쭙니다 | 이수민 | 기한 없음 | 열림']);
  });

  it('leaves out items of commercial topics, and headings without any', () => {
    const lines = sections({ checklist: { ...LIST, items: LIST.items.filter((i) => i.section === 's1' || i.topic === 'budget.range') } }, { redaction: 'customer_safe' })['answers'];
    expect(lines).not.toContain('조건');
    expect(lines?.some((l) => l.includes('예산'))).toBe(false);
  });

  it('runs nothing at all', () => {
    expect(copy()).not.toMatch(/<script|<form/);
    expect(copy()).toContain("default-src &#39;none&#39;; script-src &#39;none&#39;; style-src &#39;sha256-");
  });
});

describe('the page itself', () => {
  it('asks the network for nothing, tells nobody where it was opened, is not indexed, and says what made it', () => {
    const head = page().slice(0, page().indexOf('<style>'));
    expect(head).toMatch(/script-src &#39;sha256-[\w+/]{43}=&#39;; style-src &#39;sha256-[\w+/]{43}=&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;"/);
    for (const meta of ['<meta charset="utf-8">', '<meta name="referrer" content="no-referrer">', '<meta name="robots" content="noindex">', '<meta name="generator" content="Baton packet format 1">', '<meta name="viewport" content="width=device-width, initial-scale=1">']) expect(head).toContain(meta);
  });

  it('runs its own form and nothing else: style and script are the ones the policy names', () => {
    const text = page();
    const hash = (tag: string): string => createHash('sha256').update(new RegExp(`<${tag}>([^]*?)</${tag}>`).exec(text)?.[1] ?? '').digest('base64');
    expect(text).toContain(`script-src &#39;sha256-${hash('script')}&#39;; style-src &#39;sha256-${hash('style')}&#39;;`);
    expect(text).toContain("document.getElementById('reply-form')");
    expect(page({}, { redaction: 'customer_safe' })).toMatch(/<\/footer>\n<\/div>\n\n<\/body>\n<\/html>\n$/);
    expect(pageStyle('가 1·"{}</style>')).toMatch(/content:"가 1·style"/);
  });

  it('names itself and its profile on every printed page', () => expect(page({}, { number: 3 })).toMatch(/<style>[^<]*견적·공수 검토 요청 3호 · 내부용/));
});

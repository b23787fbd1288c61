/** What each section of `packet.html` tells, entry by entry. */
import { describe, expect, it } from 'vitest';
import { aClip, aContradiction, aGap, aMeeting, anAnswer, aNote, aPromise, DAY, FURTHER, small, T0 } from '../../small';
import { sectionsOf } from './outline';
import type { Rows } from './page';
import { print, page, sections, fullPage } from './page';

describe('a section tells', () => {
  it('of gaps what came of those that ended, without open ones no table', () => {
    expect(sections({ gaps: [aGap('a', { state: 'answered', outcome: '가능' }), aGap('b', { state: 'closed' })] })['gaps']).toEqual(['열린 미확인 사항이 없습니다.', '끝난 미확인 사항 2', 'a? {plain: 답변 받음} → 가능', 'b? {plain: 종료}']);
    expect(sections({ gaps: [aGap('a')] })['gaps']).toEqual(['| 질문 | 알아낼 방법 | 우리 담당 | 답할 분 | 기한 | 상태', '| a?', '| 방법 미정 | 담당 없음 | – | 기한 없음 | 열림', '생긴 지 2일']);
  });

  it('of gaps on which days they were asked and for how long nobody has known, to colleagues only', () => {
    const asked = aGap('a', { route: 'ask_customer', at: T0 - 10 * DAY, askedOn: ['2026-11-12', '2026-11-19', '2026-11-24'] });
    expect(sections({ gaps: [asked] })['gaps']?.at(-1)).toBe('물은 날 2026. 11. 12. (목), 2026. 11. 19. (목), 2026. 11. 24. (화) · 생긴 지 12일');
    expect(sections({ gaps: [aGap('a', { at: T0 + 2 * DAY })] })['gaps']?.at(-1)).toBe('| 방법 미정 | 담당 없음 | – | 기한 없음 | 열림');
    expect(sections({ gaps: [asked] }, { redaction: 'customer_safe' })['gaps']?.at(-1)).toBe('| 귀사에 여쭙니다 | – | 기한 없음 | 열림');
  });

  it('of a gap that delivery answered who said so, under what changed too', () => {
    const open = aGap('a', { route: 'ask_delivery' });
    const ended: typeof open = { ...open, state: 'answered', outcome: '가능', answeredBy: '정하늘' };
    const made = sections({ gaps: [ended], previous: small({ gaps: [open] }) });
    expect(made['gaps']?.at(-1)).toBe('a? {plain: 답변 받음} → 가능(수행팀 정하늘)');
    expect(made['changes']?.slice(-2)).toEqual(['끝난 미확인 1', 'a? → 가능(수행팀 정하늘)']);
  });

  it('of contradictions what was kept and why, as far as it is said', () => {
    const settled = (more: Parameters<typeof aContradiction>[1]) => sections({ contradictions: [aContradiction('scope.must', { status: 'both_true', ...more })] })['contradictions']?.slice(7);
    expect([settled({}), settled({ kept: '앱' }), settled({ why: '범위' }), settled({ kept: '앱', why: '범위' })]).toEqual([[], ['남긴 답: 앱'], ['남긴 답:', '근거: 범위'], ['남긴 답: 앱', '근거: 범위']]);
    expect(sections({ contradictions: [aContradiction('scope.must', { status: 'both_true' })] })['contradictions']?.[0]).toBe('[A-02 필수 범위](#item-2) {good: 둘 다 맞음(범위가 다름)}');
  });

  it('of promises how each stands with delivery, by tone', () => {
    const rows = (['unconfirmed', 'confirmed', 'changed', 'cannot', 'not_needed'] as const).map((confirmation, i) => aPromise(confirmation, { confirmation, at: T0 + i, fulfilment: i === 0 ? 'late' : 'open' }));
    expect(sections({ commitments: rows })['promises']?.filter((l) => l.includes('!'))).toEqual(['unconfirmed! {warn: 수행팀 확인 전} {plain: 늦어짐}', 'confirmed! {good: 수행팀 확인}', 'changed! {warn: 조건부로 바뀜}', 'cannot! {bad: 수행팀: 어려움}', 'not_needed! {good: 확인 불필요}']);
    expect(sections({ commitments: [aPromise('a', { onBehalfOfDelivery: true })] })['promises']?.[0]).toBe('수행팀 이름으로 한 약속 1');
    expect(sections({ commitments: [aPromise('a')] })['promises']?.[0]).toBe('영업이 한 약속 1');
  });

  it('of actions who does what, the customer first', () => {
    expect(sections({ gaps: [aGap('a', { origin: 'asked_will_send', owner: '박지훈', due: '2026-12-03' })] })['actions']).toEqual(['고객이 하기로 한 일 1', 'a?', '담당 없음 · 2026. 12. 3. (목)', '우리가 할 일 1', 'a?', '박지훈 · 2026. 12. 3. (목)']);
  });

  it('of what is asked or assumed without an item no item', () => {
    expect(sections({ gaps: [aGap('a', { route: 'ask_delivery', due: '2026-12-03' })] })['request']?.slice(1, 3)).toEqual(['a?', '필요한 날 2026. 12. 3. (목)']);
    expect(page({ gaps: [aGap('a', { route: 'ask_delivery', due: '2026-12-03' }), aGap('b', { state: 'assumed', owner: '박지훈' })] })).not.toContain('<span></span>');
  });

  it('of people who attended which meetings, by side', () => {
    const person = (name: string, side: 'customer' | 'delivery' | 'sales' | 'unknown') => ({ name, side, role: '', self: false, joinedAt: T0, leftAt: null });
    const meetings = [aMeeting({ participants: [person('가', 'unknown'), person('나', 'sales'), person('다', 'delivery'), person('라', 'customer')] }), aMeeting({ id: 'm2', ordinal: 2, participants: [person('라', 'customer')] })];
    expect(sections({ meetings })['people']).toEqual(['고객 1', '라', '참석 1, 2', '수행팀 1', '다', '참석 1', '영업 1', '나', '참석 1', '소속 모름 1', '가', '참석 1']);
  });

  it('of people every item that names them', () => {
    const who = { kind: 'people' as const, people: [{ name: '한미경', role: '대표' }] };
    expect(sections({ meetings: [], answers: [anAnswer('people.decider', null, { value: who }), anAnswer('budget.range', null, { value: who })] })['people']).toEqual(['소속 모름 1', '한미경 대표', 'A-04 예산, A-05 결정권자']);
  });

  it('of rules which one stops a request, which one only warns', () => {
    expect(sections({}, { purpose: 'join' })['rules']?.slice(0, 6)).toEqual(['{bad: 확인 필요} 함께할 역할마다 할 일이 있음', '(필수)', '함께할 역할이 없습니다.', '{bad: 확인 필요} 목적(미확인 또는 결정할 것)이 있음', '(필수)', '열린 미확인도 여쭐 내용도 없습니다.']);
    expect(sections({ notes: [aNote('pain', 'p')] }, { purpose: 'join' })['rules']).toContain('{good: 충족} 고객이 말한 Pain Point가 하나 이상');
    expect(page({}, { purpose: 'join' })).toContain('<li class="fail"><span class="tag bad">');
    expect(fullPage()).toContain('<li class="pass"><span class="tag good">');
  });

  it('of changes what changed, each with its name, or that nothing did', () => {
    const previous = small({ gaps: [aGap('g')] });
    expect(sections({ previous, gaps: [aGap('g')] })['changes']).toEqual(['1호와 비교', '달라진 내용이 없습니다.']);
    expect(sections({ previous, gaps: [aGap('g', { state: 'closed' })] })['changes']).toEqual(['1호와 비교', '끝난 미확인 1', 'g?']);
    const packet = small({ previous, gaps: [aGap('g', { state: 'closed' })] });
    expect(sectionsOf(print({ ...packet, changes: { since: 'x', sinceNumber: 1, answered: [], changed: [], newGaps: ['gone-gap'], closedGaps: [], newCommitments: ['gone-promise'] } }))['changes']).toEqual(['1호와 비교', '새 미확인 1', 'gone-gap', '새 약속 1', 'gone-promise']);
  });

  it('of an answer what is behind it, what stood before, and why nothing stands there', () => {
    const rows: Rows = {
      answers: [
        anAnswer('scope.must', '옛', { id: 'o', at: T0, offRecord: true }), anAnswer('scope.must', null, { id: 'p', at: T0 + 1, state: 'asked_unknown', saidBy: '' }), anAnswer('scope.must', '조회', { id: 'n' }), anAnswer('users.count', null, { state: 'declined' }),
        anAnswer('budget.range', 'QX', { offRecord: true }), anAnswer('tech.api_access', null, { state: 'declined', remark: '비고' }),
      ],
      notes: [aNote('note', 'a', { topic: 'scope.must' }), aNote('note', 'b', { itemId: 'A-02' })], clips: [aClip('c1', { topic: 'scope.must' }), aClip('c2', { topic: 'scope.must', title: '' })],
    };
    const lines = sections(rows)['answers'] ?? [];
    expect(lines.slice(lines.indexOf('필수 범위?'), lines.indexOf('사용자 수?') + 2)).toEqual([
      '필수 범위?', '조회', '이수민 · 들음 · 01:00 · 근거 메모 2건 · 근거 자료: [c1](#clip-1), [https://hanbit.example/c2](#clip-2) · 최소 확보 (견적까지)', '이전 값', '물었지만 모름', '2026. 11. 24. (화) 14:00', '기록하지 않기로 한 내용', '2026. 11. 24. (화) 14:00',
      'A-03 사용자 수 {warn: 답하지 않음}', '사용자 수?', '이수민 · 들음 · 01:00 · 선택',
    ]);
    expect(lines).toContain('이수민 · 들음 · 01:00 · 비고: 비고 · 선택');
    expect(page(rows)).toContain('<p class="empty">기록하지 않기로 한 내용</p>');
    expect(page(rows)).toContain('<p class="value"><span class="said" dir="auto">조회</span></p>');
  });

  it('of evidence where from, when, for which item, and the file or why there is none', () => {
    const packet = small({ clips: [aClip('a', { kind: 'selection', itemId: 'A-02', topic: 'scope.must' })] });
    expect(sectionsOf(print(packet))['evidence']).toEqual(['a {plain: 선택한 부분}', 'https://hanbit.example/a · 보관한 때 2026. 11. 24. (화) 14:00 · [A-02 필수 범위](#item-2) · [파일 열기](evidence/01-a.html)']);
    expect(sectionsOf(print({ ...packet, clips: packet.clips.map((c) => ({ ...c, file: '' })) }))['evidence']?.[1]).toMatch(/ · 너무 커서 파일은 싣지 않았습니다\.$/);
  });

  it('of an item that no checklist holds its code, without a link', () => {
    expect(sections({ gaps: [aGap('a', { itemId: 'X-9' })] })['gaps']).toContain('X-9');
    expect(page({ gaps: [aGap('a', { itemId: 'X-9' })] })).not.toMatch(/<a [^>]*>X-9/);
  });

  it('of a further checklist its items under its own headings; a shared topic links to where it stands first', () => {
    expect(sections({ alsoChecklists: [FURTHER] })['also']).toEqual(['운영 버전 1', '운영', 'B-01 예산 {plain: 아직 안 물음}', '예산?', '최소 확보 (견적까지)', 'B-02 장애 {plain: 아직 안 물음}', '장애?', '최소 확보 (견적까지)']);
    const text = page({ alsoChecklists: [FURTHER] });
    expect(text).toContain('<article class="answer"><h4><span class="code">B-01</span>');
    expect(text).toContain('<article class="answer" id="item-8"><h4><span class="code">B-02</span>');
    const two = sections({ alsoChecklists: [FURTHER, { ...FURTHER, id: 'list-3', name: { ko: '셋째', en: 'Third' }, items: [] }] })['also'];
    expect(two?.at(-1)).toBe('셋째 버전 1');
  });
});

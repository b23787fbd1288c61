/** The reply form of `packet.html`: what delivery is asked, in which words, and that every control has a name. */
import { describe, expect, it } from 'vitest';
import { packetLabels } from '@/utils/packet/labels/labels';
import { renderHtml } from '@/utils/packet/render/html';
import type { Packet } from '@/utils/packet/schema';
import { outline, sectionsOf } from './outline';
import { aGap, aPromise, aWant, fullRows, LIST, small } from '../../small';

type Rows = Parameters<typeof small>[0];
type Options = Parameters<typeof small>[1];
const print = (packet: Packet): string => renderHtml(packet, packetLabels(packet.packet.language), 'x.baton.zip');
const page = (rows: Rows = {}, options: Options = {}): string => print(small(rows, options));

describe('the reply form', () => {
  const form = (rows: Rows = fullRows(), options: Options = {}) => { const text = page(rows, options); return text.slice(text.indexOf('<form'), text.indexOf('</form>')); };
  const choices = (text: string, id: string) => [...(new RegExp(`<select id="${id}"[^>]*>([^]*?)</select>`).exec(text)?.[1] ?? '').matchAll(/<option value="([^"]*)">([^<]*)</g)].map(([, value, label]) => [value, label]);

  it('knows which packet it answers, what the file will be called, and the words of its errors', () => {
    const packet = small(fullRows(), { id: 'packet-7', number: 7 });
    const [opening = ''] = /<form[^>]*>/.exec(print(packet)) ?? [];
    expect(opening).toContain(`data-packet-id="packet-7" data-packet-number="7" data-hash="${packet.packet.contentHash}" data-file="x.baton.zip.reply.json"`);
    const words = JSON.parse((/data-words="([^"]*)"/.exec(opening)?.[1] ?? '').replaceAll('&quot;', '"')) as Record<string, string>;
    expect(words).toEqual({ ...packetLabels('ko').form.errors, saved: packetLabels('ko').form.saved });
    expect(opening).toContain('novalidate autocomplete="off"');
  });

  it('asks who replies, for a verdict, and for the words that go with it', () => {
    expect(outline(form({})).slice(0, 10)).toEqual(['회신하는 분', '역할', '전체 판단', '인수', '이대로 진행합니다.', '조건부 인수', '조건을 함께 적어 주세요.', '보완 요청', '무엇을 더 알아야 하는지 적어 주세요.', '한마디']);
    expect(form()).toContain('<input type="text" id="by-name" autocomplete="name" aria-describedby="by-name-error">');
    expect(form()).toContain('<input type="text" id="by-role">');
    expect([...form().matchAll(/<input type="radio" name="verdict" value="(\w+)" aria-describedby="verdict-error">/g)].map((m) => m[1])).toEqual(['accepted', 'accepted_with_conditions', 'returned']);
    expect(sectionsOf(page())['reply']?.[0]).toMatch(/^필요한 만큼만 적어도 됩니다/);
    expect(page()).toContain('<noscript><p class="notice">이 화면에서는 회신 양식을 쓸 수 없습니다. 파일을 브라우저에서 열어 주세요.</p></noscript>');
  });

  it('has a field for the answer to each question of ours, with what it is about and until when it is needed, and asks for none where nothing was asked', () => {
    const gaps = [aGap('a', { question: '<b>API는?', route: 'ask_delivery', itemId: 'A-07', due: '2026-12-03' }), aGap('b', { question: '공수는?', route: 'ask_delivery' })];
    const text = form({ gaps });
    expect(outline(text).slice(2, 12)).toEqual([
      '여쭌 내용에 대한 답 2', '빈칸은 보내지 않습니다.', '<b>API는?', 'A-07 API 접근 · 필요한 날 2026. 12. 3. (목)', '아직 답하기 어렵습니다', '언제까지 답할 수 있는지', '공수는?', '아직 답하기 어렵습니다', '언제까지 답할 수 있는지', '전체 판단',
    ]);
    expect([...text.matchAll(/data-question="([^"]+)"/g)].map((m) => m[1])).toEqual(['q:a', 'q:b']);
    expect(form({})).not.toContain('data-question');
  });

  it('of a request to join asks who comes along, in the file’s own three verdicts, and for no estimate', () => {
    const join = form(fullRows(), { purpose: 'join' });
    const verdict = outline(join).indexOf('참석');
    expect(outline(join).slice(verdict, verdict + 6)).toEqual(['참석', '그 자리에 함께합니다.', '조건부 참석', '다른 시간이나 다른 사람 등 조건을 적어 주세요.', '보완 요청', '함께하기 전에 무엇을 더 알아야 하는지 적어 주세요.']);
    expect([...join.matchAll(/name="verdict" value="(\w+)"/g)].map((m) => m[1])).toEqual(['accepted', 'accepted_with_conditions', 'returned']);
    expect(join).not.toContain('estimate-class');
    expect(form(fullRows(), { purpose: 'handoff' })).toContain('estimate-class');
  });

  it('has a ruling for every item, want and promise, with the text that a verdict needs', () => {
    const rulings = [...form().matchAll(/<div class="ruling" data-kind="(\w+)" data-id="([^"]*)"><div class="what" id="([\w-]+)-what">([^]*?)<\/div>/g)].map(([, kind, id, base, title = '']) => [kind, id, base, outline(title).join(' ')]);
    expect(rulings).toEqual([
      ['item', 'A-01', 'rule-item-1', 'A-01 불편 / 재고가 안 맞음'], ['item', 'A-02', 'rule-item-2', 'A-02 필수 범위 / 조회와 실사'], ['item', 'A-03', 'rule-item-3', 'A-03 사용자 수 / 40명'], ['item', 'A-04', 'rule-item-4', 'A-04 예산 / 먼저 (이수민) ↔ 나중 (최영호)'],
      ['item', 'A-05', 'rule-item-5', 'A-05 결정권자 / 한미경 (대표) 신중함'], ['item', 'A-06', 'rule-item-6', 'A-06 기한 / 기록하지 않기로 한 내용'], ['item', 'A-07', 'rule-item-7', 'A-07 API 접근 / 연동 없음'], ['item', 'B-02', 'rule-item-8', 'B-02 장애 / 월 3건'],
      ['want', 'w-must', 'rule-want-1', '바로 알림'], ['want', 'w-free', 'rule-want-2', '다국어'], ['want', 'w-later', 'rule-want-3', '예쁜 화면'],
      ['commitment', 'p-team', 'rule-commitment-1', '앱도 됨'], ['commitment', 'p-date', 'rule-commitment-2', '견적을 드림'], ['commitment', 'p-ok', 'rule-commitment-3', '교육 제공'],
    ]);
    expect(choices(form(), 'rule-item-1')).toEqual([['', '판단 안 함'], ['ok', '충분함'], ['question', '질문 있음'], ['not_usable', '이대로는 쓰기 어려움']]);
    expect(choices(form(), 'rule-want-1').map(([value]) => value)).toEqual(['', 'feasible', 'feasible_if', 'not_feasible_but', 'need_info']);
    expect(choices(form(), 'rule-commitment-1').map(([value]) => value)).toEqual(['', 'can', 'can_if', 'cannot_but']);
    const needed = (kind: string) => [...(new RegExp(`data-kind="${kind}"[^]*?</select>([^]*?)(?=<div class="ruling"|</details>|</fieldset>)`).exec(form())?.[1] ?? '').matchAll(/<div class="needed" data-needs="([^"]*)" data-name="(\w+)" hidden><div class="field"><label for="([^"]*)">([^<]*)<\/label><textarea id="([^"]*)" rows="2" aria-describedby="([^"]*)">/g)].map((m) => m.slice(1));
    expect(needed('item')).toEqual([['question not_usable', 'text', 'rule-item-1-text', '질문 또는 이유', 'rule-item-1-text', 'rule-item-1-text-error']]);
    expect(needed('want')).toEqual([['feasible_if', 'condition', 'rule-want-1-condition', '가능 조건', 'rule-want-1-condition', 'rule-want-1-condition-error'], ['not_feasible_but', 'alternative', 'rule-want-1-alternative', '그럼 어떻게(대안)', 'rule-want-1-alternative', 'rule-want-1-alternative-error']]);
    expect(/data-needs="feasible feasible_if not_feasible_but" data-name="class" hidden><div class="field"><label for="rule-want-1-class">구현 방식<\/label><select id="rule-want-1-class" aria-describedby="rule-want-1-class-error">/.test(form())).toBe(true);
    expect(choices(form(), 'rule-want-1-class').map(([value]) => value)).toEqual(['', 'standard', 'configuration', 'customisation', 'integration', 'not_available']);
    expect(needed('commitment').map(([needs, name]) => [needs, name])).toEqual([['can_if', 'condition'], ['cannot_but', 'alternative']]);
    expect(outline(form())).toContain('항목별 판단 8');
  });

  it('has no list of wants or promises where there are none', () => {
    expect(form({})).not.toMatch(/고객 요청: 가능 여부|약속에 대한 판단/);
    expect(form({})).toContain('</details><fieldset class="block" data-rows="question">');
    expect(form({ wants: [aWant('w')] })).toContain('고객 요청: 가능 여부');
    expect(form({ commitments: [aPromise('p')] })).toContain('약속에 대한 판단');
  });

  it('takes questions of their own: on which item, who finds out, until when', () => {
    const text = form({});
    expect(choices(text, 'question-#-item')).toEqual([['', '항목 없음'], ...LIST.items.map((i) => [i.id, `${i.id} ${i.ask.ko.replace('?', '')}`])]);
    expect(choices(text, 'question-#-route')).toEqual([['', '정하지 않음'], ['ask_customer', '고객에게'], ['ask_delivery', '수행팀에'], ['ask_manager', '팀장에게'], ['self_study', '직접 공부']]);
    for (const [name, label] of [['text', '질문'], ['item', '관련 항목'], ['route', '누가 알아낼지'], ['due', '필요한 날']]) expect(text).toContain(`<label for="question-#-${name}">${label}</label>`);
    expect([...text.matchAll(/data-field="(\w+)"/g)].map((m) => m[1])).toEqual(['text', 'itemId', 'route', 'due', 'role', 'low', 'likely', 'high', 'low', 'high']);
    expect(text).toMatch(/<fieldset class="block" data-rows="question"><legend>추가 질문<\/legend><div class="rows"><\/div><template><div class="row" data-row="question">[^]*<button type="button" class="quiet" data-remove>지우기<\/button><\/div><\/template><button type="button" class="quiet" data-add="question">\+ 질문 추가<\/button>/);
  });

  it('takes a rough estimate, opened when that is what the packet asks for', () => {
    const block = (purpose: 'estimate' | 'handoff') => /<details class="block" (open)?><summary>러프 견적/.exec(form({}, { purpose }))?.[1];
    expect([block('estimate'), block('handoff')]).toEqual(['open', undefined]);
    expect(form({}, { purpose: 'handoff' })).toContain('<details class="block" ><summary>러프 견적');
    expect(choices(form({}), 'estimate-class')).toEqual([['', '견적 없음'], ['rough', '개산(ROM)'], ['budget', '예산'], ['definitive', '상세']]);
    for (const [id, label] of [['effort-#-role', '역할'], ['effort-#-low', '최소'], ['effort-#-likely', '보통'], ['effort-#-high', '최대'], ['weeks-low', '최소'], ['weeks-high', '최대'], ['estimate-assumptions', '견적의 전제'], ['ideas', '제안·아이디어']]) expect(form({})).toContain(`<label for="${id}">${label}</label>`);
    expect(form({})).toContain('<input type="number" min="0" step="any" inputmode="decimal" id="weeks-low" data-field="low" aria-describedby="weeks-low-error">');
    expect(form({})).toContain('data-rows="effort"><legend>공수(M/M)</legend>');
    expect(outline(form({}))).toEqual(expect.arrayContaining(['+ 역할 추가', '기간(주)', '아는 만큼만 적습니다. 비워 두면 보내지 않습니다.', '회신 파일 저장', '파일이 저장되지 않으면 아래 내용을 복사해 보내 주세요.']));
  });

  it('names every control, and describes it by hints and errors that are there', () => {
    const text = form();
    const ids = new Set([...text.matchAll(/\sid="([^"]+)"/g)].map((m) => m[1]));
    const controls = [...text.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)].map((m) => m[0]).filter((c) => !c.includes('type="radio"'));
    expect(controls.length).toBeGreaterThan(30);
    for (const control of controls) {
      const id = /\sid="([^"]+)"/.exec(control)?.[1] ?? '';
      const by = /aria-labelledby="([^"]+)"/.exec(control)?.[1];
      expect(by === undefined ? text.includes(`<label for="${id}">`) : ids.has(by), control).toBe(true);
      for (const described of (/aria-describedby="([^"]+)"/.exec(control)?.[1] ?? '').split(' ').filter((d) => d !== '')) expect(ids.has(described), `${control} ${described}`).toBe(true);
      expect(ids.has(`${id}-error`) || control.includes('readonly') || by !== undefined, control).toBe(true);
    }
    for (const [, id, hint] of text.matchAll(/<p class="hint" id="([^"]+)-hint">([^<]*)/g)) expect([id, hint !== '' && new RegExp(`id="${id}"[^>]*aria-describedby="${id}-hint`).test(text)]).toEqual([id, true]);
    expect(text).toContain('<p id="reply-status" role="status" aria-live="polite"></p>');
  });
});

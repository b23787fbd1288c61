/** The cover says how rough a packet is and what it takes to read, on the page and in Markdown, and in no copy for others. */
import { describe, expect, it } from 'vitest';
import { exportPacket } from '@/utils/packet/export';
import { packetLabels } from '@/utils/packet/labels/labels';
import { minutesToRead, roughOf } from '@/utils/packet/render/cover/rough';
import { viewOf } from '@/utils/packet/render/words';
import { LANGUAGES, REDACTIONS } from '@/utils/packet/schema';
import { businessDaysUntil } from '@/utils/time/plain-date';
import { aGap, anAnswer, aNote, aPromise, aWant, small, smallInput } from '../small';

const ROWS: Parameters<typeof small>[0] = {
  answers: [anAnswer('scope.must', '조회만 빨리'), anAnswer('pain.primary', '재고', { state: 'partial' }), anAnswer('people.decider', '대표', { confidence: 'indirect' }), anAnswer('users.count', '대충 40명', { confidence: 'assumed' }), anAnswer('schedule.deadline', '조만간', { offRecord: true })],
  wants: [aWant('w', { words: '화면을 예쁘게', priority: 'must' }), aWant('w2', { words: '적당히', priority: 'later' })],
  commitments: [aPromise('p', { words: '최대한 맞춤' }), aPromise('p2', { words: '빨리 드림', fulfilment: 'done' })],
  gaps: [
    aGap('g', { question: '어느 정도 쓰나요', route: 'ask_customer' }), aGap('g2', { question: '대충?', route: 'ask_delivery' }), aGap('g3', { question: '나중에?', route: 'ask_customer', state: 'closed' }),
    aGap('g4', { question: '망은?', state: 'assumed', outcome: '내부망', owner: '박지훈' }),
  ],
};
const view = (rows = ROWS, options: Parameters<typeof small>[1] = {}) => { const packet = small(rows, options); return viewOf(packet, packetLabels(packet.packet.language)); };
const told = (of: ReturnType<typeof roughOf>) => Object.fromEntries(Object.entries(of).map(([key, lines]) => [key, lines.map(({ text, anchor, words }) => [text, anchor, ...words])]));

describe('how rough it is', () => {
  it('is what is known in part, what is said in words that measure nothing, and what we assume, each with where it stands', () => {
    expect(told(roughOf(view()))).toEqual({
      partly: [['A-01 불편', 'item-1'], ['A-05 결정권자', 'item-5']],
      vague: [['화면을 예쁘게', 'want-1', '예쁘게'], ['A-02 필수 범위', 'item-2', '빨리'], ['최대한 맞춤', 'promise-1', '최대한'], ['어느 정도 쓰나요', 'gap-1', '어느 정도']],
      assumed: [['대충 40명', 'item-3'], ['망은? → 내부망', 'gap-4']],
    });
  });

  it.each(LANGUAGES)('stands on the cover as counts that lead to the lines, and in Markdown (%s)', (language) => {
    const { files } = exportPacket(smallInput(ROWS, { language }));
    const { rough, sections } = packetLabels(language);
    const page = files['packet.html'] ?? '';
    const markdown = files['packet.md'] ?? '';
    const cover = page.slice(0, page.indexOf('</header>'));
    for (const [key, count] of [['partly', 2], ['vague', 4], ['assumed', 2]] as const) {
      expect(cover).toContain(`<a href="#rough-${key}">${rough[key]} ${String(count)}</a>`);
      expect(page).toContain(`<div id="rough-${key}">`);
      expect(markdown.split('\n').filter((line) => line.startsWith(`- **${rough[key]}**`))).toHaveLength(count);
    }
    expect(markdown.slice(0, markdown.indexOf('## '))).toContain(`- ${rough.partly} 2 · ${rough.vague} 4 · ${rough.assumed} 2\n`);
    expect(markdown).toContain(`## ${sections.rough}`);
    const ids = [...page.matchAll(/\sid="([^"]+)"/gu)].map(([, id]) => id);
    for (const [, target] of page.matchAll(/href="#([^"]+)"/gu)) expect(ids).toContain(target);
  });

  it('says that there is nothing of a kind, without a link or a section', () => {
    const { files } = exportPacket(smallInput());
    expect(files['packet.html']).toContain('일부만 확인한 항목 0');
    expect(files['packet.html']).not.toMatch(/#rough-|id="rough/u);
    expect(files['packet.md']).not.toContain('아직 거친 부분');
  });
});

describe('what it takes to read', () => {
  const asked = (options: Parameters<typeof small>[1]) => exportPacket(smallInput({ ...ROWS, notes: [aNote('pain', 'n')] }, options));
  const request = (respondBy: string | null, questions: string[] | null = null) => ({ questions, respondBy, lateReason: '', rolesToBring: null });

  it('is the number of questions, the working days left and the minutes, on the page and in Markdown', () => {
    // Made on a Thursday; the Monday after the weekend is the second working day.
    const { files, packet } = asked({ request: request('2026-11-30', ['하나', '둘', '셋']) });
    expect([packet.packet.createdAt.slice(0, 10), packet.request.workingDays]).toEqual(['2026-11-26', 2]);
    const line = ['질문 3개', '작성일부터 회신 요청일까지 영업일 2일', '‘약속’까지 읽는 데 약 1분'];
    expect(files['packet.md']).toContain(`- ${line.join(' · ')}\n`);
    expect(files['packet.html']).toContain(line.map((fact) => `<span>${fact}</span>`).join(' '));
  });

  it('says nothing of days where no reply is wished, or its day is over', () => {
    for (const respondBy of ['', null, '2026-11-20', '2026-13-40']) expect(asked({ request: request(respondBy) }).packet.request.workingDays, String(respondBy)).toBeNull();
    expect(asked({ request: request('') }).files['packet.md']).not.toContain('영업일');
    expect(asked({ request: request('2026-11-26') }).packet.request.workingDays).toBe(0);
  });

  it('goes by the days on which delivery works', () => {
    const leadPolicy = { latestBusinessDays: 3, recommendedDays: 7, holidays: new Set(['2026-11-30']), workdays: new Set([1, 2, 3, 4, 5, 6]) };
    expect(asked({ request: request('2026-12-01'), leadPolicy }).packet.request.workingDays).toBe(3);
    expect([businessDaysUntil('2026-11-27', '2026-11-27'), businessDaysUntil('2026-11-27', '2026-11-29'), businessDaysUntil('2026-11-27', '2026-11-26'), businessDaysUntil('2026-11-27', '9999-12-31')]).toEqual([0, 0, null, null]);
  });

  it('grows with what is asked, by words', () => {
    const long = (count: number) => minutesToRead(view({}, { request: request(null, [Array.from({ length: count }, () => '말').join(' ')]) }));
    expect([long(1), long(200), long(201), long(1000)]).toEqual([1, 1, 2, 5]);
  });
});

it.each(REDACTIONS.filter((one) => one !== 'internal'))('is told in no copy (%s)', (redaction) => {
  const { files, packet } = exportPacket(smallInput(ROWS, { redaction }));
  const { rough, effort, sections } = packetLabels('ko');
  const ours = [...Object.values(rough), sections.rough, effort.minutes.slice(0, 6), '영업일', '질문 0개'];
  for (const name of ['packet.html', 'packet.md']) expect(ours.filter((word) => (files[name] ?? '').replace(/<style>[^]*<\/style>/u, '').includes(word)), name).toEqual([]);
  expect([packet.request.workingDays, roughOf(viewOf(packet, packetLabels('ko')))]).toEqual([undefined, { partly: [], vague: [], assumed: [] }]);
});

import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { buildPacket } from '@/utils/packet/build';
import { exportPacket, filesOf } from '@/utils/packet/export';
import type { ExportedPacket } from '@/utils/packet/export';
import { packetFileName } from '@/utils/packet/file-name';
import { packetLabels } from '@/utils/packet/labels/labels';
import { labelsEn } from '@/utils/packet/labels/labels-en';
import { labelsKo } from '@/utils/packet/labels/labels-ko';
import { generateMinutes, MINUTES_SECTIONS } from '@/utils/packet/render/minutes';
import { wordsHtml } from '@/utils/packet/render/html/inline-markdown';
import { readWords } from '@/utils/packet/render/minutes-text';
import { gap, meeting, packetInput } from '../fixture';

// Whole packets are rendered: slow only on a loaded machine.
vi.setConfig({ testTimeout: 30_000 });

let ko: ExportedPacket;
let en: ExportedPacket;
beforeAll(() => {
  ko = exportPacket(packetInput({ sendAnywayReason: '오늘 금액을 원함' }));
  en = exportPacket(packetInput({ language: 'en', sendAnywayReason: 'They want a figure today' }));
});

describe('the ZIP', () => {
  it('holds the plain files, unpacked as they were', () => {
    const inside = unzipSync(ko.zip);
    expect(Object.keys(inside)).toEqual(['gaps.csv', 'minutes.md', 'packet.html', 'packet.json', 'packet.md', 'packet.schema.json']);
    for (const [name, text] of Object.entries(ko.files)) expect(Buffer.from(inside[name] ?? []).equals(Buffer.from(text, 'utf8')), name).toBe(true);
  });

  it('is named by date, account, deal and number, Korean kept', () => {
    expect(ko.fileName).toBe('2026-12-01_한빛물류(주)_재고-관리-시스템_v1.baton.zip');
    const long = buildPacket(packetInput({}, { account: { ...packetInput().account, name: `CON/..\\ㄱ:*?"<>|${'긴이름'.repeat(40)}` } }));
    expect(new TextEncoder().encode(`${packetFileName(long)}.reply.json`).length).toBeLessThanOrEqual(255);
  });

  it('comes again byte for byte from a stored packet', () => {
    const again = filesOf(ko.packet);
    expect(again.files).toEqual(ko.files);
    expect(Buffer.from(again.zip).equals(Buffer.from(ko.zip))).toBe(true);
  });
});

describe('packet.html', () => {
  let page = '';
  beforeAll(() => { page = ko.files['packet.html'] ?? ''; });

  it('is in the language of the packet', () => {
    expect(page).toContain('<html lang="ko">');
    expect(en.files['packet.html']).toContain('<html lang="en">');
    const visible = (en.files['packet.html'] ?? '').replace(/<style>[^]*<\/style>/, '');
    const ours = ['미확인 사항', '1분 요약', '체크리스트 전체', '회신', '알아낼 방법', '담당 없음'];
    expect(ours.filter((word) => visible.includes(word))).toEqual([]);
  });

  it('allows its own style and script by hash and nothing else', () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
    expect(policy).toMatch(/^default-src &#39;none&#39;|^default-src 'none'/);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  it('says what is asked before anything else, then the summary', () => {
    const order = [...page.matchAll(/<section id="(\w+)"/g)].map((m) => m[1]);
    expect(order.slice(0, 2)).toEqual(['request', 'summary']);
    expect(order.at(-1)).toBe('reply');
  });

  it('links each of the three counts to its list', () => {
    for (const key of ['secured', 'owned', 'unowned']) {
      expect(page).toContain(`href="#list-${key}"`);
      expect(page).toContain(`id="list-${key}"`);
    }
  });

  it('has a target for every link and no id twice', () => {
    const ids = [...page.replace(/<template>[^]*?<\/template>/g, '').matchAll(/\sid="([^"]+)"/g)].map((m) => m[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
  });

  it('prints profile, other people’s words, practice and the reason for sending anyway', () => {
    for (const text of ['내부용', '다른 사람이 한 말', '오늘 금액을 원함']) expect(page).toContain(text);
    expect(exportPacket(packetInput({ practice: true })).files['packet.html']).toContain(labelsKo.practice);
    expect(page.match(/class="profile">내부용/g)?.length).toBe(page.match(/<section /g)?.length);
  });

  it('prints what was never asked, what is assumed, and that promises are none', () => {
    expect(page).toContain(labelsKo.state.not_asked);
    expect(page).toContain(labelsKo.confidence.assumed);
    expect(exportPacket(packetInput({}, { commitments: [] })).files['packet.html']).toContain(labelsKo.commitment.none);
  });
});

describe('minutes', () => {
  const labels = packetLabels('ko');
  const body = (id: string, meetingId = 'meeting-2'): string => generateMinutes(ko.packet, meetingId, labels).find((s) => s.id === id)?.body ?? '';

  it('come for every meeting, section by section', () => {
    expect(generateMinutes(ko.packet, 'meeting-1', labels).map((s) => s.id)).toEqual([...MINUTES_SECTIONS]);
    expect(generateMinutes(ko.packet, 'no-such', labels)).toEqual([]);
  });

  it('tell what was said in that meeting, not what stands today', () => {
    expect(body('answers', 'meeting-1')).toContain('45명');
    expect(body('answers', 'meeting-1')).not.toContain('60명');
    expect(body('answers')).toContain('60명');
    expect(body('decisions')).toContain('본사 창고');
    expect(body('decisions', 'meeting-1')).toBe(labels.minutes.empty);
    expect(body('next')).toContain('2026. 12. 8. (화)');
  });

  it('take an edited section as it was written, and only that one', () => {
    const edited = buildPacket(packetInput({ minutesEdits: { 'meeting-1': { decisions: '- 직접 고친 결정' } } }, { meetings: [meeting(1, { minutesEdits: { aim: '안건 고침' } }), meeting(2)] }));
    const sections = generateMinutes(edited, 'meeting-1', labels);
    expect(sections.filter((s) => s.edited).map((s) => [s.id, s.body])).toEqual([['aim', '안건 고침'], ['decisions', '- 직접 고친 결정']]);
    expect(filesOf(edited).files['minutes.md']).toContain('- 직접 고친 결정');
    expect(filesOf(edited).files['packet.html']).toContain('직접 고친 결정');
  });

  it('read back from their own Markdown as they were typed', () => {
    const words = '5*3_2 [대괄호] <태그> a|b ~물결~ #1 https://a.b';
    const packet = buildPacket(packetInput({}, { gaps: [gap(words)] }));
    const line = generateMinutes(packet, 'meeting-1', labels).find((s) => s.id === 'gaps')?.body ?? '';
    const shown = wordsHtml(readWords(line.replace(/^- /, ''))).source.replace(/<[^>]*>/g, '').replace(/&lt;/g, '<').replace(/&gt;/g, '>');
    expect(shown).toContain(words);
  });
});

describe('gaps.csv', () => {
  it('is UTF-8 with BOM and CRLF, one gap a row', () => {
    const csv = ko.files['gaps.csv'] ?? '';
    expect(csv.startsWith('\uFEFF')).toBe(true);
    expect(csv.trimEnd().split('\r\n')).toHaveLength(ko.packet.gaps.length + 1);
    expect(csv).toContain('예산 품의가 언제 통과되는지');
  });
});

describe('labels', () => {
  const leaves = (value: unknown, path = ''): [string, string][] => (typeof value === 'string' ? [[path, value]] : Object.entries(value as object).flatMap(([k, v]) => leaves(v, `${path}/${k}`)));

  it('are the same in both languages: keys and places to fill', () => {
    const holes = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map((m) => m[0]).sort();
    const [a, b] = [leaves(labelsKo), leaves(labelsEn)];
    expect(b.map(([path]) => path).sort()).toEqual(a.map(([path]) => path).sort());
    for (const [path, text] of a) expect(holes(b.find(([p]) => p === path)?.[1] ?? ''), path).toEqual(holes(text));
  });

  it('never blame: 보완 요청, not 반려', () => {
    expect(leaves(labelsKo).filter(([, text]) => /반려|불량|실패/.test(text))).toEqual([]);
  });
});

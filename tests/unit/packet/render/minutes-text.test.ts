/** Minutes in an edit box are plain words; on the way back they are Markdown that says the same, and what was not changed stays as it was. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packetLabels } from '@/utils/packet/labels/labels';
import { escapeMarkdown, tameMarkdown } from '@/utils/packet/render/escape';
import { generateMinutes } from '@/utils/packet/render/minutes';
import { markdownOf, markdownOfEdit, readMinutes } from '@/utils/packet/render/minutes-text';
import { plainWords } from '@/utils/packet/render/plain-words';
import { showSafely } from '@/utils/text/normalize';
import { HOSTILE } from '../hostile-corpus';
import { aMeeting, aNote, fullRows, small } from '../small';

const SIGNS = ['\u2028', '\u2029', 'R&D', '&amp;', '<3초', '$50k', '@', '*', '**', '\\', '- ', '  - ', '[ ] ', '[x] ', '](', '1. ', '2026. 12. 10.', '#', 'https://x', 'www.', 'data :', '\n', ' ', '가', 'a', '_', '`', '|', '~', '+', '=', ': ', '\u202e'];
const typed = fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.constantFrom(...SIGNS)).map((parts) => parts.join('')));
/** As an edit box holds it. */
const boxed = (text: string): string => showSafely(text.replace(/\r\n?/g, '\n'));
const bodies = (notes: readonly string[]): string[] => {
  const packet = small({ ...fullRows(), notes: notes.map((text) => aNote('note', text)), meetings: [aMeeting({ aim: notes[0] ?? '' })] });
  return generateMinutes(packet, 'm1', packetLabels(packet.packet.language)).map((section) => section.body);
};

describe('plain words of minutes', () => {
  it('hold no escape and no entity', () => {
    const [, aim = ''] = bodies(['R&D 센터 <3초 이내, $50k, kim@hanla.co.kr https://x']);
    expect(aim).toBe('- R&amp;D 센터 &lt;3초 이내, \\$50k, `kim@hanla.co.kr` `https://x`');
    expect(plainWords(aim)).toBe('- R&D 센터 <3초 이내, $50k, kim@hanla.co.kr https://x');
    expect(markdownOf(plainWords(aim))).toBe(aim);
  });

  it.each(['\u2028', '\u2029', '\u0085', '\u000b', '\u00a0'])('keep a line in which another sign for the end of a line stands: %j', (sign) => {
    const typed = `- **앞${sign}뒤** · 끝`;
    expect(plainWords(markdownOf(typed))).toBe(boxed(typed));
    expect(readMinutes(markdownOf(boxed(typed)))).toMatchObject([{ kind: 'list', items: [{ words: { pieces: [{ bold: true }, { bold: false }] } }] }]);
  });

  it('become Markdown that reads as it was typed, also behind the guard of the packet', () => {
    fc.assert(fc.property(typed, (text) => {
      expect(plainWords(markdownOf(text))).toBe(boxed(text));
      expect(plainWords(tameMarkdown(markdownOf(text)))).toBe(boxed(text));
    }));
  });

  it('become Markdown without HTML, links or headings, and the guard has nothing left to do but addresses of scripts', () => {
    fc.assert(fc.property(typed, (text) => {
      // Addresses are code, in which nothing means anything; what is escaped means nothing either.
      const out = markdownOf(text).replace(/\\[^]|`[^`\n]+`/g, 'x');
      expect(out).not.toMatch(/[<>#`_$|~]|\]\(|:\/\//);
      expect(out).not.toMatch(/^\s*[=+]/m);
    }));
  });

  it.each([
    ['- **김도현** · 고객 · 팀장', '- **김도현** · 고객 · 팀장'], ['**업무**\n\n- a\n  - b\n* c', '**업무**\n\n- a\n  - b\n* c'], ['- [ ] 보내기\n- [x] 함', '- [ ] 보내기\n- [x] 함'],
    ['1. 하나\n2) 둘', '1. 하나\n2) 둘'], ['**결정**은 끝', '**결정**은 끝'], ['**a** - b', '**a** - b'], ['**a**- b', '**a**- b'], ['(**a**)', '(**a**)'], ['+ **a** + **b** + c', '\\+ **a** + **b** + c'], ['**+ a** 1. **2. b**', '**+ a** 1. **2. b**'],
  ])('keep the marks of minutes: %j', (words, markdown) => { expect(markdownOf(words)).toBe(markdown); });

  it.each([
    ['2**10과 3**5', '2\\*\\*10과 3\\*\\*5'], ['a ** b', 'a \\*\\* b'], ['**a', '\\*\\*a'], ['- ', '\\- '], ['---', '\\---'], ['a\n-', 'a\n\\-'], ['2026. 12. 10. 까지', '2026\\. 12. 10. 까지'], ['12. 10. 까지', '12\\. 10. 까지'], ['*기울임*', '\\*기울임\\*'], ['- - a', '- \\- a'],
  ])('and nothing that only looks like one: %j', (words, markdown) => { expect(markdownOf(words)).toBe(markdown); });

  it.each([['what is typical', ['서버실 온도 - 27도', '* 별표', 'a · - b']], ['what is hostile', HOSTILE]])('of generated minutes come back as minutes that read the same: %s', (_what, notes) => {
    for (const body of bodies(notes)) {
      const back = markdownOf(plainWords(body));
      expect(plainWords(back)).toBe(plainWords(body));
      expect(markdownOfEdit(plainWords(body), body)).toBe(body);
    }
  });

  it('of what the builder makes of any line come back with the same bold and the same boxes', () => {
    // A text with marks of its own is the one thing that a box shows and Markdown tells apart.
    const words = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/\*\*|^\s*\[|\n/g, '').trim()).filter((text) => text !== '');
    fc.assert(fc.property(words, words, (a, b) => {
      const line = `- **${escapeMarkdown(a)}** · ${escapeMarkdown(b)}`;
      fc.pre(!a.startsWith('*') && !a.endsWith('*') && !b.includes('*'));
      expect(readMinutes(markdownOf(plainWords(line)))).toEqual(readMinutes(line));
    }));
  });
});

it('lines end in every way in which boxes and files end them', () => {
  expect(plainWords('*a*\r\nb\rc')).toBe('*a*\nb\nc');
  expect(markdownOf('*a*\r\nb\rc')).toBe('\\*a\\*\nb\nc');
  expect(markdownOfEdit('*a*\r\n*b*\r*c*', '*c*\r*b*\r\n*a*')).toBe('*a*\n*b*\n*c*');
});

describe('an edit', () => {
  it('that changes nothing changes nothing, whatever was stored', () => {
    fc.assert(fc.property(typed, (stored) => { expect(markdownOfEdit(plainWords(stored), stored)).toBe(stored.replace(/\r\n?/g, '\n')); }));
  });

  it('leaves the other lines as somebody wrote them, with marks and escapes of an earlier time', () => {
    const stored = '# 제목\n- *기울임* \\# R&amp;D\n- a & b\n- 지울 것';
    expect(markdownOfEdit('# 제목\n- *기울임* # R&D\n- a & c <d>\n새 줄 $1', stored)).toBe('# 제목\n- *기울임* \\# R&amp;D\n- a &amp; c &lt;d&gt;\n새 줄 \\$1');
  });

  it('that moves or doubles a line keeps what is there once', () => {
    expect(markdownOfEdit('*b*\na\n*b*', 'a\n*b*')).toBe('*b*\na\n\\*b\\*');
  });
});

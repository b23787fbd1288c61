/** The capture bar's line: a mark decides the kind, and no text is ever lost. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINE_MARKS, parseLine } from '@/utils/notes/parse-line';
import { LINE_KINDS } from '@/utils/notes/records';
import { spent } from '../../harness/spent';

describe('marks', () => {
  it.each([
    ['? 오전 9시 동시 접속 인원', 'gap', '오전 9시 동시 접속 인원'], ['？언제', 'gap', '언제'], ['! 태블릿 2대 대여', 'commitment', '태블릿 2대 대여'], ['！ 견적', 'commitment', '견적'], ['* AI 발주·채팅은 2차', 'decision', 'AI 발주·채팅은 2차'],
    ['#pain', 'pain', 'pain'], ['+ dark mode', 'want', 'dark mode'], ['~ late API', 'risk', 'late API'], ['녹음 동의: 김, 이 / 외부 공유 금지', 'note', '녹음 동의: 김, 이 / 외부 공유 금지'],
    ['how many?', 'gap', 'how many?'], ['몇 명？', 'gap', '몇 명？'], ['! really?', 'commitment', 'really?'], ['?? what', 'gap', '? what'], ['!? x', 'commitment', '? x'], ['  ?  spaced  out ', 'gap', 'spaced  out'],
    ['\\? literal', 'note', '? literal'], ['\\ why?', 'note', ' why?'], ['\\\\x', 'note', '\\x'], ['a ? b', 'note', 'a ? b'], ['-5%', 'note', '-5%'],
  ])('%j is a %s', (raw, kind, text) => { expect(parseLine(raw)).toEqual({ kind, text }); });

  it.each(['', '  ', '?', ' ？ ', '!', '*', '#', '+', '~', '\\', '\\  ', '\u200b', '? \u200b', '\t\n'])('nothing is left of %j', (raw) => { expect(parseLine(raw)).toBeNull(); });

  it('has a mark for every kind but the plain note', () => {
    expect(new Set(Object.values(LINE_MARKS))).toEqual(new Set(LINE_KINDS.filter((k) => k !== 'note')));
    for (const [mark, kind] of Object.entries(LINE_MARKS)) expect(parseLine(`${mark}x`)).toEqual({ kind, text: 'x' });
  });
});

describe('invariants', () => {
  const line = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.array(fc.constantFrom(...Object.keys(LINE_MARKS), '\\', ' ', '가', 'a', '?', '\n')).map((p) => p.join('')));
  it('keeps all of the text: at most one mark and blanks at the ends go', () => {
    fc.assert(fc.property(line, (raw) => {
      const parsed = parseLine(raw);
      const trimmed = raw.trim();
      if (!parsed) return;
      expect(trimmed.endsWith(parsed.text)).toBe(true);
      const gone = trimmed.slice(0, trimmed.length - parsed.text.length).trim();
      expect(gone === '' || gone === '\\' || gone in LINE_MARKS).toBe(true);
      expect(LINE_KINDS).toContain(parsed.kind);
    }), { numRuns: 500 });
  });

  it('a backslash always makes the rest a note', () => {
    fc.assert(fc.property(line, (raw) => {
      const text = `\\x${raw}`.trim().slice(1);
      expect(parseLine(`\\x${raw}`)).toEqual({ kind: 'note', text });
    }));
  });

  it('takes 100 kB in no time, whatever they are', () => {
    expect(spent(() => {
      for (const c of ['?', ' ', 'a ', '\\', '\u200b', '가']) expect(parseLine(`!x${c.repeat(100_000)}`)?.kind).toBe('commitment');
    })).toBeLessThan(1000);
  });
});

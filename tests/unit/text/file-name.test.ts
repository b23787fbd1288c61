/** File names for Windows, macOS and Linux. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeFileName } from '@/utils/text/file-name';

describe('file names', () => {
  it.each([
    ['가온식자재 (가상 회사)', '가온식자재-(가상-회사)'], ['a/b\\c:d*e?f"g<h>i|j', 'a-b-c-d-e-f-g-h-i-j'], ['CON', '_CON'], ['con.txt', '_con.txt'], ['COM¹', '_COM¹'], ['console', 'console'], ['..', '_'], ['', '_'], ['name. . ', 'name'], ['.bashrc', 'bashrc'],
    ['--rf', 'rf'], ['\u1100\u1175\u11b7', '김'], ['a\u202egpj.exe', 'a-gpj.exe'], ['line\nbreak\u2028x', 'line-break-x'], ['\ud800x', 'x'], ['../../etc/passwd', 'etc-passwd'], ['Conin$', '_Conin$'], ['a - b', 'a-b'],
  ])('%j becomes %j', (raw, name) => { expect(safeFileName(raw)).toBe(name); });

  it('are cut at a character, by default after 60, and never left with a loose end', () => {
    expect([safeFileName('가'.repeat(99)), safeFileName('👍'.repeat(99))]).toEqual(['가'.repeat(60), '👍'.repeat(60)]);
    expect(safeFileName(`${'가'.repeat(59)} 나다`)).toBe('가'.repeat(59));
    expect([safeFileName('con', 3), safeFileName('consul', 3), safeFileName('a', 0), safeFileName('-a', 1)]).toEqual(['_co', '_co', '_', 'a']);
    expect(safeFileName(`${' '.repeat(1990)}가나다라마바사아자차카`)).toBe('가나다라마바사아자차');
  });

  it('are safe, short, composed and stay as they are', () => {
    const raw = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.array(fc.constantFrom('con', 'PRN', '.', ' ', '/', ':', '김', '\u1100\u1161', '\u202e', '\u0000', '-', 'lpt1', '👩‍💻', '\ud800')).map((p) => p.join('')));
    fc.assert(fc.property(raw, fc.integer({ min: 2, max: 40 }), (part, max) => {
      const name = safeFileName(part, max);
      expect(safeFileName(name, max)).toBe(name);
      expect([...name].length).toBeLessThanOrEqual(max);
      expect(name).not.toBe('');
      expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}\s]/u);
      expect(name).not.toMatch(/^[.-]|[.\s-]$/u);
      expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/iu);
      expect(name).toBe(name.normalize('NFC'));
    }), { numRuns: 500 });
    expect(safeFileName('가'.repeat(99), 24)).toBe('가'.repeat(24));
  });
});

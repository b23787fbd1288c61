/** Addresses in Markdown become code: all that could be linked, and no more. */
import { describe, expect, it } from 'vitest';
import { withQuietAddresses } from '@/utils/packet/render/quiet-addresses';

const quiet = (text: string): string => withQuietAddresses([...text].map((sign) => ({ shown: sign, plain: sign })));

describe('an address', () => {
  it.each([
    ['https://x.kr에서', '`https://x.kr`에서'], ['https://x.kr.로', '`https://x.kr`.로'], ['https://x.kr/a한b', '`https://x.kr/a한b`'], ['https://x.kr/문서', '`https://x.kr/문서`'], ['참고:https://x.kr.', '참고:`https://x.kr`.'], ['kim@hanla.co.kr로 끝', '`kim@hanla.co.kr`로 끝'],
    ['앞 @가나 뒤', '앞 `@가나` 뒤'], ['a@b.kr/www.x.kr', '`a@b.kr/www.x.kr`'], ['//x.kr', '`//x.kr`'], ['끝 www.x.kr', '끝 `www.x.kr`'], ['a b', 'a b'], ['', ''],
  ])('%j', (text, expected) => { expect(quiet(text)).toBe(expected); });

  it('that nobody would read is code as a whole', () => {
    const long = (length: number): string => `https://x.kr/${'a'.repeat(length - 14)}.`;
    expect(quiet(long(2000))).toBe(`\`${long(2000).slice(0, -1)}\`.`);
    expect(quiet(long(2001))).toBe(`\`${long(2001)}\``);
  });

  it('keeps apart from code around it', () => {
    const code = { shown: '`c`', plain: '`', isCode: true as const };
    const address = [...'www.x.kr'].map((sign) => ({ shown: sign, plain: sign }));
    expect(withQuietAddresses([code, ...address, code])).toBe('`c` `www.x.kr` `c`');
  });
});

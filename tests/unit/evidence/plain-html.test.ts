/** Harmless HTML is known by its text alone: nothing of any other kind passes, however it is written. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPlainHtml } from '@/utils/evidence/plain-html';

describe('plain HTML', () => {
  it.each([
    '', '글 &amp; &lt;b&gt; > "x"', '<h2>재고</h2><p dir="rtl" lang="ar">a<br>b</p><hr>', '<table><tbody><tr><td colspan="2" rowspan="1">a</td></tr></tbody></table>', '<ol start="3"><li>a</li></ol>', '<a>a</a>',
    '<a href="https://a.example/?b=1&amp;c=2" rel="noreferrer noopener nofollow" target="_blank">a</a><a href="mailto:a@b.example">b</a><a href="http://a.example/">c</a>', '<td lang="--&gt;">', '<td lang="a>b">x</td>', '<pre>\n a</pre>', '</p>',
  ])('is what a page may keep: %j', (html) => expect(isPlainHtml(html)).toBe(true));

  it.each([
    '<meta http-equiv="refresh" content="0;url=https://evil.example/">', '<link rel="dns-prefetch" href="//evil.example">', '<link rel="preconnect" href="https://evil.example">', '<base href="https://evil.example">', '<script>1</script>', '<style>a</style>', '<img src="x">', '<svg></svg>', '<form>', '<input>',
    '<iframe>', '<title>a</title>', '<textarea>', '<body>', '</body>', '</main>', '<p onclick="x">', '<p style="x">', '<p class="x">', '<p id="x">', '<p is="x-a">', '<x-a>', '<p:a>', '<P>', '<p dir=rtl>', "<p dir='rtl'>", '<p dir>', '<p  dir="rtl">', '<p dir="rtl" >', '<p/>', '<br />', '</p dir="rtl">', '<p dir="rtl"lang="ko">',
    '<a href="javascript:alert(1)">', '<a href=" https://a.example">', '<a href="//a.example">', '<a href="/a">', '<a href="data:text/html,x">', '<a href="https://a.example" href="javascript:x">', '<a href="javascript&colon;x">', '<!-- -->', '<!doctype html>', '<?x ?>', '<', 'a<', '< p>', '<p', '<p dir="rtl', '<p>a</p', '</', '<1>', '<\u0000p>', '<p\u0000>', '<p\ndir="rtl">', '<ſ>', '<K>',
  ])('is not %j', (html) => {
    for (const whole of [html, `글${html}`, `<p>a</p>${html}<p>b</p>`]) expect(isPlainHtml(whole), whole).toBe(false);
  });

  it('is told the same the second time, and of a long page without waiting', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('<p>', '</p>', '글', '<a href="https://a.example">', '<', '<script', '"', '>'), { maxLength: 8 }), (pieces) => {
      const html = pieces.join('');
      expect(isPlainHtml(html)).toBe(isPlainHtml(html));
      if (isPlainHtml(html)) expect(html.replace(/<\/?(?:p|a)(?: href="https:\/\/a\.example")?>/g, '')).not.toContain('<');
    }));
    expect(isPlainHtml(`${'<p dir="rtl">글</p>'.repeat(200_000)}<`)).toBe(false);
    expect(isPlainHtml(`<p${' dir="rtl"'.repeat(200_000)}`)).toBe(false);
  });
});

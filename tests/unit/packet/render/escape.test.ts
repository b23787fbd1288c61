/** The only ways of a text into HTML, Markdown and minutes: what is typed reads as it was typed, and does nothing. */
import { describe, expect, it } from 'vitest';
import { escapeHtml, escapeMarkdown, html, inlineMarkdown, joinHtml, tameMarkdown } from '@/utils/packet/render/escape';
import { wordsHtml } from '@/utils/packet/render/html/inline-markdown';
import { facts, fromMarkdown, tag } from '@/utils/packet/render/html/parts';
import { readWords } from '@/utils/packet/render/minutes-text';

describe('in HTML', () => {
  it('every sign that means something stands for itself', () => {
    expect(escapeHtml(`a & b < c > d "e" 'f' \`g\``)).toBe('a &amp; b &lt; c &gt; d &quot;e&quot; &#39;f&#39; &#96;g&#96;');
    expect(escapeHtml('\u202eabc')).toBe('\ufffdabc');
  });

  it('a template escapes what is put in, lists and numbers too, and leaves out what is not there', () => {
    expect(html`<p>${'<b>'}${1}${0}${null}${undefined}${false}${['a', html`<i>x</i>`, ['<']]}</p>`.source).toBe('<p>&lt;b&gt;10a<i>x</i>&lt;</p>');
    expect(html``.source).toBe('');
    expect([joinHtml(['<', html`<b>`], ', ').source, joinHtml(['a', 'b']).source, joinHtml([]).source]).toEqual(['&lt;, <b>', 'ab', '']);
  });

  it('facts stand in one line without the empty ones, a tag without words is none', () => {
    expect([facts('a', null, '', html`<b>c</b>`).source, facts(null, '').source, tag('').source]).toEqual(['<p class="facts"><span>a</span> <span><b>c</b></span></p>', '', '']);
  });
});

describe('in Markdown', () => {
  it.each([
    ['*a* _b_ `c` [d](e) #f |g| ~h~ $i$ \\j', '\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\#f \\|g\\| \\~h\\~ \\$i\\$ \\\\j'], ['a & b <c>', 'a &amp; b &lt;c&gt;'], ['https://a.example ftp://b a:b', '`https://a.example` `ftp://b` a:b'],
    ['www.a.example WWW.b xwww.c', '`www.a.example` `WWW.b` x`www.c`'], ['a@b.example', '`a@b.example`'], ['- a\n + b\n\t= c\na - b', '\\- a\n \\+ b\n\t\\= c\na - b'], ['1. a\n12) b\n3 c\n4.5', '1\\. a\n12\\) b\n3 c\n4\\.5'], ['a\r\nb\rc', 'a\nb\nc'], ['\u202ea', '\ufffda'],
  ])('%j stands for itself', (typed, shown) => expect(escapeMarkdown(typed)).toBe(shown));

  it('on one line, line breaks become a slash and the ends are trimmed', () => expect(inlineMarkdown('  a \n\n b\r\nc  ')).toBe('a / b / c'));

  it.each([
    ['**굵게** *기울임* `code` # 제목\n- 목록\n1. 하나\n| a |', '**굵게** *기울임* `code` # 제목\n- 목록\n1. 하나\n| a |'], ['<b>x</b>', '&lt;b>x&lt;/b>'], ['\\<b> \\* \\[', '&lt;b> \\* \\['], ['[a](b) [c][d] [e]: f [g]', '[a\\](b) [c\\][d\\] [e\\]: f [g]'],
    ['[a] (b)', '[a\\] (b)'], ['https://x www.y www z a@b', '`https://x` `www.y` www z `a@b`'], ['javascript:x JavaScript : y data: z vbscript:w database: metadata', 'javascript\\:x JavaScript \\: y data\\: z vbscript\\:w database: metadata'], ['a\r\nb\rc', 'a\nb\nc'], ['a\\\nb', 'a\\\nb'],
    ['\u202ea', '\ufffda'], ['a:b', 'a:b'],
  ])('that a person wrote on purpose keeps its marks, without HTML and links: %j', (written, shown) => expect(tameMarkdown(written)).toBe(shown));
});

describe('minutes on the page', () => {
  it('read as their Markdown: bold, check boxes, escapes, code as plain words, and nothing else', () => {
    const read = (text: string): string => wordsHtml(readWords(text)).source;
    expect(read('a **b** c **d**')).toBe('a <strong>b</strong> c <strong>d</strong>');
    expect(read('a ** b')).toBe('a ** b');
    expect(read('a \\*\\*b\\*\\*')).toBe('a **b**');
    expect(read('**a\\\\** b')).toBe('<strong>a\\</strong> b');
    expect(['[ ] a', '[x] a', '[X] a', '[y] a', 'a [ ] b', '[ ]a'].map(read)).toEqual([
      '<span class="box" aria-hidden="true">☐</span> a', '<span class="box" aria-hidden="true">☐</span> a', '<span class="box" aria-hidden="true">☐</span> a', '[y] a', 'a [ ] b', '[ ]a',
    ]);
    expect(read('&lt;b&gt; &amp; \\_ \\가 <i>')).toBe('&lt;b&gt; &amp; _ \\가 &lt;i&gt;');
    expect(read('&amp;lt;')).toBe('&amp;lt;');
    expect(read('**`a@b.example`** \\``c` ``d`e`` `f')).toBe('<strong>a@b.example</strong> &#96;c d&#96;e &#96;f');
    expect(read('`**a**` ** b')).toBe('**a** ** b');
  });

  it('have lists with one level below, and paragraphs', () => {
    expect(fromMarkdown('글\n\n- a\n* b\n  - c\n-d\n다음\n - e').source).toBe('<p>글</p><ul><li>a</li><li>b</li><li class="deeper">c</li></ul><p>-d</p><p>다음</p><ul><li class="deeper">e</li></ul>');
    expect([fromMarkdown('a - b').source, fromMarkdown('-   c').source]).toEqual(['<p>a - b</p>', '<ul><li>c</li></ul>']);
    expect([fromMarkdown('').source, fromMarkdown(' \n').source, fromMarkdown('- a').source]).toEqual(['', '', '<ul><li>a</li></ul>']);
  });
});

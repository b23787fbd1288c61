/** What is typed leads nowhere in Markdown, whoever renders it, and reads as it was typed. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { showSafely } from '@/utils/text/normalize';
import { csvCell, escapeMarkdown, inlineMarkdown, tameMarkdown } from '@/utils/packet/render/escape';
import { wordsHtml } from '@/utils/packet/render/html/inline-markdown';
import { readWords } from '@/utils/packet/render/minutes-text';
import { HOSTILE } from '../hostile-corpus';
import { activeIn, kindsOf, treeOf, wordsOf } from './renderers';

vi.setConfig({ testTimeout: 60_000 });

/** What renderers make links, pictures and HTML of, and what was once meant to keep them from it. */
const BAIT = [
  'www.evil.example', '_www.evil.example', '__www.evil.example__', '*www.evil.example*', '~www.evil.example~', '(www.evil.example)', 'xwww.evil.example', 'WWW.evil.example', 'www\\.evil.example', 'www&period;evil.example', 'www&#46;evil.example', 'www.',
  'http://evil.example', 'HTTPS://evil.example/a_b*c?d=1&e=2#f', 'http\\://evil.example', 'http:\\/\\/evil.example', 'http:\\//evil.example', 'http&colon;//evil.example', 'http&#58;//evil.example', 'http&#x3a;&#47;/evil.example', 'h&#116;tp://evil.example', 'ftp://evil.example', '//evil.example', 'http://evil.example`x`', '`x`http://evil.example',
  'a@evil.example', 'a\\@evil.example', 'a&commat;evil.example', 'a&#64;evil.example', 'a\\&#64;evil.example', 'a&amp;commat;evil.example', 'mailto:a@evil.example', 'xmpp:a@evil.example', 'a.b+c@evil.example.', '**a@evil.example**', '@evil', '한@evil.example', '메일a@evil.example에게',
  '[a](http://evil.example)', '[a\\](http://evil.example)', '[a](<http://evil.example>)', '![a](x)', '[a][b]', '[a]', '[a]: http://evil.example', '[a]:\nhttp://evil.example', '[^1]', '[^1]: x', '<http://evil.example>', '<b>', '<!-- -->', '<a href=x>', '\\<b>', '`<b>`', '&lt;b&gt;', '&#60;b&#62;', '<?x ?>', '<script>',
  '`', '``', '```', '~~~', '`http://evil.example', '`http://evil.example`', '``http://evil.example`', '`a|http://evil.example`', '| `x | http://evil.example` |', '\\`http://evil.example`', '`a\nhttp://evil.example`', '```\nhttp://evil.example\n```', '~~~\n`\n~~~\nhttp://evil.example`', '    `\nhttp://evil.example`', '|', '\\|', '\\', '\\\\', '[', ']', '(', ')', '*', '_', '~~', '<', '>', '&', '#', '-', '- ', '1. ', '> ', '\n', '\n\n', '\t', ' ', ':', '/', '//', '.', '@', 'a', '한글', '$', '!', '| a | b |\n| - | - |\n| c | d |', '\u00a0', '\u200b',
];
const typed = fc.array(fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...BAIT, ...HOSTILE) }, { weight: 1, arbitrary: fc.string({ maxLength: 4 }) }), { maxLength: 8 }).map((parts) => parts.join(''));

/** Where a packet puts what somebody typed. */
const PLACES: Record<string, (text: string) => string> = {
  'a list': (text) => `- ${text} · x`, 'a heading': (text) => `# x: ${text} · x`, 'a quote': (text) => `> **x** ${text}`, 'bold': (text) => `- **${text}** · x`, 'brackets': (text) => `1. x (${text})`,
  'a table': (text) => `| x | y |\n| --- | --- |\n| ${text} | x |`,
};

/** All of them as one document: what is a reference in one place would be one in all. */
const everywhere = (text: string): string => Object.values(PLACES).map((place) => place(text)).join('\n\n');

describe('a typed text', () => {
  it.each([...BAIT, ...HOSTILE])('leads nowhere: %j', (text) => {
    expect(activeIn(everywhere(inlineMarkdown(text)))).toEqual([]);
  });

  it('leads nowhere, whatever it is', () => {
    fc.assert(fc.property(typed, (text) => { expect(activeIn(everywhere(inlineMarkdown(text)))).toEqual([]); }), { numRuns: 40 });
  });

  it('reads as it was typed, and nothing comes of its signs', () => {
    fc.assert(fc.property(typed, (text) => {
      const tree = treeOf(`- ·${inlineMarkdown(text)}·`);
      expect(wordsOf(tree)).toBe(`·${showSafely(text.trim()).replace(/\r\n?/g, '\n').replace(/\s*\n\s*/g, ' / ')}·`);
      expect(kindsOf(tree).filter((kind) => !['root', 'list', 'listItem', 'paragraph', 'text', 'inlineCode'].includes(kind))).toEqual([]);
    }), { numRuns: 150 });
  });

  it('comes back from the minutes as it was typed', () => {
    fc.assert(fc.property(typed, (text) => {
      const page = wordsHtml(readWords(`·${inlineMarkdown(text)}`)).source.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&#96;/g, '`').replace(/&amp;/g, '&');
      expect(page).toBe(`·${showSafely(text.trim()).replace(/\r\n?/g, '\n').replace(/\s*\n\s*/g, ' / ')}`);
    }), { numRuns: 150 });
  });

  it.each([
    ['kim@corp.example에게 물어봄', '`kim@corp.example`에게 물어봄'], ['메일: kim@corp.example, lee@corp.example.', '메일: `kim@corp.example`, `lee@corp.example`.'], ['(https://x.example/a?b=1&c=2)', '(`https://x.example/a?b=1&c=2`)'],
    ['https://x.example/재고/자료 참고', '`https://x.example/재고/자료` 참고'], ['https://x.example/a_(b)', '`https://x.example/a_(b)`'], ['<https://x.example>', '&lt;`https://x.example`&gt;'], ['mailto:a@b.example', 'mailto:`a@b.example`'], ['_www.x.example', '\\_`www.x.example`'],
    ['@이수민 확인', '`@이수민` 확인'], ['3 @ 5,000원', '3 @ 5,000원'], ['견적//공수', '견적//공수'], ['9:00~10:00', '9:00\\~10:00'], ['www', 'www'],
  ])('stays readable: %j', (text, shown) => expect(inlineMarkdown(text)).toBe(shown));
});

it.each(['/', 'a', '.', '`a', '@', 'a@', 'www.', '\n', '\\', '~', ']', ';', '"', '가', '[a](b)'])('a long text takes no longer than its length: %j', (piece) => {
  const text = `www.${piece.repeat(30_000 / piece.length)}가 www.b`;
  const began = performance.now();
  escapeMarkdown(text); tameMarkdown(text); csvCell(text);
  expect(performance.now() - began).toBeLessThan(10_000);
});

describe('Markdown that a person wrote', () => {
  it.each([...BAIT, ...HOSTILE])('leads nowhere: %j', (text) => { for (const whole of [text, `| x | y |\n| --- | --- |\n| ${text} | x |`, `- ${text}`, `a\n${text}`]) expect(activeIn(tameMarkdown(whole))).toEqual([]); });

  it('leads nowhere, whatever it is, the second time too', () => {
    fc.assert(fc.property(typed, (text) => {
      const once = tameMarkdown(text);
      expect(activeIn(once)).toEqual([]);
      expect(activeIn(tameMarkdown(once))).toEqual([]);
    }), { numRuns: 60 });
  });

  it('that Baton itself wrote stays as it is', () => {
    fc.assert(fc.property(fc.constantFrom(...BAIT, ...HOSTILE), (text) => {
      const generated = `- **x** · ${inlineMarkdown(text)} · 01:00`;
      expect(wordsOf(treeOf(tameMarkdown(generated)))).toBe(wordsOf(treeOf(generated)));
    }), { numRuns: 100 });
  });

  it.each([
    ['- [ ] kim@corp.example에 **견적** 보내기', '- [ ] `kim@corp.example`에 **견적** 보내기'], ['[자료](https://x.example/a)', '[자료\\](`https://x.example/a`)'], ['**https://x.example**', '**`https://x.example`**'], ['`code` ``a`b``', '`code` ``a`b``'],
    ['a\\@b.example https\\://x.example/a', '`a@b.example` `https://x.example/a`'], ['R&D &amp; &lt; &nbsp;', 'R&D &amp; &lt; &amp;nbsp;'], ['`a`b@c.example`d`', '`a` `b@c.example` `d`'], ['```\nx\n```', '\\`\\`\\`\nx\n\\`\\`\\`'],
  ])('stays readable: %j', (text, shown) => expect(tameMarkdown(text)).toBe(shown));
});

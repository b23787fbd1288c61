/** The copy of a page as text: the page of one moment, without what nobody reads, and the page goes on meanwhile. */
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { snapshotPage } from '@/utils/services/evidence/snapshot-page';

const MAX = 20_000_000;
const HEAVY = 'script,style,link,noscript,template,svg,math,canvas,video,audio,iframe,object,embed,form input,textarea,select';

afterEach(() => { document.body.replaceChildren(); });

const parsed = (html: unknown): Document => new DOMParser().parseFromString(String(html), 'text/html');

/** The body without what nobody reads, in one go. */
function light(): HTMLElement {
  const clone = document.implementation.createHTMLDocument('').importNode(document.body, true);
  for (const heavy of clone.querySelectorAll(HEAVY)) heavy.remove();
  return clone;
}

describe('a snapshot', () => {
  it('is written as the browser writes it, whatever the page holds', async () => {
    const tag = fc.constantFrom('p', 'div', 'table', 'tr', 'td', 'ul', 'li', 'a href="/x?a=1&amp;b=2"', 'b title="&lt;b&gt; &quot;"', 'form', 'svg', 'math', 'style', 'template', 'select', 'textarea', 'input value="secret"', 'noscript', 'pre', 'br', 'hr', 'xmp', 'title', 'x-a', 'o:p', 'script type="text/plain"');
    const piece = fc.oneof(tag.map((t) => `<${t}>`), tag.map((t) => `</${t.split(' ')[0] ?? ''}>`), fc.constantFrom('글', ' ', '\n', '&lt;', '&amp;', '&nbsp;', '<!-- x -->', '"'));
    await fc.assert(fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
      const { body } = parsed(pieces.join(''));
      // With a wall beside it the body is too large for one go.
      if (pieces.length % 2 === 0) body.append(...Array.from({ length: 201 }, () => document.createElement('hr')));
      document.body.replaceChildren(...body.childNodes);
      const { html } = await snapshotPage(MAX);
      expect(String(html).slice(String(html).indexOf('<body'), -'</html>'.length)).toBe(light().outerHTML);
    }), { numRuns: 300 });
  });

  const paragraphs = (count: number): Node[] => Array.from({ length: count }, (_, i) => Object.assign(document.createElement('p'), { textContent: `단락 ${String(i)}` }));

  it('is the page of one moment, whatever the page does meanwhile', async () => {
    document.body.append(...paragraphs(20_000));
    let ticks = 0;
    const timer = setInterval(() => { ticks += 1; document.body.lastElementChild?.remove(); document.body.prepend(document.createElement('hr')); }, 0);
    const { html } = await snapshotPage(MAX);
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(0);
    const count = (tag: RegExp): number => (String(html).match(tag) ?? []).length;
    expect(count(/<hr>/gu)).toBeGreaterThan(0);
    // Each change takes one away and brings one: no moment has another sum.
    expect(count(/<hr>/gu) + count(/<p>/gu)).toBe(20_000);
  });

  it('of a page that keeps still is made while the page goes on', async () => {
    document.body.append(...paragraphs(20_000));
    let ticks = 0;
    const timer = setInterval(() => { ticks += 1; }, 0);
    const { html } = await snapshotPage(MAX);
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(0);
    expect(String(html).match(/<p>단락 \d+<\/p>/gu)).toHaveLength(20_000);
  });

  it('of a page without end is none, and leaves nothing behind', async () => {
    document.body.append('가'.repeat(500));
    const before = [document.documentElement.outerHTML, Object.keys(window).join()];
    expect(await snapshotPage(400)).toMatchObject({ tooLarge: true, html: '' });
    expect([document.documentElement.outerHTML, Object.keys(window).join()]).toEqual(before);
  });
});

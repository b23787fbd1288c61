import Papa from 'papaparse';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { exportPacket } from '@/utils/packet/export';
import type { ExportedPacket } from '@/utils/packet/export';
import { csvCell, escapeHtml, inlineMarkdown, tameMarkdown } from '@/utils/packet/render/escape';
import { ALSO } from '../fixture';
import { hostileInput, HOSTILE } from '../hostile-corpus';
import { activeIn } from './renderers';

// Whole packets are rendered: slow only on a loaded machine.
vi.setConfig({ testTimeout: 30_000 });

describe.each(['internal', 'customer_safe', 'anonymised'] as const)('hostile words in a packet (%s)', (redaction) => {
  let out: ExportedPacket;
  let page = '';
  beforeAll(() => {
    out = exportPacket(hostileInput(redaction));
    page = out.files['packet.html'] ?? '';
  });

  it('bring no tag, handler, comment or address into the page', () => {
    const own = page.replace(/<style>[^]*?<\/style>|<script>[^]*?<\/script>/g, '');
    expect(own).not.toMatch(/<(script|img|svg|iframe|object|embed|link|base|math|xmp)/i);
    // Handlers outside quoted values; every value of ours is in double quotes, and none can leave them.
    expect(own.replace(/"[^"]*"/g, '""')).not.toMatch(/<[^>]+\son\w+=/i);
    expect(own).not.toMatch(/(href|src|action)="(?!#|evidence\/\d\d+-[\w%.~!*'()-]+\.html")/i);
    expect(own).not.toContain('<!--');
    expect(page.match(/<script>/g)?.length ?? 0).toBe(redaction === 'internal' ? 1 : 0);
    expect(page.match(/<\/style>/g)).toHaveLength(1);
  });

  it('show direction-changing characters as what they are', () => {
    for (const text of [page, out.files['packet.md'] ?? '', out.files['minutes.md'] ?? '', out.files['gaps.csv'] ?? '', out.richText]) expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]|(?![\n\r\t])\p{Cc}/u);
  });

  it('bring no HTML, image, link or heading of theirs into Markdown', () => {
    for (const name of ['packet.md', 'minutes.md']) {
      const text = out.files[name] ?? '';
      expect(text, name).not.toMatch(/<[a-z!/]/i);
      expect(text, name).not.toMatch(/(?<!\\)\]\(/);
      expect(text, name).not.toMatch(/^\s*#+ (?!Handoff|.*Acme|.*\p{L})/mu);
      expect(activeIn(text), name).toEqual([]);
    }
  });

  it('bring nothing into the pages of evidence, and no page goes out to others', () => {
    const pages = Object.entries(out.files).filter(([path]) => path.startsWith('evidence/'));
    expect(pages).toHaveLength(redaction === 'internal' ? HOSTILE.length : 0);
    for (const [path, text] of pages) {
      expect(path).toMatch(/^evidence\/\d+-[^<>:"/\\|?*\p{Cc}]+\.html$/u);
      const bare = text.replace(/^<!doctype html>/, '').replace(/"[^"]*"/g, '""');
      expect(bare).not.toMatch(/<(?!\/?(?:html|head|meta|title|body|header|h1|p|time|hr|main|pre)\b)/i);
      expect(bare).not.toMatch(/<[^>]+\son\w+=/i);
      expect(text).toContain("default-src 'none'");
    }
  });

  it('bring no formula into the CSV, and every row keeps its columns', () => {
    const parsed = Papa.parse<string[]>((out.files['gaps.csv'] ?? '').replace(/^\uFEFF/, ''), { skipEmptyLines: true });
    expect(new Set(parsed.data.map((row) => row.length)).size).toBe(1);
    for (const cell of parsed.data.flat()) expect(cell).not.toMatch(/^[\s\p{Cf}]*[=+\-@＝＋－＠]/u);
  });

  it('stay as typed in packet.json', () => {
    if (redaction === 'internal') for (const word of HOSTILE) expect(out.packet.notes.some((n) => n.text === word), word).toBe(true);
  });

  it('make a file name that every system takes', () => {
    expect(out.fileName).not.toMatch(/[<>:"/\\|?*\p{Cc}]/u);
    expect(new TextEncoder().encode(`${out.fileName}.reply.json`).length).toBeLessThanOrEqual(255);
  });
});

describe('escaping', () => {
  it('leaves nothing in HTML that could open a tag or leave an attribute', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => { expect(escapeHtml(text)).not.toMatch(/[<>"'`]/); }));
  });
  it('leaves nothing in Markdown that opens a tag, a link, emphasis or a cell', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      const out = inlineMarkdown(text);
      expect(out).not.toMatch(/[<>\n]/);
      expect(out.replace(/\\./gs, '').replace(/`[^`\s|]+`/g, '')).not.toMatch(/[`*_[\]|~]/);
    }));
  });
  it('lets people write their own Markdown, without HTML or hidden links', () => {
    expect(tameMarkdown('- **굵게**\n- 목록')).toBe('- **굵게**\n- 목록');
    expect(tameMarkdown('<b>x</b> [click](javascript:alert(1))')).not.toMatch(/<b>|(?<!\\)\]\(|javascript:/);
    expect(tameMarkdown('[a\\](b)')).toBe('[a\\](b)');
    expect(tameMarkdown('[a\\\\](b)')).toBe('[a\\\\\\](b)');
    expect(tameMarkdown('\\<b>')).toBe('&lt;b>');
  });
  it('keeps honest cells as they are', () => {
    expect(csvCell('재고 = 45')).toBe('재고 = 45');
    expect(csvCell('-12')).toBe("'-12");
    expect(csvCell('\u200b=1+1').startsWith("'")).toBe(true);
  });
  it('works with further checklists too', () => {
    expect(() => exportPacket({ ...hostileInput('internal'), alsoChecklists: [ALSO] })).not.toThrow();
  });
});

import { describe, expect, it } from 'vitest';
import { pageLine, SELECTION_MAX } from '@/utils/notes/page-line';
import { parseLine } from '@/utils/notes/parse-line';

describe('a page as a line', () => {
  it('cuts a long selection at a character and shows that it did', () => {
    const text = parseLine(pageLine({ selectionText: '👍'.repeat(SELECTION_MAX + 5), title: 'T', url: 'https://a.example/' }, 'note'))?.text ?? '';
    expect(text).toBe(`${'👍'.repeat(SELECTION_MAX)} […]\nT\nhttps://a.example/`);
  });

  it('keeps a selection that just fits whole, and leaves no blank before the sign that it was cut', () => {
    const line = (selectionText: string): string | undefined => parseLine(pageLine({ selectionText, title: '', url: '' }, 'note'))?.text;
    expect(line('가'.repeat(SELECTION_MAX))).toBe('가'.repeat(SELECTION_MAX));
    expect(line(`${'가'.repeat(SELECTION_MAX - 2)}  나다`)).toBe(`${'가'.repeat(SELECTION_MAX - 2)} […]`);
  });

  it('is title and address without a selection; marks in a selection are only words', () => {
    expect(parseLine(pageLine({ selectionText: ' ', title: '! Sale', url: 'chrome://x' }, 'note'))).toEqual({ kind: 'note', text: '! Sale\nchrome://x' });
    expect(parseLine(pageLine({ selectionText: '! Sale', title: '', url: 'u' }, 'gap'))).toEqual({ kind: 'gap', text: '! Sale\nu' });
  });
});

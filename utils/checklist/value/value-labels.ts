/** The words around what was read, shared out to the parts they stand beside. Every word goes somewhere. */

type Span = readonly [start: number, end: number];

/** Place after the first separator outside brackets, or -1. */
function separatorEnd(text: string): number {
  let depth = 0;
  for (let i = 0; i < text.length; i += 1) {
    const c = text.charAt(i);
    if (c === '(') depth += 1;
    else if (c === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0 && (/[,;\n]/u.test(c) || (c === '/' && /\s/u.test(text.charAt(i + 1))))) return i + 1;
  }
  return -1;
}

/**
 * One label per span, '' for none. Between two spans the words up to the first separator belong to
 * the earlier; without one to the later, unless the text began with the first span.
 */
export function labelsAround(text: string, spans: readonly Span[]): string[] {
  const labels = spans.map(() => '');
  const give = (i: number, words: string): void => {
    if (words.trim() !== '') labels[i] = `${labels[i] ?? ''} ${words}`.trim();
  };
  const leads = text.slice(0, spans[0]?.[0] ?? 0).trim() === '';
  spans.forEach(([start], i) => {
    const gap = text.slice(spans[i - 1]?.[1] ?? 0, start);
    if (i === 0) {
      give(0, gap);
      return;
    }
    const cut = separatorEnd(gap);
    const split = cut >= 0 ? cut : leads ? gap.length : 0;
    give(i - 1, gap.slice(0, split).replace(/[,;\n/]\s*$/u, ''));
    give(i, gap.slice(split));
  });
  give(spans.length - 1, text.slice(spans.at(-1)?.[1] ?? 0));
  return labels;
}

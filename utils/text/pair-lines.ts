/** Lines that somebody edited, beside those that they were made of. */
import { similarity } from './similarity';

/** So alike is a question that was only put otherwise: "ERP 버전은?" and "ERP 버전은 무엇인가요?", but not "How many users?" and "How many sites?". */
const REWORDED = 0.6;

/** The text on one line, without blanks at its ends. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/**
 * For each line the index of the known text that it is, or -1: first those that read the same, then those that were reworded, the most alike first.
 * No text is found twice. `loose`: how many of the known texts, from the first, a reworded line may be.
 */
export function pairLines(lines: readonly string[], known: readonly string[], loose = known.length): number[] {
  const found = lines.map(() => -1);
  const taken = new Set<number>();
  const pair = (line: number, text: number): void => { found[line] = text; taken.add(text); };
  lines.forEach((line, i) => {
    const same = known.findIndex((text, k) => !taken.has(k) && oneLine(text) === oneLine(line));
    if (same >= 0) pair(i, same);
  });
  const near = lines.flatMap((line, i) => (found[i] === -1 ? known.slice(0, loose).map((text, k) => ({ i, k, alike: taken.has(k) ? 0 : similarity(oneLine(line), oneLine(text)) })) : []));
  for (const { i, k } of near.filter(({ alike }) => alike >= REWORDED).sort((a, b) => b.alike - a.alike || a.i - b.i || a.k - b.k)) {
    if (found[i] === -1 && !taken.has(k)) pair(i, k);
  }
  return found;
}

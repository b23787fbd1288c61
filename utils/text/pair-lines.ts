/** Lines that somebody edited, beside those that they were made of. */
import { similarity } from './similarity';

/** So alike is a question that was only put otherwise: "ERP 버전은?" and "ERP 버전은 무엇인가요?", but not "How many users?" and "How many sites?". */
const REWORDED = 0.6;

/** Words that count or order: one of them changed asks for another thing, however alike the rest is. */
const COUNTING = /^(?:첫|첫째|둘째|셋째|넷째|다섯째|두|세|네|다섯|여섯|일곱|여덟|아홉|열|one|two|three|four|five|six|seven|eight|nine|ten|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|next)$/u;

/**
 * What makes a question that one and no other: its digits, counting words and names. In a Korean line whatever is written in Latin letters is a name; in an
 * English one what has a capital elsewhere than at the line's beginning, as ERP, iOS or "for Oracle".
 */
function marksOf(line: string): string {
  const text = line.normalize('NFKC');
  const korean = /\p{Script=Hangul}/u.test(text);
  const digits = text.match(/\p{Nd}+/gu) ?? [];
  const latin = [...text.matchAll(/[\p{Script=Latin}\p{M}]+/gu)].filter(({ 0: word, index }) => korean || /(?!^)\p{Lu}/u.test(word) || (index > 0 && /^\p{Lu}./u.test(word))).map(([word]) => word.toLowerCase());
  const counting = text.toLowerCase().split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => COUNTING.test(word));
  return [...new Set([...digits, ...latin, ...counting])].sort().join(' ');
}

/** In Korean what is asked about comes first: where neither line's first word begins a word of the other, the servers of one are the tablets of the other. */
function sameSubject(a: string, b: string): boolean {
  const wordsOf = (line: string): string[] => line.toLowerCase().split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '');
  const [one, other] = [wordsOf(a), wordsOf(b)];
  const found = (first: string | undefined, words: readonly string[]): boolean => first === undefined || !/^\p{Script=Hangul}/u.test(first) || words.some((word) => word.startsWith(first.slice(0, 2)));
  return found(one[0], other) || found(other[0], one);
}

/** The text on one line, without blanks at its ends. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/**
 * For each line the index of the known text that it is, or -1: first those that read the same, then those that were reworded and name the same things, the most alike first.
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
  const near = lines.flatMap((line, i) => (found[i] === -1 ? known.slice(0, loose).map((text, k) => ({ i, k, alike: taken.has(k) || marksOf(line) !== marksOf(text) || !sameSubject(line, text) ? 0 : similarity(oneLine(line), oneLine(text)) })) : []));
  for (const { i, k } of near.filter(({ alike }) => alike >= REWORDED).sort((a, b) => b.alike - a.alike || a.i - b.i || a.k - b.k)) {
    if (found[i] === -1 && !taken.has(k)) pair(i, k);
  }
  return found;
}

/** Cheap checks of what was written down, as hints and never as blocks (domain.md §3.5). */
import type { ItemType } from '../checklist/checklist';

export type ClarityCode = 'vague' | 'no_number' | 'relative_date' | 'money_unclear' | 'several_facts';
export interface ClarityHint { code: ClarityCode; word?: string }

const VAGUE_KO = ['적당히', '대충', '알아서', '최대한', '되도록', '가능하면', '웬만하면', '빨리', '조만간', '나중에', '어느 정도', '등등', '기존처럼', '일반적인', '간단하게', '이쁘게', '예쁘게', '유연하게', '추후 협의', '처럼'];
const VAGUE_EN = /\b(asap|soon|simple|user-friendly|flexible|as needed|etc|some|robust|seamless|standard|similar to|roughly|tbd|if possible|and\/or)\b/iu;
const RELATIVE = /(오늘|내일|모레|이번\s*주|다음\s*주|다음\s*달|월말|[월화수목금토일]요일|초까지|중순|하순)|\b(today|tomorrow|next (week|month)|this week|monday|tuesday|wednesday|thursday|friday|end of (the )?month)\b/iu;

/** The words in a text that measure nothing ("soon", "알아서"), as they stand there. */
export function vagueWords(text: string): string[] {
  const english = [...text.matchAll(new RegExp(VAGUE_EN.source, 'giu'))].map((m) => m[0]);
  return [...new Set([...VAGUE_KO.filter((w) => text.includes(w)), ...english])];
}

/** What is unclear in an answer of this type; an empty list is good. */
export function clarityHints(text: string, type: ItemType): ClarityHint[] {
  const hints: ClarityHint[] = [];
  const [vague] = vagueWords(text);
  if (vague) hints.push({ code: 'vague', word: vague });
  if ((type === 'number' || type === 'money') && !/[\d일이삼사오육칠팔구십백천만억]/u.test(text)) hints.push({ code: 'no_number' });
  if (type === 'date' && !/\d{4}/u.test(text) && RELATIVE.test(text)) hints.push({ code: 'relative_date' });
  if (type === 'money' && !(/(부가세|vat)/iu.test(text) && /(원|krw|usd|eur|gbp|[£$€₩])/iu.test(text))) hints.push({ code: 'money_unclear' });
  if (type !== 'text' && type !== 'people' && text.split(/[;\n]|\. /u).filter((s) => s.trim()).length > 2) hints.push({ code: 'several_facts' });
  return hints;
}

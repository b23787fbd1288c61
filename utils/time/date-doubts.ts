/**
 * Words beside a date that move it: to another year, month or week, or some days on. What a rule did not read itself is
 * not understood, and a date whose words are not all understood is none: never the nearest one as if they weren't there.
 */
import type { Open } from './date-steps';

/** A year that stands in the date's own words. */
const YEAR_SAID = /(?:19|20)\d{2}|['’‘]\d{2}|\d{2}\s?년|내년|명년|올해|금년|내후년|작년|\byear\b/iu;
const KO_YEARS = '내년|명년|익년도?|차년도?|다음\\s?년도|다다음\\s?해|내후년|후년|재작년|작년|지난해|다음\\s?해|이듬해';
const EN_YEARS = '(?:next|last|following|previous|coming)\\s+year';
const LINK = '(?:(?:on|by|in|at|the|of|until|till|before)\\s+){0,3}';
const PART = '(?:도|에|의)?\\s?(?:중|초|말|봄|여름|가을|겨울|상반기|하반기|[1-4]\\s?분기)?(?:에|의)?';
const YEAR_BEFORE = new RegExp(`(?:(?<![\\d/.-])(?:19|20)\\d{2}\\s?(?:년${PART})?[\\s,.:/(-]*|(?:${KO_YEARS}|\\d{1,2}\\s?년\\s?(?:뒤|후))${PART}[\\s,:/(-]*|(?:\\b${EN_YEARS}(?:['’]s)?|\\byears?\\s+(?:from\\s+now|later|hence|on))[\\s,:/(-]*)${LINK}$`, 'iu');
const YEAR_AFTER = new RegExp(`^(?:까지|에|전|이전|중)?[\\s,]*\\(?\\s*(?:(?:of|in|the)\\s+){0,2}(?:['’]?(?:19|20)\\d{2}(?=년도?(?!\\s?\\d)|[\\s,);:]|\\.(?!\\s?\\d)|$)|(?:${KO_YEARS})(?=\\s?(?:\\)|$|까지|에(?![가-힣])))|${EN_YEARS}\\b(?!['’])|year\\s+(?:after|before)\\b|(?:an?|one|two|three|\\d{1,2})\\s+years?\\b)`, 'iu');
/** "Next December 10": this year's or the next? */
const NEXT_BEFORE = /\b(?:next|last|following|previous|coming)\s+(?:the\s+)?$/iu;
const WEEKDAY_FIRST = /^(?:sun|mon|tue|wed|thu|fri|sat)/iu;

const MONTH_BEFORE = /(?:\d{1,2}\s?월(?:의|에)?[\s,·]*(?:중순?|초|말)?|(?:지난|저번|전|그|다다음|다음)\s?달(?:의|에)?|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?)\s*$/iu;
const MONTH_AFTER = /^,?\s+(?:of\s+)?(?:the\s+)?(?:next|following|last|previous|same|that|each|every)\s+(?:month|quarter)\b|^\s+of\s+(?!(?:the|this)\s+month\b)/iu;

const KO_WEEKS = '첫(?:\\s?번?째)?|둘째|셋째|넷째|다섯째|마지막|[두세네]\\s?번째|\\d{1,2}\\s?(?:번?째)?|[한두세네]|몇|여러|그|그\\s?다음|해당|같은|동|격|전|다음|다다음|다담|담|지난|지지난|저번|내|차|익';
const WEEK_BEFORE = [
  new RegExp(`(?<![가-힣])제?(?:${KO_WEEKS})\\s?주(?:차|일)?\\s?(?:의|중|에|뒤|후|이후|이내|내|안|지나서|전|말|까지)?(?:의|에|으?로)?\\s*$`, 'u'),
  /(?:달|개월|년|일|보름|열흘|사흘|나흘|이틀|하루|일주일)\s?(?:뒤|후|이후|지나서)(?:의|에)?\s*$|^\s?(?:이후|후|뒤)(?:의|에)?\s*$|\d{1,2}\s?월(?:의)?\s*$|(?:첫|둘|셋|넷|섯|번|[1-5])째\s*$|마지막\s*$/u,
  /(?<!\bthis\s)\b(?:weeks?|fortnights?)(?:['’]s)?,?\s+(?:(?:later|hence|from|after|before|on|by|of|the|now|today|ago|that|next)\s+){0,4}$/iu,
  /\bmonths?\s+(?:later|hence|from\s+now),?\s+(?:on\s+)?(?:the\s+|an?\s+)?$|\b(?:first|second|third|fourth|fifth|other|alternate|[1-5](?:st|nd|rd|th)|penultimate)\s+$/iu,
];
const WEEK_AFTER = [
  /^(?:의)?\s?\(?\s?(?:그\s?)?(?:다음|다다음|지난)\s?주(?=\s?(?:$|[).,]|까지|에(?![가-힣])))/u,
  /^\s+(?:week|fortnight)\b|^,?\s+(?:(?:of|in|on)\s+)?(?:the\s+|an?\s+)?(?!this\b)[a-z0-9]+\s+(?:weeks?|fortnights?)\b|^\s+(?:of|in)\s+(?:(?:the|calendar)\s+)?(?:week|[ck]?w)\s?\d*\b/iu,
  /^\s+(?:of|in)\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|^\s+(?:of|in)\s+(?:the|next|this|that|last)\s+(?:following\s+)?(?:month|quarter)\b/iu,
];

/** Counted from the date: a week after 10 December, 12월 10일 다음 날. */
const COUNTED_BEFORE = /\b(?:days?|weeks?|fortnights?|months?|years?)\s+(?:before|after|from|following|prior\s+to|past|of)\s+(?:the\s+)?$/iu;
const COUNTED_AFTER = /^(?:의|로?부터|에서|\s?기준)?\s?\(?(?:다음\s?날|전날|이튿날|다음\s?해|이듬해|(?:약\s?)?(?:\d{1,3}|[한두세네일이삼몇])\s?(?:일|주일?|달|개월|년|영업일)\s?(?:전|뒤|후|이전|이후|이내|내|안)|(?:하루|이틀|사흘|나흘|보름|열흘|일주일)\s?(?:전|뒤|후|이전|이후|이내|내|안))|^\s+(?:after|before)\s+(?:next|last)\b/iu;
/** "December second week" is no second of December. */
const PART_AFTER = /^\s+(?:week|half|quarter|weekend)\b/iu;

/**
 * Do the words before or after a date move it in a way that was not read? `own` are its own words, `open` is what they
 * leave to be understood; `before` and `after` reach to the dates around it and no further.
 */
export function isMoved(own: string, open: Open, before: string, after: string): boolean {
  if (COUNTED_BEFORE.test(before) || COUNTED_AFTER.test(after) || PART_AFTER.test(after)) return true;
  if (open === 'nothing') return false;
  if (!YEAR_SAID.test(own) && (YEAR_BEFORE.test(before) || YEAR_AFTER.test(after))) return true;
  if (open === 'year') return NEXT_BEFORE.test(before) && !WEEKDAY_FIRST.test(own);
  if (open === 'month') return MONTH_BEFORE.test(before) || MONTH_AFTER.test(after);
  return WEEK_BEFORE.some((words) => words.test(before)) || WEEK_AFTER.some((words) => words.test(after));
}

/** Who is to do what a line says: we, or the customer. Read by honorifics, subjects and the names of who was there. */

/** Names as they are recorded; whose side isn't known counts as the customer's: their promise must not become ours. */
export interface SideNames { customer: readonly string[]; ours: readonly string[] }
export const NOBODY: SideNames = { customer: [], ours: [] };

const TITLE = '(?:대표이사|대표|부사장|사장|전무|상무|이사|본부장|센터장|실장|부장|차장|과장|대리|주임|사원|팀장|파트장|매니저|수석|책임|선임|교수|박사|담당자|담당|PM|PL|님|씨)';
const TITLES = `(?:\\s?${TITLE}){1,2}`;
const SUBJECT = '(?:께서는?|이|가|은|는|측이|측에서|쪽에서)(?![가-힣])';
const GROUP = '(?:고객사?|귀사|발주처|현업|상대|그|저|전산)(?:\\s?(?:측|쪽|팀|분들))?';
/** Korean, in the order in which they are said: the verb ends the sentence, so the last word on it counts. */
const THEIRS_KO = [
  `(?<!수행\\s?|개발\\s?|영업\\s?|우리\\s?|저희\\s?|당사\\s?)${TITLES}${SUBJECT}`, `(?<![가-힣])${GROUP}(?:${SUBJECT}|에서(?![가-힣]))`,
  '(?:주시|주신|주실|주십|주세|주셔|하시|하신(?!\\s?대로)|하실|하셔|보내시|보내실|시기로|신다고|실\\s?예정)', '(?:받기로|받을\\s?예정|받음|받는다|수령)(?![가-힣])',
].join('|');
const OURS_KO = '(?<![가-힣])(?:우리|저희|당사|자사)(?![가-힣]*\\s?(?:한테|에게|께))|드리|드림|드릴|드린다|드립|올리기로|발송';
const PERSON_VERB = '(?:send|give|provide|share|confirm|review|sign|return|deliver|check|get|let|come|forward|prepare|supply|hand|mail|email|call|write|tell|answer|reply|decide|approve|pay|order)';
const THEIRS_EN = [
  `\\b(?:they|he|she|(?:the\\s+)?(?:customer|client)(?:\\s+team)?)(?:['’](?:ll|re|d|s)\\b|\\s+(?:will|would|is|are|was|to|has|have|${PERSON_VERB}s?)\\b)`, `\\b[A-Z][\\p{L}'’-]+(?:['’]ll|\\s+(?:will|is\\s+going\\s+to|promised\\s+to|is\\s+to))\\s+${PERSON_VERB}\\b`,
  '\\b(?:from|by)\\s+(?:them|(?:the\\s+)?(?:customer|client))\\b', '\\btheir\\s+\\w+\\s+(?:will|to)\\b', '\\b(?:receive|get)\\s[^,;]{0,40}\\bfrom\\b',
].join('|');
const OURS_EN = '\\b(?:[Ww]e|I)(?:[\'’](?:ll|re|ve|d|m)\\b|\\s)|\\b(?:[Oo]ur\\s+(?:team|side|PM)|[Ss]ales|[Dd]elivery)\\s+(?:will|to|is|sends?)\\b';
/** A line that begins with who it is: 고객 자료 송부. */
const LED_BY_CUSTOMER = /^[\s([]*(?:고객|귀사|customer|client)/iu;

/** How people on a side may be called as the one who does it: not as the one to whom it is given. `titled`: by surname and title too. */
function calledKo(names: readonly string[], titled: (name: string) => boolean): string[] {
  return names.flatMap((name) => {
    const core = name.replace(/[([（].*$/u, '').replace(new RegExp(`${TITLES}\\s*$`, 'u'), '').trim();
    if (!/^[가-힣]{2,5}$/u.test(core)) return [];
    // Named first, or as the subject; 에게, 께 and 용 make somebody the one it is for.
    const receives = `(?!(?:${TITLES})?\\s?(?:께(?!서)|에게|한테|앞(?![가-힣])|용|[와과의](?![가-힣])|및))`;
    const title = titled(name) ? `|${core.charAt(0)}${TITLES}` : '';
    return [`^[\\s([]*(?:${core}${title})${receives}`, `(?<![가-힣])(?:${core}(?:${TITLES})?${title})${SUBJECT}`];
  });
}

function calledEn(names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const words = name.replace(/[([].*$/u, '').split(/\s/u).filter((word) => /^\p{Script=Latin}[\p{Script=Latin}'’-]+$/u.test(word));
    return words.flatMap((word) => [`^[\\s([]*${word}\\b`, `\\b${word}(?:['’]ll|\\s+(?:will|to|is|sends?|gives?|provides?|promised|owes))\\b`, `\\bfrom\\s+(?:\\p{L}+\\s+)?${word}\\b`]);
  });
}

function places(text: string, sources: readonly string[]): number[] {
  return sources.flatMap((source) => [...text.matchAll(new RegExp(source, 'gu'))].map((m) => m.index));
}

/** Our own people in a line: their names, and in Korean their titles, where no customer has the same surname. */
function ourPeople(text: string, { customer, ours }: SideNames): number[] {
  const alone = (name: string): boolean => !customer.some((other) => other.charAt(0) === name.charAt(0));
  return places(text, [...calledKo(ours, alone), ...calledEn(ours)]);
}

/**
 * Is what a line says ours to do, the customer's, or does nothing in it say whose? In Korean the last word on it counts
 * ("김 팀장님이 요청하신 견적을 드리기로" is ours), in English the first.
 */
export function whosePart(line: string, names: SideNames = NOBODY): 'ours' | 'theirs' | 'unsaid' {
  const people = ourPeople(line, names);
  const ours = [...people, ...places(line, [OURS_KO, OURS_EN])];
  // Ours by name are found as anybody with a title (박 과장이) or a capital too: the same words don't count for both.
  const theirs = places(line, [THEIRS_KO, THEIRS_EN, ...calledKo(names.customer, () => true), ...calledEn(names.customer)]).filter((at) => !people.some((start) => at >= start && at <= start + 4));
  if (LED_BY_CUSTOMER.test(line)) theirs.push(0);
  if (theirs.length === 0) return ours.length === 0 ? 'unsaid' : 'ours';
  // "We will send" is read as a name with a capital as well: at the same place it is ours.
  const isKorean = /[가-힣]/u.test(line);
  return (isKorean ? Math.max(...ours) > Math.max(...theirs) : Math.min(...ours) <= Math.min(...theirs)) ? 'ours' : 'theirs';
}

/** What we do without the words that say it is us, and without what only led to its date: 우리는 까지 견적 is 견적. */
export function ourWords(line: string): string {
  const own = line.replace(/^(?:.*[\s,])?(?:우리|저희|당사|자사)(?:\s?(?:쪽|측))?(?:에서|가|는|은|도|이)?\s+/u, '').replace(/^(?:까지|에)(?:는|은)?\s/u, '').trim();
  return own === '' ? line : own;
}

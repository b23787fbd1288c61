/** Words of our own books: what something costs us, and what we earn by it. */

/** Not 이윤정 (a name), 회원가입 (joining), 직원가, 500만원가량 (about): 원가 begins a word, or ends one that says whose or which cost it is. */
const KO = /마진|이익률|수익률|영업이익|순이익|총이익|(?<![가-힣])이윤(?=[이을은과도의율]?(?![가-힣]))|(?:(?<![가-힣])|(?<=제조|공급|매출|표준|투입|개발|구축|수행|실행|실|탄소|내부|사업|매입|외주|인건비|총|당사|우리|저희))원가(?!입|량)/u;
const EN = /\b(?:margins?|mark-ups?|our (?:own |internal |real |actual )?costs?|gross profits?|cost price|cost base|costs us)\b/iu;

/** True for a text that may name our cost or margin: a hint for a person to look at, since a customer has costs and margins, too. */
export function namesCost(text: string): boolean {
  const words = text.normalize('NFC');
  return KO.test(words) || EN.test(words);
}

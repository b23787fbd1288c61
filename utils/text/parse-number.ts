/** Numbers as people say them: digits, Korean numerals, 만 and 억, ranges. On doubt nothing. */
import type { NumberPart } from '../checklist/answer';

const UNITS: Record<string, number> = { 천: 1e3, 만: 1e4, 억: 1e8 };
const NATIVE: Record<string, number> = {
  하나: 1, 한: 1, 둘: 2, 두: 2, 셋: 3, 세: 3, 넷: 4, 네: 4, 다섯: 5, 여섯: 6, 일곱: 7, 여덟: 8, 아홉: 9,
  열: 10, 스물: 20, 스무: 20, 서른: 30, 마흔: 40, 쉰: 50, 예순: 60, 일흔: 70, 여든: 80, 아흔: 90,
};
const SINO: Record<string, number> = { 일: 1, 이: 2, 삼: 3, 사: 4, 오: 5, 육: 6, 칠: 7, 팔: 8, 구: 9 };
const SINO_UNITS: Record<string, number> = { 십: 10, 백: 100, 천: 1000 };

/** `1.2`, `1,234`, `8천`, `3만5천`, `1억 2천만` → a number; null when it isn't one. */
export function digitsWithUnits(text: string): number | null {
  const compact = text.replace(/[\s,]/gu, '');
  if (/^\d+(\.\d+)?$/u.test(compact)) return Number(compact);
  if (!/^(\d+(\.\d+)?[천만억]{1,2})+\d*$/u.test(compact)) return null;
  let total = 0;
  for (const [, n, units] of compact.matchAll(/(\d+(?:\.\d+)?)([천만억]*)/gu)) {
    total += [...(units ?? '')].reduce((value, unit) => value * (UNITS[unit] ?? 1), Number(n));
  }
  return total;
}

/** 열두, 서른두, 백이십, 십오만 → a number; null when it isn't one. */
export function koreanNumeral(text: string): number | null {
  const tens = /^(열|스물|스무|서른|마흔|쉰|예순|일흔|여든|아흔)?(하나|한|둘|두|셋|세|넷|네|다섯|여섯|일곱|여덟|아홉)?$/u.exec(text);
  if (tens && text !== '') return (NATIVE[tens[1] ?? ''] ?? 0) + (NATIVE[tens[2] ?? ''] ?? 0);
  if (!/^[일이삼사오육칠팔구십백천만억]+$/u.test(text) || !/[십백천만억]/u.test(text)) return null;
  let total = 0;
  let group = 0;
  let digit = 0;
  for (const c of text) {
    if (SINO[c]) digit = SINO[c];
    else if (SINO_UNITS[c]) { group += (digit || 1) * SINO_UNITS[c]; digit = 0; }
    else { total += (group + digit || 1) * (UNITS[c] ?? 1); group = 0; digit = 0; }
  }
  return total + group + digit;
}

const NUMBER = '(\\d[\\d,]*(?:\\.\\d+)?(?:\\s?[천만억]+(?:\\s?\\d+(?:\\.\\d+)?\\s?[천만억]+)*)?)';
const UNIT = '(%|[가-힣]{1,4}(?:\\/[가-힣]+)?|[a-zA-Z]+(?:\\/[a-zA-Z]+)?)?';
const PARTS = new RegExp(`${NUMBER}(?:\\s?[~–-]\\s?${NUMBER})?\\s?${UNIT}`, 'gu');
const WORDS = /((?:열|스물|스무|서른|마흔|쉰|예순|일흔|여든|아흔)(?:하나|한|두|세|네|다섯|여섯|일곱|여덟|아홉)?|(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉)(?=\s?(?:명|곳|건|개|대|번|박스|시간)))\s?(명|곳|건|개|대|번|박스|시간|군데|쪽)/gu;
/** Particles after a unit are no part of it. */
const PARTICLE = /(입니다|이고|이요|정도|까지|부터|에서|으로|쯤|은|는|이|가|을|를|로|요|의|과|와|도)$/u;

/** Every number with its unit, in order. Dates and bare ordinals are none of its business: pass text without them. */
export function parseNumbers(text: string): NumberPart[] {
  const head = text.slice(0, 2000);
  const found: (NumberPart & { at: number })[] = [];
  for (const m of head.matchAll(PARTS)) {
    const value = digitsWithUnits(m[1] ?? '');
    const max = m[2] === undefined ? null : digitsWithUnits(m[2]);
    if (value === null || (m[2] !== undefined && max === null)) continue;
    const unit = (m[3] ?? '').replace(PARTICLE, '');
    found.push({ at: m.index, value, ...(max === null ? {} : { max }), unit });
  }
  for (const m of head.matchAll(WORDS)) {
    const value = koreanNumeral((m[1] ?? '').trim());
    if (value !== null && value > 0) found.push({ at: m.index, value, unit: m[2] ?? '' });
  }
  return found.sort((a, b) => a.at - b.at).map((p) => ({ value: p.value, ...(p.max === undefined ? {} : { max: p.max }), unit: p.unit }));
}

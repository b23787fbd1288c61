/** Numbers that have no business in a handoff: residents', cards', bank accounts'. And telephones, where names go too. */
import { isPlainDate } from '../../time/plain-date';
import { mapWords } from './map-strings';

const RESIDENT_NUMBER = /(?<!\d)(\d{6})\s?[-–]\s?[1-8]\d{6}(?!\d)/g;
/** Without a hyphen it has to begin with a day that somebody can be born on, and not be called another number: barcodes and orders have 13 digits too. */
const BARE_RESIDENT_NUMBER = /(?<![A-Za-z\d])(?<!(?:바코드|품번|상품\s?코드|(?:주문|송장|운송장)\s?번호|\b(?:ean|gtin|jan|barcode|order|tracking|invoice))[^\d]{0,8})(\d{6}) ?([1-8])\d{6}(?![A-Za-z\d])/gi;
/** The last year of birth that is taken for one, in the century of those born since 2000. */
const LAST_BIRTH = 2039;
const CARD_NUMBER = /(?<!\d)\d{4}([ -]?)\d{4}\1\d{4}\1\d{4}(?!\d)/g;

const BANK = '(?:국민|신한|우리|하나|농협|기업|산업|수협|신협|카카오|토스|케이|제일|씨티|부산|대구|광주|전북|경남|제주|(?:IBK|KB|NH|SC|DGB|BNK)[가-힣]{0,4})(?:은행|뱅크)?|[가-힣]{2,5}(?:은행|뱅크|금고|신협|농협)|우체국';
const LEAD = `(?:계좌(?:\\s?번호)?|(?<![A-Za-z])(?:bank\\s+)?(?:account|acct\\.?|a/c)(?:\\s?(?:numbers?|no\\.?|nr\\.?|#))?(?![A-Za-z]))(?:[은는이가로]|\\s?is|\\s?[:：])?\\s?[(]?\\s?(?:${BANK})?\\s?[:：]?\\s?`;
/** A number behind a word for an account, or behind a bank's name. */
const ACCOUNT_NUMBER = new RegExp(`(${LEAD}|(?<![가-힣])(?:${BANK})\\s?(?:\\(?예금주[^\\d)]{1,20}\\)?\\s?)?)(\\d[\\d -]{6,22}\\d)(?![\\d,]|-\\d|\\s?(?:원|명|건|개|users|won|KRW|USD))`, 'giu');
const IBAN = /(\bIBAN\b(?:\s?(?:is|:))?\s?)([A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){2,7}(?:\s?[A-Z0-9]{1,3})?)(?![A-Za-z0-9])/gu;
const NAMED_NUMBER = /계좌|번호|number|no\.?\b|nr\b|#/iu;
/** A day or a telephone stands behind such words too. */
const NO_ACCOUNT = /^(?:(?:19|20)\d{2}[- ]\d{1,2}[- ]\d{1,2}(?:\D|$)|01[016-9][- ]?\d{3,4}[- ]?\d{4}$|0\d{1,2}[- ]\d{3,4}[- ]\d{4}$)/u;

const PHONE = /(?<![\d-])(?:\+?\d{1,3}[-. ]?)?\(?0?\d{1,3}\)?[-. ]\d{3,4}[-. ]\d{4}(?![\d-])/g;
/** A mobile number needs no sign between its digits, nor does one with its country. */
const MOBILE = /(?<![A-Za-z\d-])(?:\+?82[-. ]?(?:\(0\))?0?|0)1[016-9][-. ]?\d{3,4}[-. ]?\d{4}(?![A-Za-z\d-])|(?<![\d-])\+\d{9,15}(?![\d-])/g;

function luhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Six digits and the one behind them, which tells the century: a day of birth? */
function isBirth(digits: string, seventh: string): boolean {
  const year = ('1256'.includes(seventh) ? 1900 : 2000) + Number(digits.slice(0, 2));
  return year <= LAST_BIRTH && isPlainDate(`${String(year)}-${digits.slice(2, 4)}-${digits.slice(4)}`);
}

function maskAccount(found: string, lead: string, number: string): string {
  const digits = number.replace(/\D/gu, '').length;
  const enough = digits >= (NAMED_NUMBER.test(lead) || /[- ]/u.test(number) ? 8 : 10) && digits <= 16;
  return enough && !NO_ACCOUNT.test(number) ? `${lead}${number.replace(/\d/gu, '*')}` : found;
}

/** Resident, card and account numbers masked in all that somebody wrote of `value`: so in every profile (domain.md §6 no. 43). Ids and hashes stay: many look like a card's number. */
export function maskIdentityNumbers<T>(value: T): T {
  return mapWords(value, (text) => text
    .replace(RESIDENT_NUMBER, '$1-*******')
    .replace(BARE_RESIDENT_NUMBER, (found, born: string, seventh: string) => (isBirth(born, seventh) ? `${born}-*******` : found))
    .replace(CARD_NUMBER, (found) => (luhn(found.replace(/\D/g, '')) ? `${found.slice(0, 4)}-****-****-****` : found))
    .replace(IBAN, (_found, lead: string, number: string) => `${lead}${number.replace(/[A-Z\d]/gu, '*')}`)
    .replace(ACCOUNT_NUMBER, maskAccount));
}

/** Telephone numbers masked: with signs between their digits, and mobile ones without. */
export function maskPhones(text: string): string {
  return text.replace(MOBILE, '***-****-****').replace(PHONE, '***-****-****');
}

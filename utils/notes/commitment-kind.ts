/** A first guess at what kind of promise it is; the rep changes it with one key (domain.md §2.6). */
import { findDates } from '../time/find-dates';
import type { CommitmentKind } from './records';

const LIMIT = 2000;
/** What only delivery can say: whether the product or the team can do a thing. */
const CAPABILITY = /가능\s*(여부|한지|성)|되는지|할\s*수\s*있(는지|다고|게)|기능\s*(추가|제공|지원|개발|구현|포함)|(수행|개발|제품|기술)\s?팀.*확인|\b(can|could)\s+(we|it|you|the)\b|\bfeasib|\bfeature\b|\bwhether\b|\bconfirm\b(?!\s+(receipt|attendance|the\s+(meeting|time|date|call)))/iu;
/** How we treat what was said and sent: sales' own word, nothing of delivery's. */
const HANDLING = /녹음|녹취|녹화|기록(?!\s?(관리|조회|화면|이관|부))|삭제(?!\s?(기능|화면|후))|비밀|대외비|외부\s?(공유|로)|사내에서만|\brecord(ings?|ed)?\b(?!\s+counts?)|\btranscripts?\b|\bconfidential|\bnda\b|\bdelet(e|ed|ing)\b/iu;
const MAILING = /메일|이메일|\be-?mail\b|\bmail\b|\bsend\s+(you\s+)?(the|a|our)?\s*(\w+\s+){0,3}(list|notes|minutes)\b/iu;
/** What sales does around a call by itself: invitations, minutes, lists, brochures. */
const ADMIN = /회의록|(?:캘린더|미팅|회의)\s*(?:초대|링크)|초대장|(?:다음\s*)?미팅\s*일정\s*(?:잡|조율|확정|안내)|회사\s*소개서?|소개\s*자료|연락처|안건|질문\s*목록|확인\s*(?:필요\s*)?(?:목록|사항)|(?:회의|미팅|통화|오늘)\s*내용\s*(?:을\s*)?(?:정리|요약)|\binvit(?:es?|ations?)\b|\b(?:meeting|call|the|share|send)\s+minutes\b|\bmeeting\s+(?:notes|link|summary)\b|\bagenda\b|\b(?:company\s+)?(?:brochure|profile)\b|\bcontact\s+details\b/iu;
/** Software that is about such a thing is delivery's. */
const SOFTWARE = /기능|화면|모듈|시스템|연동|개발|구현|구축|자동|포털|\b(?:modules?|screens?|systems?|portal|apps?|api|integrat\w+|develop\w*|build|implement\w*|automat\w+)\b/iu;
/** Mailing one of these is delivering it. */
const GOODS = /견적|범위안|제안|설계|산출|일정표|보고서|시안|\bquote|\bestimate|\bproposal|\bplan\b|\bfit table|\bdesign/iu;
const PRICE = /할인|별도\s*(의\s*)?(항목|표기|라인|줄)|가격|단가|금액|\bdiscount|\b(own|separate)\s+line\b|\bline item\b|\bpric(e|es|ing)\b/iu;
/** What is left of a promise that names nothing but a day. */
const DATE_WORDS = /(오픈|개시|착수|완료|납기|납품|일정|준수|맞춤|까지|에|는|은|으로|가동|시작|합니다|하겠습니다|\b(by|on|at|until|the|go-?live|live|launch|start|open|deadline|ready|done|meet|finish|complete)\b|[\s\p{P}])+/giu;

function onlyDate(words: string): boolean {
  const dates = findDates(words, '2000-01-01');
  if (dates.length === 0) return false;
  let [rest, from] = ['', 0];
  for (const d of dates) [rest, from] = [`${rest} ${words.slice(from, d.index)}`, d.index + d.length];
  return `${rest} ${words.slice(from)}`.replace(DATE_WORDS, '') === '';
}

/**
 * Kind of a promise by its words, `deliver` when nothing else fits. Capability is asked first: taking
 * delivery's word for granted is the dearer mistake.
 */
export function guessCommitmentKind(words: string): CommitmentKind {
  const head = words.slice(0, LIMIT);
  if (PRICE.test(head) && !/가능\s*여부/u.test(head)) return 'price';
  if (CAPABILITY.test(head)) return 'capability';
  if (HANDLING.test(head) || ((MAILING.test(head) || (ADMIN.test(head) && !SOFTWARE.test(head))) && !GOODS.test(head))) return 'handling';
  return onlyDate(head) ? 'date' : 'deliver';
}

/** Must delivery confirm it? Not how we handle things, and not how a price is shown. */
export function needsDelivery(kind: CommitmentKind): boolean {
  return kind === 'deliver' || kind === 'date' || kind === 'capability';
}

/** Delivery as the one who does it; neither the one who is asked, nor the customer's own people. */
const BY_DELIVERY = /(?<!(?:고객사?|귀사)\s?)(?:수행|개발|구축|기술)\s?팀(?:이|은|에서|\s[가-힣]{2,4}(?:님)?(?:이|은|가|께서)\s)|\b(?:delivery|(?:our|the) (?:dev|engineer)\w*)(?: team)? (?:will|can|to)\b(?! be\b)/iu;

/** A first guess whether a promise was made in delivery's name: then only delivery can confirm it. */
export function saysDelivery(words: string): boolean {
  return BY_DELIVERY.test(words.slice(0, LIMIT));
}

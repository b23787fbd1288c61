/** Amounts that are named only to say that they are not it: "1억은 안 되고 8천만 원", "not $100k but $80k". */

const PARTICLE = '(?:원|\\s?정도)?(?:은|는|이|가|을|를|도|까지는|까진|로는|으로는)?\\s?';
const NOT_KO = new RegExp(`^${PARTICLE}(?:아니(?!면)|아닌|아님|아닙|말고|말구|대신(?!에게))`, 'u');
const TOO_MUCH_KO = new RegExp(`^${PARTICLE}(?:절대\\s?|좀\\s?|너무\\s?|조금\\s?)?(?:안\\s?(?:되|돼|됨|된|될|됩)|못(?!\\s?넘)|어렵|어려|힘들|불가|무리|과하|과함|과한|부담(?:스|되|됨|돼|임)|비싸|비쌈|많)`, 'u');
const NOT_EN = /(?:\bnot|\brather\s+than|\binstead\s+of)\s+(?:about\s+|around\s+|at\s+)?$/iu;
const TOO_MUCH_EN = /(?:n['’]t|\bcannot|\bcan\s?not|\bnever)\s+(?:be|do|go|pay|afford|spend|accept|reach|offer)\s+(?:about\s+|around\s+|to\s+|for\s+)?$|\b(?:is|was|wo|would)n['’]t\s+(?:about\s+|around\s+)?$/iu;
const TOO_MUCH_AFTER_EN = /^\s*(?:(?:is|was|would\s+be)\s+(?:not\b|too\b|out\s+of\b|impossible|off\b)|(?:is|was|wo|would)n['’]t\b|['’]s\s+(?:not\b|too\b)|(?:is\s+)?too\s+(?:much|high|expensive))/iu;

/** Do the words around a number say that it is another one? */
export function isDenied(before: string, after: string): boolean {
  return NOT_KO.test(after) || NOT_EN.test(before);
}

/** Do the words around an amount say that it isn't to be had: it is another one, or too much? */
export function isRefused(before: string, after: string): boolean {
  return isDenied(before, after) || TOO_MUCH_KO.test(after) || TOO_MUCH_EN.test(before) || TOO_MUCH_AFTER_EN.test(after);
}

/** "5천에서 7천으로 증액": from one to the other, and no range. */
export function isRaise(after: string): boolean {
  return /^\s?으?로\s?(?:증|인상|올|감|조정|변경|줄|바뀌|바꾸|바꿔|낮|늘|상향|하향|축소|확대|인하)/u.test(after);
}

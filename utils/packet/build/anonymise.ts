/** Names out, everywhere and consistently: the same person has the same label in every file of the packet. */
import type { Packet } from '../schema';
import { bareName, SURNAME_TITLE, TITLE } from '../copies/bare-name';
import { CODES, mapStrings } from './map-strings';
import { maskPhones } from './mask-numbers';

const COMPANY_MARKS = /\(주\)|㈜|주식회사|유한회사|\b(?:Inc|Ltd|LLC|GmbH|Corp|Corporation|Co)\b\.?,?/g;
const EMAIL = /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu;

interface Replacement { pattern: RegExp; label: string; length: number }

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Latin letters and digits stand alone; Hangul carries particles behind it. */
function wholeWords(text: string, flag: '' | 'i'): RegExp {
  const edge = '[\\p{Script=Latin}\\d]';
  const [first, last] = [new RegExp(`^${edge}`, 'u').test(text), new RegExp(`${edge}$`, 'u').test(text)];
  return new RegExp(`${first ? `(?<!${edge})` : ''}${escaped(text)}${last ? `(?!${edge})` : ''}`, `gu${flag}`);
}

const isHangul = (text: string): boolean => /^[가-힣]+$/.test(text);

/** Names of people as they are recorded, in order of appearance. */
function peopleNames(packet: Packet): string[] {
  const answers = [...packet.answers, ...packet.alsoAnswers];
  const parties = [packet.checklist, ...packet.alsoChecklists].flatMap((c) => (c.agreement ? [c.agreement.sales.name, c.agreement.delivery.name] : []));
  const values = answers.flatMap((a) => [a, ...a.history]).flatMap((a) => [a.saidBy ?? '', ...(a.value?.kind === 'people' ? a.value.people.map((p) => p.name) : [])]);
  const names = [
    ...packet.people.map((p) => p.name), ...(packet.nextMeeting?.people ?? []).map((p) => p.name), ...packet.meetings.flatMap((m) => [...m.participants.map((p) => p.name), ...m.consent.map((c) => c.who)]),
    packet.packet.createdBy, ...values, ...packet.gaps.flatMap((g) => [g.owner, g.askWhom, g.answeredBy ?? '']), ...packet.commitments.map((c) => c.saidBy ?? ''),
    ...packet.contradictions.flatMap((c) => [c.a.saidBy ?? '', c.b.saidBy ?? '']), ...parties,
    ...[...(packet.acceptedRisks ?? []), ...(packet.acceptedItems ?? [])].map((r) => r.acceptedBy), packet.costing?.by ?? '', ...packet.wants.map((w) => w.classedBy ?? ''),
  ];
  return [...new Set(names.map((n) => n.trim()).filter((n) => n !== ''))];
}

function koreanForms(core: string, label: string): Replacement[] {
  const forms: Replacement[] = [];
  const add = (source: string, length: number): void => void forms.push({ pattern: new RegExp(source, 'gu'), label, length });
  const surname = core.slice(0, 1);
  const givenName = core.slice(1);
  if (core.length >= 3) {
    add(`(?<![가-힣])${escaped(givenName)}(?=\\s?${TITLE})`, givenName.length);
    add(`${escaped(surname)}\\s${escaped(givenName)}`, core.length + 1);
  }
  add(`(?<![가-힣])${escaped(surname)}(?=\\s?${SURNAME_TITLE})`, 1);
  return forms;
}

function formsOf(name: string, label: string): Replacement[] {
  const core = bareName(name);
  const whole = [...new Set([name, core])].filter((n) => n.length > 1 || n === name);
  const forms = whole.map((n): Replacement => {
    const latin = /^[\p{Script=Latin}\d]/u.test(n) && /[\p{Script=Latin}\d]$/u.test(n);
    return { pattern: wholeWords(n, latin ? 'i' : ''), label, length: n.length };
  });
  if (isHangul(core) && core.length >= 2) forms.push(...koreanForms(core, label));
  // The labels of a mail address are no names: "com" and a company's domain stand in other words and addresses.
  const parts = core.includes('@') ? [] : core.split(/[\s.]+/);
  if (parts.length > 1) {
    for (const part of parts.filter((p) => p.length >= 2)) {
      const edge = isHangul(part) ? '' : '(?<![\\p{L}\\d])';
      const end = isHangul(part) ? '' : '(?![\\p{L}\\d])';
      forms.push({ pattern: new RegExp(`${edge}${escaped(part)}${end}`, 'gu'), label, length: part.length });
    }
  }
  return forms;
}

const BRACKETS = /[([（【][^)\]）】]*[)\]）】]/gu;
/** "Halla Parts 한라부품" is known by either half; "현대 IT 서비스" is one name. */
function halves(name: string): string[] {
  const groups: { hangul: boolean; words: string }[] = [];
  for (const word of name.split(' ')) {
    const hangul = isHangul(word);
    const last = groups.at(-1);
    if (last?.hangul === hangul) last.words += ` ${word}`;
    else groups.push({ hangul, words: word });
  }
  return groups.length === 2 ? groups.map((g) => g.words).filter((words) => words.length >= 3) : [];
}

/** How an account may be called: as recorded, without its legal form, without what stands in brackets, and in either script. */
function accountForms(name: string, label: string): Replacement[] {
  const core = plainWords(name.replace(COMPANY_MARKS, ' '));
  const bare = plainWords(core.replace(BRACKETS, ' '));
  // A name in the other script inside the brackets is a name too: 가온 (Gaon Foods).
  const other = [...core.matchAll(BRACKETS)].map((m) => m[0].slice(1, -1)).filter((inside) => isHangul(inside.replace(/\s/gu, '')) !== isHangul(bare.replace(/\s/gu, '')));
  return [...new Set([name.trim(), core, bare, ...halves(bare), ...other].flatMap((n) => [n, n.replace(/\s/gu, '')]))].filter((n) => n.length > 1)
    .map((n) => ({ pattern: wholeWords(n, 'i'), label, length: n.length }));
}

function plainWords(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/^[\s,.]+|[\s,.]+$/gu, '');
}

function replacements(original: Packet): Replacement[] {
  const korean = original.packet.language === 'ko';
  const numbers = new Map<string, number>();
  const forms = peopleNames(original).flatMap((name) => {
    const core = bareName(name).toLowerCase();
    const n = numbers.get(core) ?? numbers.size + 1;
    numbers.set(core, n);
    return formsOf(name, korean ? `사람 ${n}` : `Person ${n}`);
  });
  return [...accountForms(original.account.name, korean ? '고객사' : 'Customer'), ...forms].sort((a, b) => b.length - a.length);
}

/** Replaces names in one text; a label once set is not read again, so "Person" can be somebody's name. */
function replaceAll(text: string, forms: readonly Replacement[]): string {
  let pieces: { text: string; done: boolean }[] = [{ text, done: false }];
  for (const { pattern, label } of forms) {
    pieces = pieces.flatMap((piece) => {
      if (piece.done) return [piece];
      const parts = piece.text.split(pattern);
      return parts.flatMap((part, i) => (i === 0 ? [{ text: part, done: false }] : [{ text: label, done: true }, { text: part, done: false }]));
    });
  }
  return pieces.map((p) => p.text).join('');
}

/** `packet` with every person and the account replaced; names are taken from `original`, which knows them all. */
export function anonymise(packet: Packet, original: Packet): Packet {
  const forms = replacements(original);
  const masked = (text: string): string => maskPhones(text.replace(EMAIL, '***@***'));
  const replaced = mapStrings(packet, (text, key) => (CODES.has(key) ? text : masked(replaceAll(text, forms))));
  const { checklist, alsoChecklists } = packet;
  const answers = <T extends Packet['answers'][number]>(now: T[], was: T[]): T[] =>
    now.map((a, i) => ({ ...a, question: was[i]?.question ?? a.question, topicName: was[i]?.topicName ?? a.topicName }));
  return {
    ...replaced,
    // The checklist is ours and names nobody: its words stay as agreed.
    checklist: { ...checklist, agreement: null }, alsoChecklists: alsoChecklists.map((c) => ({ ...c, agreement: null })),
    answers: answers(replaced.answers, packet.answers), alsoAnswers: answers(replaced.alsoAnswers, packet.alsoAnswers),
  };
}

/** Names out, everywhere and consistently: the same person has the same label in every file of the packet. */
import type { Packet } from '../schema';
import { mapStrings } from './map-strings';

const TITLES = [
  '대표이사', '대표', '사장', '부사장', '전무', '상무', '이사', '본부장', '센터장', '실장', '부장', '차장', '과장', '대리', '주임', '사원', '팀장', '파트장',
  '매니저', '수석', '책임', '선임', '연구원', '원장', '교수', '박사', 'PM', 'PL', '님', '씨',
];
const TITLE = `(?:${TITLES.join('|')})`;
const COMPANY_MARKS = /\(주\)|㈜|주식회사|유한회사|\b(?:Inc|Ltd|LLC|GmbH|Corp|Corporation|Co)\b\.?,?/g;
/** Keys whose text is a code, an id or a time: never a name. */
const CODES = new Set([
  'id', 'itemId', 'gapId', 'meetingId', 'topic', 'packetSection', 'section', 'state', 'kind', 'contentHash', 'format', 'at', 'startedAt',
  'endedAt', 'from', 'to', 'createdAt', 'raisedAt', 'raisedIn', 'resolvedAt', 'untoldFrom', 'due', 'customerDue', 'latest', 'recommended', 'respondBy', 'neededBy',
  'nextDate', 'route', 'origin', 'status', 'confirmation', 'fulfilment', 'priority', 'need', 'by', 'estimate', 'bring', 'standing',
  'confidence', 'relation', 'side', 'platform', 'captions', 'class', 'stage', 'relationship', 'purpose', 'language', 'redaction', 'source', 'since', 'supersedes',
  'code', 'key', 'itemIds', 'gapIds', 'refs', 'attended', 'answered', 'changed', 'newGaps', 'closedGaps', 'newCommitments', 'askedOn', 'checklistId', 'ref',
  'painId', 'feasibility', 'fulfilledOn', 'file', 'fileHash', 'limit',
  'currency', 'vat', 'per', 'firm', 'date',
]);
const EMAIL = /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu;
const PHONE = /(?<![\d-])(?:\+?\d{1,3}[-. ]?)?\(?0?\d{1,3}\)?[-. ]\d{3,4}[-. ]\d{4}(?![\d-])/g;

interface Replacement { pattern: RegExp; label: string; length: number }

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

const isHangul = (text: string): boolean => /^[가-힣]+$/.test(text);

/** Names of people as they are recorded, in order of appearance. */
function peopleNames(packet: Packet): string[] {
  const answers = [...packet.answers, ...packet.alsoAnswers];
  const parties = [packet.checklist, ...packet.alsoChecklists].flatMap((c) => (c.agreement ? [c.agreement.sales.name, c.agreement.delivery.name] : []));
  const values = answers.flatMap((a) => [a, ...a.history]).flatMap((a) => [a.saidBy ?? '', ...(a.value?.kind === 'people' ? a.value.people.map((p) => p.name) : [])]);
  const names = [
    ...packet.people.map((p) => p.name), ...packet.meetings.flatMap((m) => [...m.participants.map((p) => p.name), ...m.consent.map((c) => c.who)]),
    packet.packet.createdBy, ...values, ...packet.gaps.flatMap((g) => [g.owner, g.askWhom]), ...packet.commitments.map((c) => c.saidBy ?? ''),
    ...packet.contradictions.flatMap((c) => [c.a.saidBy ?? '', c.b.saidBy ?? '']), ...packet.pains.map((p) => p.saidBy ?? ''),
    ...[...packet.raid.risks, ...packet.raid.assumptions, ...packet.raid.dependencies].map((r) => r.owner), ...parties,
  ];
  return [...new Set(names.map((n) => n.trim()).filter((n) => n !== ''))];
}

/** A recorded name without titles and what is in brackets: "김민수 팀장 (영업)" is 김민수. */
function bareName(name: string): string {
  const noBrackets = name.replace(/[([（].*$/u, '').trim();
  const words = noBrackets.split(/\s+/).filter((w) => !TITLES.includes(w));
  const joined = words.join(' ');
  const hangul = new RegExp(`^([가-힣]{2,4})${TITLE}$`).exec(joined);
  const core = hangul?.[1] ?? joined;
  return core === '' ? noBrackets : core;
}

function koreanForms(core: string, label: string): Replacement[] {
  const forms: Replacement[] = [];
  const add = (source: string, length: number): void => void forms.push({ pattern: new RegExp(source, 'gu'), label, length });
  const surname = core.slice(0, 1);
  const givenName = core.slice(1);
  if (core.length >= 3) {
    add(`(?<![가-힣])${escaped(givenName)}(?=\\s?(?:님|씨|${TITLES.filter((t) => t.length > 1).join('|')}))`, givenName.length);
    add(`${escaped(surname)}\\s${escaped(givenName)}`, core.length + 1);
  }
  add(`(?<![가-힣])${escaped(surname)}(?=\\s?(?:${TITLES.filter((t) => t.length > 1).join('|')}))`, 1);
  return forms;
}

function formsOf(name: string, label: string): Replacement[] {
  const core = bareName(name);
  const whole = [...new Set([name, core])].filter((n) => n.length > 1 || n === name);
  const forms = whole.map((n): Replacement => {
    const latin = /^[\p{Script=Latin}\d]/u.test(n) && /[\p{Script=Latin}\d]$/u.test(n);
    return { pattern: new RegExp(latin ? `(?<![\\p{Script=Latin}\\d])${escaped(n)}(?![\\p{Script=Latin}\\d])` : escaped(n), latin ? 'giu' : 'gu'), label, length: n.length };
  });
  if (isHangul(core) && core.length >= 2) forms.push(...koreanForms(core, label));
  const parts = core.split(/[\s.]+/);
  if (parts.length > 1) {
    for (const part of parts.filter((p) => p.length >= 2)) {
      const edge = isHangul(part) ? '' : '(?<![\\p{L}\\d])';
      const end = isHangul(part) ? '' : '(?![\\p{L}\\d])';
      forms.push({ pattern: new RegExp(`${edge}${escaped(part)}${end}`, 'gu'), label, length: part.length });
    }
  }
  return forms;
}

function accountForms(name: string, label: string): Replacement[] {
  // "Acme, Inc." leaves "Acme,": what parted the mark from the name goes with it.
  const core = name.replace(COMPANY_MARKS, ' ').replace(/\s+/g, ' ').replace(/^[\s,.()]+|[\s,.()]+$/g, '');
  const compact = core.replace(/\s/g, '');
  return [...new Set([name.trim(), core, compact])].filter((n) => n.length > 1)
    .map((n) => ({ pattern: new RegExp(escaped(n), 'giu'), label, length: n.length }));
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
  const masked = (text: string): string => text.replace(EMAIL, '***@***').replace(PHONE, '***-****-****');
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

/** Whether two contacts of an account are one person, and the one that they are together. Pure. */
import { compareKey } from '../text/normalize';
import type { Contact } from './contact';

/** `maybe`: somebody has to say. */
export type SamePerson = 'same' | 'maybe' | 'other';

type Person = Omit<Contact, 'accountId' | 'createdAt'>;

const key = (text: string): string => compareKey(text) || text.trim();
const mail = (text: string): string => text.trim().toLowerCase();
/** Figures only, +82 10 as 010; words ("ask at the desk") as they are. */
const phone = (text: string): string => text.replace(/[^\d+]/gu, '').replace(/^(?:\+|00)82/u, '0').replaceAll('+', '') || text.trim();

const letters = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];

/** True when both say something and it isn't the same. */
function differ(one: string, other: string, of: (text: string) => string = key): boolean {
  return of(one) !== '' && of(other) !== '' && of(one) !== of(other);
}

/** True when the one stands in the other word by word, however far apart it is written there: "이 수민" in "이수민 팀장", but no "IT" in "Audit". */
function standsIn(one: string, other: string): boolean {
  const [sought, all] = [key(one), key(other)];
  const ends = new Set([0]);
  let end = 0;
  for (const word of other.split(/[^\p{L}\p{M}\p{N}]+/u)) ends.add(end += compareKey(word).length);
  for (let at = all.indexOf(sought); at !== -1; at = all.indexOf(sought, at + 1)) if (sought === all || (ends.has(at) && ends.has(at + sought.length))) return true;
  return false;
}

/** A role may be written longer: "팀장", "물류팀 팀장". */
function isWithin(one: string, other: string): boolean {
  return standsIn(one, other) || standsIn(other, one);
}

/** By the mail address, else by the name where nothing speaks against it. A mail address under two names may be a team's, a name with two addresses two people. */
export function samePerson(a: Person, b: Person): SamePerson {
  if (a.apart?.includes(b.id) === true || b.apart?.includes(a.id) === true) return 'other';
  const oneMail = mail(a.email) !== '' && mail(a.email) === mail(b.email);
  const oneName = key(a.name) === key(b.name);
  if (!oneMail && !oneName) return 'other';
  const judged = differ(a.influence, b.influence) || (a.side !== b.side && a.side !== 'unknown' && b.side !== 'unknown');
  if (judged || !isWithin(a.name, b.name)) return 'maybe';
  if (oneMail) return 'same';
  return differ(a.email, b.email, mail) || differ(a.phone, b.phone, phone) || !isWithin(a.role, b.role) ? 'maybe' : 'same';
}

/** Pairs of one list that are, or may be, one person; each contact once, surer ones first. */
export function doubles<P extends Person>(contacts: readonly P[]): { a: P; b: P; sure: boolean }[] {
  const all = contacts.flatMap((a, i) => contacts.slice(i + 1).map((b) => ({ a, b, verdict: samePerson(a, b) }))).filter(({ verdict }) => verdict !== 'other');
  const used = new Set<string>();
  return all.sort((one, two) => Number(two.verdict === 'same') - Number(one.verdict === 'same')).flatMap(({ a, b, verdict }) => {
    if (used.has(a.id) || used.has(b.id)) return [];
    used.add(a.id).add(b.id);
    return [{ a, b, sure: verdict === 'same' }];
  });
}

/** How a judgement of ours is called, for keeping it as words. */
export type NameJudgement = (field: 'influence' | 'side', value: string) => string;

/**
 * `stays` with all that is known of `goes`: what only one says is taken, the longer of two names and roles, and of what both say differently
 * the later word; the other stands in the remark, so that nothing is lost.
 */
export function united(stays: Contact, goes: Contact, nameOf: NameJudgement, at: number): Contact {
  const [later, earlier] = goes.updatedAt > stays.updatedAt ? [goes, stays] : [stays, goes];
  const lost: string[] = [];
  const longer = (one: string, other: string): string => {
    const [kept, less] = other.trim().length > one.trim().length ? [other, one] : [one, other];
    // The same number may stand with other words: "(mornings)", "(desk)".
    if (!standsIn(less, kept) && letters(less).some((word) => !letters(kept).includes(word))) lost.push(less.trim());
    return kept;
  };
  const pick = (one: string, other: string, of: (text: string) => string): string => {
    if (one.trim() === '' || other.trim() === '') return one.trim() === '' ? other : one;
    if (!differ(one, other, of)) return longer(one, other);
    lost.push(other.trim());
    return one;
  };
  const wider = (one: string, other: string): string => (isWithin(one, other) ? longer(one, other) : pick(one, other, key));
  const name = wider(later.name, earlier.name);
  const role = wider(later.role, earlier.role);
  const email = pick(later.email, earlier.email, mail);
  const number = pick(later.phone, earlier.phone, phone);
  if (later.influence !== '' && earlier.influence !== '' && later.influence !== earlier.influence) lost.push(nameOf('influence', earlier.influence));
  if (later.side !== 'unknown' && earlier.side !== 'unknown' && later.side !== earlier.side) lost.push(nameOf('side', earlier.side));
  const remarks = [stays.remark, goes.remark, ...lost].map((text) => text.trim()).filter((text, i, all) => text !== '' && all.indexOf(text) === i);
  const apart = [...new Set([...stays.apart ?? [], ...goes.apart ?? []])].filter((id) => id !== stays.id && id !== goes.id);
  return {
    ...stays, name, role, email, phone: number, remark: remarks.join(' · '), influence: later.influence || earlier.influence, side: later.side === 'unknown' ? earlier.side : later.side,
    createdAt: Math.min(stays.createdAt, goes.createdAt), updatedAt: at, ...(apart.length > 0 ? { apart } : {}),
  };
}

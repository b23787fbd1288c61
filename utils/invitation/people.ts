/** People of an invitation: names cleaned, addresses plausible, nobody twice. */
import { cleanName } from '../text/normalize';
import type { InvitedPerson } from './invitation';

/** More people than this is a mailing list. */
export const MOST_PEOPLE = 500;
const ADDRESS = /^[\p{L}\p{N}.!#$%&'*+/=?^_`~-]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,8}[\p{L}\p{N}-]{2,63}$/u;

/** The address in lower case, or '' where it is none. */
export function cleanAddress(text: string): string {
  const bare = cleanName(text.slice(0, 400)).replace(/^mailto:/iu, '').replace(/\?.*$/u, '').toLowerCase();
  return ADDRESS.test(bare) ? bare : '';
}

function bareName(text: string, email: string): string {
  const name = cleanName(text).replace(/^["'“‘]+|["'”’]+$/gu, '').trim();
  return name.toLowerCase() === email ? '' : name;
}

/** Collects people in the order they are named. */
export class PeopleList {
  readonly #people: InvitedPerson[] = [];
  /** True once somebody was left out. */
  cut = false;

  get people(): InvitedPerson[] {
    return [...this.#people];
  }

  /**
   * The same address is the same person, and so is a name without an address that is known already, with one or
   * without: what was missing is added. Two addresses are two people, however they are called.
   */
  add(name: string, address: string, organizer = false): void {
    const email = cleanAddress(address);
    const clean = bareName(name, email);
    if (email === '' && clean === '') return;
    const known = this.#find(clean, email);
    if (known) {
      known.name ||= clean;
      known.email ||= email;
      known.organizer ||= organizer;
    } else if (this.#people.length < MOST_PEOPLE) this.#people.push({ name: clean, email, organizer });
    else this.cut = true;
  }

  #find(name: string, email: string): InvitedPerson | undefined {
    const sameName = (one: InvitedPerson): boolean => name !== '' && one.name.toLowerCase() === name.toLowerCase();
    if (email === '') return this.#people.find(sameName);
    return this.#people.find((one) => one.email === email) ?? this.#people.find((one) => one.email === '' && sameName(one));
  }
}

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
  readonly #people = new Map<string, InvitedPerson>();
  /** True once somebody was left out. */
  cut = false;

  get people(): InvitedPerson[] {
    return [...this.#people.values()];
  }

  /** The same address, or without one the same name, is the same person: what was missing is added. */
  add(name: string, address: string, organizer = false): void {
    const email = cleanAddress(address);
    const clean = bareName(name, email);
    const key = email !== '' ? email : `name:${clean.toLowerCase()}`;
    if (email === '' && clean === '') return;
    const known = this.#people.get(key);
    if (known) {
      known.name ||= clean;
      known.organizer ||= organizer;
    } else if (this.#people.size < MOST_PEOPLE) this.#people.set(key, { name: clean, email, organizer });
    else this.cut = true;
  }
}

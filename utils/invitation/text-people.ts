/** The people that a pasted text names: behind an address, behind a label, or above their address. */
import { PeopleList } from './people';

const PERSON = /(?:"([^"\n]{1,100})"|([^\s<>,;:："][^<>,;:："\n]{0,99}?))?\s{0,5}<(?:mailto:)?([^<>\s@]{1,64}@[^<>\s]{1,120})>|([\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6})/gu;
const ORGANIZER_LINE = /^[\s>*]*(?:주최자?|주관|organi[sz]er|host|호스트|보낸\s?사람|from)\s*[:：]/iu;
const LIST_LABEL = /^[\s>*]*(?:참석자|참가자|참여자|초대 대상|게스트|받는\s?사람|수신|참조|주최자?|주관|호스트|보낸\s?사람|guests?|attendees|participants|invitees|to|cc|from|required|optional|organi[sz]er|host)\s*[:：]\s*/iu;
/** Addresses of machines, and of dialling in. */
const MACHINE = /^(?:no-?reply|calendar-notification|notifications?|unsubscribe|mailer-daemon)@|@(?:resource\.calendar\.google\.com|group\.calendar\.google\.com|lync\.com|zoomcrc\.com)$/iu;
/** Above a list with one name or address a line, as calendars print it. */
const HEADING = /^[\s>*]*(?:(주최자?|organi[sz]er|host|호스트)|참석자|참가자|게스트|guests?|attendees|participants)(?:\s*\(?\d{1,3}\s*(?:명|people)?\)?)?\s*[:：]?\s*$/iu;
const STATUS = /\s+[-–]\s*(?:(주최자|organi[sz]er)|선택(?:사항)?|optional|creator|작성자)\s*$/iu;
const LONE_ADDRESS = /^[\s<]*(?:mailto:)?([^\s<>@]{1,64}@[^\s<>@]{1,120})[\s>]*$/iu;

/** What links hold is no person: `19:meeting_x@thread.v2`. */
const LINK = /https?:\/\/\S{1,2000}/giu;

/** Names on a line of their own, each above its address: how a calendar prints its guests. */
class GuestList {
  #open = false;
  /** What the line above said: a name, and whether it, or the heading, is the organizer's. */
  #above = { name: '', organizes: false };
  readonly #people: PeopleList;

  constructor(people: PeopleList) {
    this.#people = people;
  }

  /** True when the line belongs to such a list and is done with. */
  take(line: string): boolean {
    const heading = HEADING.exec(line);
    if (heading) {
      this.#open = true;
      this.#above = { name: '', organizes: heading[1] !== undefined };
      return true;
    }
    return this.#open && line.trim() !== '' && this.#entry(line);
  }

  #entry(line: string): boolean {
    const bare = line.replace(STATUS, '').trim();
    const organizes = STATUS.exec(line)?.[1] !== undefined;
    const address = LONE_ADDRESS.exec(bare)?.[1];
    if (address !== undefined) {
      if (!MACHINE.test(address)) this.#people.add(this.#above.name, address, organizes || this.#above.organizes);
      this.#above = { name: '', organizes: false };
    } else if (bare.length <= 40 && !/[@:/<]/u.test(bare)) {
      this.#above = { name: bare, organizes: organizes || (this.#above.name === '' && this.#above.organizes) };
    } else this.#open = false;
    return this.#open;
  }
}

function addFromLine(list: PeopleList, line: string): void {
  const organizer = ORGANIZER_LINE.test(line) || /\((?:주최자|organi[sz]er)\)|-\s*(?:주최자|organi[sz]er)\s*$/iu.test(line);
  const bare = line.replace(LIST_LABEL, '');
  const addresses = [...bare.matchAll(PERSON)];
  for (const m of addresses) {
    const address = m[3] ?? m[4] ?? '';
    if (!MACHINE.test(address)) list.add((m[1] ?? m[2] ?? '').replace(/^[\s*•>-]+/u, ''), address, organizer);
  }
  // A list of names without addresses: only behind a label that says so.
  if (addresses.length > 0 || bare === line) return;
  for (const name of bare.split(/[,;、/]/u)) if (name.trim().length <= 40) list.add(name, '', organizer);
}

/** Everybody whom the text names, nobody twice. */
export function peopleOfText(text: string): PeopleList {
  const list = new PeopleList();
  const guests = new GuestList(list);
  for (const whole of text.split('\n')) {
    const line = whole.slice(0, 20_000).replace(LINK, ' ');
    if (guests.take(line)) continue;
    if (line.includes('@') || LIST_LABEL.test(line)) addFromLine(list, line);
  }
  return list;
}

/** The people that a pasted text names: beside an address, behind a label, or one a line below a heading. A name and an address are one person's only where they stand together. */
import { PeopleList } from './people';

const PERSON = /(?:"([^"\n]{1,100})"|([^\s<>,;:："][^<>,;:："\n]{0,99}?))?\s{0,5}<(?:mailto:)?([^<>\s@]{1,64}@[^<>\s]{1,120})>|([\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6})/gu;
const ORGANIZER_LINE = /^[\s>*]*(?:주최자?|등록자|예약자|주관|이끌이|organi[sz]er|host|호스트|보낸\s?사람|from)\s*[:：]/iu;
const LIST_LABEL = /^[\s>*]*(?:(?:(?:필수|선택)\s?)?참석(?:\s?(?:자|대상|인원))?|필수|선택|참가자|참여자|등록자|예약자|초대 대상|게스트|받는\s?사람|수신|참조|주최자?|주관|이끌이|호스트|보낸\s?사람|guests?|(?:(?:required|optional)\s)?attendees|participants|invitees|to|cc|from|required|optional|organi[sz]er|host)\s*[:：]\s*/iu;
/** Addresses of machines, and of dialling in. */
const MACHINE = /^(?:no-?reply|calendar-notification|notifications?|unsubscribe|mailer-daemon)@|@(?:resource\.calendar\.google\.com|group\.calendar\.google\.com|lync\.com|zoomcrc\.com)$/iu;
/** Above a list with one name or address a line, as calendars print it. */
const HEADING = /^[\s>*]*(?:(주최자?|이끌이|organi[sz]er|host|호스트)|(?:(?:필수|선택)\s?)?참석자|참가자|게스트|guests?|(?:(?:required|optional)\s)?attendees|participants)(?:\s*\(?\d{1,3}\s*(?:명|people)?\)?)?\s*[:：]?\s*$|^\s*\d{1,3}\s+guests?\s*$/iu;
/** On a line of its own below a guest's name, as the calendar's window has it. */
const STATUS_LINE = /^\s*(?:(주최자|organi[sz]er)|선택(?:사항)?|optional)\s*$/iu;
/** How many come, above their names: "예 2명, 답변 대기 중 1명", "1 yes, 2 awaiting". */
const COUNTS = /^\s*(?:\d{1,3}\s?(?:명|yes\b|no\b|maybe\b|awaiting\b)|(?:예|아니요|미정|수락|거절|답변|대기|참석)[가-힣\s]{0,12}\s\d{1,3}\s?명)/iu;
const STATUS = /\s+[-–]\s*(?:(주최자|organi[sz]er)|선택(?:사항)?|optional|creator|작성자)\s*$/iu;
const LONE_ADDRESS = /^[\s<]*(?:mailto:)?([^\s<>@]{1,64}@[^\s<>@]{1,120})[\s>]*$/iu;

const IN_BRACKETS = /\s?\((?:mailto:)?([^\s()<>@]{1,64}@[^\s()<>@]{1,120})\)/giu;
/** jane@baton.example님 대신 */
const PARTICLE = /(?<=[a-z])[가-힣]+$/iu;

/** What links hold is no person: `19:meeting_x@thread.v2`. */
const LINK = /https?:\/\/\S{1,2000}/giu;

/** What calendars print among their guests, and answers to the invitation. */
const FURNITURE = /^(?:\d|(?:view|see|show|hide|add|reply|yes|no|maybe|more|and|when|where|who|join|description|location|notes?)\b|(?:예|네|아니요|아니오|미정|답장|더\s?보기|모두\s?보기|모든\s|장소|위치|설명|메모|일시|안녕|감사))/iu;
/** "Jr." and "M." end a name, a whole word a sentence. */
const SENTENCE = /\p{L}{4}\.$/u;
/** A name has no more words. */
const NAME_ALONE = /^[^\s@:/<.!?。]{1,40}(?:\s[^\s@:/<!?。]{1,40}){0,4}$/u;

function isNameAlone(text: string): boolean {
  return text.length <= 40 && NAME_ALONE.test(text) && !SENTENCE.test(text) && !FURNITURE.test(text);
}

/**
 * Guests one a line, as a calendar prints them: names of those it knows, addresses of the others. A name is never
 * taken together with the address on the next line, which is the next guest's; only an organizer is one for sure.
 */
class GuestList {
  #state: 'shut' | 'begun' | 'listed' | 'after_gap' = 'shut';
  /** Below a heading that is about the one organizer: what it said of him so far. */
  #organizer: { name: string; email: string } | null = null;
  /** Whom the line before named. */
  #last: { name: string; email: string } | null = null;
  readonly #people: PeopleList;

  constructor(people: PeopleList) {
    this.#people = people;
  }

  /** True when the line belongs to such a list and is done with. */
  take(line: string): boolean {
    const status = this.#state === 'listed' ? STATUS_LINE.exec(line) : null;
    if (status && (status[1] === undefined || (this.#last && !this.#organizer))) {
      if (this.#last && status[1] !== undefined) this.#people.add(this.#last.name, this.#last.email, true);
      this.#last = null;
      return true;
    }
    if (this.#state === 'begun' && !this.#organizer && COUNTS.test(line)) return true;
    const heading = HEADING.exec(line);
    if (heading) {
      this.end();
      this.#state = 'begun';
      this.#organizer = heading[1] === undefined ? null : { name: '', email: '' };
      return true;
    }
    if (this.#state === 'shut') return false;
    if (line.trim() === '') {
      // Below the list the text goes on: a short line there is no guest.
      if (this.#state === 'listed') this.#state = 'after_gap';
      return false;
    }
    if (this.#entry(line)) return true;
    this.end();
    return false;
  }

  /** Nothing more comes. */
  end(): void {
    if (this.#organizer) this.#people.add(this.#organizer.name, this.#organizer.email, true);
    this.#organizer = null;
    this.#last = null;
    this.#state = 'shut';
  }

  #entry(line: string): boolean {
    const status = STATUS.exec(line);
    const bare = line.replace(STATUS, '').replace(/^[\s>*•-]+/u, '').trim();
    const email = LONE_ADDRESS.exec(bare)?.[1] ?? '';
    const named = email === '' && isNameAlone(bare) && (this.#state !== 'after_gap' || status !== null);
    if (email === '' && !named) return false;
    this.#state = 'listed';
    if (!MACHINE.test(email)) this.#add(named ? bare : '', email, status?.[1] !== undefined);
    return true;
  }

  #add(name: string, email: string, organizes: boolean): void {
    this.#last = { name, email };
    const one = this.#organizer;
    if (one && (name === '' ? one.email === '' : one.name === '')) this.#organizer = { name: one.name || name, email: one.email || email };
    else this.#people.add(name, email, organizes);
  }
}

function addFromLine(list: PeopleList, line: string): void {
  const organizer = ORGANIZER_LINE.test(line) || /\((?:주최자|organi[sz]er)\)|-\s*(?:주최자|organi[sz]er)\s*$/iu.test(line);
  const listed = line.replace(LIST_LABEL, '');
  // Naver: 김민수(minsu@naver.com). Elsewhere what stands before such brackets may be the title of a mail.
  const bare = listed === line ? line : listed.replace(IN_BRACKETS, ' <$1>');
  const addresses = [...bare.matchAll(PERSON)];
  for (const m of addresses) {
    const address = (m[3] ?? m[4] ?? '').replace(PARTICLE, '');
    if (!MACHINE.test(address)) list.add((m[1] ?? m[2] ?? '').replace(/^[\s*•>-]+/u, ''), address, organizer);
  }
  // A list of names without addresses: only behind a label that says so.
  if (listed === line) return;
  // Who parts people by semicolons may write the family name first, with a comma; so may who gives addresses.
  const parted = bare.includes(';');
  for (const name of bare.replace(/"[^"\n]{1,100}"/gu, '@').split(parted ? /;/u : /[,、/]/u)) if (!name.includes('@') && (addresses.length === 0 || parted || /^[\s가-힣]+$/u.test(name))) addName(list, name, organizer);
}

/** "박준(jun) 외 3명": who is named, without what a groupware knows him by, and without the others. */
function addName(list: PeopleList, text: string, organizer: boolean): void {
  const name = text.replace(/\s외\s?\d{1,3}\s?(?:명|인)\s*$/u, '').replace(/\s?\([a-z\d._-]{2,30}\)\s*$/u, '').trim();
  if (name.length <= 40) list.add(name, '', organizer);
}

/** "참석자 이제인, 박준 부장": Korean notices put no colon behind the word. */
const NO_COLON = /^\s*(?:(주최자|등록자|이끌이)|(?:(?:필수|선택)\s?)?참[석가여]자)\s+(\S.{0,400})$/u;
const NO_NAME = /모두|모든|전원|여러분|니다|세요|까지|부터|명단|목록|확인|수정|추가/u;

function addUncolonned(list: PeopleList, line: string): void {
  const [, organizer, names = ''] = NO_COLON.exec(line) ?? [];
  const parts = names.split(/[,、]/u).map((name) => name.trim());
  if (parts.every((name) => name.length <= 20 && isNameAlone(name.replace(/\([^()]{1,20}\)$/u, '')) && !NO_NAME.test(name))) for (const name of parts) addName(list, name, organizer !== undefined);
}

/** Everybody whom the text names, nobody twice. */
export function peopleOfText(text: string): PeopleList {
  const list = new PeopleList();
  const guests = new GuestList(list);
  for (const whole of text.split('\n')) {
    const line = whole.slice(0, 20_000).replace(LINK, ' ');
    if (guests.take(line)) continue;
    if (line.includes('@') || LIST_LABEL.test(line)) addFromLine(list, line);
    else addUncolonned(list, line);
  }
  guests.end();
  return list;
}

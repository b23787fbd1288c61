/** People as reps write them: `김도현 팀장`, `정 상무(물류본부장): …`, `Marcus Webb (CFO) signs`. A bare name is a doubt. */
import type { Person } from '../answer';

const TITLES = '회장|사장|대표이사|대표|부사장|전무|상무|이사|본부장|실장|부장|차장|팀장|과장|대리|주임|사원|매니저|책임|선임|수석|연구원|교수|원장|센터장';
const LABEL = '(?:([\\p{L} ]{1,20}):\\s*)?';
const KOREAN = new RegExp(`^${LABEL}([가-힣]{1,4})\\s?(${TITLES})님?(?:\\s?\\(([^()]+)\\))?(?:\\s*[:,–-]\\s*(.+))?$`, 'u');
const ENGLISH = /^(?:([\p{L} ]{1,20}):\s*)?(\p{Lu}[\p{L}'’.-]*(?:\s(?:(?:de|van|von|der|la|le)\s)*\p{Lu}[\p{L}'’.-]*){0,3})\s\(([^()]+)\)(?:\s*[:,–-]?\s*(.+))?$/u;

function join(...notes: (string | undefined)[]): { note?: string } {
  const note = notes.map((n) => n?.trim()).filter(Boolean).join('; ');
  return note ? { note } : {};
}

function personOf(segment: string): Person | null {
  const ko = KOREAN.exec(segment);
  if (ko) {
    const [, label, name = '', title = '', paren, rest] = ko;
    // A family name alone stays with its title; what stands in brackets is then the office.
    if (name.length === 1) return { name: `${name} ${title}`, role: paren ?? '', ...join(label, rest) };
    return { name, role: title, ...join(label, paren, rest) };
  }
  const en = ENGLISH.exec(segment);
  return en ? { name: en[2] ?? '', role: en[3] ?? '', ...join(en[1], en[4]) } : null;
}

/** Everybody named with a role or title; null unless every part of `raw` is such a person. Nothing is lost. */
export function parsePeople(raw: string): Person[] | null {
  if (raw.length > 1000) return null;
  const people = raw.split(/[;\n]|,(?![^()]*\))/u).map((s) => s.trim()).filter((s) => s !== '').map(personOf);
  return people.length > 0 && people.every((p) => p !== null) ? people : null;
}

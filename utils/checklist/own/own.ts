/**
 * A team's own checklists (docs/checklists.md): made from one of ours, agreed with delivery, never changed after that.
 * Pure: ids, days (ISO calendar dates) and instants (epoch milliseconds) are arguments.
 */
import { pinKey } from '../../deal/deal';
import type { Bilingual, Checklist, ChecklistItem, TopicCatalogue } from '../checklist';

/** One version, as a row. */
export interface OwnChecklist {
  /** `pinKey` of the list: what a deal pins. */
  id: string;
  list: Checklist;
  /** Names of topics that only this checklist has (`own.…`). */
  topics: TopicCatalogue;
  /** What changed against the version before; '' in the first. */
  note: string;
  /** The one of ours that it was made from, over all copies. Missing: none, or of an earlier time. */
  from?: string;
  createdAt: number;
  updatedAt: number;
}

/** An agreed version never changes. */
export function isEditable({ list }: Pick<OwnChecklist, 'list'>): boolean {
  return list.status === 'draft';
}

/** Both languages say something: who writes in one only is read in both. */
export function bothLanguages({ ko, en }: Bilingual): Bilingual {
  return { ko: ko.trim() || en.trim(), en: en.trim() || ko.trim() };
}

/** The next free letters for the codes of items (`A-07`): A … Z, then AA … */
export function freeCode(taken: ReadonlySet<string>): string {
  for (let n = 0; ; n += 1) {
    const code = lettersOf(n);
    if (!taken.has(code)) return code;
  }
}

function lettersOf(n: number): string {
  return n < 26 ? String.fromCharCode(65 + n) : `${lettersOf(Math.floor(n / 26) - 1)}${lettersOf(n % 26)}`;
}

/** A first version of one's own, made from any checklist: the same items under a code of its own, since a deal may use both. */
export function copyOf({ lastNumber: _its, ...list }: Checklist, topics: TopicCatalogue, as: { id: string; code: string; name: Bilingual; from?: string | undefined }, at: number): OwnChecklist {
  const { from = list.id, ...names } = as;
  const own: Checklist = { ...list, ...names, name: bothLanguages(as.name), version: 1, status: 'draft', agreement: null, items: inSections(list).items.map((item, i) => ({ ...item, id: itemCode(as.code, i + 1) })) };
  return { id: pinKey(own), list: own, topics: ownTopics(own, topics), note: '', from, createdAt: at, updatedAt: at };
}

/** Items in the order of their sections: what is shown together stands together. */
export function inSections(list: Checklist): Checklist {
  const rank = new Map(list.sections.map((one, i) => [one.id, i]));
  const of = (item: ChecklistItem): number => rank.get(item.section) ?? list.sections.length;
  return { ...list, items: list.items.map((item, i) => ({ item, i })).sort((a, b) => of(a.item) - of(b.item) || a.i - b.i).map(({ item }) => item) };
}

/** The version after this one, to be changed and agreed again. */
export function nextVersion({ list, topics, from }: OwnChecklist, at: number): OwnChecklist {
  const next: Checklist = { ...list, version: list.version + 1, status: 'draft', agreement: null };
  return { id: pinKey(next), list: next, topics, note: '', ...(from === undefined ? {} : { from }), createdAt: at, updatedAt: at };
}

/** Who signed, on which day, and what changed. */
export interface Signature { sales: string; delivery: string; on: string; note: string }

/** Signed by both sides: from now on it stays as it is. */
export function agreed(own: OwnChecklist, { sales, delivery, on, note }: Signature, at: number): OwnChecklist {
  const party = (name: string) => ({ name: name.trim(), at: on });
  return { ...own, list: { ...own.list, status: 'agreed', agreement: { sales: party(sales), delivery: party(delivery) } }, note: note.trim(), updatedAt: at };
}

/** Not offered to new deals any more; with `back` offered again. What was agreed stays agreed. */
export function retired(own: OwnChecklist, back: boolean, at: number): OwnChecklist {
  const status = back ? (own.list.agreement === null ? 'draft' : 'agreed') : 'retired';
  return { ...own, list: { ...own.list, status }, updatedAt: at };
}

/** What a new deal may pick: of each checklist the newest agreed version, or its draft while none is agreed; agreed ones first. */
export function offered(rows: readonly OwnChecklist[]): OwnChecklist[] {
  const best = new Map<string, OwnChecklist>();
  const rank = ({ list }: OwnChecklist): number => (list.status === 'agreed' ? 1_000_000 : 0) + list.version;
  for (const row of rows) {
    const known = best.get(row.list.id);
    if (row.list.status !== 'retired' && (known === undefined || rank(row) > rank(known))) best.set(row.list.id, row);
  }
  return [...best.values()].sort((a, b) => Number(b.list.status === 'agreed') - Number(a.list.status === 'agreed') || b.updatedAt - a.updatedAt);
}

/** `E-07`. */
export function itemCode(code: string, n: number): string {
  return `${code}-${String(n).padStart(2, '0')}`;
}

/** The highest number that an item of the list has or had. */
export function lastNumber({ items, lastNumber: known = 0 }: Pick<Checklist, 'items' | 'lastNumber'>): number {
  return Math.max(known, ...items.map(({ id }) => Number(id.slice(id.lastIndexOf('-') + 1))));
}

/** An id that no item of the list has or had: never used twice, since answers name it. */
export function freeItemId(list: Pick<Checklist, 'code' | 'items' | 'lastNumber'>): string {
  return itemCode(list.code, lastNumber(list) + 1);
}

/** The own topics that the items and rules of a list use. */
export function ownTopics({ items, rules }: { items: readonly Pick<ChecklistItem, 'topic'>[]; rules?: Checklist['rules'] }, topics: TopicCatalogue): TopicCatalogue {
  const used = [...items.map(({ topic }) => topic), ...(rules?.own ?? []).map(({ topic }) => topic ?? '')];
  return Object.fromEntries(used.flatMap((topic) => { const own = isOwnTopic(topic) ? topics[topic] : undefined; return own ? [[topic, own]] : []; }));
}

export function isOwnTopic(topic: string): boolean {
  return topic.startsWith('own.');
}

/** A name for a topic of one's own from a random id: letters only, as all topics. */
export function ownTopicId(random: string): string {
  return `own.${[...random.toLowerCase()].filter((c) => /[0-9a-z]/u.test(c)).map((c) => (c < 'a' ? String.fromCharCode(c.charCodeAt(0) + 55) : c)).join('').slice(0, 24)}`;
}

/** Two contacts that are one person become one, or are said to be two. */
import type { BatonDatabase } from '../../db/database';
import { draftKey } from '../../db/drafts/draft-keys';
import type { ChangeWriter } from '../../db/undo/change';
import { change } from '../../db/undo/change';
import type { Contact } from '../../deal/contact';
import type { NameJudgement } from '../../deal/same-person';
import { samePerson, united } from '../../deal/same-person';
import type { Refusal } from '../trouble/refusal';

/**
 * `goesId` is one with `staysId`, which takes over all that is known of both; whoever is half typed stays, if it is the other. One undoable change.
 * Throws `half_typed` where both are.
 */
export async function uniteContacts(database: BatonDatabase, staysId: string, goesId: string, nameOf: NameJudgement, at: number): Promise<void> {
  await change(database, 'contact', { meetingId: '', dealId: '', at }, async (writer) => {
    const [stays, goes] = await bothOf(database, staysId, goesId);
    if (!(await unite(database, writer, { accountId: stays.accountId, pair: [stays, goes], nameOf, at }))) throw new Error('both are half typed', { cause: 'half_typed' satisfies Refusal });
  });
}

/** They are two people, who are not asked about again. */
export async function keepContactsApart(database: BatonDatabase, id: string, otherId: string, at: number): Promise<void> {
  await change(database, 'contact', { meetingId: '', dealId: '', at }, async (writer) => {
    const [one] = await bothOf(database, id, otherId);
    await writer.put('contacts', { ...one, apart: [...one.apart ?? [], otherId], updatedAt: at });
  });
}

async function bothOf(database: BatonDatabase, id: string, otherId: string): Promise<[Contact, Contact]> {
  const [one, other] = await database.contacts.bulkGet([id, otherId]);
  if (!one || !other || id === otherId) throw new Error('no such person', { cause: 'gone' satisfies Refusal });
  return [one, other];
}

/**
 * Those who come to an account and are surely somebody of it become one with them, where nobody else comes into question; the others just come.
 * Resolves to how many were there twice.
 */
export async function bringContacts(database: BatonDatabase, writer: ChangeWriter, { accountId, coming, at }: { accountId: string; coming: readonly Contact[]; at: number }): Promise<number> {
  const here = await database.contacts.where({ accountId }).toArray();
  let count = 0;
  for (const one of coming) {
    const like = here.filter((own) => samePerson(own, one) !== 'other');
    const [same] = like;
    const sure = same && like.length === 1 && samePerson(same, one) === 'same' && coming.filter((other) => samePerson(same, other) !== 'other').length === 1;
    // Judged by what was said before; written is what uniting others has made of it since.
    const [now = one, own = same] = await database.contacts.bulkGet([one.id, same?.id ?? '']);
    if (sure && own && (await unite(database, writer, { accountId, pair: [own, now], nameOf: asIs, at }))) count += 1;
    else await writer.put('contacts', { ...now, accountId, updatedAt: at });
  }
  return count;
}

/** Surely one person is judged in one way only. */
const asIs: NameJudgement = (_field, value) => value;

/** Two, of whom the first rather stays, and the account they are of together. */
interface Union { accountId: string; pair: readonly [Contact, Contact]; nameOf: NameJudgement; at: number }

/**
 * What is half typed of one can't be typed on at the other: no undo could tell the two apart again, and the phone of one would be saved with the other.
 * So whoever is half typed stays, and of two neither goes: false, and nothing is written.
 */
async function unite(database: BatonDatabase, writer: ChangeWriter, { accountId, pair: [one, other], nameOf, at }: Union): Promise<boolean> {
  const [first, second] = await database.drafts.bulkGet([draftKey('form:contact', one.id), draftKey('form:contact', other.id)]);
  if (first && second) return false;
  const [stays, goes] = second ? [other, one] : [one, other];
  await writer.put('contacts', { ...united(stays, goes, nameOf, at), accountId });
  await writer.remove('contacts', goes.id);
  await keepApartFrom(database, writer, stays.id, goes.id);
  return true;
}

/** Whoever is said to be another than the one that went is another than the one that took over, in the bin too: nobody is asked about them again, let alone nobody asked. */
async function keepApartFrom(database: BatonDatabase, writer: ChangeWriter, staysId: string, goesId: string): Promise<void> {
  const told = (row: object): row is Contact => 'apart' in row && Array.isArray(row.apart) && row.apart.includes(goesId);
  const retold = <T extends Contact>(row: T): T => ({ ...row, apart: [...new Set(row.apart?.map((id) => (id === goesId ? staysId : id)))] });
  for (const one of await database.contacts.filter(told).toArray()) await writer.put('contacts', retold(one));
  for (const bin of await database.bin.filter(({ rows }) => rows.some(({ row }) => told(row))).toArray()) {
    await writer.put('bin', { ...bin, rows: bin.rows.map((one) => (told(one.row) ? { ...one, row: retold(one.row) } : one)) });
  }
}

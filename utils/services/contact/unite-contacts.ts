/** Two contacts that are one person become one, or are said to be two. */
import type { BatonDatabase } from '../../db/database';
import { draftKey } from '../../db/drafts/draft-keys';
import type { ChangeWriter } from '../../db/undo/change';
import { change } from '../../db/undo/change';
import type { Contact } from '../../deal/contact';
import type { NameJudgement } from '../../deal/same-person';
import { samePerson, united } from '../../deal/same-person';
import type { Refusal } from '../trouble/refusal';

/** `goesId` is one with `staysId`, which takes over all that is known of both. One undoable change. */
export async function uniteContacts(database: BatonDatabase, staysId: string, goesId: string, nameOf: NameJudgement, at: number): Promise<void> {
  await change(database, 'contact', { meetingId: '', dealId: '', at }, async (writer) => {
    const [stays, goes] = await bothOf(database, staysId, goesId);
    await unite(database, writer, stays, goes, nameOf, at);
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
    if (same && like.length === 1 && samePerson(same, one) === 'same' && coming.filter((other) => samePerson(same, other) !== 'other').length === 1) {
      await unite(database, writer, same, one, asIs, at);
      count += 1;
    } else {
      await writer.put('contacts', { ...one, accountId, updatedAt: at });
    }
  }
  return count;
}

/** Surely one person is judged in one way only. */
const asIs: NameJudgement = (_field, value) => value;

async function unite(database: BatonDatabase, writer: ChangeWriter, stays: Contact, goes: Contact, nameOf: NameJudgement, at: number): Promise<void> {
  await writer.put('contacts', united(stays, goes, nameOf, at));
  // What is half typed about the one that goes is typed on about the one that stays.
  const [from, to] = [draftKey('form:contact', goes.id), draftKey('form:contact', stays.id)];
  const [left, there] = await database.drafts.bulkGet([from, to]);
  if (left) {
    await database.drafts.put({ ...left, key: to, text: there ? `${left.text}\n${there.text}` : left.text });
    await database.drafts.delete(from);
  }
  await writer.remove('contacts', goes.id);
}

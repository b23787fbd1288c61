/** People of an account, kept beyond one meeting. */
import { change } from '../../db/change';
import type { BatonDatabase } from '../../db/database';
import { newId } from '../../db/new-id';
import type { Contact } from '../../deal/contact';
import { cleanName } from '../../text/normalize';

export type ContactInput = Omit<Contact, 'id' | 'createdAt' | 'updatedAt'>;

/** Adds a person, or changes one (`id`). Returns the id. Throws without a name or account. */
export async function saveContact(database: BatonDatabase, id: string | null, input: ContactInput, at: number): Promise<string> {
  const name = cleanName(input.name);
  if (name === '') throw new Error('a person needs a name');
  return change(database, 'contact', { meetingId: '', dealId: '', at }, async (writer) => {
    if (!(await database.accounts.get(input.accountId))) throw new Error('no such account');
    const before = id === null ? undefined : await database.contacts.get(id);
    const contact: Contact = { ...input, name, id: before?.id ?? newId(), createdAt: before?.createdAt ?? at, updatedAt: at };
    await writer.put('contacts', contact);
    return contact.id;
  });
}

/** Changes some fields of a person; the others stay as they are now. Throws when the person is gone, or without a name or account. */
export async function editContact(database: BatonDatabase, id: string, part: Partial<ContactInput>, at: number): Promise<string> {
  const before = await database.contacts.get(id);
  if (!before) throw new Error('no such person');
  return saveContact(database, id, { ...before, ...part }, at);
}

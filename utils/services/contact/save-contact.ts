/** People of an account, kept beyond one meeting. */
import { change } from '../../db/undo/change';
import type { BatonDatabase } from '../../db/database';
import { newId } from '../../db/new-id';
import type { Contact } from '../../deal/contact';
import { cleanName } from '../../text/normalize';
import type { Refusal } from '../trouble/refusal';

export type ContactInput = Omit<Contact, 'id' | 'createdAt' | 'updatedAt'>;

/** Adds a person, or changes one (`id`). Returns the id. Throws without a name or account. */
export async function saveContact(database: BatonDatabase, id: string | null, input: ContactInput, at: number): Promise<string> {
  return write(database, id, () => input, at);
}

/** Changes some fields of a person; the others stay as they are now. Throws when the person is gone, or without a name or account. */
export async function editContact(database: BatonDatabase, id: string, part: Partial<ContactInput>, at: number): Promise<string> {
  return write(database, id, (before) => {
    if (!before) throw new Error('no such person', { cause: 'gone' satisfies Refusal });
    return { ...before, ...part };
  }, at);
}

async function write(database: BatonDatabase, id: string | null, inputOn: (before: Contact | undefined) => ContactInput, at: number): Promise<string> {
  return change(database, 'contact', { meetingId: '', dealId: '', at }, async (writer) => {
    const before = id === null ? undefined : await database.contacts.get(id);
    const input = inputOn(before);
    const name = cleanName(input.name);
    if (name === '') throw new Error('a person needs a name', { cause: 'no_name' satisfies Refusal });
    if (!(await database.accounts.get(input.accountId))) throw new Error('no such account', { cause: 'gone' satisfies Refusal });
    const contact: Contact = { ...input, name, id: before?.id ?? newId(), createdAt: before?.createdAt ?? at, updatedAt: at };
    await writer.put('contacts', contact);
    return contact.id;
  });
}

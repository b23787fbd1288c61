import { expect, it } from 'vitest';
import type { BatonDatabase } from '@/utils/db/database';
import { undoNewest } from '@/utils/db/undo/change';
import type { Contact } from '@/utils/deal/contact';
import { doubles, samePerson } from '@/utils/deal/same-person';
import { draftKey } from '@/utils/db/drafts/draft-keys';
import { mergeAccounts } from '@/utils/services/account/edit-account';
import { deleteToBin } from '@/utils/services/bin/delete-to-bin';
import { makeBackup } from '@/utils/services/backup/make-backup';
import { saveDraft } from '@/utils/services/capture/save-draft';
import { keepContactsApart, uniteContacts } from '@/utils/services/contact/unite-contacts';
import { freshDatabase, someDeal } from './rows';

it.each([['prospect', 'regular', 'regular'], ['advocate', 'existing', 'advocate'], ['existing', 'existing', 'existing']] as const)('a %s account that takes in a %s one is %s: tidying up demotes nobody', async (own, other, after) => {
  const db = freshDatabase();
  const [id, otherId] = await Promise.all(['한빛', '한빛 (주)'].map(async (name) => (await db.deals.get(await someDeal(db, name)))?.accountId ?? ''));
  if (!id || !otherId) throw new Error('no accounts');
  await db.accounts.update(id, { relationship: own });
  await db.accounts.update(otherId, { relationship: other });
  await mergeAccounts(db, id, otherId, 12);
  expect((await db.accounts.toArray()).map((a) => [a.name, a.relationship])).toEqual([['한빛', after]]);
  await undoNewest(db, '', { holds: otherId });
  expect([(await db.accounts.get(id))?.relationship, (await db.accounts.get(otherId))?.relationship]).toEqual([own, other]);
});

it('a person who is half typed at the account that goes is typed on at the one that stays', async () => {
  const db = freshDatabase();
  const [id, otherId] = await Promise.all(['한빛', '한빛 (주)'].map(async (name) => (await db.deals.get(await someDeal(db, name)))?.accountId ?? ''));
  if (!id || !otherId) throw new Error('no accounts');
  const typed = (name: string) => ({ meetingId: '', updatedAt: 1, text: JSON.stringify({ name, accountId: otherId }) });
  await db.drafts.bulkPut([{ key: draftKey('form:new_contact', otherId), ...typed('이수민') }, { key: draftKey('form:new_contact', ''), ...typed('김도현') }]);
  await mergeAccounts(db, id, otherId, 12);
  expect((await db.drafts.toArray()).map(({ key, text }) => [key, text])).toEqual([
    [draftKey('form:new_contact', ''), JSON.stringify({ name: '김도현', accountId: id })], [draftKey('form:new_contact', id), JSON.stringify({ name: '이수민', accountId: id })],
  ]);
});

const someone = (id: string, accountId: string, more: Partial<Contact> = {}): Contact => ({ id, accountId, name: '이수민', role: '', influence: '', side: 'customer', email: '', phone: '', remark: '', createdAt: 1, updatedAt: 1, ...more });

async function twoAccounts(): Promise<{ db: BatonDatabase; id: string; otherId: string }> {
  const db = freshDatabase();
  const [id = '', otherId = ''] = await Promise.all(['한빛', '한빛 (주)'].map(async (name) => (await db.deals.get(await someDeal(db, name)))?.accountId ?? ''));
  return { db, id, otherId };
}

it('who is surely there twice is one person afterwards, with all that either account knew; one undo makes them two', async () => {
  const { db, id, otherId } = await twoAccounts();
  const before = [
    someone('a', id, { email: 'lee@hanbit.kr', role: '팀장', remark: '오전 통화' }), someone('b', otherId, { name: '이수민 팀장', email: 'LEE@hanbit.kr', phone: '010-1234-5678', influence: 'decides', remark: '골프', updatedAt: 5 }),
    // Not sure of these: two addresses, two of one name.
    someone('c', id, { name: '김도현', email: 'kim@hanbit.kr' }), someone('d', otherId, { name: '김도현', email: 'dh@hanbit.kr' }),
    someone('e', id, { name: '박지훈' }), someone('f', otherId, { name: '박지훈', role: '과장' }), someone('g', otherId, { name: '박지훈', role: '이사' }),
  ];
  await db.contacts.bulkPut(before);
  await db.drafts.put({ key: draftKey('form:contact', 'b'), meetingId: '', text: '{"phone":"010-9"}', updatedAt: 1 });
  expect(await mergeAccounts(db, id, otherId, 12)).toBe(1);
  const after = await db.contacts.toArray();
  // Whoever is half typed stays.
  expect(after.map((one) => [one.id, one.accountId])).toEqual(['b', 'c', 'd', 'e', 'f', 'g'].map((one) => [one, id]));
  expect(after[0]).toMatchObject({ name: '이수민 팀장', email: 'LEE@hanbit.kr', role: '팀장', phone: '010-1234-5678', influence: 'decides', remark: '골프 · 오전 통화' });
  await undoNewest(db, '', { holds: otherId });
  expect(await db.contacts.toArray()).toEqual(before);
  expect((await db.drafts.toArray()).map((draft) => draft.key)).toEqual([draftKey('form:contact', 'b')]);
});

it('two that somebody says are one become one and are two again by undo; two that are said to be two are not asked about again', async () => {
  const { db, id } = await twoAccounts();
  const before = [someone('c', id, { name: '김도현', email: 'kim@hanbit.kr', influence: 'uses' }), someone('d', id, { name: '김도현', email: 'dh@hanbit.kr', influence: 'decides', updatedAt: 2 })];
  await db.contacts.bulkPut(before);
  await uniteContacts(db, 'c', 'd', (field, value) => `${field} ${value}`, 12);
  expect(await db.contacts.toArray()).toMatchObject([{ id: 'c', email: 'dh@hanbit.kr', influence: 'decides', remark: 'kim@hanbit.kr · influence uses' }]);
  await undoNewest(db, '', { holds: 'd' });
  expect(await db.contacts.toArray()).toEqual(before);
  await keepContactsApart(db, 'c', 'd', 13);
  expect(doubles(await db.contacts.toArray())).toEqual([]);
  await expect(uniteContacts(db, 'c', 'gone', (_field, value) => value, 14)).rejects.toMatchObject({ cause: 'gone' });
  expect((await makeBackup(db, {}, 15)).aside).toBe(0);
});

it('who is said to be another stays another when one of the two is united with a third, also for a merge of accounts, and in the bin', async () => {
  const { db, id, otherId } = await twoAccounts();
  await db.contacts.bulkPut([someone('a', id), someone('b', id, { email: 'lee@hanbit.kr' }), someone('c', id, { email: 'lee@hanbit.kr' }), someone('z', id)]);
  await keepContactsApart(db, 'a', 'b', 10);
  await keepContactsApart(db, 'z', 'b', 10);
  await deleteToBin(db, 'contact', 'z', '', 10);
  await uniteContacts(db, 'c', 'b', (_field, value) => value, 11);
  const verdict = async (): Promise<unknown> => {
    const [a, b, c] = await db.contacts.bulkGet(['a', 'b', 'c']);
    return a && c && [samePerson(a, c), b !== undefined];
  };
  expect(await verdict()).toEqual(['other', false]);
  expect((await db.bin.toArray())[0]?.rows[0]?.row).toMatchObject({ id: 'z', apart: ['c'] });
  await undoNewest(db, '', { holds: 'b', at: 11 });
  expect(await verdict()).toEqual(['same', true]);
  expect((await db.contacts.get('a'))?.apart).toEqual(['b']);
  await uniteContacts(db, 'c', 'b', (_field, value) => value, 12);
  await db.contacts.update('a', { accountId: otherId });
  expect(await mergeAccounts(db, id, otherId, 13)).toBe(0);
  expect(await verdict()).toEqual(['other', false]);
});

it('who is said to be another than one that a merge unites by itself comes as another than both', async () => {
  const { db, id, otherId } = await twoAccounts();
  await db.contacts.bulkPut([someone('s', id, { email: 'lee@hanbit.kr' }), someone('t', otherId, { email: 'lee@hanbit.kr' }), someone('u', otherId, { apart: ['t', 's'] })]);
  expect(await mergeAccounts(db, id, otherId, 12)).toBe(1);
  expect((await db.contacts.toArray()).map((one) => [one.id, one.accountId, one.apart])).toEqual([['s', id, undefined], ['u', id, ['s']]]);
});

it('what is half typed of a person stays with that person through uniting and undo; where both are, neither goes', async () => {
  const { db, id, otherId } = await twoAccounts();
  await db.contacts.bulkPut([someone('a', id), someone('b', id), someone('s', id, { name: '김도현' }), someone('t', otherId, { name: '김도현' })]);
  const typed = async (): Promise<unknown> => (await db.drafts.toArray()).map(({ key, text }) => [key, text]);
  await saveDraft(db, draftKey('form:contact', 'b'), '', '{"phone":"010-2"}', 5);
  await uniteContacts(db, 'a', 'b', (_field, value) => value, 11);
  expect([(await db.contacts.get('a')), await typed()]).toEqual([undefined, [['form:contact:b', '{"phone":"010-2"}']]]);
  await undoNewest(db, '', { holds: 'b', at: 11 });
  expect([(await db.contacts.where({ accountId: id }).primaryKeys()), await typed()]).toEqual([['a', 'b', 's'], [['form:contact:b', '{"phone":"010-2"}']]]);
  for (const one of ['a', 's', 't']) await saveDraft(db, draftKey('form:contact', one), '', `{"phone":"${one}"}`, 12);
  await expect(uniteContacts(db, 'a', 'b', (_field, value) => value, 13)).rejects.toMatchObject({ cause: 'half_typed' });
  expect(await mergeAccounts(db, id, otherId, 14)).toBe(0);
  expect(await db.contacts.where({ accountId: id }).primaryKeys()).toEqual(['a', 'b', 's', 't']);
  expect(await db.drafts.count()).toBe(4);
});

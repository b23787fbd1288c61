/** Filters of the lists: customers with deals of one name are told apart, what a row shows finds it, and a bookmark says what it narrows to. */
import { beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { LibraryApp } from '@/components/library/LibraryApp';
import { db } from '@/utils/db/database';
import { captureLine } from '@/utils/services/capture/capture-line';
import { saveContact } from '@/utils/services/contact/save-contact';
import { endGap } from '@/utils/services/gap/own-gap';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { someDeal } from '../../db/rows';
import { emptyDatabase, stage } from '../call/stage';

let one = '';
let two = '';

beforeEach(async () => {
  await emptyDatabase();
  await page.viewport(800, 700);
  one = await someDeal(db, '한빛물류', 'ERP 구축');
  two = await someDeal(db, '가온식자재', 'ERP 구축');
});

async function ask(question: string, dealId: string, at = 1): Promise<string> {
  return (await captureLine(db, `? ${question}`, { meeting: null, dealId, focus: null, me: '', kind: null }, at))?.id ?? '';
}

const options = (name: string): string[] => [...(page.getByRole('combobox', { name, exact: true }).element() as HTMLSelectElement).options].map((option) => option.text);

it.each([['gaps', 'Deal'], ['meetings', 'Deal']] as const)('deals of one name are told apart in the list of %s, in the order of their names', async (list, name) => {
  for (const dealId of [one, two]) { await ask('인원은요', dealId); await startManualMeeting(db, dealId, '1차', 1); }
  location.hash = `#/${list}`;
  await stage(<LibraryApp />, 'en');
  await expect.poll(() => options(name).filter((text) => text.includes('ERP'))).toEqual(['가온식자재 · ERP 구축', '한빛물류 · ERP 구축']);
});

it('gaps are found by their customer, also by the first consonants', async () => {
  await ask('인원은요', one);
  await ask('서버는요', two);
  location.hash = '#/gaps';
  await stage(<LibraryApp />, 'ko');
  await expect.element(page.getByText('인원은요')).toBeVisible();
  for (const query of ['한빛 erp', 'ㅎㅂ']) {
    await page.getByRole('searchbox').fill(query);
    await expect.element(page.getByText('서버는요')).not.toBeInTheDocument();
    await expect.element(page.getByText('인원은요')).toBeVisible();
  }
});

it('people are found by account and by telephone', async () => {
  const person = { role: '', influence: '' as const, side: 'customer' as const, email: '', remark: '' };
  await saveContact(db, null, { ...person, accountId: (await db.deals.get(one))?.accountId ?? '', name: '정유진', phone: '010-1234-5678' }, 1);
  await saveContact(db, null, { ...person, accountId: (await db.deals.get(two))?.accountId ?? '', name: '박준', phone: '' }, 1);
  location.hash = '#/contacts';
  await stage(<LibraryApp />, 'ko');
  await expect.element(page.getByText('박준')).toBeVisible();
  for (const query of ['한빛', '1234']) {
    await page.getByRole('searchbox').fill(query);
    await expect.element(page.getByText('박준')).not.toBeInTheDocument();
    await expect.element(page.getByText('정유진')).toBeVisible();
    await expect.element(page.getByRole('status').first()).toHaveTextContent('1건');
  }
});

it('a bookmark on a deal and an owner of whom nothing is left still says so', async () => {
  await ask('인원은요', two);
  const id = await ask('서버는요', one);
  await endGap(db, id, { state: 'dropped', outcome: 'x', owner: '박서연' }, { meeting: null, language: 'ko' }, 2);
  location.hash = `#/gaps?deal=${one}&owner=${encodeURIComponent('박서연')}`;
  await stage(<LibraryApp />, 'en');
  await expect.element(page.getByText('Nothing matches', { exact: false })).toBeVisible();
  await expect.poll(() => (page.getByRole('combobox', { name: 'Deal', exact: true }).element() as HTMLSelectElement).selectedOptions[0]?.text).toBe('한빛물류 · ERP 구축');
  expect((page.getByRole('combobox', { name: 'Owner on our side' }).element() as HTMLSelectElement).selectedOptions[0]?.text).toBe('박서연');
});

/** Whom a "?" may name where it is looked after outside of a meeting. */
import { beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { LibraryApp } from '@/components/library/LibraryApp';
import { db } from '@/utils/db/database';
import { captureLine } from '@/utils/services/capture/capture-line';
import { saveContact } from '@/utils/services/contact/save-contact';
import { someDeal } from '../../db/rows';
import { emptyDatabase, stage } from '../call/stage';

let dealId = '';

beforeEach(async () => {
  await emptyDatabase();
  dealId = await someDeal(db);
});

it('a "?" outside of a meeting offers the people who are known around its deal', async () => {
  const accountId = (await db.deals.get(dealId))?.accountId ?? '';
  await saveContact(db, null, { accountId, name: '정유진', role: '', influence: '', side: 'customer', email: '', phone: '', remark: '' }, 1);
  await captureLine(db, '? 결재는 누가 하나요', { meeting: null, dealId, focus: null, me: '', kind: null }, 1);
  location.hash = '#/gaps';
  await stage(<LibraryApp />, 'ko');
  await page.getByRole('button', { name: '“결재는 누가 하나요” 수정' }).click();
  await expect.poll(() => [...document.querySelectorAll<HTMLOptionElement>('#gap-people option')].map((option) => option.value)).toEqual(['정유진']);
});

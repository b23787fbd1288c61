import { page, userEvent } from 'vitest/browser';
import { beforeEach, expect, it } from 'vitest';
import { db } from '@/utils/db/database';
import { emptyDatabase, stage } from '../call/stage';
import { emptyCall, Review, say } from './after-call';

beforeEach(emptyDatabase);

const rows = () => page.getByRole('combobox', { name: /^Item for “/u });
const edit = (n: number) => page.getByRole('button', { name: `Edit “thing ${String(n)}”`, exact: true });

it('more "?" lines than one can look over come forty at first, move up as they are dealt with, and all when asked for', async () => {
  const call = await emptyCall('2026-12-10');
  await say(call, ...Array.from({ length: 45 }, (_, i) => `? thing ${String(i + 1)}`));
  await stage(<Review meeting={call.meeting} />, 'en');
  await expect.element(page.getByRole('heading', { name: 'Your “?” lines (45)' })).toBeVisible();
  const more = page.getByRole('button', { name: 'Show 5 more', exact: true });
  await expect.element(more).toBeVisible();
  expect(rows().elements()).toHaveLength(40);
  await expect.element(edit(41)).not.toBeInTheDocument();
  // One that is dealt with makes room for the next.
  await page.getByRole('combobox', { name: 'Item for “thing 1”', exact: true }).selectOptions('A-07 User count');
  await page.getByRole('button', { name: 'Attach “thing 1” to User count', exact: true }).click();
  await expect.element(edit(41)).toBeVisible();
  const four = page.getByRole('button', { name: 'Show 4 more', exact: true });
  (four.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(edit(42)).toHaveFocus();
  await expect.poll(() => rows().elements().length).toBe(44);
  await expect.element(page.getByRole('button', { name: /^Show/u })).not.toBeInTheDocument();
  expect((await db.gaps.toArray()).filter((gap) => gap.itemId === 'A-07')).toHaveLength(1);
});

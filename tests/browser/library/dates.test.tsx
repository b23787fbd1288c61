/** Date fields: a year has four digits, what is no date is said at the field and not saved; one that lies in the database takes no page down. */
import { useState } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Locator } from 'vitest/browser';
import { page, userEvent } from 'vitest/browser';
import { LibraryApp } from '@/components/library/LibraryApp';
import { DateField } from '@/components/ui/DateField';
import { db } from '@/utils/db/database';
import { captureLine } from '@/utils/services/capture/capture-line';
import { someDeal } from '../../db/rows';
import { emptyDatabase, stage } from '../call/stage';
import { violations } from '../violations';

const BAD = '20261-12-01';
const WRONG = { en: 'Give a date with a year of four digits, from 2000 on.', ko: '연도가 네 자리인 2000년 이후 날짜로 적어 주세요.' };
let dealId = '';

beforeEach(async () => {
  await emptyDatabase();
  dealId = await someDeal(db);
  await page.viewport(1100, 800);
});

async function gap(question: string, due: string | null): Promise<string> {
  const line = await captureLine(db, `? ${question}`, { meeting: null, dealId, focus: null, me: '박서연', kind: null }, Date.UTC(2026, 10, 24));
  await db.gaps.update(line?.id ?? '', { due });
  return line?.id ?? '';
}

/** As a browser reports it: typing gives every year on the way. */
async function type(field: Locator, keys: string): Promise<void> {
  (field.element() as HTMLElement).focus();
  await userEvent.keyboard(keys);
}

describe('the page of gaps', () => {
  it.each(['en', 'ko'] as const)('shows one whose date no calendar knows among those without, as it was typed (%s)', async (language) => {
    await gap('who signs?', BAD);
    await gap('how many users?', '2020-01-02');
    location.hash = '#/gaps';
    await stage(<LibraryApp />, language);
    const undated = page.getByRole('region', { name: language === 'en' ? /^No date/u : /^기한 없음/u });
    await expect.element(undated.getByText('who signs?')).toBeVisible();
    await expect.element(undated.getByText(BAD)).toBeVisible();
    await expect.element(page.getByText('how many users?')).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  it('opens its form with the date and what is wrong with it; saved is only what is one', async () => {
    const id = await gap('who signs?', BAD);
    location.hash = '#/gaps';
    await stage(<LibraryApp />, 'en');
    await page.getByRole('button', { name: 'Edit “who signs?”' }).click();
    const form = page.getByRole('form');
    await expect.element(form.getByRole('alert')).toHaveTextContent(WRONG.en);
    await form.getByLabelText('Owner on our side').fill('Emma');
    await form.getByRole('button', { name: 'Save gap' }).click();
    await expect.element(form.getByRole('alert')).toBeVisible();
    expect(await violations()).toEqual([]);
    expect(await db.gaps.get(id)).toMatchObject({ due: BAD, owner: '박서연' });
    await form.getByLabelText('By when').fill('2026-12-01');
    await form.getByRole('button', { name: 'Save gap' }).click();
    await expect.poll(() => db.gaps.get(id)).toMatchObject({ due: '2026-12-01', owner: 'Emma' });
  });
});

describe('a deal', () => {
  it('shows the page of one whose date no calendar knows, and keeps another from being saved', async () => {
    await db.deals.update(dealId, { customerDue: BAD });
    location.hash = `#/deal/${dealId}`;
    await stage(<LibraryApp />, 'ko');
    await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect.element(page.getByText(WRONG.ko)).toBeInTheDocument();
  });
});

describe('a date field', () => {
  it('takes no year of six digits, and does not complain while a year is typed', async () => {
    const given: string[] = [];
    await stage(<Field onDay={(day) => { given.push(day); }} />, 'en');
    const field = page.getByLabelText('Day');
    await expect.element(field).toBeVisible();
    await type(field, '1201202');
    await expect.poll(() => given.at(-1)).toBe('0202-12-01');
    expect(page.getByRole('alert').query()).toBeNull();
    await userEvent.keyboard('6');
    await expect.poll(() => given.at(-1)).toBe('2026-12-01');
    await userEvent.keyboard('1');
    expect(given.every((day) => day === '' || /^\d{4}-/u.test(day))).toBe(true);
  });

  it('says at once what is wrong when somebody wanted to save, else when it is left', async () => {
    await stage(<Field start="0202-12-01" />, 'ko');
    const field = page.getByLabelText('Day');
    await expect.element(page.getByRole('alert')).toHaveTextContent(WRONG.ko);
    await expect.element(field).toHaveAttribute('aria-invalid', 'true');
    (field.element() as HTMLElement).focus();
    await expect.poll(() => page.getByRole('alert').query()).toBeNull();
    (page.getByRole('button', { name: 'try' }).element() as HTMLElement).click();
    (field.element() as HTMLElement).focus();
    await expect.element(page.getByRole('alert')).toBeVisible();
  });
});

function Field({ start = '', onDay }: { start?: string; onDay?: (day: string) => void }) {
  const [day, setDay] = useState(start);
  const [tried, setTried] = useState(false);
  return <><DateField label="Day" value={day} tried={tried} onDay={(next) => { setDay(next); onDay?.(next); }} /><button type="button" onClick={() => { setTried(true); }}>try</button></>;
}

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cdp, page } from 'vitest/browser';
import { LibraryApp } from '@/components/library/LibraryApp';
import { db } from '@/utils/db/database';
import { planMeeting } from '@/utils/services/deal/plan-meeting';
import { someDeal } from '../../db/rows';
import { emptyDatabase, stage } from '../call/stage';

/** 14:00 on Tuesday 1 December in Seoul; in UTC it is 05:00. */
const AT = Date.UTC(2026, 11, 1, 5);

beforeEach(async () => {
  await emptyDatabase();
  await cdp().send('Emulation.setTimezoneOverride', { timezoneId: 'Asia/Seoul' });
});
afterEach(async () => { await cdp().send('Emulation.setTimezoneOverride', { timezoneId: '' }); });

describe.each([['ko', '2026. 12. 1. (화) 14:00'], ['en', 'Tue 1 Dec 2026 14:00']] as const)('times in the library (%s)', (language, written) => {
  it('of the next meeting are those of the rep’s own clock', async () => {
    const dealId = await someDeal(db);
    await planMeeting(db, dealId, { title: 'Second', startsAt: AT, endsAt: AT + 5_400_000, aim: '', room: '', url: '', people: [] }, AT - 86_400_000);
    location.hash = `#/deal/${dealId}`;
    await stage(<LibraryApp />, language);
    await expect.element(page.getByText(`${written}–15:30`, { exact: true })).toBeVisible();
  });

  it('of evidence too, in the list and on its page', async () => {
    await db.clips.put({ id: 'c', dealId: '', itemId: null, topic: null, kind: 'article', url: 'https://example.com/', title: 'News', byline: '', language: '', direction: 'ltr', limit: null, html: '', text: 'words', at: AT, updatedAt: AT } as never);
    location.hash = '#/evidence';
    await stage(<LibraryApp />, language);
    await expect.element(page.getByText(written)).toBeVisible();
    location.hash = '#/clip/c';
    await expect.element(page.getByText(written)).toBeVisible();
  });
});

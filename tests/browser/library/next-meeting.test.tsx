/** The next meeting on a deal's page: planned by hand, or filled from a pasted invitation or an .ics file. */
import { beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { LibraryApp } from '@/components/library/LibraryApp';
import { db } from '@/utils/db/database';
import { someDeal } from '../../db/rows';
import { emptyDatabase, stage } from '../call/stage';
import { picture } from '../picture';
import { violations } from '../violations';

const ICS = [
  'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Hanbit//KO', 'BEGIN:VEVENT', 'UID:1@hanbit.example', 'DTSTAMP:20261120T000000Z', 'SUMMARY:재고 시스템 2차 미팅',
  'DTSTART:20991203T050000Z', 'DTEND:20991203T060000Z', 'LOCATION:https://meet.google.com/abc-defg-hij', 'ORGANIZER;CN=박서연:mailto:seoyeon@ours.example',
  'ATTENDEE;CN=이수민:mailto:sumin@hanbit.example', 'END:VEVENT', 'END:VCALENDAR', '',
].join('\r\n');

let dealId = '';
beforeEach(async () => {
  await emptyDatabase();
  dealId = await someDeal(db);
  location.hash = `#/deal/${dealId}`;
  await page.viewport(360, 900);
});

it('is filled from an .ics file, keeps what the file does not say, and adds its people to the contacts', async () => {
  await stage(<LibraryApp />, 'ko');
  const plan = page.getByRole('region', { name: '다음 미팅' });
  await plan.getByRole('button', { name: '다음 미팅 준비' }).click();
  await plan.getByLabelText('목적').fill('ERP 연동 범위 확정');
  await plan.getByText('초대장 붙여넣기').click();
  await userEvent.upload(plan.getByLabelText('.ics 파일 고르기'), new File([ICS], 'invite.ics', { type: 'text/calendar' }));
  await expect.element(plan.getByText('아래에 채웠습니다. 확인하고 저장하세요.')).toBeVisible();
  await expect.element(plan.getByLabelText('제목')).toHaveValue('재고 시스템 2차 미팅');
  await expect.element(plan.getByLabelText('회의 링크')).toHaveValue('https://meet.google.com/abc-defg-hij');
  expect(await violations()).toEqual([]);
  await picture('plan-form-ko', plan);
  await plan.getByRole('button', { name: '계획 저장' }).click();
  await expect.poll(async () => (await db.deals.get(dealId))?.next).toMatchObject({
    title: '재고 시스템 2차 미팅', aim: 'ERP 연동 범위 확정', startsAt: Date.UTC(2099, 11, 3, 5), endsAt: Date.UTC(2099, 11, 3, 6), room: 'meet:abc-defg-hij',
  });
  expect((await db.deals.get(dealId))?.rooms).toEqual(['meet:abc-defg-hij']);
  await expect.element(plan.getByText('이 영업 건으로 열림')).toBeVisible();
  expect(await violations()).toEqual([]);
  await picture('plan-ko', plan);
  await plan.getByRole('button', { name: /담당자로 \d명 추가/ }).click();
  await expect.poll(async () => (await db.contacts.toArray()).map((c) => c.name).sort()).toContain('이수민');
});

it('is filled from pasted text; what is no invitation is refused in words, and half a time is not saved', async () => {
  await stage(<LibraryApp />, 'en', 'dark');
  const plan = page.getByRole('region', { name: 'Next meeting' });
  await plan.getByRole('button', { name: 'Plan the next meeting' }).click();
  await plan.getByText('Paste an invitation').click();
  const box = plan.getByLabelText('Text of the invitation');
  await box.fill('hello');
  await plan.getByRole('button', { name: 'Fill in' }).click();
  await expect.element(plan.getByRole('alert')).toHaveTextContent('No date, link or people were found');
  await box.fill('Subject: Stock system, second meeting\nThursday, December 3, 2099 2:00pm – 3:00pm\nJoin: https://zoom.us/j/98765432100?pwd=x\nGuests: Sumin Lee <sumin@hanbit.example>');
  await plan.getByRole('button', { name: 'Fill in' }).click();
  await expect.element(plan.getByLabelText('Title')).toHaveValue('Stock system, second meeting');
  await expect.element(plan.getByLabelText('Date')).toHaveValue('2099-12-03');
  await expect.element(plan.getByLabelText('From')).toHaveValue('14:00');
  await picture('plan-form-en', plan);
  await plan.getByLabelText('From').fill('');
  await plan.getByRole('button', { name: 'Save the plan' }).click();
  await expect.element(plan.getByText('Give the time too, or clear the date.')).toBeVisible();
  expect((await db.deals.get(dealId))?.next ?? null).toBeNull();
  await plan.getByLabelText('From').fill('14:00');
  await plan.getByRole('button', { name: 'Save the plan' }).click();
  await expect.poll(async () => (await db.deals.get(dealId))?.next?.room).toBe('zoom:98765432100');
  await plan.getByRole('button', { name: 'Remove the plan' }).click();
  await expect.poll(async () => (await db.deals.get(dealId))?.next).toBeNull();
});

it('offers those who are invited as contacts, but not who asks: that is nobody’s contact', async () => {
  await db.deals.update(dealId, { next: { title: '2차', startsAt: null, endsAt: null, aim: '', room: null, url: '', people: [{ name: '김민호', email: 'minho@daesung.example' }, { name: '박서연', email: '' }] } });
  await stage(<LibraryApp />, 'ko');
  await page.getByRole('button', { name: '담당자로 1명 추가' }).click();
  await expect.poll(async () => (await db.contacts.toArray()).map((c) => c.name)).toEqual(['김민호']);
});

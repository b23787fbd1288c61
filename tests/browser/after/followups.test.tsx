/** Follow-ups on a deal's page and in the list of all deals. */
import { beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { LibraryApp } from '@/components/library/LibraryApp';
import { db } from '@/utils/db/database';
import { addFollowUp } from '@/utils/services/followup/keep-follow-up';
import { captureLine } from '@/utils/services/capture/capture-line';
import { editLine } from '@/utils/services/capture/edit-line';
import { dateAt } from '@/utils/time/plain-date';
import { utcOffsetAt } from '@/utils/settings/clock';
import { someDeal } from '../../db/rows';
import { emptyDatabase, stage } from '../call/stage';
import { picture } from '../picture';
import { violations } from '../violations';

const TODAY = dateAt(Date.now(), utcOffsetAt(Date.now()));
let dealId = '';

beforeEach(async () => {
  await emptyDatabase();
  dealId = await someDeal(db);
  await page.viewport(360, 800);
});

const add = async (text: string, dueOn: string, deal = dealId): Promise<string> => (await addFollowUp(db, deal, { text, dueOn }, 1)) ?? '';
const section = (name: RegExp) => page.getByRole('region', { name });

it.each(['ko', 'en'] as const)('on a deal: added, moved, done with what came of it, skipped only with a reason, reopened (%s)', async (language) => {
  const ko = language === 'ko';
  location.hash = `#/deal/${dealId}`;
  await stage(<LibraryApp />, language, ko ? 'light' : 'dark');
  const list = section(ko ? /^후속 연락/ : /^Follow-ups/);
  const press = async (name: string | RegExp): Promise<void> => { await list.getByRole('button', { name, exact: typeof name === 'string' }).click(); };
  const save = ko ? '저장' : 'Save';
  await press(ko ? '후속 연락 추가' : 'Add a follow-up');
  await userEvent.keyboard('{Enter}');
  await expect.element(list.getByText(ko ? '내용을 적어 주세요.' : 'Say what it is about.')).toBeVisible();
  await list.getByLabelText(ko ? '내용' : 'What about').fill('창고 이전 소식');
  await list.getByLabelText(ko ? '날짜' : 'Day', { exact: true }).fill('2099-01-05');
  expect(await violations()).toEqual([]);
  await press(save);
  await expect.poll(async () => (await db.followUps.toArray()).map(({ step, text, dueOn }) => [step, text, dueOn])).toEqual([['own', '창고 이전 소식', '2099-01-05']]);
  const row = async () => (await db.followUps.toArray())[0];

  await press(ko ? '수정: 창고 이전 소식' : 'Change: 창고 이전 소식');
  await list.getByLabelText(ko ? '날짜' : 'Day', { exact: true }).fill('2099-02-05');
  await press(save);
  await expect.poll(async () => (await row())?.dueOn).toBe('2099-02-05');

  await press(ko ? '건너뛰기: 창고 이전 소식' : 'Skip: 창고 이전 소식');
  await press(save);
  await expect.element(list.getByRole('alert')).toHaveTextContent(ko ? '이유를 적어' : 'Say why');
  await list.getByLabelText(ko ? '건너뛰는 이유' : 'Why it is skipped').fill('이전 취소');
  await press(save);
  await expect.poll(row).toMatchObject({ state: 'skipped', outcome: '이전 취소' });
  await press(ko ? '되돌리기' : 'Undo');
  await expect.poll(row).toMatchObject({ state: 'scheduled', outcome: '' });

  await press(ko ? '완료: 창고 이전 소식' : 'Done: 창고 이전 소식');
  await userEvent.keyboard('{Enter}');
  await expect.poll(row).toMatchObject({ state: 'done', closedOn: TODAY });
  await list.getByText(ko ? '끝난 것 (1)' : 'Over (1)').click();
  await press(ko ? '다시 열기: 창고 이전 소식' : 'Reopen: 창고 이전 소식');
  await expect.poll(row).toMatchObject({ state: 'scheduled', closedOn: null });
  expect(await violations()).toEqual([]);
  await press(ko ? '“창고 이전 소식” 삭제' : /^Delete/);
  await expect.poll(() => db.followUps.count()).toBe(0);
  await press(ko ? '되돌리기' : 'Undo');
  await expect.poll(() => db.followUps.count()).toBe(1);
});

it('what was asked for and left for later is a reason to call again, in the customer’s words', async () => {
  const want = await captureLine(db, '+ 다크 모드', { meeting: null, dealId, focus: null, me: '', kind: null }, 1);
  await editLine(db, 'wants', want?.id ?? '', { priority: 'later', trigger: '2차 예산이 나오면' }, 2);
  location.hash = `#/deal/${dealId}`;
  await stage(<LibraryApp />, 'ko');
  const list = section(/^후속 연락/);
  const reasons = section(/^나중으로 미룬 고객 요청/);
  await expect.element(reasons.getByText('계기: 2차 예산이 나오면')).toBeVisible();
  await reasons.getByRole('button', { name: '날짜 잡기: 다크 모드' }).click();
  await reasons.getByLabelText('날짜', { exact: true }).fill('2099-03-02');
  await picture('followups-reasons', list);
  await reasons.getByRole('button', { name: '저장' }).click();
  await expect.element(list.getByText('다시 여쭙기: 다크 모드')).toBeVisible();
  await expect.element(reasons).not.toBeInTheDocument();
  await db.wants.clear();
  await expect.element(list.getByText('다시 여쭙기: 지금은 없는 고객 요청')).toBeVisible();
});

it.each(['ko', 'en'] as const)('of all deals: overdue first, with deals that have nothing ahead, and a line above every page (%s)', async (language) => {
  const ko = language === 'ko';
  const quiet = await someDeal(db, '조용한 고객사', '유지보수');
  await db.deals.update(quiet, { course: [{ to: 'contracted', on: '2026-01-02', why: '', at: 1 }] });
  const lost = await someDeal(db, '떠난 고객사', '끝난 건');
  await db.deals.update(lost, { course: [{ to: 'lost', on: '2026-01-02', why: '가격', at: 1 }] });
  const late = await add('안부 묻기', '2020-01-02');
  await add('오늘 전화', TODAY);
  await add('나중 일', '2099-01-02');
  await db.followUps.put({ id: 'r', dealId, step: 'review', text: '', dueOn: '2099-03-02', state: 'scheduled', closedOn: null, outcome: '', at: 1, updatedAt: 1 });
  location.hash = '#/followups';
  await stage(<LibraryApp />, language, ko ? 'dark' : 'light');
  await expect.element(page.getByText(ko ? '챙길 후속 연락이 2건 있습니다.' : '2 follow-ups are due.')).toBeVisible();
  const heads = page.getByRole('heading', { level: 2 });
  await expect.poll(() => heads.elements().map((head) => head.textContent)).toEqual(ko
    ? ['기한 지남 (1)', '오늘 (1)', '그 뒤 (2)', '다음이 정해지지 않은 영업 건 (1)'] : ['Overdue (1)', 'Today (1)', 'Later (2)', 'Deals without a next step (1)']);
  await expect.element(page.getByRole('link', { name: '조용한 고객사 · 유지보수' })).toBeVisible();
  expect(await violations()).toEqual([]);
  await picture(`followups-all-${language}`);
  await page.getByRole('searchbox').fill('안부');
  await expect.poll(() => heads.elements().map((head) => head.textContent)).toEqual([ko ? '기한 지남 (1)' : 'Overdue (1)']);
  await page.getByRole('button', { name: ko ? '완료: 안부 묻기' : 'Done: 안부 묻기' }).click();
  await userEvent.keyboard('잘 지내심{Enter}');
  await expect.poll(() => db.followUps.get(late)).toMatchObject({ state: 'done', outcome: '잘 지내심' });
  await expect.element(page.getByText(ko ? '챙길 후속 연락이 1건 있습니다.' : '1 follow-up is due.')).toBeVisible();
  // With the filter taken off and what is over shown, it is there with what came of it.
  await page.getByRole('searchbox').fill('');
  await page.getByLabelText(ko ? '끝난 것도 보기' : 'Show what is over').click();
  await expect.element(section(ko ? /^끝난 것/ : /^Over \(/).getByText('잘 지내심')).toBeVisible();
});

it('goes into one’s own calendar with whose it is, and it is said where the file is', async () => {
  const files: { name: string; text: Promise<string> }[] = [];
  const blobs = vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => { files.push({ name: '', text: (blob as Blob).text() }); return 'blob:none'; });
  const clicks = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) { const last = files.at(-1); if (last) last.name = this.download; });
  await add('창고 이전 소식', '2099-01-05');
  location.hash = `#/deal/${dealId}`;
  await stage(<LibraryApp />, 'ko');
  await section(/^후속 연락/).getByRole('button', { name: '날짜를 내 캘린더에 넣기 (.ics)' }).click();
  await expect.element(page.getByText('다운로드 폴더에 baton-follow-ups.ics 파일을 저장했습니다.')).toBeVisible();
  expect(files.map((file) => file.name)).toEqual(['baton-follow-ups.ics']);
  const text = (await files[0]?.text)?.replaceAll('\r\n ', '') ?? '';
  expect(text.match(/^(?:SUMMARY|DTSTART|UID).*$/gmu)?.map((line) => line.trim())).toEqual([expect.stringMatching(/^UID:.+-follow-up@baton$/u), 'SUMMARY:가온식자재: 창고 이전 소식', 'DTSTART;VALUE=DATE:20990105']);
  blobs.mockRestore();
  clicks.mockRestore();
});

it('are looked after by their list, however many there are: no clock and no look at the drafts for each', async () => {
  const rows = Array.from({ length: 200 }, (_, i) => ({ id: `r${String(i)}`, dealId, step: 'own' as const, text: `안부 ${String(i)}`, dueOn: '2099-03-02', state: 'scheduled' as const, closedOn: null, outcome: '', at: i, updatedAt: i }));
  await db.followUps.bulkPut(rows);
  let clocks = 0;
  const real = window.setInterval;
  window.setInterval = ((...given: Parameters<typeof real>) => { clocks += 1; return real(...given); }) as typeof real;
  try {
    location.hash = '#/followups';
    await stage(<LibraryApp />, 'ko');
    await expect.element(page.getByText('안부 199')).toBeVisible();
    expect(clocks).toBeLessThan(50);
  } finally {
    window.setInterval = real;
  }
});

it('whose deal is gone for good is listed without a link that leads nowhere', async () => {
  await db.followUps.put({ id: 'r', dealId: '', step: 'own', text: '홀로 남음', dueOn: '2099-03-02', state: 'scheduled', closedOn: null, outcome: '', at: 1, updatedAt: 1 });
  location.hash = '#/followups';
  await stage(<LibraryApp />, 'ko');
  await expect.element(page.getByText('홀로 남음')).toBeVisible();
  await expect.element(page.getByRole('link', { name: /가온식자재/ })).toBeVisible();
  expect(await violations()).toEqual([]);
});

it('is found by search, and leads to its line on the deal’s page', async () => {
  await add('창고 이전 소식', '2099-01-05');
  location.hash = '#/search?q=이전';
  await stage(<LibraryApp />, 'ko');
  await page.getByRole('link', { name: /창고 이전 소식/ }).click();
  await expect.element(page.getByRole('listitem').filter({ hasText: '창고 이전 소식' }).first()).toHaveAttribute('aria-current', 'true');
});

it('a list that ends before its rows do says so', async () => {
  const one = { dealId, step: 'own' as const, dueOn: '2099-01-05', state: 'scheduled' as const, closedOn: null, outcome: '', at: 1, updatedAt: 1 };
  await db.followUps.bulkPut(Array.from({ length: 301 }, (_, i) => ({ ...one, id: `f${String(i)}`, text: `안부 ${String(i)}` })));
  location.hash = '#/followups';
  await stage(<LibraryApp />, 'ko');
  await expect.element(page.getByRole('heading', { name: '그 뒤 (301)' })).toBeVisible();
  await expect.element(page.getByText('앞의 300건만 보입니다.', { exact: false })).toBeInTheDocument();
});

/** What a deal costs and what is left of its price: a page of the library, and of nothing that a customer sees. */
import { beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { LibraryApp } from '@/components/library/LibraryApp';
import { db } from '@/utils/db/database';
import type { Packet } from '@/utils/packet/schema';
import { setCosting } from '@/utils/services/deal/set-costing';
import { applyReply } from '@/utils/services/reply/apply-reply';
import { hashOfReply } from '@/utils/reply/parse';
import { someDeal } from '../../db/rows';
import { emptyDatabase, stage } from '../call/stage';
import { picture } from '../picture';
import { fullReply, sentPacket } from '../reply/sent';
import { answer, Packet as PacketScreen } from '../review/after-call';
import { violations } from '../violations';

beforeEach(async () => {
  await emptyDatabase();
  await page.viewport(800, 1000);
});

const field = (name: string | RegExp, at = 0) => page.getByRole('textbox', { name, exact: typeof name === 'string' }).nth(at);
const button = (name: string) => page.getByRole('button', { name, exact: true });
const result = (name: string) => page.getByRole('region', { name });
const costing = async (dealId: string) => (await db.deals.get(dealId))?.costing;

/** A deal to whose packet delivery has sent its estimate. */
async function estimated(): Promise<string> {
  const sent = await sentPacket();
  const reply = fullReply(sent);
  await applyReply(db, { reply, id: hashOfReply(reply), keys: new Set(), owner: '박서연', needInfo: (want) => want }, Date.UTC(2026, 10, 27));
  return sent.dealId;
}

async function open(dealId: string, language: 'ko' | 'en', theme: 'light' | 'dark' = 'light'): Promise<void> {
  location.hash = `#/deal/${dealId}`;
  await stage(<LibraryApp />, language, theme);
  await page.getByRole('link', { name: language === 'ko' ? '원가와 마진' : 'Cost and margin', exact: true }).click();
}

it('reckons with delivery’s estimate without anything typed again, and keeps what is saved', async () => {
  const dealId = await estimated();
  await open(dealId, 'ko');
  await expect.element(page.getByText('수행팀 견적: 정하늘', { exact: false })).toBeVisible();
  await expect.element(result('계산 결과').getByText('아직 모름: M/M당 원가가 없는 역할 백엔드, 기획')).toBeVisible();
  await field('M/M당 원가, 백엔드').fill('750만 원');
  await field('M/M당 원가, 기획').fill('8,000,000');
  await field('예비비(%)').fill('10');
  await field('판매가(부가세 별도)').fill('4,500만 원');
  await field('목표 마진(%)').fill('30');
  // (2 + 12 + 5) / 6 × 7.5 M + 1 × 8 M, and a tenth more.
  await expect.element(result('계산 결과').getByText('₩34,925,000 (₩20,900,000~₩54,450,000)')).toBeVisible();
  await expect.element(result('계산 결과').getByText('22.4% (₩10,075,000 남음)', { exact: false })).toBeVisible();
  await expect.element(result('계산 결과').getByText('목표 마진보다 낮습니다.')).toBeVisible();
  await expect.element(result('계산 결과').getByText('₩49,892,857')).toBeVisible();
  expect(await violations()).toEqual([]);
  await picture('cost-ko');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText(/^저장됨/u)).toBeVisible();
  expect(await costing(dealId)).toMatchObject({ effort: null, rates: [{ role: '백엔드', rate: 7_500_000 }, { role: '기획', rate: 8_000_000 }], contingency: 10, price: 45_000_000, targetMargin: 30, inHandoff: true });
  await expect.element(field('판매가(부가세 별도)')).toHaveValue('45,000,000');
  await userEvent.keyboard('{Alt>}z{/Alt}');
  await expect.poll(() => costing(dealId)).toBeUndefined();
});

it('takes a guess of one’s own until delivery’s word comes, and says at the field what is wrong', async () => {
  const dealId = await someDeal(db);
  await open(dealId, 'en', 'dark');
  await expect.element(page.getByText('No reply of delivery has an estimate yet', { exact: false })).toBeVisible();
  await field('Likely').fill('two');
  await field('Price without VAT').fill('50.000 or so');
  await field('Contingency (%)').fill('300');
  await button('Save').click();
  for (const words of ['Name the role.', 'Enter numbers with at best ≤ likely ≤ at worst.', 'Enter one amount in USD.', 'Enter a percentage from 0 to 100.']) await expect.element(page.getByText(words)).toBeVisible();
  await expect.element(field('Role')).toHaveFocus();
  await picture('cost-wrong-en');
  expect(await violations()).toEqual([]);
  expect(await costing(dealId)).toBeUndefined();
  await field('Role').fill('PM');
  await field('Likely').fill('2');
  await field('Cost of a person-month').fill('9,000');
  await button('Add a role').click();
  await field('Role', 1).fill('Developer');
  await field('At best', 1).fill('3');
  await field('Likely', 1).fill('4,5');
  await field('At worst', 1).fill('9');
  await field('Cost of a person-month', 1).fill('$7k');
  await field('Contingency (%)').fill('');
  await field('Price without VAT').fill('40,000');
  await expect.element(result('What it comes to').getByText('The price does not cover the cost.')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Tell delivery in handoff packets' }).click();
  await button('Save').click();
  await expect.poll(() => costing(dealId)).toMatchObject({ currency: 'USD', effort: [{ role: 'PM', low: 2, likely: 2, high: 2 }, { role: 'Developer', low: 3, likely: 4.5, high: 9 }], price: 40_000, inHandoff: false });
  await button('Remove PM').click();
  await button('Save').click();
  await expect.poll(async () => (await costing(dealId))?.effort).toEqual([{ role: 'Developer', low: 3, likely: 4.5, high: 9 }]);
  // The rate stays known, for when the role is needed again.
  expect((await costing(dealId))?.rates).toContainEqual({ role: 'PM', rate: 9000 });
});

it('goes from delivery’s estimate to a guess and back, and keeps what was typed over a reload', async () => {
  const dealId = await estimated();
  await open(dealId, 'ko');
  await button('직접 어림해서 적기').click();
  await expect.element(field('역할')).toHaveValue('백엔드');
  await field('보통').fill('4');
  await expect.element(page.getByText('아직 저장하지 않음')).toBeVisible();
  const close = await stage(<LibraryApp />, 'ko');
  await expect.element(field('보통')).toHaveValue('4');
  await expect.element(page.getByText('입력하던 내용을 되살렸습니다.', { exact: false })).toBeVisible();
  await button('수행팀 견적으로 계산하기').click();
  await expect.element(page.getByText('수행팀 견적: 정하늘', { exact: false })).toBeVisible();
  close();
});

it('takes rates from a file and from the deals before', async () => {
  const other = await someDeal(db, '한빛물류', '배차');
  await setCosting(db, other, { currency: 'KRW', effort: null, rates: [{ role: '기획', rate: 6_000_000 }], direct: 0, subcontract: 0, contingency: 0, price: null, targetMargin: null, inHandoff: true }, 1);
  const dealId = await estimated();
  await open(dealId, 'ko');
  await expect.element(field('M/M당 원가, 기획')).toHaveValue('6,000,000');
  await expect.element(field('M/M당 원가, 백엔드')).toHaveValue('');
  const pick = page.getByLabelText('단가 파일 가져오기 (CSV)');
  await userEvent.upload(pick, new File(['이것은 단가표가 아님'], 'memo.csv', { type: 'text/csv' }));
  await expect.element(page.getByRole('alert')).toHaveTextContent('역할과 KRW 금액이 함께 있는 줄이 없습니다.');
  await userEvent.upload(pick, new File(['역할,단가\n백엔드,7200000\nDBA,9000000\n디자인,미정\n'], '단가.csv', { type: 'text/csv' }));
  await expect.element(page.getByText('단가 2건을 읽었고, 이 중 1건이 이 영업 건의 역할입니다. 저장하면 반영됩니다.')).toBeVisible();
  await expect.element(page.getByText('읽지 못한 줄: 4')).toBeVisible();
  await expect.element(field('M/M당 원가, 백엔드')).toHaveValue('7,200,000');
  await button('저장').click();
  await expect.poll(async () => (await costing(dealId))?.rates).toEqual([{ role: '기획', rate: 6_000_000 }, { role: '백엔드', rate: 7_200_000 }, { role: 'DBA', rate: 9_000_000 }]);
});

it('says when the time is short, and which three can give', async () => {
  const dealId = await estimated();
  const meeting = (await db.meetings.toArray())[0];
  if (!meeting) throw new Error('no meeting');
  const soon = new Date(Date.now() + 70 * 86_400_000).toISOString().slice(0, 10);
  await answer({ dealId, meeting }, 'A-24', 'answered', soon, { value: { kind: 'date', parts: [{ date: soon, firm: 'fixed' }] } });
  await page.viewport(360, 900);
  await open(dealId, 'en');
  await expect.element(result('What it comes to').getByText('Delivery needs 8 to 12 weeks.', { exact: false })).toHaveTextContent('That is enough only if all goes well.');
  await expect.element(page.getByText('Something has to give: the date, the scope or the budget.', { exact: false })).toBeVisible();
  await picture('cost-time-en-360', page.getByRole('form', { name: 'Cost and margin' }));
  expect(await violations()).toEqual([]);
});

it('keeps what is typed while it is being saved', async () => {
  const dealId = await someDeal(db);
  await open(dealId, 'en');
  await field('Likely').fill('2');
  await field('Role').fill('PM');
  await field('Price without VAT').fill('100');
  await expect.poll(async () => (await db.drafts.toArray()).map((draft) => draft.text).join()).toContain('"100"');
  // The disk is busy for a moment.
  let free = false;
  let held: () => void = () => undefined;
  const holding = new Promise<void>((resolve) => { held = resolve; });
  const busy = db.transaction('rw', db.accounts, async () => { while (!free) { await db.accounts.get('nobody'); held(); } });
  await holding;
  (field('Price without VAT').element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  await field('Margin you want (%)').fill('30');
  free = true;
  await busy;
  await expect.poll(async () => (await costing(dealId))?.price).toBe(100);
  await expect.element(page.getByText(/^Saved/u)).toBeVisible();
  await expect.element(field('Margin you want (%)')).toHaveValue('30');
  await expect.poll(async () => (await db.drafts.toArray()).map((draft) => JSON.parse(draft.text) as object)).toEqual([{ target: '30' }]);
});

it('is told in a handoff as delivery reckons now: one that was saved before their newer estimate is not offered again', async () => {
  const sent = await sentPacket();
  const bring = (days: string, likely: number) => {
    const reply = fullReply(sent, { at: `2026-11-${days}T10:00:00+09:00`, estimate: { class: 'rough', effort: [{ role: 'PM', low: likely, likely, high: likely }], durationWeeks: null, assumptions: [] } });
    return applyReply(db, { reply, id: hashOfReply(reply), keys: new Set(), owner: '박서연', needInfo: (want) => want }, Date.UTC(2026, 10, Number(days)));
  };
  await bring('27', 2);
  await setCosting(db, sent.dealId, { currency: 'KRW', effort: null, rates: [{ role: 'PM', rate: 9_000_000 }], direct: 0, subcontract: 0, contingency: 0, price: 60_000_000, targetMargin: 20, inHandoff: true }, 1);
  vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  await stage(<PacketScreen meeting={sent.meeting} />, 'en');
  await page.getByText('Handoff', { exact: true }).click();
  for (const box of page.getByRole('textbox', { name: /^Why it goes out/u }).all()) await box.fill('Agreed with the team lead');
  const copied = async (): Promise<unknown[]> => {
    await button('Copy as Markdown').click();
    return (await db.packets.where({ dealId: sent.dealId }).sortBy('number')).flatMap(({ json }) => (JSON.parse(json) as Packet).costing?.months.expected ?? []);
  };
  await expect.poll(copied).toEqual([2]);
  await bring('28', 5);
  await expect.poll(copied).toEqual([2, 5]);
  vi.restoreAllMocks();
});

/** Wants, pains and promises on a deal's page: added, edited, ordered, kept. */
import { beforeEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { LinesView } from '@/components/call/LinesView';
import { LibraryApp } from '@/components/library/LibraryApp';
import { db } from '@/utils/db/database';
import { captureLine } from '@/utils/services/capture/capture-line';
import { editLine } from '@/utils/services/capture/edit-line';
import { startManualMeeting } from '@/utils/services/meeting/start-manual-meeting';
import { someDeal } from '../../db/rows';
import { emptyDatabase, stage } from '../call/stage';
import { picture } from '../picture';
import { violations } from '../violations';

const AT = Date.UTC(2026, 10, 24, 5);
let dealId = '';

async function say(text: string): Promise<string> {
  return (await captureLine(db, text, { meeting: null, dealId, focus: null, me: '박서연', kind: null }, AT))?.id ?? '';
}

beforeEach(async () => {
  await emptyDatabase();
  dealId = await someDeal(db);
  location.hash = `#/deal/${dealId}`;
  await page.viewport(360, 800);
});

const section = (name: RegExp) => page.getByRole('region', { name });

it.each(['ko', 'en'] as const)('promises: overdue first, kept with one press and taken back, put right only with date and words (%s)', async (language) => {
  const ko = language === 'ko';
  const [late, open] = [await say('! 견적서를 드리겠습니다'), await say('! 데모를 보여 드리겠습니다')];
  await editLine(db, 'commitments', late, { due: '2020-01-02' }, AT);
  await editLine(db, 'commitments', open, { due: '2099-01-02' }, AT);
  await stage(<LibraryApp />, language, ko ? 'light' : 'dark');
  const list = section(ko ? /^약속/ : /^Promises/);
  await expect.element(list.getByText(ko ? '기한 지남' : 'Overdue')).toBeVisible();
  expect(list.element().textContent?.indexOf('견적서')).toBeLessThan(list.element().textContent?.indexOf('데모') ?? 0);
  await picture(`deal-lists-${language}`, list);
  await list.getByRole('button', { name: ko ? '지킨 것으로 표시: “데모를 보여 드리겠습니다”' : 'Mark as kept: “데모를 보여 드리겠습니다”' }).click();
  await expect.poll(() => db.commitments.get(open)).toMatchObject({ fulfilment: 'done', fulfilledOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string });
  await list.getByRole('button', { name: ko ? '되돌리기' : 'Undo' }).click();
  await expect.poll(() => db.commitments.get(open)).toMatchObject({ fulfilment: 'open', fulfilledOn: null });

  await editLine(db, 'commitments', late, { fulfilment: 'broken' }, AT);
  await list.getByRole('button', { name: ko ? '약속 “견적서를 드리겠습니다” 수정' : /Edit promise “견적서를/ }).click();
  await list.getByLabelText(ko ? '지켰는지' : 'Was it kept?').selectOptions('repaired');
  const save = list.getByRole('button', { name: ko ? '약속 저장' : /Save/ });
  await save.click();
  await expect.element(list.getByRole('alert')).toBeVisible();
  await list.getByLabelText(ko ? '고객에게 한 말' : 'What was said to the customer').fill('사과하고 다시 드림');
  await list.getByLabelText(ko ? '언제' : 'On', { exact: true }).fill('2026-11-25');
  expect(await violations()).toEqual([]);
  await save.click();
  await expect.poll(() => db.commitments.get(late)).toMatchObject({ fulfilment: 'repaired', fulfilledOn: '2026-11-25', fulfilmentNote: '사과하고 다시 드림' });
});

it('pains are added and edited, and show the wants they stand behind; wants end at the cut', async () => {
  await stage(<LibraryApp />, 'ko');
  const pains = section(/^Pain Point/);
  await pains.getByLabelText('Pain Point 추가').fill('재고가 매번 다름');
  await pains.getByRole('button', { name: '추가' }).click();
  await expect.poll(async () => (await db.notes.toArray()).map((n) => [n.kind, n.text, n.dealId])).toEqual([['pain', '재고가 매번 다름', dealId]]);
  await pains.getByRole('button', { name: /수정$/ }).click();
  await pains.getByLabelText('고객이 말한 그대로').fill('재고가 월말마다 다름');
  await pains.getByRole('button', { name: '저장' }).click();
  await expect.element(pains.getByText('재고가 월말마다 다름')).toBeVisible();
  const painId = (await db.notes.toArray())[0]?.id ?? '';

  const wants = section(/^고객 요청/);
  for (const words of ['앱 다크 모드', '바코드 입출고']) {
    await wants.getByLabelText('고객 요청 추가').fill(words);
    await wants.getByRole('button', { name: '추가' }).click();
    await expect.element(wants.getByText(words)).toBeVisible();
  }
  const rows = await db.wants.toArray();
  const idOf = (words: string): string => rows.find((w) => w.words === words)?.id ?? '';
  await editLine(db, 'wants', idOf('앱 다크 모드'), { priority: 'later' }, AT);
  await editLine(db, 'wants', idOf('바코드 입출고'), { priority: 'must', painId }, AT);
  await expect.element(wants.getByText('여기부터는 1차에 넣지 않음')).toBeVisible();
  const text = wants.element().textContent ?? '';
  expect([text.indexOf('바코드 입출고'), text.indexOf('여기부터는'), text.indexOf('앱 다크 모드')].every((at, i, all) => at >= 0 && (i === 0 || at > (all[i - 1] ?? 0)))).toBe(true);
  const cut = wants.getByText('여기부터는 1차에 넣지 않음').element().getBoundingClientRect();
  const [before, after] = wants.getByRole('group').elements().map((tools) => tools.getBoundingClientRect());
  expect([cut.top > (before?.bottom ?? 0), cut.bottom <= (after?.top ?? 0) + 4]).toEqual([true, true]);
  await expect.element(wants.getByText(/언제 다시 볼지 아직 없음/)).toBeVisible();
  await expect.element(pains.getByText(/관련 요청: “바코드 입출고”/)).toBeVisible();
  expect(await violations()).toEqual([]);
  await picture('deal-lists-wants', wants);
});

it('a line half typed waits for the next visit, a promise can be added here too, and a want without words says so', async () => {
  await stage(<LibraryApp />, 'en');
  const promises = section(/^Promises/);
  await promises.getByLabelText('Add a promise').fill('Send the quote');
  await expect.poll(() => db.drafts.count()).toBe(1);
  await stage(<LibraryApp />, 'en');
  await expect.element(promises.getByLabelText('Add a promise')).toHaveValue('Send the quote');
  await promises.getByRole('button', { name: 'Add' }).click();
  await expect.poll(async () => (await db.commitments.toArray()).map((c) => [c.words, c.dealId, c.saidBy])).toEqual([['Send the quote', dealId, '박서연']]);
  await expect.poll(() => db.drafts.count()).toBe(0);
  await say('+ Dark mode');
  const wants = section(/^What the customer wants/);
  await wants.getByRole('button', { name: /Edit/ }).click();
  await wants.getByLabelText('As the customer said it').fill(' ');
  await wants.getByRole('button', { name: /Save/ }).click();
  await expect.element(wants.getByRole('alert')).toBeVisible();
  expect((await db.wants.toArray())[0]?.words).toBe('Dark mode');
});

it.each(['ko', 'en'] as const)('how a want is met is proposed here with its why, a no with its “then how”, and delivery’s word is read (%s)', async (language) => {
  const ko = language === 'ko';
  const id = await say('+ 우리 서식 그대로');
  await editLine(db, 'wants', id, { priority: 'must', needBehind: '감사 대응' }, AT);
  await stage(<LibraryApp />, language, ko ? 'dark' : 'light');
  const wants = section(ko ? /^고객 요청/ : /^What the customer wants/);
  const [how, why, then] = ko ? ['구현 방식', '커스터마이징이 필요한 이유', '그러면 어떻게'] : ['How it is met', 'Why it takes custom work', 'Then how'];
  const [edit, save] = [() => wants.getByRole('button', { name: ko ? /수정$/ : /^Edit/ }), () => wants.getByRole('button', { name: ko ? '고객 요청 저장' : 'Save want' })];
  await edit().click();
  await expect.element(wants.getByLabelText(why)).not.toBeInTheDocument();
  await wants.getByLabelText(how).selectOptions('customisation');
  await expect.element(wants.getByLabelText(why)).toBeVisible();
  expect(await violations()).toEqual([]);
  await picture(`deal-lists-how-${language}`, wants);
  await save().click();
  await expect.element(wants.getByText(ko ? /커스터마이징 이유 없음/ : /no reason for custom work yet/)).toBeVisible();
  await edit().click();
  await wants.getByLabelText(why).fill('감사 서식이 법으로 정해짐');
  await save().click();
  await expect.element(wants.getByText(ko ? /구현 방식\(제안\): 커스터마이징 · 이유: 감사 서식이/ : /how, as proposed: Customisation · because: 감사 서식이/)).toBeVisible();

  await edit().click();
  await wants.getByLabelText(how).selectOptions('not_available');
  await save().click();
  await expect.element(wants.getByRole('alert')).toBeVisible();
  expect(await db.wants.get(id)).toMatchObject({ customClass: 'customisation', customWhy: '감사 서식이 법으로 정해짐' });
  await wants.getByLabelText(then).fill('표준 서식에 항목을 더함');
  await save().click();
  await expect.poll(() => db.wants.get(id)).toMatchObject({ customClass: 'not_available', thenHow: '표준 서식에 항목을 더함', feasibility: 'unknown' });

  await db.wants.update(id, { customClass: 'integration', classedBy: '한지우', feasibility: 'feasible' });
  await expect.element(wants.getByText(ko ? /구현 방식: 연동\(수행팀 한지우\)/ : /how: Integration \(한지우, delivery\)/)).toBeVisible();
  await edit().click();
  await expect.element(wants.getByText(ko ? '수행팀 한지우 님이 정했습니다.' : 'Set by 한지우, delivery.')).toBeVisible();
  await expect.element(wants.getByLabelText(how)).not.toBeInTheDocument();
});

const drafts = async (): Promise<string[]> => (await db.drafts.toArray()).map((d) => d.text);

it.each([
  { name: 'a pain', line: '# Stock never fits', list: /^Pain/, field: 'In the customer’s words', saved: async () => (await db.notes.toArray())[0]?.text },
  { name: 'a want', line: '+ Dark mode', list: /^What the customer wants/, field: 'As the customer said it', saved: async () => (await db.wants.toArray())[0]?.words },
])('the form of $name keeps what was typed, marks its line, and forgets it once it is answered', async ({ line, list, field, saved }) => {
  await say(line);
  const words = section(list).getByLabelText(field);
  const open = async (): Promise<void> => { await section(list).getByRole('button', { name: /Edit/ }).click(); };
  const close = await stage(<LibraryApp />, 'en');
  await open();
  await words.fill('half typed');
  await expect.poll(drafts).toEqual([expect.stringContaining('half typed')]);
  close();
  await stage(<LibraryApp />, 'en', 'dark');
  await expect.element(section(list).getByText('begun, not saved')).toBeVisible();
  await open();
  await expect.element(words).toHaveValue('half typed');
  await expect.element(section(list).getByText('What you were typing is back.')).toBeVisible();
  expect(await violations()).toEqual([]);
  await section(list).getByRole('button', { name: 'Cancel' }).click();
  await expect.poll(drafts).toEqual([]);
  await expect.element(section(list).getByText('begun, not saved')).not.toBeInTheDocument();
  await open();
  await words.fill('typed whole');
  await section(list).getByRole('button', { name: /^Save/ }).click();
  await expect.poll(saved).toBe('typed whole');
  await expect.poll(drafts).toEqual([]);
});

it('a want that is half typed keeps its other fields when only its words are put right in the call', async () => {
  const id = await say('+ Dark mode');
  await db.drafts.put({ key: `line:wants:edit:${id}`, meetingId: '', text: '{"needBehind":"tired eyes"}', updatedAt: 1 });
  const want = await db.wants.get(id);
  if (!want) throw new Error('no want');
  await startManualMeeting(db, dealId, '', AT);
  const meeting = (await db.meetings.toArray())[0];
  if (!meeting) throw new Error('no meeting');
  await db.wants.update(id, { meetingId: meeting.id });
  await stage(<LinesView meeting={meeting} board={null} />, 'en');
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('textbox', { name: 'Text' }).fill('Dark theme');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect.poll(async () => (await db.wants.get(id))?.words).toBe('Dark theme');
  await expect.poll(drafts).toEqual(['{"needBehind":"tired eyes"}']);
});

it('what is changed about a deal is kept, marked in the list of deals, taken back by cancel, and gone once it is saved', async () => {
  const due = page.getByLabelText('Date promised to the customer');
  const close = await stage(<LibraryApp />, 'en');
  await due.fill('2026-12-24');
  await expect.poll(drafts).toEqual(['{"customerDue":"2026-12-24"}']);
  close();
  location.hash = '#/deals';
  await stage(<LibraryApp />, 'en', 'dark');
  await expect.element(page.getByRole('row', { name: /재고 시스템/ }).getByText('begun, not saved')).toBeVisible();
  location.hash = `#/deal/${dealId}`;
  await expect.element(due).toHaveValue('2026-12-24');
  await expect.element(page.getByText('What you were typing is back.')).toBeVisible();
  expect(await violations()).toEqual([]);
  const form = page.getByRole('form', { name: 'Save' });
  await form.getByRole('button', { name: 'Cancel' }).click();
  await expect.element(due).toHaveValue('');
  await expect.poll(drafts).toEqual([]);
  await due.fill('2026-12-31');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect.poll(async () => (await db.deals.get(dealId))?.customerDue).toBe('2026-12-31');
  await expect.poll(drafts).toEqual([]);
  await expect.element(due).toHaveValue('2026-12-31');
});

it('a deal that is half made waits behind “New deal”', async () => {
  location.hash = '#/deals';
  const make = page.getByRole('button', { name: 'New deal' });
  const close = await stage(<LibraryApp />, 'en');
  await make.click();
  await page.getByLabelText('Account').fill('Hanla');
  await page.getByLabelText('Deal', { exact: true }).fill('Stock');
  await expect.poll(drafts).toEqual(['{"accountName":"Hanla","dealName":"Stock"}']);
  close();
  await stage(<LibraryApp />, 'en', 'dark');
  await expect.element(page.getByText('begun, not saved')).toBeVisible();
  await make.click();
  await expect.element(page.getByLabelText('Deal', { exact: true })).toHaveValue('Stock');
  expect(await violations()).toEqual([]);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect.poll(drafts).toEqual([]);
  await make.click();
  await page.getByLabelText('Account').fill('Hanla');
  await page.getByLabelText('Deal', { exact: true }).fill('Stock');
  await page.getByRole('button', { name: 'Create deal' }).click();
  await expect.element(page.getByRole('heading', { name: 'Stock' })).toBeVisible();
  await expect.poll(drafts).toEqual([]);
});

it.each(['ko', 'en'] as const)('what delivery said on the phone is written down in somebody’s name, shown as heard, and taken back (%s)', async (language) => {
  const ko = language === 'ko';
  const id = await say('! 12월 10일까지 견적서를 드리겠습니다');
  await editLine(db, 'commitments', id, { onBehalfOfDelivery: true }, AT);
  await stage(<LibraryApp />, language, ko ? 'dark' : 'light');
  const list = section(ko ? /^약속/ : /^Promises/);
  await list.getByRole('button', { name: ko ? /^수행팀 답 적기/u : /^Note delivery’s answer/u }).click();
  const form = list.getByRole('form', { name: ko ? /^수행팀 답 적기/u : /^Note delivery’s answer/u });
  await form.getByRole('button', { name: ko ? '저장' : 'Save' }).click();
  await expect.element(form.getByText(ko ? '수행팀의 답을 골라 주세요.' : 'Pick what they said.')).toBeVisible();
  await form.getByText(ko ? '어려움, 대신 …' : 'We can’t, but then …', { exact: true }).click();
  await form.getByLabelText(ko ? '누가 말했나요' : 'Who said it').fill('정하늘');
  await form.getByLabelText(ko ? '어디에서' : 'Where it was said').fill('전화');
  await form.getByRole('button', { name: ko ? '저장' : 'Save' }).click();
  // A "cannot" needs its "then how", from sales as from delivery.
  const how = form.getByLabelText(ko ? '그러면 어떻게' : 'Then how?');
  await expect.element(how).toHaveFocus();
  expect(await db.commitments.get(id)).toMatchObject({ confirmation: 'unconfirmed' });
  await picture(`verdict-${language}`, list);
  expect(await violations()).toEqual([]);
  await how.fill('12월 20일');
  await form.getByRole('button', { name: ko ? '저장' : 'Save' }).click();
  await expect.poll(() => db.commitments.get(id)).toMatchObject({ confirmation: 'cannot', deliveryNote: '12월 20일', heardVerdict: { by: '정하늘', where: '전화' } });
  await expect.element(list.getByText(ko ? /영업이 들은 답: 정하늘, .*전화/u : /as we heard it: 정하늘, .*전화/u)).toBeVisible();
  await list.getByRole('button', { name: ko ? '되돌리기' : 'Undo' }).click();
  await expect.poll(async () => (await db.commitments.get(id))?.confirmation).toBe('unconfirmed');
});

/** What became of a deal, on its page: signed with what is open answered for, on hold, lost, and taken back. */
import { beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { LibraryApp } from '@/components/library/LibraryApp';
import { db } from '@/utils/db/database';
import { draftKey } from '@/utils/db/drafts/draft-keys';
import { dealState } from '@/utils/deal/course';
import { recordAnswer } from '@/utils/services/answer/record-answer';
import { captureLine } from '@/utils/services/capture/capture-line';
import { editLine, takeOffRecord } from '@/utils/services/capture/edit-line';
import { aReply, kept } from '../../unit/reply/small-reply';
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

const state = async () => { const deal = await db.deals.get(dealId); return deal && dealState(deal); };
const section = (name: RegExp) => page.getByRole('region', { name });

it.each(['ko', 'en'] as const)('signing names who answers for what is open, plans the follow-ups, and can be undone (%s)', async (language) => {
  const ko = language === 'ko';
  const blocking = await say('? ERP 버전은 무엇인가요');
  await editLine(db, 'gaps', blocking, { blocksEstimate: true }, AT);
  await say('! 바코드 장비를 빌려 드립니다');
  await stage(<LibraryApp />, language, ko ? 'light' : 'dark');
  const course = section(ko ? /^진행 상태/ : /^Where it stands/);
  await course.getByRole('button', { name: ko ? '계약 완료' : 'Signed', exact: true }).click();
  const form = course.getByRole('form', { name: ko ? '계약 완료' : 'Signed' });
  const of = (what: RegExp) => form.getByRole('group', { name: what });
  const gap = of(ko ? /^견적을 막는 미확인: ERP/ : /^Blocking gap: ERP/);
  await expect.element(gap.getByLabelText(ko ? '책임지는 사람' : 'Who answers for it')).toHaveValue('박서연');
  await gap.getByLabelText(ko ? '이유 (선택)' : 'Why (optional)').fill('착수 뒤 확인하기로 함');
  const promise = of(ko ? /바코드 장비/ : /Promise without delivery’s word/);
  await promise.getByLabelText(ko ? '책임지는 사람' : 'Who answers for it').fill('');
  // Twenty-one minimum items that nobody asked stand in two rows, with their names.
  const blocks = of(ko ? /^견적을 막는 항목: 13개: / : /^Not known, blocking the estimate: 13: /);
  await blocks.getByLabelText(ko ? '이유 (선택)' : 'Why (optional)').fill('첫 회의에서 확인');
  await expect.element(form.getByText(ko ? /확인하지 못한 항목.*8개: .*, / : /Not known.*8: .*, /)).toBeVisible();
  expect(form.getByLabelText(ko ? '책임지는 사람' : 'Who answers for it').elements()).toHaveLength(5);
  await form.getByLabelText(ko ? '무상 하자보수 만료일' : 'Warranty ends on').fill('2028-03-31');
  await picture(`course-signing-${language}`, form);
  expect(await violations()).toEqual([]);
  const save = form.getByRole('button', { name: ko ? '저장' : 'Save' });
  await save.click();
  await expect.element(form.getByText(ko ? '이름을 적어 주세요.' : 'Give a name.')).toBeVisible();
  await expect.element(promise.getByLabelText(ko ? '책임지는 사람' : 'Who answers for it')).toHaveFocus();
  await promise.getByLabelText(ko ? '책임지는 사람' : 'Who answers for it').fill('김대리');
  await save.click();
  await expect.poll(async () => (await db.deals.get(dealId))?.risksAccepted?.map(({ kind, by, why }) => [kind, by, why])).toEqual([
    ['gap', '박서연', '착수 뒤 확인하기로 함'], ['promise', '김대리', ''], ['acceptance', '박서연', ''],
  ]);
  const items = (await db.deals.get(dealId))?.itemsAccepted ?? [];
  expect([items.length, items.filter(({ why }) => why === '첫 회의에서 확인').length, new Set(items.map(({ by }) => by))]).toEqual([21, 13, new Set(['박서연'])]);
  await expect.element(course.getByText(ko ? '계약할 때 안고 가기로 한 것 (24)' : 'Accepted when it was signed (24)')).toBeVisible();
  await expect.element(course.getByText(ko ? '2028. 3. 31. (금)' : 'Fri 31 Mar 2028')).toBeVisible();
  // The plan stands on the same page, and delivery has not taken it over yet.
  await expect.element(section(ko ? /^후속 연락/ : /^Follow-ups/).getByText(ko ? '하자보수 만료 전: 유지보수 협의' : 'Before the warranty ends: agree the maintenance')).toBeVisible();
  await expect.element(course.getByRole('button', { name: ko ? '수행 시작' : 'Delivery began' })).not.toBeInTheDocument();
  await expect.element(course.getByRole('link', { name: ko ? '수행 인계서 만들기' : 'Make the handoff packet' })).toBeVisible();
  await course.getByText(ko ? '계약할 때 안고 가기로 한 것 (24)' : 'Accepted when it was signed (24)').click();
  // What has been settled since is told from what is left.
  await editLine(db, 'gaps', blocking, { blocksEstimate: false }, AT);
  await expect.element(course.getByRole('listitem').filter({ hasText: 'ERP 버전' })).toHaveTextContent(ko ? '정리됨' : 'Settled since');
  await expect.element(course.getByRole('listitem').filter({ hasText: '바코드 장비' })).not.toHaveTextContent(ko ? '정리됨' : 'Settled since');
  // So is an item that has become known; those accepted with it stay open, read together.
  await recordAnswer(db, { dealId, item: { id: 'A-13', topic: 'scope.must' }, meeting: null, state: 'answered', value: { kind: 'text', text: '조회' }, raw: '조회', remark: '', saidBy: '이수민', confidence: 'stated', relation: 'first', reason: '', offRecord: false, sides: null, language }, AT);
  const known = course.getByRole('listitem').filter({ hasText: ko ? '첫 회의에서 확인' : 'Because: 첫 회의에서 확인' });
  await expect.poll(() => known.elements().length).toBe(2);
  expect(known.elements().map((row) => (row.textContent ?? '').includes(ko ? '정리됨' : 'Settled since')).sort()).toEqual([false, true]);
  expect(await violations()).toEqual([]);
  await picture(`course-signed-${language}`, course);
  await course.getByRole('button', { name: ko ? '되돌리기' : 'Undo' }).click();
  await expect.poll(state).toBe('open');
  expect((await db.deals.get(dealId))?.itemsAccepted).toBeUndefined();
  expect(await db.followUps.count()).toBe(0);
});

it('a reason for a risk goes with its record, also in a form that stays open and is typed in again', async () => {
  const gone = await say('? 사장 아들의 반대');
  await editLine(db, 'gaps', gone, { blocksEstimate: true }, AT);
  await stage(<LibraryApp />, 'ko', 'light');
  const course = section(/^진행 상태/);
  await course.getByRole('button', { name: '계약 완료', exact: true }).click();
  const form = course.getByRole('form', { name: '계약 완료' });
  const typed = async () => (await db.drafts.get(draftKey('form:step', dealId, 'contracted')))?.text ?? '';
  await form.getByRole('group', { name: /사장 아들/ }).getByLabelText('이유 (선택)').fill('따로 설득');
  await form.getByRole('group', { name: /검수 기준/ }).getByLabelText('이유 (선택)').fill('착수 회의에서 정함');
  await expect.poll(typed).toContain('착수 회의');
  await takeOffRecord(db, 'gaps', gone);
  await expect.element(form.getByRole('group', { name: /사장 아들/ })).not.toBeInTheDocument();
  await form.getByLabelText('무상 하자보수 만료일').fill('2028-03-31');
  await expect.poll(typed).toContain('2028-03-31');
  expect(await typed()).toContain('착수 회의');
  expect(await typed()).not.toContain('설득');
});

it('a reason goes from a form that stays open when its topic is covered elsewhere, though the “?” stays; all else that is typed stays too', async () => {
  const about = { itemId: 'A-01', topic: 'pain.primary' };
  // Only a part was said of it: it stays open.
  const cover = (topic: string) => recordAnswer(db, {
    dealId, item: { id: 'A-01', topic }, meeting: null, state: 'partial', value: null, raw: '', remark: '', saidBy: '', confidence: null, relation: 'updates', reason: '', offRecord: true, sides: null, language: 'ko',
  }, AT + 1000);
  const open = await say('? 사장 아들의 반대');
  await editLine(db, 'gaps', open, { blocksEstimate: true }, AT);
  await db.gaps.update(open, about);
  await stage(<LibraryApp />, 'ko', 'light');
  const course = section(/^진행 상태/);
  await course.getByRole('button', { name: '계약 완료', exact: true }).click();
  const form = course.getByRole('form', { name: '계약 완료' });
  const typed = async () => (await db.drafts.get(draftKey('form:step', dealId, 'contracted')))?.text ?? '';
  const reason = form.getByRole('group', { name: /사장 아들/ }).getByLabelText('이유 (선택)');
  const criteria = form.getByRole('group', { name: /검수 기준/ }).getByLabelText('이유 (선택)');
  await reason.fill('따로 설득');
  await criteria.fill('내부 사정');
  await form.getByLabelText('무상 하자보수 만료일').fill('2028-03-31');
  await expect.poll(typed).toContain('2028-03-31');
  await cover(about.topic);
  await expect.element(reason).toHaveValue('');
  await expect.element(criteria).toHaveValue('내부 사정');
  await cover('acceptance.criteria');
  await expect.element(criteria).toHaveValue('');
  await form.getByLabelText('무상 하자보수 만료일').fill('2028-04-30');
  await expect.poll(typed).toContain('2028-04-30');
  expect(await typed()).not.toMatch(/설득|사정/u);
});

it('losing a deal asks for the reason and for the day to ask again; half typed it waits; taken up again it is open', async () => {
  const close = await stage(<LibraryApp />, 'ko');
  const course = section(/^진행 상태/);
  await course.getByRole('button', { name: '실주', exact: true }).click();
  const form = course.getByRole('form', { name: '실주' });
  await form.getByLabelText('다시 연락할 날').fill('2027-03-02');
  await form.getByRole('button', { name: '저장' }).click();
  await expect.element(form.getByLabelText('실주한 이유')).toHaveFocus();
  await expect.element(form.getByRole('alert')).toHaveTextContent('이유를 적어 주세요');
  expect(await violations()).toEqual([]);
  await form.getByLabelText('실주한 이유').fill('예산이 내년으로');
  await expect.poll(async () => (await db.drafts.get(draftKey('form:step', dealId, 'lost')))?.text).toContain('내년으로');
  close();
  await stage(<LibraryApp />, 'ko', 'dark');
  await course.getByRole('button', { name: /^실주/ }).click();
  await expect.element(form.getByText('입력하던 내용을 되살렸습니다.')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(form).not.toBeInTheDocument();
  await course.getByRole('button', { name: /^실주/ }).click();
  await form.getByRole('button', { name: '저장' }).click();
  await expect.poll(state).toBe('lost');
  expect(await db.drafts.count()).toBe(0);
  expect((await db.followUps.toArray()).map(({ step, dueOn }) => [step, dueOn])).toEqual([['revisit', '2027-03-02']]);
  await expect.element(course.getByText(/예산이 내년으로/)).toBeVisible();
  await picture('course-lost', course);
  await course.getByRole('button', { name: '다시 진행', exact: true }).click();
  await course.getByRole('form').getByRole('button', { name: '저장' }).click();
  await expect.poll(state).toBe('open');
  await course.getByText('지나온 과정 (2)').click();
  expect(await violations()).toEqual([]);
});

it('delivery begins once the handoff is accepted; then the customer is no prospect any more; a slip goes back', async () => {
  const { reply } = kept(aReply());
  await db.packets.put({ id: 'p1', dealId, meetingId: null, number: reply.packetNumber, purpose: 'handoff', language: 'ko', redaction: 'internal', createdAt: 1, fileName: 'a.zip', contentHash: reply.contentHash, json: '{}', replies: [kept(reply)] });
  await db.deals.update(dealId, { course: [{ to: 'contracted', on: '2026-11-02', why: '', at: 1 }] });
  await stage(<LibraryApp />, 'en');
  const course = section(/^Where it stands/);
  await course.getByRole('button', { name: 'Delivery began', exact: true }).click();
  await course.getByRole('form', { name: 'Delivery began' }).getByRole('button', { name: 'Save' }).click();
  await expect.poll(state).toBe('delivering');
  const mark = course.getByRole('button', { name: 'Mark as existing customer' });
  await mark.click();
  await expect.poll(async () => (await db.accounts.toArray())[0]?.relationship).toBe('existing');
  await expect.element(mark).not.toBeInTheDocument();
  expect(await violations()).toEqual([]);
  await course.getByRole('button', { name: 'Back to the state before' }).click();
  await expect.poll(state).toBe('contracted');
});

it('what was answered for and is not there any more is not called settled', async () => {
  await db.deals.update(dealId, { course: [{ to: 'contracted', on: '2026-11-02', why: '', at: 1 }], risksAccepted: [{ kind: 'gap', ref: 'gone', by: '박서연', why: '', at: 1 }] });
  await stage(<LibraryApp />, 'en');
  const course = section(/^Where it stands/);
  await course.getByText('Accepted when it was signed (1)').click();
  await expect.element(course.getByRole('listitem').filter({ hasText: 'No longer there' })).toHaveTextContent('Blocking gap');
  await expect.element(course.getByText('Settled since')).not.toBeInTheDocument();
});

it('a day of the contract that changes takes its follow-ups along', async () => {
  await db.deals.update(dealId, { course: [{ to: 'contracted', on: '2026-11-02', why: '', at: 1 }] });
  await stage(<LibraryApp />, 'en');
  const course = section(/^Where it stands/);
  await course.getByRole('button', { name: 'Add days' }).click();
  await course.getByLabelText('Contract ends on').fill('2099-12-31');
  await course.getByRole('button', { name: 'Save' }).click();
  await expect.poll(async () => (await db.followUps.orderBy('dueOn').toArray()).map((row) => row.step)).toEqual(['renewal_talk', 'renewal_options', 'renewal']);
  await expect.element(course.getByRole('button', { name: 'Change the days' })).toHaveFocus();
});

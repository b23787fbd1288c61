/** What makes a packet ready, as delivery wrote it: chosen and written in a draft, compared, read, and followed by the packet. */
import { beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { LibraryApp } from '@/components/library/LibraryApp';
import { withoutItem, withoutSection } from '@/utils/checklist/own/edits';
import { ruleFormOf, withoutOwnRule, withWeights } from '@/utils/checklist/own/rules';
import { db } from '@/utils/db/database';
import { parsePacket } from '@/utils/packet/parse';
import { agreeChecklist, beginNextVersion, editChecklist } from '@/utils/services/checklist/own/keep-checklist';
import { saveRule } from '@/utils/services/checklist/own/save-rule';
import { createDeal } from '@/utils/services/deal/create-deal';
import { emptyDatabase, stage } from '../call/stage';
import { picture } from '../picture';
import { violations } from '../violations';
import { button, openList, ownAgreed, ownDraft, rowOf, sideways } from './made';

const SIGNED = { sales: '박서연', delivery: '한지민', on: '2026-11-20', note: '' };
const RULE = { ...ruleFormOf(null, 'ko'), check: 'number' as const, topic: 'pain.impact', estimate: true, handoff: false, weight: 'must' as const, whyKo: '규모를 모르면 공수를 잡을 수 없습니다.', whyEn: 'Without the size there is no effort to name.' };
const rules = async (id: string) => (await rowOf(id)).list.rules;

beforeEach(async () => {
  await emptyDatabase();
  await page.viewport(360, 800);
});

it.each(['ko', 'en'] as const)('Baton’s rules are required, wished or not asked, by the keyboard, and taken back (%s)', async (language) => {
  const ko = language === 'ko';
  const id = await ownDraft();
  await openList(id, language, ko ? 'dark' : 'light');
  const fold = page.getByText(ko ? '인계 준비 기준' : 'What makes a packet ready', { exact: true });
  await fold.click();
  await expect.element(page.getByText(ko ? 'Baton의 기준을 모두 권장으로, 있는 그대로 씁니다.' : 'All of Baton’s rules count as wishes, as they come.')).toBeVisible();
  await expect.element(page.getByRole('region', { name: ko ? '미팅 동석 요청' : 'Join a meeting' })).toHaveTextContent(ko ? '언제나 필수 고객이 말한 Pain Point가 하나 이상' : 'Always required At least one pain point in the customer’s words');
  const name = ko ? '기준 고치기: 견적·공수 검토 요청' : 'Change the rules: Estimate review';
  await button(name).click();
  const form = page.getByRole('form', { name });
  await expect.element(form.getByRole('combobox').first()).toHaveFocus();
  await userEvent.tab();
  await userEvent.tab();
  await expect.element(form.getByLabelText(ko ? '고객과 약속한 날짜' : 'Date promised to the customer')).toHaveFocus();
  await form.getByLabelText(ko ? '고객과 약속한 날짜' : 'Date promised to the customer').selectOptions('must');
  expect(await violations()).toEqual([]);
  // What was chosen waits for whoever leaves, and is there again.
  await userEvent.keyboard('{Escape}');
  await expect.element(button(name)).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(form.getByLabelText(ko ? '고객과 약속한 날짜' : 'Date promised to the customer')).toHaveValue('must');
  await form.getByLabelText(ko ? '필수 요청에 모호한 말이 없음' : 'No vague words in must-haves').selectOptions('off');
  // The other choices stay as another window has them.
  await editChecklist(db, id, (list) => withWeights(list, { 'estimate.question': 'must' }), 50);
  await form.getByRole('button', { name: ko ? '저장' : 'Save' }).click();
  await expect.poll(() => rules(id)).toEqual({ set: { 'estimate.due': 'must', 'estimate.vague': 'off', 'estimate.question': 'must' }, own: [] });
  const region = page.getByRole('region', { name: ko ? '견적·공수 검토 요청' : 'Estimate review' });
  await expect.element(region).toHaveTextContent(ko ? '필수 고객과 약속한 날짜' : 'Required Date promised to the customer');
  await expect.element(region).toHaveTextContent(ko ? '쓰지 않음 필수 요청에 모호한 말이 없음' : 'Not asked No vague words in must-haves');
  await expect.element(button(name)).toHaveFocus();
  expect(await db.drafts.count()).toBe(0);
  expect(await violations()).toEqual([]);
  await button(ko ? '되돌리기' : 'Undo').click();
  await expect.poll(() => rules(id)).toEqual({ set: { 'estimate.question': 'must' }, own: [] });
});

it.each(['ko', 'en'] as const)('a rule of one’s own says what is judged and why, is changed and removed (%s)', async (language) => {
  const ko = language === 'ko';
  const id = await ownDraft();
  await openList(id, language, ko ? 'light' : 'dark');
  await page.getByText(ko ? '인계 준비 기준' : 'What makes a packet ready', { exact: true }).click();
  await button(ko ? '기준 추가' : 'Add a rule').click();
  const form = page.getByRole('form', { name: ko ? '기준 추가' : 'Add a rule' });
  await expect.element(form.getByLabelText(ko ? '무엇을 보나' : 'What is judged')).toHaveFocus();
  const save = form.getByRole('button', { name: ko ? '저장' : 'Save' });
  await form.getByLabelText(ko ? '수행 인계' : 'Handoff').click();
  await save.click();
  await expect.element(form.getByText(ko ? '주제를 골라 주세요.' : 'Pick the topic.')).toBeVisible();
  await expect.element(form.getByText(ko ? '하나 이상 골라 주세요.' : 'Pick one at least.')).toBeVisible();
  await expect.element(form.getByText(ko ? '이유를 적어 주세요.' : 'Say why.')).toBeVisible();
  await expect.element(form.getByLabelText(ko ? '주제' : 'Topic', { exact: true })).toHaveFocus();
  expect(await violations()).toEqual([]);
  await picture(`ready-bad-${language}`, form);
  await form.getByLabelText(ko ? '무엇을 보나' : 'What is judged').selectOptions('few_blocking');
  const most = form.getByLabelText(ko ? '몇 건까지 괜찮은지' : 'How many may be open');
  await most.fill('many');
  await expect.element(form.getByText(ko ? '0부터 99까지의 숫자를 적어 주세요.' : 'Write a number from 0 to 99.')).toBeVisible();
  await most.fill('2');
  await form.getByLabelText(ko ? '견적·공수 검토 요청' : 'Estimate review').click();
  await form.getByText(ko ? '필수' : 'Required', { exact: true }).click();
  await form.getByRole('textbox', { name: ko ? '수행팀에 필요한 이유' : 'Why delivery needs it', exact: true }).fill(ko ? '추측이 셋을 넘으면 견적이 아닙니다.' : 'Three guesses are no estimate.');
  await save.click();
  await expect.poll(async () => (await rules(id))?.own.length).toBe(1);
  const said = ko ? '견적을 막는 미확인이 2건 이하' : 'At most 2 open questions that block the estimate';
  const item = page.getByRole('listitem').filter({ hasText: said });
  await expect.element(item).toHaveTextContent(ko ? '필수 견적·공수 검토 요청' : 'Required Estimate review');
  await expect.element(button(ko ? '기준 추가' : 'Add a rule')).toHaveFocus();
  expect(await violations()).toEqual([]);
  for (const width of [320, 600, 1100, 360]) {
    await page.viewport(width, 800);
    expect(sideways(), String(width)).toBeLessThanOrEqual(0);
    await picture(`ready-${language}-${String(width)}`);
  }
  await button(ko ? `기준 수정: ${said}` : `Change the rule: ${said}`).click();
  await page.getByRole('form', { name: said }).getByLabelText(ko ? '몇 건까지 괜찮은지' : 'How many may be open').fill('0');
  await userEvent.keyboard('{Enter}');
  await expect.poll(async () => (await rules(id))?.own[0]?.most).toBe(0);
  await button(ko ? /^기준 삭제/u : /^Remove the rule/u).click();
  await expect.poll(() => rules(id)).toBeUndefined();
  await expect.element(button(ko ? '되돌리기' : 'Undo')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(async () => (await rules(id))?.own[0]?.most).toBe(0);
});

it('what was typed stays where another window removed the rule, or agreed the version', async () => {
  const id = await ownDraft();
  await saveRule(db, id, { ruleId: null, changed: RULE, language: 'ko' }, 3);
  await openList(id, 'ko');
  await button(/^기준 수정/u).click();
  const why = page.getByRole('textbox', { name: '수행팀에 필요한 이유', exact: true });
  await why.fill('적다 만 이유');
  // Folded away, the form is left, and what was typed is there again.
  const fold = page.getByText('인계 준비 기준', { exact: true });
  await fold.click();
  await expect.element(why).not.toBeInTheDocument();
  await fold.click();
  await button(/^기준 수정/u).click();
  await expect.element(why).toHaveValue('적다 만 이유');
  const ruleId = (await rules(id))?.own[0]?.id ?? '';
  await editChecklist(db, id, (list) => withoutOwnRule(list, ruleId), 50);
  await expect.element(page.getByText('다른 창에서 삭제한 기준입니다.', { exact: false })).toBeVisible();
  await expect.element(why).toHaveValue('적다 만 이유');
  expect(button('저장').elements()).toHaveLength(0);
  await button('버리기').click();
  await expect.poll(() => db.drafts.count()).toBe(0);
  await button('기준 추가').click();
  await why.fill('또 적다 만 이유');
  await agreeChecklist(db, id, SIGNED, 60);
  await expect.element(page.getByText('그사이 합의된 버전이라 더는 저장할 수 없습니다.', { exact: false })).toBeVisible();
  await expect.element(why).toHaveValue('또 적다 만 이유');
  expect(await violations()).toEqual([]);
});

it.each(['ko', 'en'] as const)('a next version names the rules that it changed, and is not agreed with one that no item asks for (%s)', async (language) => {
  const ko = language === 'ko';
  const first = await ownDraft();
  await saveRule(db, first, { ruleId: null, changed: RULE, language: 'ko' }, 2);
  await agreeChecklist(db, first, SIGNED, 3);
  const next = await beginNextVersion(db, (await rowOf(first)).list.id, 4);
  const ruleId = (await rules(next))?.own[0]?.id ?? '';
  await saveRule(db, next, { ruleId, changed: { weight: 'wish', whyEn: 'No size, no effort.' }, language: 'ko' }, 5);
  await editChecklist(db, next, (list) => withWeights(list, { 'handoff.kickoff': 'must' }), 6);
  await openList(next, language);
  await page.getByText(ko ? '이전 버전(1)과 다른 점 (2)' : 'What differs from version 1 (2)').click();
  const changes = page.getByRole('group').filter({ hasText: ko ? '이전 버전(1)과 다른 점' : 'What differs from version 1' });
  await expect.element(changes).toHaveTextContent(ko ? '변경 인계 준비 기준 착수일' : 'Changed What makes a packet ready Kickoff date');
  await expect.element(changes).toHaveTextContent(ko ? '얼마나 중요한지: 권장 → 필수' : 'How much it counts: Wished → Required');
  await expect.element(changes).toHaveTextContent(ko ? '변경 인계 준비 기준 “손실 규모”: 숫자가 있음' : 'Changed What makes a packet ready “Size of the loss” has a number');
  await expect.element(changes).toHaveTextContent(ko ? '수행팀에 필요한 이유 (영어): Without the size there is no effort to name. → No size, no effort.' : 'Why delivery needs it: Without the size there is no effort to name. → No size, no effort.');
  await picture(`ready-changes-${language}`, changes);
  const item = (await rowOf(next)).list.items.find(({ topic }) => topic === RULE.topic)?.id ?? '';
  await editChecklist(db, next, (list) => withoutSection(withoutItem(list, item), ''), 7);
  const section = page.getByRole('region', { name: ko ? '수행팀과 합의' : 'Agreement with delivery' });
  await expect.element(section).toHaveTextContent(ko ? '인계 준비 기준의 주제를 묻는 항목이 없습니다: “손실 규모”' : 'A rule of readiness is about “Size of the loss”, which no item asks for.');
  await section.getByRole('button', { name: ko ? '기준 고치기' : 'Change the rule' }).click();
  await expect.element(page.getByLabelText(ko ? '무엇을 보나' : 'What is judged')).toHaveFocus();
  await expect.element(page.getByRole('combobox', { name: ko ? '주제' : 'Topic' })).toHaveValue(RULE.topic);
  expect(await violations()).toEqual([]);
});

it('an agreed version and one that Baton ships are only read', async () => {
  await openList(await ownAgreed(), 'ko');
  await page.getByText('인계 준비 기준', { exact: true }).click();
  await expect.element(page.getByRole('region', { name: '수행 인계' })).toHaveTextContent('권장 착수일');
  expect(button(/기준/u).elements()).toHaveLength(0);
});

it.each(['ko', 'en'] as const)('the packet of a deal follows it: what is required and not met leaves with a reason, which is printed (%s)', async (language) => {
  const ko = language === 'ko';
  const id = await ownDraft();
  await editChecklist(db, id, (list) => ({ ...list, items: list.items.map((item) => ({ ...item, need: ['pain.primary', 'scope.must', 'next.deadline'].includes(item.topic) ? 'minimum' as const : 'nice' as const, by: 'contract' as const })) }), 2);
  await saveRule(db, id, { ruleId: null, changed: RULE, language: 'ko' }, 3);
  await agreeChecklist(db, id, SIGNED, 4);
  const { list } = await rowOf(id);
  const dealId = await createDeal(db, { accountName: '가온', dealName: '재고', stage: 'estimate', customerDue: '2027-06-30', checklist: { id: list.id, version: 1 }, alsoChecklists: [] }, 5);
  location.hash = `#/packet/${dealId}`;
  await stage(<LibraryApp />, language, ko ? 'light' : 'dark');
  const musts = page.getByRole('region', { name: ko ? '체크리스트의 필수인데 아직 못 채운 기준' : 'Required by the checklist, not met yet' });
  await expect.element(musts).toHaveTextContent(ko ? '“손실 규모”: 숫자가 있음' : '“Size of the loss” has a number');
  const ready = page.getByRole('region', { name: ko ? '인계 준비 상태' : 'Readiness' });
  await expect.element(ready).toHaveTextContent(ko ? '“손실 규모”: 숫자가 있음 (체크리스트 필수)' : '“Size of the loss” has a number (Required by the checklist)');
  await expect.element(ready).toHaveTextContent(ko ? RULE.whyKo : RULE.whyEn);
  expect(await violations()).toEqual([]);
  for (const width of [1100, 360]) {
    await page.viewport(width, 800);
    await picture(`ready-packet-${language}-${String(width)}`);
  }
  const save = button(ko ? '인계서 저장 (ZIP)' : 'Save packet (ZIP)');
  await expect.element(save).toBeEnabled();
  await save.click();
  const reason = musts.getByRole('textbox');
  await expect.element(reason).toHaveFocus();
  await expect.element(musts.getByRole('alert')).toBeVisible();
  expect(await db.packets.count()).toBe(0);
  await reason.fill('감사 전에 숫자가 나오지 않음');
  await expect.element(page.frameLocator(page.getByTitle(ko ? '수행 인계서 미리 보기' : 'Preview of the packet')).getByText(ko ? '체크리스트의 필수 기준을 채우지 못한 채로 보냅니다. 사유:' : 'Sent without all that the checklist requires. Reason:')).toBeInTheDocument();
  await save.click();
  await expect.poll(() => db.packets.count()).toBe(1);
  const read = parsePacket(JSON.parse((await db.packets.toArray())[0]?.json ?? ''));
  expect(read.ok && [read.packet.packet.sendAnywayReason, read.packet.readiness.rules.at(-1)?.must]).toEqual(['감사 전에 숫자가 나오지 않음', true]);
  // A copy for the customer has none of this.
  await page.getByText(ko ? '고객 공유용' : 'Customer-safe', { exact: true }).click();
  await expect.element(musts).not.toBeInTheDocument();
});

/** What delivery asked back after two meetings stands on the page of checklists, is taken in or declined, and taken back. */
import { beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { LibraryApp } from '@/components/library/LibraryApp';
import { withoutItem } from '@/utils/checklist/own/edits';
import { db } from '@/utils/db/database';
import { editChecklist } from '@/utils/services/checklist/own/keep-checklist';
import { returnedDeal } from '../../db/reply/answered-deal';
import { emptyDatabase, stage } from '../call/stage';
import { picture } from '../picture';
import { violations } from '../violations';
import { button, ownAgreed, ownDraft, rowOf, sideways } from './made';

const WORDS = ['가온에서 매일 일어나나요, 월말만인가요?', '누가 겪는 일인지 모르겠습니다.'] as const;
const itemOf = async (id: string) => (await rowOf(id)).list.items.find(({ topic }) => topic === 'pain.primary');

async function open(language: 'ko' | 'en', theme: 'light' | 'dark' = 'light'): Promise<void> {
  location.hash = '#/checklists';
  await stage(<LibraryApp />, language, theme);
  await expect.element(page.getByRole('heading', { level: 2, name: language === 'ko' ? '수행팀 회신에서 나온 제안' : 'Proposed from delivery’s replies' })).toBeVisible();
}
const region = (ko: boolean) => page.getByRole('region', { name: ko ? '수행팀 회신에서 나온 제안' : 'Proposed from delivery’s replies' });

beforeEach(async () => {
  await emptyDatabase();
  await page.viewport(360, 800);
  await returnedDeal(db, '가온', WORDS[0]);
  await returnedDeal(db, '한빛', WORDS[1], 'not_usable');
});

it.each(['ko', 'en'] as const)('is taken into the version that is begun for it: the user writes the question, and one undo takes it back (%s)', async (language) => {
  const ko = language === 'ko';
  const id = await ownAgreed();
  const next = id.replace(/v1$/u, 'v2');
  await open(language, ko ? 'dark' : 'light');
  const section = region(ko);
  await expect.element(section).toHaveTextContent(ko ? '핵심 Pain Point 인계서 2건에서 되물음' : 'Main pain point asked back in 2 packets');
  await expect.element(section).toHaveTextContent(ko ? '이대로는 쓰기 어려움 “누가 겪는 일인지 모르겠습니다.”' : 'Not usable “누가 겪는 일인지 모르겠습니다.”');
  await expect.element(section.getByRole('link', { name: '가온 · 가온 구축' })).toHaveAttribute('href', expect.stringMatching(/^#\/deal\//u));
  await expect.element(section).toHaveTextContent(ko ? '우리 첫 통화 버전 1: E-02 항목에서 묻고 있습니다(최소 확보).' : '우리 첫 통화, version 1: E-02 asks for it (Minimum).');
  expect(await violations()).toEqual([]);
  const name = ko ? '반영하기…: 핵심 Pain Point' : 'Take it in…: Main pain point';
  await button(name).click();
  const form = page.getByRole('form', { name });
  await expect.element(form.getByRole('combobox')).toHaveFocus();
  await expect.element(form.getByRole('combobox')).toHaveTextContent(ko ? '우리 첫 통화: 버전 2 새로 시작' : '우리 첫 통화: begins version 2');
  const ask = form.getByLabelText(ko ? '질문' : 'Question', { exact: true });
  // The question as it is, and nothing of what delivery wrote about one deal.
  await expect.element(ask).toHaveValue((await itemOf(id))?.ask[language]);
  const save = form.getByRole('button', { name: ko ? '초안에 적기' : 'Write it into the draft' });
  await save.click();
  await expect.element(form.getByText(ko ? '아직 바꾼 것이 없습니다.' : 'Nothing is changed yet', { exact: false })).toBeVisible();
  await expect.element(ask).toHaveFocus();
  await ask.fill('');
  await expect.element(form.getByText(ko ? '질문을 적어 주세요.' : 'Write the question.')).not.toBeInTheDocument();
  await ask.fill('가온에서 무엇이 가장 힘든가요?');
  await expect.element(form.getByText(ko ? '이름이 들어 있습니다: “가온”.' : 'This names “가온”.', { exact: false })).toBeVisible();
  await ask.fill('무엇이, 얼마나 자주, 누구를 힘들게 하나요?');
  await expect.element(form.getByText('“가온”', { exact: false })).not.toBeInTheDocument();
  expect(await violations()).toEqual([]);
  for (const width of [320, 1100, 360]) {
    await page.viewport(width, 800);
    expect(sideways(), String(width)).toBeLessThanOrEqual(0);
    await picture(`proposal-take-${language}-${String(width)}`, section);
  }
  // Left half typed, it is found again.
  await ask.click();
  await userEvent.keyboard('{Escape}');
  await expect.element(button(name)).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(ask).toHaveValue('무엇이, 얼마나 자주, 누구를 힘들게 하나요?');
  await save.click();
  await expect.poll(async () => (await db.checklists.get(next)) !== undefined).toBe(true);
  expect((await itemOf(next))?.ask[language]).toBe('무엇이, 얼마나 자주, 누구를 힘들게 하나요?');
  expect(JSON.stringify((await rowOf(next)).list)).not.toMatch(/가온|월말만/u);
  await expect.element(page.getByRole('link', { name: ko ? '열기' : 'Open it', exact: true })).toHaveAttribute('href', `#/checklists/${next}`);
  await expect.element(button(name)).not.toBeInTheDocument();
  await section.getByText(ko ? '결정한 제안 (1)' : 'Decided (1)').click();
  await expect.element(section).toHaveTextContent(ko ? /우리 첫 통화 \(버전 2\)의 E-02 항목에 반영했습니다/u : /Taken into 우리 첫 통화 \(Version 2\) on .*, as E-02\./u);
  expect(await violations()).toEqual([]);
  await picture(`proposal-taken-${language}`, section);
  expect(await db.drafts.count()).toBe(0);
  await button(ko ? '되돌리기' : 'Undo').click();
  await expect.poll(() => db.checklists.get(next)).toBeUndefined();
  await expect.element(button(name)).toBeVisible();
  expect(await db.proposals.count()).toBe(0);
});

it.each(['ko', 'en'] as const)('is declined with a reason, comes back when delivery asks again, and can be taken up at any time (%s)', async (language) => {
  const ko = language === 'ko';
  await open(language, ko ? 'light' : 'dark');
  const section = region(ko);
  // Nothing to take it into yet: the way there is said.
  await expect.element(section).toHaveTextContent(ko ? '반영하려면 먼저 아래 초안을 우리 것으로 만드세요.' : 'To take one in, make a checklist your own first, below.');
  const name = ko ? '반영하지 않기…: 핵심 Pain Point' : 'Decline…: Main pain point';
  await button(name).click();
  const form = page.getByRole('form', { name });
  const why = form.getByLabelText(ko ? '반영하지 않는 사유' : 'Why not');
  await expect.element(why).toHaveFocus();
  const save = form.getByRole('button', { name: ko ? '반영하지 않기' : 'Decline', exact: true });
  await save.click();
  await expect.element(form.getByRole('alert')).toHaveTextContent(ko ? '사유를 적어 주세요.' : 'Say why not.');
  await expect.element(why).toHaveFocus();
  expect(await violations()).toEqual([]);
  await why.fill('두 건 모두 특수한 경우');
  await save.click();
  await expect.poll(async () => (await db.proposals.toArray()).map((row) => [row.id, row.verdict, row.why, row.seen.length])).toEqual([['pain.primary', 'declined', '두 건 모두 특수한 경우', 2]]);
  await expect.element(button(ko ? '되돌리기' : 'Undo')).toHaveFocus();
  expect(page.getByRole('link', { name: ko ? '열기' : 'Open it', exact: true }).elements()).toHaveLength(0);
  await expect.element(button(name)).not.toBeInTheDocument();
  await returnedDeal(db, '다솜', '이번에도 모르겠습니다.');
  await expect.element(section).toHaveTextContent(ko ? '질문 새로 물음 “이번에도 모르겠습니다.”' : 'Question new “이번에도 모르겠습니다.”');
  await expect.element(section).toHaveTextContent(ko ? '반영하지 않기로 했지만 그 뒤에 다시 물었습니다. 사유: 두 건 모두 특수한 경우' : '두 건 모두 특수한 경우 Delivery asked again since.');
  await picture(`proposal-again-${language}`, section);
  await button(name).click();
  await why.fill('여전히');
  await save.click();
  await section.getByText(ko ? '결정한 제안 (1)' : 'Decided (1)').click();
  await button(ko ? '다시 검토: 핵심 Pain Point' : 'Take up again: Main pain point').click();
  await expect.element(button(name)).toBeVisible();
  expect(await db.proposals.count()).toBe(0);
  await button(ko ? '되돌리기' : 'Undo').click();
  await expect.poll(async () => (await db.proposals.toArray()).map((row) => row.why)).toEqual(['여전히']);
});

it('becomes a new item where none asks for it, in the checklist and the section that are picked', async () => {
  await ownAgreed('첫째');
  const second = await ownDraft('둘째');
  await editChecklist(db, second, (list) => withoutItem(list, 'F-02'), 50);
  await open('ko');
  await expect.element(region(true)).toHaveTextContent('둘째 버전 1: 묻는 항목이 없습니다.');
  await button('반영하기…: 핵심 Pain Point').click();
  const form = page.getByRole('form', { name: '반영하기…: 핵심 Pain Point' });
  const into = form.getByLabelText('어느 체크리스트에');
  const ask = form.getByLabelText('질문', { exact: true });
  await expect.element(into).toHaveTextContent('둘째: 버전 1 초안');
  await expect.element(ask).toHaveValue('');
  await expect.element(form.getByRole('radio', { name: '최소 확보' })).toBeChecked();
  const save = form.getByRole('button', { name: '초안에 적기' });
  await save.click();
  await expect.element(form.getByText('질문을 적어 주세요.')).toBeVisible();
  // What was not typed follows the checklist that is picked.
  await into.selectOptions('첫째: 버전 2 새로 시작');
  await expect.element(ask).not.toHaveValue('');
  await expect.element(form).toHaveTextContent('이미 묻고 있는 E-02 항목을 고칩니다.');
  await into.selectOptions('둘째: 버전 1 초안');
  await ask.fill('가장 힘든 점은요?');
  await form.getByLabelText('섹션').selectOptions((await rowOf(second)).list.sections[0]?.id ?? '');
  await save.click();
  await expect.poll(async () => (await itemOf(second))?.ask.ko).toBe('가장 힘든 점은요?');
  const { list } = await rowOf(second);
  expect(await itemOf(second)).toMatchObject({ id: 'F-13', need: 'minimum', section: list.sections[0]?.id });
});

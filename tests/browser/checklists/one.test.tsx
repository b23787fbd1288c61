/** One checklist of one's own: read, changed while it is a draft, by mouse and by keyboard, each step taken back. */
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { LibraryApp } from '@/components/library/LibraryApp';
import { withoutItem } from '@/utils/checklist/own/edits';
import { db } from '@/utils/db/database';
import { agreeChecklist, editChecklist } from '@/utils/services/checklist/own/keep-checklist';
import { saveItem } from '@/utils/services/checklist/own/save-item';
import { emptyDatabase, stage } from '../call/stage';
import { picture } from '../picture';
import { violations } from '../violations';
import { button, longList, openList, order, ownDraft, rowOf, sideways } from './made';

let id = '';
const itemOf = async (itemId: string) => (await rowOf(id)).list.items.find((item) => item.id === itemId);

beforeEach(async () => {
  await emptyDatabase();
  await page.viewport(360, 800);
  id = await ownDraft();
});

it.each(['ko', 'en'] as const)('shows its sections with their items, and what each asks for (%s)', async (language) => {
  const ko = language === 'ko';
  await openList(id, language, ko ? 'dark' : 'light');
  const item = page.getByRole('listitem').filter({ hasText: 'E-03' }).first();
  await expect.element(item).toHaveTextContent(ko ? '대략이라도, 시간이나 돈으로 얼마나 될까요?' : 'Even roughly, how much time or money is that?');
  await expect.element(item).toHaveTextContent(ko ? '있으면 좋음 손실 규모 · 1차 미팅까지 · 숫자 (시간/월, 원/월) · 견적이 정확해짐 · 업무 분석' : 'Nice to have Size of the loss · by: First meeting · Number (hours or money per month) · sharpens the estimate · Business analyst');
  await expect.element(page.getByRole('heading', { level: 2 }).filter({ hasText: ko ? '무엇을' : 'What' }).first()).toBeVisible();
  expect(await violations()).toEqual([]);
  await picture(`checklist-draft-${language}`);
  for (const width of [320, 600, 1100]) {
    await page.viewport(width, 800);
    expect(sideways(), String(width)).toBeLessThanOrEqual(0);
    await picture(`checklist-draft-${language}-${String(width)}`);
  }
});

it('one that Baton ships is only read, and made one’s own from its page', async () => {
  location.hash = '#/checklists/custom-development.v1';
  await stage(<LibraryApp />, 'ko');
  await expect.element(page.getByRole('heading', { level: 1, name: /맞춤 개발/u })).toBeVisible();
  await expect.element(page.getByText('A-35')).toBeInTheDocument();
  expect(page.getByRole('button').elements().map((one) => one.textContent)).toEqual(['본문으로 건너뛰기', '우리 것으로 만들기']);
  await button(/우리 것으로 만들기/u).click();
  await userEvent.keyboard('우리 개발{Enter}');
  await expect.poll(() => db.checklists.count()).toBe(2);
  await page.getByRole('link', { name: '열기' }).click();
  await expect.element(page.getByRole('heading', { level: 1, name: /우리 개발/u })).toBeVisible();
});

describe('an item', () => {
  it.each(['ko', 'en'] as const)('is changed in the form; Escape leaves what was typed, and it is taken back (%s)', async (language) => {
    const ko = language === 'ko';
    await openList(id, language, ko ? 'light' : 'dark');
    const edit = button(ko ? 'E-02 수정' : 'Change E-02');
    await edit.click();
    const form = page.getByRole('form', { name: ko ? 'E-02 수정' : 'Change E-02' });
    const ask = form.getByLabelText(ko ? '질문' : 'Question', { exact: true });
    await expect.element(ask).toHaveFocus();
    await expect.element(form.getByText(ko ? '저장한 뒤에는 바꿀 수 없습니다' : 'so it stays once the item is saved', { exact: false })).toBeVisible();
    expect(await violations()).toEqual([]);
    await picture(`checklist-item-${language}`, form);
    await ask.fill('무엇이 가장 힘드신가요?');
    await userEvent.keyboard('{Escape}');
    await expect.element(edit).toHaveFocus();
    await expect.element(page.getByRole('listitem').filter({ hasText: 'E-02' }).first().getByText(ko ? '쓰다 만 내용 있음' : 'begun, not saved')).toBeInTheDocument();
    expect((await itemOf('E-02'))?.ask[language]).not.toBe('무엇이 가장 힘드신가요?');
    await userEvent.keyboard('{Enter}');
    await expect.element(ask).toHaveValue('무엇이 가장 힘드신가요?');
    await form.getByText(ko ? '있으면 좋음' : 'Nice to have').click();
    await form.getByRole('button', { name: ko ? '저장' : 'Save' }).click();
    await expect.poll(() => itemOf('E-02')).toMatchObject({ need: 'nice', ask: { [language]: '무엇이 가장 힘드신가요?' }, topic: 'pain.primary' });
    // What the other language said itself stays.
    expect((await itemOf('E-02'))?.ask[ko ? 'en' : 'ko']).not.toBe('무엇이 가장 힘드신가요?');
    await expect.element(edit).toHaveFocus();
    expect(await db.drafts.count()).toBe(0);
    await userEvent.keyboard('{Alt>}z{/Alt}');
    await expect.poll(() => itemOf('E-02')).toMatchObject({ need: 'minimum' });
    await expect.element(edit).toHaveFocus();
  });

  it('is added with a topic of its own, options and both languages; what is missing is said at its field', async () => {
    await openList(id, 'ko');
    await button('항목 추가: 조건').click();
    const form = page.getByRole('form', { name: '항목 추가' });
    await form.getByRole('button', { name: '저장' }).click();
    await expect.element(form.getByLabelText('질문', { exact: true })).toHaveFocus();
    await expect.element(form.getByText('질문을 적어 주세요.')).toBeVisible();
    await expect.element(form.getByText('주제를 골라 주세요.')).toBeVisible();
    await form.getByLabelText('질문', { exact: true }).fill('창고는 어떻게 나뉘나요?');
    await form.getByLabelText('답변 형식').selectOptions('선택지');
    await form.getByLabelText('선택지', { exact: true }).fill('층별\n품목별');
    await form.getByLabelText('관련 낱말', { exact: true }).fill('창고, 구역, 창고');
    const topic = form.getByRole('combobox', { name: '주제' });
    expect([...topic.element().querySelectorAll('optgroup')].map((one) => one.label).slice(0, 3)).toEqual(['계기·요약', 'Pain Point와 목표', '현재 업무·기술 환경']);
    // Asked already: it can't be asked twice.
    expect([...topic.element().querySelectorAll('option')].find((one) => one.value === 'pain.primary')).toMatchObject({ disabled: true, textContent: '핵심 Pain Point (E-02에서 이미 묻습니다)' });
    await topic.selectOptions('우리 팀의 새 주제…');
    await form.getByRole('button', { name: '저장' }).click();
    await expect.element(form.getByLabelText('주제 이름', { exact: true })).toHaveFocus();
    await userEvent.keyboard('창고 구분');
    await form.getByLabelText('인계서에서의 자리').selectOptions('범위');
    await form.getByText('영어로도').first().click();
    await form.getByLabelText('선택지 (영어)').fill('By floor');
    await form.getByText('영어로도').first().click();
    await form.getByRole('button', { name: '저장' }).click();
    // Opened for what is wrong in it, it stays open while that is put right.
    await expect.element(form.getByLabelText('선택지 (영어)')).toHaveFocus();
    await expect.element(form.getByText('두 언어의 선택지는 개수와 순서가 같아야 합니다.')).toBeVisible();
    await form.getByLabelText('선택지 (영어)').fill('By floor\nBy kind');
    await form.getByLabelText('관련 낱말 (영어)').fill('warehouse');
    await expect.element(form.getByLabelText('선택지 (영어)')).toBeVisible();
    expect(await violations()).toEqual([]);
    await picture('checklist-new-item-ko', form);
    await form.getByRole('button', { name: '저장' }).click();
    await expect.poll(() => itemOf('E-13')).toMatchObject({ section: 'limits', type: 'choice', keywords: { ko: ['창고', '구역'], en: ['warehouse'] }, options: { ko: ['층별', '품목별'], en: ['By floor', 'By kind'] }, ask: { ko: '창고는 어떻게 나뉘나요?', en: '창고는 어떻게 나뉘나요?' } });
    expect(Object.values((await rowOf(id)).topics)).toEqual([{ ko: '창고 구분', en: '창고 구분', packetSection: 'scope_mvp' }]);
    await expect.element(button('항목 추가: 조건')).toHaveFocus();
    await expect.element(page.getByRole('listitem').filter({ hasText: 'E-13' }).first()).toHaveTextContent('창고 구분');
    await button('E-13 삭제').click();
    await expect.poll(() => itemOf('E-13')).toBeUndefined();
    expect((await rowOf(id)).topics).toEqual({});
    await expect.element(button('되돌리기')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => itemOf('E-13')).toBeDefined();
    expect(Object.values((await rowOf(id)).topics)).toHaveLength(1);
  });

  it('is moved by the keyboard, which stays on it to the end; each move is taken back', async () => {
    await openList(id, 'ko');
    expect((await order(id)).slice(0, 3)).toEqual(['E-01', 'E-02', 'E-03']);
    const [up, down] = [button('E-01 위로 옮기기'), button('E-01 아래로 옮기기')];
    await expect.element(up).toHaveAttribute('aria-disabled', 'true');
    (down.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(async () => (await order(id)).slice(0, 3)).toEqual(['E-02', 'E-01', 'E-03']);
    await expect.element(down).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(async () => (await order(id)).slice(0, 3)).toEqual(['E-02', 'E-03', 'E-01']);
    await expect.element(down).toHaveFocus();
    await expect.element(down).toHaveAttribute('aria-disabled', 'true');
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
    await expect.element(up).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(async () => (await order(id)).slice(0, 3)).toEqual(['E-02', 'E-01', 'E-03']);
    await expect.element(up).toHaveFocus();
    await userEvent.keyboard('{Alt>}z{/Alt}');
    await expect.poll(async () => (await order(id)).slice(0, 3)).toEqual(['E-02', 'E-03', 'E-01']);
  });
});

describe('a section', () => {
  it('that is moved is followed by the page: it has the keyboard and stays in sight', async () => {
    await page.viewport(360, 500);
    await openList(id, 'ko');
    const down = button('“왜” 섹션 아래로 옮기기');
    (down.element() as HTMLElement).focus();
    for (let place = 1; place <= 4; place += 1) {
      await userEvent.keyboard('{Enter}');
      await expect.poll(async () => (await rowOf(id)).list.sections.findIndex((one) => one.ko === '왜')).toBe(place);
      await expect.element(down).toHaveFocus();
      const seen = (): boolean => { const box = down.element().getBoundingClientRect(); return box.top >= 0 && box.bottom <= window.innerHeight; };
      await expect.poll(seen).toBe(true);
    }
  });

  it('is added, named anew, moved with its items, and removed when it is empty', async () => {
    await openList(id, 'en');
    const names = async (): Promise<string[]> => (await rowOf(id)).list.sections.map(({ en }) => en);
    await button('Add a section').click();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Write a name.')).toBeVisible();
    await userEvent.keyboard('Stock{Enter}');
    await expect.poll(names).toEqual(['Why', 'What', 'Conditions', 'Who', 'Next', 'Stock']);
    await button('Rename the section “Why”').click();
    await page.getByLabelText('Name of the section', { exact: true }).fill('The reason');
    await userEvent.keyboard('{Enter}');
    await expect.poll(async () => (await rowOf(id)).list.sections[0]).toMatchObject({ en: 'The reason', ko: '왜' });
    await expect.element(button('Rename the section “The reason”')).toHaveFocus();
    const down = button('Move the section “The reason” down');
    (down.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(names).toEqual(['What', 'The reason', 'Conditions', 'Who', 'Next', 'Stock']);
    expect((await order(id))[0]).toBe('E-04');
    await expect.element(down).toHaveFocus();
    expect(button('Remove the section “The reason”').elements()).toHaveLength(0);
    await button('Remove the section “Stock”').click();
    await expect.poll(names).toEqual(['What', 'The reason', 'Conditions', 'Who', 'Next']);
    expect(await violations()).toEqual([]);
    await button('Undo').click();
    await expect.poll(names).toContain('Stock');
  });
});

it.each(['ko', 'en'] as const)('has name and purpose, in one’s own language first (%s)', async (language) => {
  const ko = language === 'ko';
  await openList(id, language);
  await button(ko ? '이름과 목적' : 'Name and purpose').click();
  await page.getByLabelText(ko ? '우리 체크리스트 이름' : 'Name of our checklist', { exact: true }).fill('');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText(ko ? '이름을 적어 주세요.' : 'Write a name.')).toBeVisible();
  await userEvent.keyboard('새 이름{Enter}');
  await expect.poll(async () => (await rowOf(id)).list.name).toEqual({ ko: '새 이름', en: '새 이름' });
  expect((await rowOf(id)).list.purpose.en).toContain('The first call cannot learn everything.');
});

describe('two windows', () => {
  it('of which one changes the same item: what it changed stays, and the fields typed here are written', async () => {
    await openList(id, 'ko');
    await button('E-02 수정').click();
    const form = page.getByRole('form', { name: 'E-02 수정' });
    await form.getByLabelText('질문', { exact: true }).fill('여기서 고친 질문');
    await saveItem(db, id, { itemId: 'E-02', changed: { by: 'contract' }, language: 'ko' }, 50);
    await expect.element(form.getByRole('radio', { name: '계약' })).toBeChecked();
    await form.getByRole('button', { name: '저장' }).click();
    await expect.poll(() => itemOf('E-02')).toMatchObject({ by: 'contract', ask: { ko: '여기서 고친 질문' } });
  });

  it('of which one agrees: what was being typed stays to be read, and comes back on the next visit', async () => {
    await openList(id, 'ko');
    await button('E-02 수정').click();
    const form = page.getByRole('form', { name: 'E-02 수정' });
    await form.getByLabelText('질문', { exact: true }).fill('아직 저장하지 않은 질문');
    await agreeChecklist(db, id, { sales: '박서연', delivery: '한지민', on: '2026-11-27', note: '' }, 50);
    await expect.element(form.getByRole('alert')).toHaveTextContent('그사이 합의된 버전이라');
    await expect.element(form.getByLabelText('질문', { exact: true })).toHaveValue('아직 저장하지 않은 질문');
    expect(form.getByRole('button', { name: '저장' }).elements()).toHaveLength(0);
    expect(await violations()).toEqual([]);
    await form.getByRole('button', { name: '닫기' }).click();
    await button('E-02에 적다 만 내용').click();
    await expect.element(form.getByLabelText('질문', { exact: true })).toHaveValue('아직 저장하지 않은 질문');
    await form.getByRole('button', { name: '버리기' }).click();
    await expect.element(button('E-02에 적다 만 내용')).not.toBeInTheDocument();
    expect(await db.drafts.count()).toBe(0);
    expect((await itemOf('E-02'))?.ask.ko).toBe('지금 제일 힘드신 것 하나만 꼽으면요?');
  });

  it('of which one removes the item that is being changed here: what was typed stays until it is discarded', async () => {
    await openList(id, 'ko');
    await button('E-03 수정').click();
    const form = page.getByRole('form', { name: 'E-03 수정' });
    await form.getByLabelText('질문', { exact: true }).fill('남을 말');
    await editChecklist(db, id, (list) => withoutItem(list, 'E-03'), 50);
    await expect.element(form.getByRole('alert')).toHaveTextContent('다른 창에서 삭제한 항목입니다.');
    await expect.element(form.getByLabelText('질문', { exact: true })).toHaveValue('남을 말');
    await form.getByRole('button', { name: '버리기' }).click();
    await expect.poll(() => db.drafts.count()).toBe(0);
  });

  it('of which one deletes the checklist: it is said that it is gone', async () => {
    await openList(id, 'ko');
    await db.checklists.delete(id);
    await expect.element(page.getByText('지금은 없는 체크리스트입니다.')).toBeVisible();
  });
});

it('with two hundred items and very long names keeps its width', async () => {
  const row = await rowOf(id);
  await db.checklists.put({ ...row, list: longList(row.list) });
  for (const language of ['ko', 'en'] as const) {
    location.hash = `#/checklists/${id}`;
    await stage(<LibraryApp />, language);
    await expect.element(page.getByText('E-200', { exact: true })).toBeInTheDocument();
    for (const width of [320, 360, 600]) {
      await page.viewport(width, 800);
      expect(sideways(), `${language} ${String(width)}`).toBeLessThanOrEqual(0);
    }
    await page.viewport(360, 800);
    await page.getByRole('button', { name: language === 'ko' ? 'E-01 수정' : 'Change E-01', exact: true }).click();
    await expect.element(page.getByRole('form')).toBeVisible();
    expect(sideways(), language).toBeLessThanOrEqual(0);
    await picture(`checklist-long-${language}`);
  }
});

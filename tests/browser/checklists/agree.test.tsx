/** A draft is agreed with delivery and stays as it is; the next version says what it changed. */
import { beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { blankItem, movedItem, withItem, withoutItem } from '@/utils/checklist/own/edits';
import { CHECKLIST_FORMAT, readChecklistFile } from '@/utils/checklist/own/file';
import { db } from '@/utils/db/database';
import { createDeal } from '@/utils/services/deal/create-deal';
import { agreeChecklist, beginNextVersion, editChecklist } from '@/utils/services/checklist/own/keep-checklist';
import { shippedTopics } from '@/utils/services/checklist/load-checklist';
import { utcOffsetAt } from '@/utils/settings/clock';
import { dateAt } from '@/utils/time/plain-date';
import { emptyDatabase } from '../call/stage';
import { picture } from '../picture';
import { violations } from '../violations';
import { button, openList, ownAgreed, ownDraft, rowOf, sideways } from './made';

const TODAY = dateAt(Date.now(), utcOffsetAt(Date.now()));

beforeEach(async () => {
  await emptyDatabase();
  await page.viewport(360, 800);
});

it.each(['ko', 'en'] as const)('is agreed once nothing is missing, with both names and the day, and then only read (%s)', async (language) => {
  const ko = language === 'ko';
  const id = await ownDraft();
  await editChecklist(db, id, (list) => withoutItem(list, 'E-02'), 2);
  await editChecklist(db, id, (list) => { const item = list.items.find((one) => one.id === 'E-04'); if (!item) return list; const { id: _id, ...fields } = item; return withItem(list, 'E-04', { ...fields, need: 'nice' }); }, 3);
  await openList(id, language, ko ? 'dark' : 'light');
  const section = page.getByRole('region', { name: ko ? '수행팀과 합의' : 'Agreement with delivery' });
  await expect.element(section).toHaveTextContent(ko ? '합의하려면 2가지가 더 필요합니다.' : '2 things are missing before it can be agreed:');
  await expect.element(section).toHaveTextContent(ko ? '“핵심 Pain Point” 항목이 최소 확보로 들어 있지 않습니다.' : 'No minimum item asks for “Main pain point”');
  expect(await violations()).toEqual([]);
  await picture(`checklist-lacks-${language}`, section);
  // The way to what is missing.
  await section.getByRole('button', { name: ko ? 'E-04 항목으로 이동' : 'Go to E-04' }).click();
  await expect.element(page.getByRole('listitem').filter({ hasText: ko ? '필수 요구 ·' : 'Must-haves ·' })).toHaveFocus();
  await section.getByRole('button', { name: ko ? '항목 추가하기' : 'Add an item for it' }).click();
  await expect.element(page.getByRole('form', { name: ko ? '항목 추가' : 'Add an item' }).getByLabelText(ko ? '질문' : 'Question', { exact: true })).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  // Both names are asked for before what is missing in the list is pointed at.
  await section.getByRole('button', { name: ko ? '수행팀이 합의했습니다…' : 'Delivery has agreed…' }).click();
  const form = page.getByRole('form', { name: ko ? '합의' : 'Agreement', exact: true });
  await expect.element(form.getByLabelText(ko ? '영업 담당자' : 'For sales')).toHaveValue('박서연');
  await expect.element(form.getByLabelText(ko ? '합의한 날' : 'Agreed on')).toHaveValue(TODAY);
  expect(form.getByLabelText(ko ? /달라진 점/u : /What changed/u).elements()).toHaveLength(0);
  const save = form.getByRole('button', { name: ko ? '합의된 버전으로 남기기' : 'Agreed: this version stays' });
  await save.click();
  await expect.element(form.getByLabelText(ko ? '수행 담당자' : 'For delivery')).toHaveFocus();
  await expect.element(form.getByRole('alert')).toHaveTextContent(ko ? '이름을 적어 주세요.' : 'Write the name.');
  await userEvent.keyboard('한지민');
  await save.click();
  await expect.element(section.getByText(ko ? '합의하려면 2가지가 더 필요합니다.' : '2 things are missing before it can be agreed:')).toHaveFocus();
  expect((await rowOf(id)).list.status).toBe('draft');
  // Put right elsewhere, it goes on here.
  await editChecklist(db, id, (list) => ({ ...list, items: list.items.map((item) => (item.id === 'E-04' ? { ...item, need: 'minimum' as const } : item.id === 'E-03' ? { ...item, need: 'minimum' as const, topic: 'pain.primary' } : item)) }), 4);
  await expect.element(section).toHaveTextContent(ko ? '합의에 필요한 것이 모두 있습니다.' : 'Everything is there that it takes.');
  expect(await violations()).toEqual([]);
  await picture(`checklist-agree-${language}`, section);
  await save.click();
  await expect.poll(async () => (await rowOf(id)).list).toMatchObject({ status: 'agreed', agreement: { sales: { name: '박서연', at: TODAY }, delivery: { name: '한지민', at: TODAY } } });
  await expect.element(page.getByText(ko ? /^합의됨: 영업 박서연 · 수행 한지민, /u : /^Agreed: 박서연 for sales, 한지민 for delivery, on /u)).toBeVisible();
  await expect.element(section).not.toBeInTheDocument();
  expect(button(/E-01/u).elements()).toHaveLength(0);
  expect(await db.drafts.count()).toBe(0);
  await expect.element(button(ko ? '되돌리기' : 'Undo')).toHaveFocus();
  expect(await violations()).toEqual([]);
  await picture(`checklist-agreed-${language}`);
  await userEvent.keyboard('{Enter}');
  await expect.poll(async () => (await rowOf(id)).list).toMatchObject({ status: 'draft', agreement: null });
});

it('says why where another window agreed first', async () => {
  const id = await ownDraft();
  await openList(id, 'ko');
  await button('수행팀이 합의했습니다…').click();
  const form = page.getByRole('form', { name: '합의', exact: true });
  await form.getByLabelText('수행 담당자').fill('다른 분');
  await agreeChecklist(db, id, { sales: '박서연', delivery: '한지민', on: '2026-11-27', note: '' }, 50);
  await form.getByRole('button', { name: '합의된 버전으로 남기기' }).click();
  await expect.element(page.getByText('그사이 합의된 버전이라 더는 바뀌지 않습니다.', { exact: false })).toBeVisible();
  expect((await rowOf(id)).list.agreement?.delivery.name).toBe('한지민');
});

it.each(['ko', 'en'] as const)('has a next version that says what it changed, and asks for it in words (%s)', async (language) => {
  const ko = language === 'ko';
  const id = await ownAgreed();
  await openList(id, language, ko ? 'light' : 'dark');
  await button(ko ? '다음 버전 만들기' : 'Begin the next version').click();
  await expect.element(button(ko ? '되돌리기' : 'Undo')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => db.checklists.count()).toBe(1);
  await button(ko ? '다음 버전 만들기' : 'Begin the next version').click();
  await expect.poll(() => db.checklists.count()).toBe(2);
  const next = id.replace(/v1$/u, 'v2');
  await expect.element(page.getByRole('link', { name: ko ? '버전 2 초안 열기' : 'To the draft of version 2' })).toHaveAttribute('href', `#/checklists/${next}`);
  await page.getByRole('link', { name: ko ? '열기' : 'Open it', exact: true }).click();
  const fold = page.getByText(ko ? '이전 버전(1)과 다른 점 (0)' : 'What differs from version 1 (0)');
  await fold.click();
  await expect.element(page.getByText(ko ? '아직 다른 점이 없습니다.' : 'Nothing differs yet.')).toBeVisible();
  await editChecklist(db, next, (list) => {
    const item = list.items.find((one) => one.id === 'E-03');
    if (!item) return list;
    const { id: _id, ...fields } = item;
    const more = withItem(withoutItem(movedItem(list, 'E-01', 1), 'E-12'), null, { ...blankItem('why'), topic: 'scope.out', ask: { ko: '하지 않을 것은요?', en: 'What is out?' } });
    return withItem(more, 'E-03', { ...fields, need: 'minimum', ask: { ko: fields.ask.ko, en: 'How much?' }, why: { ko: '', en: '' } });
  }, 60);
  const changes = page.getByRole('group').filter({ hasText: ko ? '이전 버전(1)과 다른 점 (3)' : 'What differs from version 1 (3)' });
  await expect.element(changes).toHaveTextContent(ko ? '순서가 바뀌었습니다.' : 'The order is another.');
  await expect.element(changes).toHaveTextContent(ko ? '추가 E-13 하지 않을 것은요?' : 'Added E-13 What is out?');
  await expect.element(changes).toHaveTextContent(ko ? '질문 (영어): Even roughly, how much time or money is that? → How much?' : 'Question: Even roughly, how much time or money is that? → How much?');
  await expect.element(changes).toHaveTextContent(ko ? '필요한 정도: 있으면 좋음 → 최소 확보' : 'How much it is needed: Nice to have → Minimum');
  await expect.element(changes).toHaveTextContent(ko ? '→ (없음)' : '→ (nothing)');
  expect(await violations()).toEqual([]);
  await picture(`checklist-changes-${language}`);
  expect(sideways()).toBeLessThanOrEqual(0);
  await button(ko ? '수행팀이 합의했습니다…' : 'Delivery has agreed…').click();
  await expect.element(page.getByLabelText(ko ? '버전 1에서 달라진 점' : 'What changed since version 1')).toBeVisible();
});

it.each(['ko', 'en'] as const)('is saved as a file that can be taken in, retired and offered again, deleted where no deal has it (%s)', async (language) => {
  const ko = language === 'ko';
  const files: { name: string; text: Promise<string> }[] = [];
  const blobs = vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => { files.push({ name: '', text: (blob as Blob).text() }); return 'blob:none'; });
  const clicks = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) { const last = files.at(-1); if (last) last.name = this.download; });
  const id = await ownAgreed('우리 첫 통화');
  const row = await rowOf(id);
  await openList(id, language);
  await button(ko ? '파일로 저장' : 'Save as a file').click();
  const name = '우리-첫-통화_v1.baton-checklist.json';
  await expect.element(page.getByText(ko ? `다운로드 폴더에 ${name} 파일을 저장했습니다.` : `Saved as ${name} in the downloads folder.`)).toBeVisible();
  expect(files.map((file) => file.name)).toEqual([name]);
  const text = (await files[0]?.text) ?? '';
  expect(text).toContain(CHECKLIST_FORMAT);
  expect(readChecklistFile(text, await shippedTopics())).toMatchObject({ ok: true, list: row.list });
  blobs.mockRestore();
  clicks.mockRestore();

  await button(ko ? '사용 중지' : 'Retire').click();
  await expect.poll(async () => (await rowOf(id)).list.status).toBe('retired');
  await expect.element(page.getByText(ko ? '사용 중지: 새 영업 건에는' : 'Retired: new deals', { exact: false })).toBeVisible();
  await button(ko ? '다시 사용' : 'Offer again').click();
  await expect.poll(async () => (await rowOf(id)).list.status).toBe('agreed');

  await createDeal(db, { accountName: '가온', dealName: '재고', stage: 'first', customerDue: null, checklist: { id: row.list.id, version: 1 }, alsoChecklists: [] }, 90);
  await expect.element(button(ko ? '이 버전 삭제' : 'Delete this version')).not.toBeInTheDocument();
  await expect.element(page.getByText(ko ? '영업 건 1건에서 사용' : '1 deal uses it')).toBeVisible();
  await db.deals.clear();
  await button(ko ? '이 버전 삭제' : 'Delete this version').click();
  await expect.poll(() => db.checklists.count()).toBe(0);
  await expect.element(page.getByText(ko ? '지금은 없는 체크리스트입니다.' : 'This checklist isn’t here any more.')).toBeVisible();
  await button(ko ? '되돌리기' : 'Undo').click();
  await expect.poll(() => rowOf(id)).toMatchObject({ list: row.list });
  await expect.element(page.getByRole('heading', { level: 1, name: /첫 통화/u })).toBeVisible();
});

it('leads to the draft of the next version where there is one, and begins no second', async () => {
  const id = await ownAgreed();
  await beginNextVersion(db, (await rowOf(id)).list.id, 5);
  await openList(id, 'ko');
  await expect.element(page.getByRole('link', { name: '버전 2 초안 열기' })).toBeVisible();
  expect(button('다음 버전 만들기').elements()).toHaveLength(0);
});

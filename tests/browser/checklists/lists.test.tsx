/** The list of a team's own checklists: made from ours, taken in as a file, and every refusal said. */
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { LibraryApp } from '@/components/library/LibraryApp';
import { checklistFileText } from '@/utils/checklist/own/file';
import { db } from '@/utils/db/database';
import { createDeal } from '@/utils/services/deal/create-deal';
import { emptyDatabase, stage } from '../call/stage';
import { picture } from '../picture';
import { drop } from '../drop';
import { violations } from '../violations';
import { longList, ownAgreed, ownDraft, rowOf, sideways } from './made';

beforeEach(async () => {
  await emptyDatabase();
  location.hash = '#/checklists';
  await page.viewport(360, 800);
});

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
const alert = () => page.getByRole('region', { name: /From a file|파일에서 가져오기/u }).getByRole('alert');
const fileOf = (text: string, name = 'ours_v1.baton-checklist.json') => new File([text], name, { type: 'application/json' });
const give = async (language: 'ko' | 'en', file: File): Promise<void> => { await page.getByLabelText(language === 'ko' ? '체크리스트 파일 가져오기' : 'Take in a checklist file').upload(file); };

describe('the list', () => {
  it.each(['ko', 'en'] as const)('begins empty with the next step; a draft is made from ours by the keyboard, and taken back (%s)', async (language) => {
    const ko = language === 'ko';
    await stage(<LibraryApp />, language, ko ? 'light' : 'dark');
    await expect.element(page.getByText(ko ? '아직 우리 팀 체크리스트가 없습니다.' : 'There is none of your own yet.', { exact: false })).toBeVisible();
    await expect.element(page.getByRole('navigation').getByRole('link', { name: ko ? '체크리스트' : 'Checklists' })).toHaveAttribute('aria-current', 'page');
    await expect.element(page.getByText(ko ? '초안, 수행팀과 합의 전' : 'Draft, not yet agreed with delivery', { exact: false }).nth(3)).toBeInTheDocument();
    expect(await violations()).toEqual([]);
    await picture(`checklists-empty-${language}`);
    const make = button(ko ? '우리 것으로 만들기: 15분 첫 통화 (최소)' : 'Make our own from it: 15-minute first discovery call (minimum)');
    await make.click();
    const name = page.getByLabelText(ko ? '우리 체크리스트 이름' : 'Name of our checklist');
    await expect.element(name).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText(ko ? '이름을 적어 주세요.' : 'Write a name.')).toBeVisible();
    await userEvent.keyboard('창고 첫 통화{Escape}');
    // Left by Escape it is kept, and the button has the keyboard.
    await expect.element(make).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(name).toHaveValue('창고 첫 통화');
    await userEvent.keyboard('{Enter}');
    await expect.poll(async () => (await db.checklists.toArray()).map(({ list }) => [list.name, list.code, list.status, list.items.length])).toEqual([[{ ko: '창고 첫 통화', en: '창고 첫 통화' }, 'E', 'draft', 12]]);
    await expect.element(button(ko ? '되돌리기' : 'Undo')).toHaveFocus();
    expect(await db.drafts.count()).toBe(0);
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => db.checklists.count()).toBe(0);
    await expect.element(page.getByText(ko ? '아직 우리 팀 체크리스트가 없습니다.' : 'There is none of your own yet.', { exact: false })).toBeVisible();
  });

  it.each(['ko', 'en'] as const)('shows each version with its state, who agreed for delivery and when, and how many deals use it (%s)', async (language) => {
    const ko = language === 'ko';
    const agreed = await ownAgreed('합의한 것');
    await ownDraft('쓰는 중');
    const row = await rowOf(agreed);
    await createDeal(db, { accountName: '가온', dealName: '재고', stage: 'first', customerDue: null, checklist: { id: row.list.id, version: 1 }, alsoChecklists: [] }, 3);
    await page.viewport(1100, 900);
    await stage(<LibraryApp />, language, ko ? 'dark' : 'light');
    await expect.element(page.getByRole('row', { name: ko ? /합의한 것 E · 버전 1 합의됨 한지민, 2026.* 12 1/u : /합의한 것 E · Version 1 Agreed 한지민, .*2026 12 1/u })).toBeVisible();
    await expect.element(page.getByRole('row', { name: ko ? '쓰는 중 F · 버전 1 초안 아직 12 0' : '쓰는 중 F · Version 1 Draft not yet 12 0' })).toBeVisible();
    expect(await violations()).toEqual([]);
    await picture(`checklists-list-wide-${language}`);
    await page.viewport(360, 800);
    await picture(`checklists-list-${language}`);
    expect(sideways()).toBeLessThanOrEqual(0);
    await page.getByRole('searchbox').fill('합의한');
    await expect.element(page.getByRole('link', { name: '쓰는 중' })).not.toBeInTheDocument();
    await page.getByRole('link', { name: '합의한 것' }).click();
    await expect.element(page.getByRole('heading', { level: 1, name: /합의한 것/u })).toBeVisible();
  });

  it('keeps its width with very long names, at 320, 360 and 600', async () => {
    const id = await ownDraft();
    const row = await rowOf(id);
    await db.checklists.put({ ...row, list: longList(row.list) });
    await stage(<LibraryApp />, 'ko');
    await expect.element(page.getByRole('link', { name: /가나다라마/u })).toBeVisible();
    for (const width of [320, 360, 600, 1100]) {
      await page.viewport(width, 800);
      expect(sideways(), String(width)).toBeLessThanOrEqual(0);
    }
  });
});

describe('a file', () => {
  it.each(['ko', 'en'] as const)('is taken in by the button, once; the same again needs nothing, another content is refused (%s)', async (language) => {
    const ko = language === 'ko';
    const row = await rowOf(await ownAgreed('창고 팀'));
    const text = checklistFileText(row);
    await db.checklists.clear();
    await stage(<LibraryApp />, language);
    await give(language, fileOf(text));
    await expect.element(page.getByText(ko ? '가져왔습니다: “창고 팀” 버전 1' : 'Taken in: “창고 팀”, version 1.')).toBeVisible();
    await expect.poll(async () => (await rowOf(row.id)).list).toEqual(row.list);
    await expect.element(page.getByRole('link', { name: ko ? '열기' : 'Open it' })).toHaveAttribute('href', `#/checklists/${row.id}`);
    await give(language, fileOf(text));
    await expect.element(alert()).toHaveTextContent(ko ? '똑같은 버전이 이미 있습니다.' : 'This version is here already, just the same.');
    await give(language, fileOf(text.replace('창고 팀', '다른 팀')));
    await expect.element(alert()).toHaveTextContent(ko ? '다른 내용으로 이미 있고' : 'with other content');
    expect(await violations()).toEqual([]);
    await picture(`checklists-file-${language}`);
    await button(ko ? '되돌리기' : 'Undo').click();
    await expect.poll(() => db.checklists.count()).toBe(0);
  });

  it('may be dropped anywhere on the page, one at a time', async () => {
    const row = await rowOf(await ownDraft('끌어온 것'));
    await db.checklists.clear();
    await stage(<LibraryApp />, 'ko');
    await drop([fileOf('{}'), fileOf('{}')]);
    await expect.element(alert()).toHaveTextContent('한 번에 하나씩');
    await drop([fileOf(checklistFileText(row))]);
    await expect.element(page.getByRole('link', { name: '끌어온 것' })).toBeVisible();
    await expect.element(alert()).toHaveTextContent('');
  });

  it.each(['ko', 'en'] as const)('that can’t be taken in says why, and nothing is written (%s)', async (language) => {
    const ko = language === 'ko';
    const row = await rowOf(await ownAgreed());
    const text = checklistFileText(row);
    const raw = JSON.parse(text) as { formatVersion: number; list: { id: string; items: { topic: string; ask: unknown }[] } };
    const changed = (change: (file: typeof raw) => void): string => { const file = structuredClone(raw); change(file); return JSON.stringify(file); };
    await db.checklists.clear();
    await stage(<LibraryApp />, language);
    const cases: [string, string][] = [
      ['{"format": "baton', ko ? '일부가 빠졌습니다' : 'a part of it got lost'],
      ['{"format": "baton.reply"}', ko ? '팀 체크리스트 파일이 아닙니다' : 'That isn’t a file of a team’s own checklist'],
      [changed((file) => { file.list.id = 'first-call'; }), ko ? '팀 체크리스트 파일이 아닙니다' : 'That isn’t a file of a team’s own checklist'],
      [changed((file) => { file.formatVersion = 2; }), ko ? '더 새로운 Baton' : 'saved by a newer Baton'],
      [changed((file) => { file.list.items[0] = { ...file.list.items[0], topic: 'context.trigger', ask: 'x' }; }), ko ? '손으로 고친 흔적이 있습니다: list.items.0.ask.' : 'changed by hand: list.items.0.ask.'],
      [changed((file) => { const [item] = file.list.items; if (item) item.topic = 'no.such'; }), ko ? '흔적이 있습니다: E-01.' : 'changed by hand: E-01.'],
      [changed((file) => { file.list.items = file.list.items.filter((item) => item.topic !== 'pain.primary'); }), ko ? '흔적이 있습니다: pain.primary.' : 'changed by hand: pain.primary.'],
      [`${' '.repeat(2_000_001)}${text}`, ko ? '너무 큽니다' : 'too large to be a checklist'],
    ];
    for (const [content, said] of cases) {
      await give(language, fileOf(content));
      await expect.element(alert()).toHaveTextContent(said);
    }
    expect(await db.checklists.count()).toBe(0);
    expect(await violations()).toEqual([]);
  });
});

/** The form of an item is saved into the draft as it is by then. */
import { beforeEach, expect, it } from 'vitest';
import topics from '@/utils/checklist/data/topics.json';
import type { ChecklistItem } from '@/utils/checklist/checklist';
import { movedItem, withoutItem } from '@/utils/checklist/own/edits';
import { checklistFileText, readChecklistFile } from '@/utils/checklist/own/file';
import { blankItem } from '@/utils/checklist/own/edits';
import type { ItemForm } from '@/utils/checklist/own/item-form';
import { formOf, NEW_TOPIC } from '@/utils/checklist/own/item-form';
import type { BatonDatabase } from '@/utils/db/database';
import { agreeChecklist, copyChecklist, editChecklist } from '@/utils/services/checklist/own/keep-checklist';
import { saveItem } from '@/utils/services/checklist/own/save-item';
import { freshDatabase } from '../rows';

let db: BatonDatabase;
let id = '';
const items = async (): Promise<ChecklistItem[]> => (await db.checklists.get(id))?.list.items ?? [];
const one = async (itemId: string): Promise<ChecklistItem | undefined> => (await items()).find((item) => item.id === itemId);
const fresh = (part: Partial<ItemForm>): ItemForm => ({ ...formOf(blankItem('why'), 'ko'), ...part });

beforeEach(async () => {
  db = freshDatabase();
  id = await copyChecklist(db, { id: 'first-call', version: 1 }, { ko: '우리', en: '' }, 1);
});

it('writes only what was changed by hand: what another window changed in the same item stays', async () => {
  await saveItem(db, id, { itemId: 'E-01', changed: { need: 'nice' }, language: 'ko' }, 2);
  await saveItem(db, id, { itemId: 'E-01', changed: { askKo: '왜 지금인가요?' }, language: 'ko' }, 3);
  expect(await one('E-01')).toMatchObject({ need: 'nice', ask: { ko: '왜 지금인가요?', en: 'In one sentence, what made you contact us?' }, topic: 'context.trigger' });
  expect((await one('E-01'))?.keywords.ko.length).toBeGreaterThan(0);
});

it('adds a new one to its section, and a topic of its own with it', async () => {
  await saveItem(db, id, { itemId: null, changed: fresh({ section: 'limits', topic: NEW_TOPIC, topicKo: ' 창고 수 ', topicPlace: 'environment', askKo: '창고는 몇 곳인가요?', type: 'number', unitKo: '곳' }), language: 'ko' }, 2);
  const added = await one('E-13');
  expect(added).toMatchObject({ section: 'limits', ask: { ko: '창고는 몇 곳인가요?', en: '창고는 몇 곳인가요?' }, unit: { ko: '곳', en: '곳' } });
  expect(added?.topic).toMatch(/^own\.[a-z]+$/u);
  expect((await db.checklists.get(id))?.topics).toEqual({ [added?.topic ?? '']: { ko: '창고 수', en: '창고 수', packetSection: 'environment' } });
});

it('puts an item whose section is gone by then into the last one', async () => {
  await saveItem(db, id, { itemId: null, changed: fresh({ section: 'gone', topic: 'scope.out', askKo: '?' }), language: 'ko' }, 2);
  expect(await one('E-13')).toMatchObject({ section: 'next' });
});

it('keeps the name of a topic that another checklist of one’s own has: the file can be read elsewhere', async () => {
  await saveItem(db, id, { itemId: null, changed: fresh({ topic: NEW_TOPIC, topicKo: '창고 수', topicPlace: 'environment', askKo: '몇 곳?' }), language: 'ko' }, 2);
  const topic = (await one('E-13'))?.topic ?? '';
  const other = await copyChecklist(db, { id: 'first-call', version: 1 }, { ko: '다른 것', en: '' }, 3);
  await saveItem(db, other, { itemId: null, changed: fresh({ topic, askKo: '창고 수?' }), language: 'ko' }, 4);
  const row = await db.checklists.get(other);
  expect(row?.topics).toMatchObject({ [topic]: { ko: '창고 수' } });
  expect(row && readChecklistFile(checklistFileText(row), topics)).toMatchObject({ ok: true });
});

it('is refused where the item or the draft is no more, and nothing is written', async () => {
  await editChecklist(db, id, (list) => withoutItem(list, 'E-03'), 2);
  const before = await items();
  await expect(saveItem(db, id, { itemId: 'E-03', changed: { askKo: '?' }, language: 'ko' }, 3)).rejects.toMatchObject({ cause: 'gone' });
  await agreeChecklist(db, id, { sales: '가', delivery: '나', on: '2026-11-27', note: '' }, 4);
  await expect(saveItem(db, id, { itemId: 'E-01', changed: { askKo: '?' }, language: 'ko' }, 5)).rejects.toMatchObject({ cause: 'list_agreed' });
  await expect(saveItem(db, id, { itemId: null, changed: fresh({ topic: NEW_TOPIC, topicKo: '가', topicPlace: 'next', askKo: '?' }), language: 'ko' }, 5)).rejects.toMatchObject({ cause: 'list_agreed' });
  expect(await items()).toEqual(before);
});

it('what changes nothing is no step, and says so', async () => {
  const steps = await db.changes.count();
  expect(await editChecklist(db, id, (list) => movedItem(list, 'E-01', -1), 2)).toBe(false);
  expect(await editChecklist(db, id, (list) => movedItem(list, 'E-01', 1), 3)).toBe(true);
  expect(await db.changes.count()).toBe(steps + 1);
});

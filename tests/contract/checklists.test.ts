import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '@/utils/checklist/catalogue';
import type { Checklist, TopicCatalogue } from '@/utils/checklist/checklist';
import { checklistProblems, topicProblems } from '@/utils/checklist/schema';
import { shippedChecklist } from '@/utils/services/checklist/load-checklist';

const DIR = 'utils/checklist/data';
const read = (file: string): unknown => JSON.parse(readFileSync(`${DIR}/${file}`, 'utf8'));
const topics = read('topics.json') as TopicCatalogue;
const files = readdirSync(DIR).filter((f) => f !== 'topics.json');

describe('the checklists we ship', () => {
  it.each(files)('%s is sound', (file) => {
    expect(checklistProblems(read(file), topics)).toEqual([]);
  });

  it.each(files)('%s says of every item why it is asked and what a good answer is, in both languages', (file) => {
    const said = (read(file) as Checklist).items.flatMap(({ id, why, goodAnswer }) => [why.ko, why.en, goodAnswer.ko, goodAnswer.en].map((words) => [id, words.trim() === '']));
    expect(said.filter(([, empty]) => empty)).toEqual([]);
  });

  it('topics are sound', () => {
    expect(topicProblems(topics)).toEqual([]);
  });

  it('are all in the catalogue and the other way round', async () => {
    expect(files.sort()).toEqual(CATALOGUE.map((c) => `${c.id}.v${String(c.version)}.json`).sort());
    for (const entry of CATALOGUE) {
      const list = await shippedChecklist(entry);
      expect({ code: list?.code, name: list?.name, status: list?.status, items: list?.items.length }).toEqual({ code: entry.code, name: entry.name, status: entry.status, items: entry.items });
    }
  });

  it('never ask the customer what only delivery can know (R-44)', () => {
    for (const file of files) expect((read(file) as Checklist).items.filter((i) => i.whoCanAnswer.includes('delivery'))).toEqual([]);
  });

  it('the check itself can fail', () => {
    const good = read('first-call.v1.json') as Checklist;
    const twice = { ...good, items: [...good.items, good.items[0]] };
    expect(checklistProblems(twice, topics).join()).toContain('appears twice');
    expect(checklistProblems({ ...good, status: 'agreed' }, topics)).toContain('agreed without an agreement');
    expect(checklistProblems({ ...good, items: good.items.filter((i) => i.topic !== 'pain.primary') }, topics)).toContain('no minimum item on pain.primary');
    expect(checklistProblems({ ...good, items: good.items.map((i) => (i.type === 'choice' ? { ...i, options: { ko: ['가'], en: ['a', 'b'] } } : i)) }, topics).length).toBeGreaterThan(0);
  });
});

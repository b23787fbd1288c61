/** What the pages of a team's own checklists work with: the fields of an item's form, and what a version changed. */
import { describe, expect, it } from 'vitest';
import shipped from '@/utils/checklist/data/first-call.v1.json';
import topics from '@/utils/checklist/data/topics.json';
import type { Checklist, ChecklistItem } from '@/utils/checklist/checklist';
import { isUnchanged, listDifferences } from '@/utils/checklist/own/differences';
import { blankItem, movedItem, movedSection, tidyItem, withHead, withItem, withoutItem, withSection } from '@/utils/checklist/own/edits';
import { fieldsOf, formOf, lacksOfItem, NEW_TOPIC, PACKET_PLACES, wordsIn } from '@/utils/checklist/own/item-form';
import { copyOf, nextVersion } from '@/utils/checklist/own/own';

const first = copyOf(shipped as unknown as Checklist, topics, { id: 'own-x', code: 'E', name: { ko: '우리', en: '' } }, 1);
const before = first.list;
const next = nextVersion(first, 2).list;
const itemOf = (list: Checklist, at: number): ChecklistItem => list.items[at] ?? expect.fail('no such item');
const fieldsOfItem = ({ id: _id, ...fields }: ChecklistItem) => fields;
const kinds = (after: Checklist): string[] => listDifferences(before, after).items.map((one) => `${one.kind} ${one.item.id}${one.kind === 'changed' ? ` ${one.parts.join('+')}` : ''}`);

describe('the form of an item', () => {
  it('shows the other language only where it says something of its own', () => {
    expect(wordsIn({ ko: '우리', en: '우리' }, 'ko')).toEqual({ ko: '우리', en: '' });
    expect(wordsIn({ ko: 'Ours', en: 'Ours' }, 'en')).toEqual({ ko: '', en: 'Ours' });
    expect(wordsIn({ ko: '우리', en: 'Ours' }, 'ko')).toEqual({ ko: '우리', en: 'Ours' });
  });

  it.each(['ko', 'en'] as const)('says of every item that Baton ships what stands in it (%s)', (language) => {
    for (const item of before.items) expect(tidyItem(fieldsOf(formOf(item, language), item))).toEqual({ ...tidyItem(item) });
  });

  it('lets the other language follow until it has words of its own', () => {
    const item = tidyItem({ ...blankItem('why'), topic: 'own.a', ask: { ko: '언제?', en: '' } });
    expect(item.ask).toEqual({ ko: '언제?', en: '언제?' });
    const changed = tidyItem(fieldsOf({ ...formOf(item, 'ko'), askKo: '며칠?' }, item));
    expect(changed.ask).toEqual({ ko: '며칠?', en: '며칠?' });
    const said = tidyItem(fieldsOf({ ...formOf(changed, 'ko'), askEn: 'Which day?' }, changed));
    expect(tidyItem(fieldsOf({ ...formOf(said, 'ko'), askKo: '무슨 요일?' }, said)).ask).toEqual({ ko: '무슨 요일?', en: 'Which day?' });
  });

  it('takes words for it, each language its own, each word once', () => {
    const start = blankItem('why');
    const tidy = tidyItem(fieldsOf({ ...formOf(start, 'ko'), wordsKo: ' 창고,창고、 안  맞 ,\n;ERP, erp', wordsEn: '' }, start));
    expect(tidy.keywords).toEqual({ ko: ['창고', '안 맞', 'ERP'], en: [] });
    expect(formOf(tidy, 'en')).toMatchObject({ wordsKo: '창고, 안 맞, ERP', wordsEn: '' });
  });

  it.each([['optionsKo', 'ko'], ['optionsEn', 'en']] as const)('takes options in one language, whichever it is (%s)', (field, language) => {
    const start = blankItem('why');
    const tidy = tidyItem(fieldsOf({ ...formOf(start, language), type: 'choice', [field]: ' 웹 \n\n앱\n' }, start));
    expect(tidy.options).toEqual({ ko: ['웹', '앱'], en: ['웹', '앱'] });
    expect(formOf(tidy, language)).toMatchObject({ optionsKo: language === 'ko' ? '웹\n앱' : '', optionsEn: language === 'en' ? '웹\n앱' : '' });
  });

  it('keeps options, unit and “several” only where the kind of answer has them', () => {
    const form = { ...formOf(blankItem('why'), 'ko'), optionsKo: 'a\nb', unitKo: '명', multi: true };
    expect(tidyItem(fieldsOf({ ...form, type: 'choice' }, blankItem('why')))).toMatchObject({ multi: true, options: { ko: ['a', 'b'], en: ['a', 'b'] } });
    expect(tidyItem(fieldsOf({ ...form, type: 'number' }, blankItem('why')))).toMatchObject({ unit: { ko: '명', en: '명' } });
    const text = tidyItem(fieldsOf({ ...form, type: 'text' }, blankItem('why')));
    expect(['options', 'unit', 'multi'].filter((key) => key in text)).toEqual([]);
  });

  it('says what is missing before it can be saved', () => {
    const form = formOf(blankItem('why'), 'ko');
    expect(lacksOfItem(form)).toEqual(['ask', 'topic']);
    expect(lacksOfItem({ ...form, askEn: 'When?', topic: 'pain.primary' })).toEqual([]);
    expect(lacksOfItem({ ...form, askKo: '언제?', topic: NEW_TOPIC })).toEqual(['topicName', 'topicPlace']);
    expect(lacksOfItem({ ...form, askKo: '언제?', topic: NEW_TOPIC, topicEn: 'Day', topicPlace: 'schedule' })).toEqual([]);
    const choice = { ...form, askKo: '?', topic: 'own.a', type: 'choice' as const };
    expect(lacksOfItem({ ...choice, optionsKo: ' \n하나' })).toEqual(['options']);
    expect(lacksOfItem({ ...choice, optionsEn: 'a\nb' })).toEqual([]);
    expect(lacksOfItem({ ...choice, optionsKo: '가\n나\n다', optionsEn: 'a\nb' })).toEqual(['pairs']);
  });

  it('has a name for each place where a topic of ours stands', () => {
    expect([...new Set(Object.values(topics).map((topic) => topic.packetSection))].filter((place) => !(PACKET_PLACES as readonly string[]).includes(place))).toEqual([]);
  });
});

describe('what a version changed', () => {
  it('is nothing in a copy, whatever its number and state', () => {
    expect(isUnchanged(listDifferences(before, { ...next, status: 'agreed', agreement: { sales: { name: 'a', at: '2026-01-01' }, delivery: { name: 'b', at: '2026-01-01' } } }))).toBe(true);
  });

  it('names what was added, removed and changed, with what of it', () => {
    const [a, b] = [itemOf(next, 0), itemOf(next, 4)];
    const changed = withItem(next, a.id, { ...fieldsOfItem(a), need: 'nice', by: 'contract', bring: 'data', ask: { ko: '새 질문', en: a.ask.en } });
    const less = withoutItem(changed, b.id);
    const more = withItem(less, null, { ...blankItem(a.section), topic: 'own.new', ask: { ko: '더', en: '' } });
    expect(kinds(more)).toEqual([`changed ${a.id} ask+need+by+bring`, 'added E-13', `removed ${b.id}`]);
    expect(listDifferences(before, more)).toMatchObject({ head: false, sections: false, order: false });
  });

  it('tells items by their topic: another under the same number is one removed and one added', () => {
    const last = itemOf(next, next.items.length - 1);
    const other = { ...withoutItem(next, last.id), items: [...next.items.slice(0, -1), { ...last, topic: 'own.other' }] };
    expect(kinds(other)).toEqual([`added ${last.id}`, `removed ${last.id}`]);
    expect(kinds({ ...next, items: next.items.map((item, i) => (i === 0 ? { ...item, id: 'E-99' } : item)) })).toEqual([]);
  });

  it('counts a topic asked twice as one more', () => {
    const twin = { ...itemOf(next, 0), id: 'E-50' };
    expect(kinds({ ...next, items: [...next.items, twin] })).toEqual(['added E-50']);
  });

  it('says that the order is another, of items or sections, and not when something only came or went', () => {
    expect(listDifferences(before, movedItem(next, itemOf(next, 0).id, 1))).toMatchObject({ order: true, items: [], sections: false });
    expect(listDifferences(before, movedSection(next, next.sections[0]?.id ?? '', 1))).toMatchObject({ order: true, items: [], sections: false });
    expect(listDifferences(before, withoutItem(next, itemOf(next, 0).id)).order).toBe(false);
    const away = withItem(next, itemOf(next, 0).id, { ...fieldsOfItem(itemOf(next, 0)), section: next.sections.at(-1)?.id ?? '' });
    expect(listDifferences(before, away)).toMatchObject({ order: false, items: [{ kind: 'changed', parts: ['section'] }] });
  });

  it('says that sections, the name or the purpose are others', () => {
    expect(listDifferences(before, withSection(next, null, { ko: '더', en: '' }))).toMatchObject({ sections: true, head: false, order: false });
    expect(listDifferences(before, withSection(next, next.sections[0]?.id ?? '', { ko: '다른 이름', en: '' }))).toMatchObject({ sections: true });
    expect(listDifferences(before, withHead(next, { name: next.name, purpose: { ko: '', en: 'Other' } }))).toMatchObject({ head: true, sections: false });
    expect(withHead(next, { name: next.name, purpose: { ko: '', en: 'Other' } }).purpose).toEqual({ ko: 'Other', en: 'Other' });
  });

  it.each([['options', { options: { ko: ['가', '다'], en: ['a', 'b'] } }], ['options', { multi: true }], ['unit', { unit: { ko: '명', en: 'people' } }], ['type', { type: 'date' }], ['estimate', { estimate: 'none' }], ['why', { why: { ko: '', en: '' } }], ['goodAnswer', { goodAnswer: { ko: '', en: '' } }]] as const)('sees %s', (part, change) => {
    const base = { ...itemOf(before, 0), type: 'choice' as const, options: { ko: ['가', '나'], en: ['a', 'b'] } };
    const one = { ...before, items: [base] };
    const found = listDifferences(one, { ...one, items: [{ ...base, ...change } as ChecklistItem] });
    expect(found.items).toMatchObject([{ kind: 'changed', parts: [part] }]);
  });

  it('looks over what nobody sees: words for finding an item', () => {
    expect(kinds({ ...next, items: next.items.map((item) => ({ ...item, keywords: { ko: [], en: [] }, whoCanAnswer: [] })) })).toEqual([]);
  });
});

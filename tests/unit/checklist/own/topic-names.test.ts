import { expect, it } from 'vitest';
import type { OwnChecklist } from '@/utils/checklist/own/own';
import { namedElsewhere } from '@/utils/checklist/own/named-elsewhere';
import { topicNames } from '@/utils/checklist/own/topic-names';

const topic = (ko: string, packetSection = 'scope') => ({ ko, en: ko, packetSection });
const row = (id: string, updatedAt: number, topics: OwnChecklist['topics'], version = 1): OwnChecklist => ({
  id: `${id}.v${String(version)}`, list: { id, version, code: 'E', name: { ko: id, en: id } } as OwnChecklist['list'], topics, note: '', createdAt: 1, updatedAt,
});

it('a deal names a topic as its own checklist does, everything else as the row changed last', () => {
  const rows = [row('b', 2, { 'own.x': topic('배차') }), row('a', 5, { 'own.x': topic('물류') }), row('c', 1, { 'own.x': topic('운송'), 'own.y': topic('차고') })];
  expect(topicNames(rows, [])).toEqual({ 'own.x': topic('물류'), 'own.y': topic('차고') });
  expect(topicNames(rows.toReversed(), ['b.v1'])['own.x']).toEqual(topic('배차'));
  expect(topicNames(rows, ['b.v1', 'c.v1'])['own.x']).toEqual(topic('배차'));
});

it('what one checklist files where customers don’t look is filed there, also when another was changed later', () => {
  const rows = [row('a', 1, { 'own.x': topic('할인', 'commercial') }), row('b', 2, { 'own.x': topic('조건') }), row('c', 3, { 'own.x': topic('여건') })];
  expect(topicNames(rows, [])['own.x']).toEqual(topic('여건', 'commercial'));
  expect(topicNames(rows, ['b.v1', 'a.v1'])['own.x']).toEqual(topic('조건', 'commercial'));
  // The checklists of a deal say where it files what it asks.
  expect(topicNames(rows, ['b.v1'])['own.x']).toEqual(topic('조건'));
});

it('says what other checklists call a topic, each once and of their newest version, nothing of the same checklist', () => {
  const own = row('a', 1, { 'own.x': topic('배차'), 'own.y': topic('차고') });
  const rows = [own, row('a', 2, { 'own.x': topic('배차 계획') }, 2), row('b', 3, { 'own.x': topic('운송') }, 1), row('b', 1, { 'own.x': topic('수송') }, 2), row('c', 4, { 'own.x': topic('배차'), 'own.y': topic('차고', 'commercial') })];
  expect(namedElsewhere(own, rows)).toEqual([
    { topic: 'own.x', name: topic('배차'), other: topic('수송'), list: { ko: 'b', en: 'b' }, version: 2, place: false },
    { topic: 'own.y', name: topic('차고'), other: topic('차고', 'commercial'), list: { ko: 'c', en: 'c' }, version: 1, place: true },
  ]);
});

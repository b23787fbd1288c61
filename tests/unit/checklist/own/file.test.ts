/** A checklist as a file: what goes out comes in, and nothing else does. */
import { describe, expect, it } from 'vitest';
import { checklistFileName, checklistFileText, LARGEST_FILE, readChecklistFile, standingOf } from '@/utils/checklist/own/file';
import type { OwnChecklist } from '@/utils/checklist/own/own';
import { agreed, copyOf, retired } from '@/utils/checklist/own/own';
import { FIRST_CALL, TOPICS } from './lists';

const OWN_TOPIC = { ko: '보안', en: 'Security', packetSection: 'environment' };
const own: OwnChecklist = copyOf({ ...FIRST_CALL, items: FIRST_CALL.items.map((item, i) => (i === 2 ? { ...item, topic: 'own.sec' } : item)) }, { ...TOPICS, 'own.sec': OWN_TOPIC }, { id: 'own-a', code: 'E', name: { ko: '우리 <것>/..', en: 'Ours' } }, 1);
const signed = agreed(own, { sales: '박서연', delivery: '한지우', on: '2026-11-27', note: '처음' }, 2);
const read = (change: (raw: { [key: string]: unknown; list: Record<string, unknown> }) => unknown, from = signed): string => {
  const result = readChecklistFile(JSON.stringify(change(JSON.parse(checklistFileText(from)) as never)), TOPICS);
  return result.ok ? 'ok' : `${result.problem} ${result.detail}`.trim();
};

it('comes back as it went out, with its topics and what changed', () => {
  expect(readChecklistFile(`\uFEFF${checklistFileText(signed)}`, TOPICS)).toEqual({ ok: true, list: signed.list, topics: { 'own.sec': OWN_TOPIC }, note: '처음', from: 'first-call' });
  expect(checklistFileName(signed, 'en')).toBe('Ours_v1.baton-checklist.json');
  expect(checklistFileName(signed, 'ko')).not.toMatch(/[<>/]/u);
});

describe('is refused', () => {
  it.each([['', 'not_json'], ['{"format":', 'not_json'], ['null', 'not_a_checklist'], ['[]', 'not_a_checklist'], ['{"format":"baton.packet","formatVersion":1}', 'not_a_checklist'], ['{"format":"baton.checklist","formatVersion":2}', 'newer']])('%s: %s', (text, problem) => {
    expect(readChecklistFile(text, TOPICS)).toMatchObject({ ok: false, problem });
  });

  it('when it is larger than any checklist, before it is parsed', () => {
    expect(readChecklistFile(' '.repeat(LARGEST_FILE + 1), TOPICS)).toEqual({ ok: false, problem: 'too_large', detail: '' });
  });

  it('with the place where something is wrong', () => {
    expect(read((raw) => ({ ...raw, list: { ...raw.list, sections: [...(raw.list.sections as object[]), (raw.list.sections as object[])[0]] } }))).toBe('invalid a section appears twice');
    expect(read((raw) => ({ ...raw, list: { ...raw.list, items: [] } }))).toBe('invalid list.items');
    expect(read((raw) => ({ ...raw, list: { ...raw.list, name: { ko: '', en: '' } } }))).toBe('invalid list.name.ko');
    expect(read((raw) => ({ ...raw, topics: {} }))).toMatch(/^invalid E-03: unknown topic own\.sec/u);
    expect(read((raw) => ({ ...raw, list: { ...raw.list, status: 'agreed', agreement: null } }))).toBe('invalid agreed without an agreement');
    expect(read((raw) => ({ ...raw, topics: { 'own.sec': { ko: '보안' } } }))).toBe('invalid topics.own.sec.en');
  });

  it('when it would take the place of one of ours, or of our topics', () => {
    expect(read((raw) => ({ ...raw, list: { ...raw.list, id: 'custom-development' } }))).toBe('not_a_checklist');
    const result = readChecklistFile(JSON.stringify({ ...(JSON.parse(checklistFileText(signed)) as object), topics: { 'own.sec': OWN_TOPIC, 'pain.primary': OWN_TOPIC, 'own.unused': OWN_TOPIC } }), TOPICS);
    expect(result).toMatchObject({ ok: true, topics: { 'own.sec': OWN_TOPIC } });
    expect(result.ok && Object.keys(result.topics)).toEqual(['own.sec']);
  });

  it('without its minimum only when it says that it was agreed', () => {
    const nice = (raw: { list: Record<string, unknown> }) => ({ ...raw, list: { ...raw.list, items: (raw.list.items as object[]).map((item) => ({ ...item, need: 'nice' })) } });
    expect(read(nice)).toMatch(/^invalid no minimum item on/u);
    expect(read(nice, own)).toBe('ok');
  });

  it('not by a prototype that somebody put in', () => {
    const text = checklistFileText(signed).replace('"topics": {', '"__proto__": {"polluted": true}, "topics": {"__proto__": {"ko": "a", "en": "a", "packetSection": "b"},');
    expect(readChecklistFile(text, TOPICS).ok).toBe(true);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

it('is new, known, agreed since, or another of the same version', () => {
  const other = { ...signed, list: { ...signed.list, items: signed.list.items.slice(1) } };
  expect([standingOf(signed, []), standingOf(signed, [signed]), standingOf({ list: JSON.parse(JSON.stringify(signed.list)) as never }, [signed])]).toEqual(['new', 'same', 'same']);
  expect([standingOf(signed, [own]), standingOf(own, [signed]), standingOf(signed, [other]), standingOf(own, [{ ...own, list: other.list }])]).toEqual(['agreed', 'other', 'other', 'other']);
  // Whether it is still offered is each machine's own.
  expect([standingOf(signed, [retired(signed, false, 9)]), standingOf(retired(signed, false, 9), [signed])]).toEqual(['same', 'same']);
});

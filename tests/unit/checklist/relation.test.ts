import { describe, expect, it } from 'vitest';
import type { Answer } from '@/utils/checklist/answer';
import { relationFor } from '@/utils/checklist/relation';
import { answer } from './builders';

const won = (min: number) => ({ kind: 'money' as const, parts: [{ min, currency: 'KRW' as const, vat: 'unknown' as const, per: 'once' as const }] });
const earlier = (part: Partial<Answer> = {}): Answer => answer({ state: 'answered', saidBy: '김도현', value: won(100), ...part });

describe('an answer after another', () => {
  it('of somebody else who plainly says something else stands beside it', () => {
    expect(relationFor(earlier(), { by: '이수민', value: won(50) })).toBe('differs');
    expect(relationFor(earlier({ state: 'partial' }), { by: '이수민', value: won(50) })).toBe('differs');
  });

  it.each<[string, Answer | null, string, number | null]>([
    ['is the first', null, '이수민', 50],
    ['comes from the same person, however the name is spaced', earlier(), '김 도현', 50],
    ['comes from nobody known', earlier(), ' ', 50],
    ['follows one of nobody known', earlier({ saidBy: '' }), '이수민', 50],
    ['says the same', earlier(), '이수민', 100],
    ['says nothing that can be compared', earlier(), '이수민', null],
    ['follows "will send"', earlier({ state: 'asked_will_send' }), '이수민', 50],
    ['follows one that is covered', earlier({ offRecord: true, value: won(100) }), '이수민', 50],
  ])('that %s adds to what was said', (_, before, by, value) => {
    expect(relationFor(before, { by, value: value === null ? null : won(value) })).toBe('updates');
  });

  it('in words only a person can compare', () => {
    expect(relationFor(earlier({ value: { kind: 'text', text: '웹' } }), { by: '이수민', value: { kind: 'text', text: '앱' } })).toBe('updates');
  });
});

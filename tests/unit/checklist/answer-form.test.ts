/** What an answer's form keeps: as a draft, in the answer, and what is left for another state. */
import { describe, expect, it } from 'vitest';
import type { AnswerForm } from '@/components/checklist/answer-form';
import { blankForm, draftOf, parseDraft, savedPart, unsavedPart } from '@/components/checklist/answer-form';
import { answer } from './builders';

const form = (part: Partial<AnswerForm>): AnswerForm => ({ ...blankForm('answered', null), ...part });

describe('the draft of an answer', () => {
  it('is what was filled in, and comes back as the form it was', () => {
    for (const filled of [form({ raw: '120' }), form({ state: 'conflict', sideA: 'a', sideABy: '' }), form({ people: [{ name: 'A', role: '' }], vat: 'included' }), form({ offRecord: true })]) {
      expect({ ...blankForm('answered', null), ...parseDraft(draftOf(filled, null)) }).toEqual(filled);
    }
  });

  it('is none while only a state was chosen or everything was emptied again', () => {
    expect([form({}), form({ state: 'declined' }), form({ people: [] })].map((one) => draftOf(one, null))).toEqual(['', '', '']);
    const spoken = answer({ saidBy: '김도현' });
    expect(draftOf(blankForm('conflict', spoken), spoken)).toBe('');
    expect(draftOf({ ...blankForm('conflict', spoken), sideABy: '' }, spoken)).not.toBe('');
  });

  it('keeps what was left when something was typed before that was read', () => {
    const both = `${draftOf(form({ raw: 'left' }), null)}\n${draftOf(form({ state: 'declined', remark: 'typed' }), null)}`;
    expect(parseDraft(both)).toMatchObject({ raw: 'left', remark: 'typed', state: 'declined' });
    expect([parseDraft(''), parseDraft('{'), parseDraft('[1]'), parseDraft('{"state":"x"}')]).toEqual([null, null, null, null]);
  });
});

describe('a saved answer', () => {
  const all: Partial<AnswerForm> = { raw: 'words', remark: 'r', options: ['o'], yes: true, people: [{ name: 'A', role: '' }], sideA: 'a', sideB: 'b', reason: 'why' };
  it.each([
    ['not_applicable', { reason: 'why', raw: '', remark: '', options: [], yes: null, people: [], sideA: '', sideB: '' }, { state: 'answered', raw: 'words', sideA: 'a', reason: '' }],
    ['conflict', { reason: '', raw: 'words', sideA: 'a', sideB: 'b' }, { state: 'not_applicable', reason: 'why', raw: '', sideA: '', sideB: '' }],
    ['declined', { reason: '', raw: 'words', yes: true, sideA: '' }, { state: 'conflict', sideA: 'a', reason: 'why', raw: '', options: [] }],
  ] as const)('has what %s has fields for; the rest is left for its own state', (state, saved, rest) => {
    expect(savedPart(form({ ...all, state }))).toMatchObject(saved);
    expect(unsavedPart(form({ ...all, state }))).toMatchObject(rest);
  });

  it('leaves nothing where nothing else was typed, and nothing of what is off the record', () => {
    expect([form({ raw: 'x' }), form({ state: 'not_applicable', reason: 'x' }), form({ state: 'conflict', sideA: 'x' }), form({ state: 'not_applicable', reason: 'x', raw: 'y', offRecord: true })].map(unsavedPart)).toEqual([null, null, null, null]);
  });
});

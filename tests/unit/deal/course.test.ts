import { describe, expect, it } from 'vitest';
import type { CourseStep, DealState } from '@/utils/deal/course';
import { DEAL_STATES, dealState, isAlive, isContracted, lacksOfStep, nextStates, signedOn } from '@/utils/deal/course';

const step = (to: DealState, on = '2026-12-01', why = ''): CourseStep => ({ to, on, why, at: 1 });
const course = (...states: DealState[]) => ({ course: states.map((to) => step(to)) });

describe('the course of a deal', () => {
  it('is open until somebody says otherwise, and then where its last step led', () => {
    expect([dealState({}), dealState({ course: [] }), dealState(course('on_hold', 'open', 'contracted'))]).toEqual(['open', 'open', 'contracted']);
  });

  it('goes on after the signature: a contract is not an end (R-01)', () => {
    expect(nextStates('contracted')).toEqual(['delivering']);
    expect(DEAL_STATES.filter((state) => nextStates(state).includes('ended'))).toEqual(['operating']);
    expect(nextStates('ended')).toEqual([]);
  });

  it('reopens a lost deal before it can be signed', () => {
    expect(nextStates('lost')).toEqual(['open']);
    expect(lacksOfStep('lost', step('contracted'), false)).toEqual(['order']);
  });

  it('reaches every state, and every state but the end goes somewhere', () => {
    const reached = new Set(DEAL_STATES.flatMap((state) => [...nextStates(state)]));
    expect(DEAL_STATES.filter((state) => !reached.has(state))).toEqual([]);
    expect(DEAL_STATES.filter((state) => nextStates(state).length === 0)).toEqual(['ended']);
  });

  it('is alive unless it is lost or at its end, and signed from the contract on', () => {
    expect(DEAL_STATES.filter((state) => !isAlive(course(state)))).toEqual(['lost', 'ended']);
    expect([isContracted({}), isContracted(course('open')), isContracted(course('contracted', 'delivering', 'operating', 'ended'))]).toEqual([false, false, true]);
    expect([signedOn({}), signedOn({ course: [step('contracted', '2026-12-03'), step('delivering', '2026-12-20')] })]).toEqual([null, '2026-12-03']);
  });

  it.each<[DealState, CourseStep, boolean, string[]]>([
    ['open', step('contracted'), false, []],
    ['open', step('on_hold'), false, []],
    ['open', step('lost'), false, ['why']],
    ['open', step('lost', '2026-12-01', '  '), false, ['why']],
    ['open', step('lost', '2026-12-01', '예산'), false, []],
    ['open', step('delivering'), true, ['order']],
    ['contracted', step('delivering'), false, ['handoff']],
    ['contracted', step('delivering'), true, []],
    ['contracted', step('ended'), true, ['order']],
    ['delivering', step('operating', ''), false, ['on']],
    ['delivering', step('operating', '2026-02-30'), false, ['on']],
    ['delivering', step('operating', '0026-02-20'), false, ['on']],
  ])('from %s, %j with an accepted handoff (%s) lacks %j', (from, next, accepted, lacks) => {
    expect(lacksOfStep(from, next, accepted)).toEqual(lacks);
  });
});

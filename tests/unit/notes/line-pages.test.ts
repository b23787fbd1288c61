import { expect, it } from 'vitest';
import { pagesOfLine } from '@/utils/notes/line-pages';

const line = (kind: 'note' | 'gap' | 'decision' | 'risk' | 'pain' | 'want' | 'commitment' | 'answer', dealId = 'd', meetingId = 'm') => ({ kind, dealId, meetingId });
const said = { page: 'meeting', id: 'm' };
const deal = { page: 'deal', id: 'd' };

it.each(['note', 'gap', 'decision', 'risk'] as const)('a %s of a meeting stands in its time line only', (kind) => {
  expect(pagesOfLine(line(kind), { dealId: 'd' })).toEqual([said]);
});

it.each(['pain', 'want', 'commitment', 'answer'] as const)('a %s stands in the time line, and on its deal’s page', (kind) => {
  expect(pagesOfLine(line(kind), { dealId: 'd' })).toEqual([said, deal]);
});

it.each(['note', 'pain'] as const)('a %s said in a meeting of another deal stands on its own deal’s page first', (kind) => {
  expect(pagesOfLine(line(kind), { dealId: 'other' })).toEqual([deal, said]);
});

it.each(['gap', 'want'] as const)('a %s said in no meeting, or in one that is gone, stands on its deal’s page', (kind) => {
  expect([pagesOfLine(line(kind, 'd', ''), null), pagesOfLine(line(kind), null)]).toEqual([[deal], [deal]]);
});

it('what nobody filed stands in its meeting, and without one among its like; an answer is always of a deal', () => {
  expect([pagesOfLine(line('note', ''), { dealId: '' }), pagesOfLine(line('note', ''), { dealId: 'd' }), pagesOfLine(line('note', '', ''), null), pagesOfLine(line('want', ''), null), pagesOfLine(line('answer', '', ''), null)]).toEqual([[said], [said], [{ page: 'unfiled', id: '' }], [{ page: 'unfiled', id: '' }], []]);
});

import type { Answer, Contradiction } from '@/utils/checklist/answer';
import type { ChecklistItem } from '@/utils/checklist/checklist';
import type { Gap } from '@/utils/notes/records';

/** Builders of domain rows for tests: everything has a plain default, a test names what it is about. */
export function item(part: Partial<ChecklistItem> = {}): ChecklistItem {
  return {
    id: 'A-01', section: 'goal', topic: 'context.trigger', ask: { ko: '왜 지금인가요?', en: 'Why now?' }, why: { ko: '이유', en: 'Reason' },
    type: 'text', need: 'minimum', by: 'first', estimate: 'refines', bring: 'pm', goodAnswer: { ko: '예', en: 'e.g.' },
    keywords: { ko: [], en: [] }, whoCanAnswer: [], ...part,
  };
}

export function answer(part: Partial<Answer> = {}): Answer {
  return {
    id: 'a1', dealId: 'd1', topic: 'context.trigger', itemId: 'A-01', meetingId: 'm1', state: 'answered', value: { kind: 'text', text: 'audit' },
    raw: 'audit', remark: '', saidBy: 'Kim', confidence: 'stated', relation: 'first', reason: '', offRecord: false, at: 1000, offsetMs: 0, ...part,
  };
}

export function contradiction(part: Partial<Contradiction> = {}): Contradiction {
  return {
    id: 'x1', dealId: 'd1', meetingId: 'm1', topic: 'context.trigger', itemId: 'A-01',
    a: { text: '1 March', saidBy: 'Kim', at: 1, answerId: null }, b: { text: '10 March', saidBy: 'Choi', at: 2, answerId: null },
    status: 'open', kept: '', why: '', at: 2, resolvedAt: null, ...part,
  };
}

export function gap(part: Partial<Gap> = {}): Gap {
  return {
    id: 'g1', dealId: 'd1', meetingId: 'm1', itemId: 'A-01', topic: 'context.trigger', at: 5, offsetMs: 5, updatedAt: 5, question: 'Why now?',
    origin: 'not_asked', route: 'ask_customer', owner: 'Park', askWhom: '', due: '2026-12-03', blocksEstimate: false, state: 'routed', askedOn: [], outcome: '', ...part,
  };
}

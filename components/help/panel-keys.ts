/** The panel's keys as help shows them. `tests/unit/help/panel-keys.test.ts` holds them against the panel itself. */
import type { ItemState } from '@/utils/checklist/answer';

export const CALL_KEYS = [
  { keys: 'Alt+K', text: 'bar' },
  { keys: 'Alt+L', text: 'list' },
  { keys: 'Alt+Z', text: 'undo' },
  { keys: 'Alt+1 … Alt+7', text: 'kinds' },
  { keys: 'Enter', text: 'save' },
  { keys: 'Shift+Enter', text: 'line' },
  { keys: 'Esc', text: 'back' },
  { keys: '← →', text: 'tabs' },
] as const;

export const ITEM_STATE_KEYS: readonly (readonly [key: string, state: ItemState])[] = [
  ['A', 'answered'], ['P', 'partial'], ['U', 'asked_unknown'], ['S', 'asked_will_send'], ['D', 'declined'], ['X', 'conflict'], ['N', 'not_applicable'],
];

/** Help promises keys; the panel's own sources are held against it. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CALL_KEYS, ITEM_STATE_KEYS } from '@/components/help/panel-keys';

const source = (path: string): string => readFileSync(new URL(`../../../components/${path}`, import.meta.url), 'utf8');

describe('the keys in help', () => {
  it('of an item are those of the checklist', () => {
    const [, table = ''] = /STATE_KEYS[^=]*= \{([^}]+)\}/u.exec(source('checklist/ItemRow.tsx')) ?? [];
    const real = [...table.matchAll(/Key([A-Z]): '(\w+)'/gu)].map(([, key, state]) => [key, state]);
    expect(real.length).toBeGreaterThan(0);
    expect(ITEM_STATE_KEYS).toEqual(real);
    for (const code of ['KeyJ', 'KeyK', 'KeyQ', 'ArrowDown', 'ArrowUp', 'Escape']) expect(source('checklist/ItemRow.tsx')).toContain(`'${code}'`);
  });

  it('of the call are those of the panel, all of them', () => {
    const codes = [...source('call/CallScreen.tsx').matchAll(/e\.code === 'Key([A-Z])'/gu)].map(([, key = '']) => `Alt+${key}`);
    const help = CALL_KEYS.map(({ keys }) => keys);
    expect(help.filter((keys) => /^Alt\+[A-Z]$/u.test(keys)).toSorted()).toEqual(codes.toSorted());
    expect(source('capture/CaptureBar.tsx')).toContain('Digit[1-7]');
    expect(help).toContain('Alt+1 … Alt+7');
  });
});

/** Every text of the interface: well-formed, there in both languages, and filled from the same values. */
import { createTranslator } from 'use-intl';
import { describe, expect, it } from 'vitest';
import { messages as en } from '@/utils/i18n/messages/en';
import { messages as ko } from '@/utils/i18n/messages/ko';

type Tree = { readonly [key: string]: string | Tree };

function leaves(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : leaves(value, `${path}${key}.`)));
}
const values = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)/gu)].map((m) => m[1] ?? ''))].filter((name) => !/^\d+$/.test(name)).sort();
/** Words inside plural branches look like values: only what both languages could mean is compared. */
const named = (text: string): string[] => values(text.replace(/(?:\b(?:one|other|zero|two|few|many)|=\d+)\s*\{[^{}]*\}/gu, ''));

describe.each([['ko', ko], ['en', en]] as const)('texts in %s', (locale, messages) => {
  it('are well-formed', () => {
    const faults: string[] = [];
    const all = leaves(messages);
    expect(all.length).toBeGreaterThan(500);
    const t = createTranslator({ locale, messages: messages as unknown as Record<string, string>, onError: (error) => { if (String(error.code) === 'INVALID_MESSAGE') faults.push(error.message); } }) as unknown as (key: string, values: Record<string, unknown>) => string;
    for (const [key, text] of all) t(key, Object.fromEntries(values(text).map((name) => [name, 1])));
    expect(faults).toEqual([]);
  });
});

it('take the same values in both languages', () => {
  const korean = new Map(leaves(ko));
  const different = leaves(en as unknown as Tree).filter(([key, text]) => named(text).join() !== named(korean.get(key) ?? '').join()).map(([key]) => key);
  expect(different).toEqual([]);
});

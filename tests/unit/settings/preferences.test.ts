import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { browser } from '../../fakes/browser';
import { changePreferences, countryFor, DEFAULT_PREFERENCES, preferences, readPreferences } from '@/utils/settings/preferences';

beforeEach(async () => { await browser.storage.local.clear(); });

describe('preferences', () => {
  it('of version 1 keep what was chosen and get the rest', async () => {
    await browser.storage.local.set({ preferences: { language: 'ko', theme: 'dark', name: '박서연' } });
    expect(await preferences.getValue()).toEqual({ ...DEFAULT_PREFERENCES, language: 'ko', theme: 'dark', name: '박서연' });
    await changePreferences({ backupEvery: 30 });
    expect(await preferences.getValue()).toMatchObject({ language: 'ko', name: '박서연', backupEvery: 30, workdays: [1, 2, 3, 4, 5], retentionMonths: 0 });
  });

  it('lose only what does not fit', () => {
    expect(readPreferences({ name: 'Emma', theme: 'pink', workdays: [], daysOff: ['2026-02-30'], latestWorkdays: -1, backupEvery: 8, retentionMonths: 1e9, extra: 1 })).toEqual({ ...DEFAULT_PREFERENCES, name: 'Emma' });
    for (const nonsense of [null, undefined, 'x', [], 4]) expect(readPreferences(nonsense)).toEqual(DEFAULT_PREFERENCES);
  });

  it('are always whole, whatever was stored', () => {
    fc.assert(fc.property(fc.dictionary(fc.constantFrom(...Object.keys(DEFAULT_PREFERENCES)), fc.anything()), (stored) => {
      const read = readPreferences(stored);
      expect(Object.keys(read).sort()).toEqual(Object.keys(DEFAULT_PREFERENCES).sort());
      expect(readPreferences(read)).toEqual(read);
    }));
  });

  it('take the holidays of the language until others are chosen', () => {
    expect([countryFor(null, 'ko'), countryFor(null, 'en'), countryFor('none', 'ko')]).toEqual(['KR', 'none', 'none']);
  });
});

/** Checklists of one's own for the tests of their pages. */
import { expect } from 'vitest';
import { page } from 'vitest/browser';
import { LibraryApp } from '@/components/library/LibraryApp';
import type { Checklist } from '@/utils/checklist/checklist';
import type { OwnChecklist } from '@/utils/checklist/own/own';
import { db } from '@/utils/db/database';
import { agreeChecklist, copyChecklist } from '@/utils/services/checklist/own/keep-checklist';
import { stage } from '../call/stage';

/** A draft made from the checklist of the first call: E-01 … E-12. Resolves to its row id. */
export async function ownDraft(name = '우리 첫 통화', from: 'first-call' | 'custom-development' = 'first-call'): Promise<string> {
  return copyChecklist(db, { id: from, version: 1 }, { ko: name, en: '' }, 1);
}

/** The same, agreed with delivery. */
export async function ownAgreed(name?: string): Promise<string> {
  const id = await ownDraft(name);
  await agreeChecklist(db, id, { sales: '박서연', delivery: '한지민', on: '2026-11-20', note: '' }, 2);
  return id;
}

/** The row of a version; fails where there is none. */
export async function rowOf(id: string): Promise<OwnChecklist> {
  const row = await db.checklists.get(id);
  if (!row) throw new Error(`no checklist ${id}`);
  return row;
}

/** The order of a list's items. */
export async function order(id: string): Promise<string[]> {
  return (await rowOf(id)).list.items.map((item) => item.id);
}

/** The page of a version, whose name holds “첫 통화”. */
export async function openList(id: string, language: 'ko' | 'en', theme: 'light' | 'dark' = 'light'): Promise<void> {
  location.hash = `#/checklists/${id}`;
  await stage(<LibraryApp />, language, theme);
  await expect.element(page.getByRole('heading', { level: 1, name: /첫 통화/u })).toBeVisible();
}

/** A button of the page, by its whole name or a part of it. */
export function button(name: string | RegExp) {
  return page.getByRole('button', { name, exact: typeof name === 'string' });
}

/** Nothing is wider than the window. */
export function sideways(): number {
  return document.documentElement.scrollWidth - document.documentElement.clientWidth;
}

/** A checklist as long and with names as long as anybody would make it. */
export function longList(list: Checklist): Checklist {
  const word = '가나다라마바사아자차카타파하'.repeat(20);
  const item = list.items[0];
  if (!item) throw new Error('no item');
  const items = Array.from({ length: 200 }, (_, i) => ({
    ...item, id: `E-${String(i + 1).padStart(2, '0')}`, topic: i === 0 ? item.topic : `own.${'x'.repeat(i)}`, ask: { ko: `${word} ${String(i)}`, en: `${'Longword'.repeat(40)} ${String(i)}` },
    type: 'choice' as const, options: { ko: [word, word], en: [word, word] }, section: list.sections[i % list.sections.length]?.id ?? '',
  }));
  return { ...list, name: { ko: word, en: word }, purpose: { ko: word, en: word }, sections: list.sections.map(({ id }) => ({ id, ko: word, en: word })), items };
}

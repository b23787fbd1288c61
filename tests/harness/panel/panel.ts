/**
 * The side panel as a person uses it: things are found by role and name, and worked by keyboard.
 * The other files of this folder are its screens.
 */
import type { Locator, Page } from 'playwright-core';
import type { Language } from '@/utils/settings/preferences';
import { until } from '../until';
import type { Texts } from './texts';
import { textsOf } from './texts';

export type Tab = 'checklist' | 'lines' | 'gaps' | 'people';

export interface Panel {
  page: Page;
  language: Language;
  t: Texts;
  /** Called before everything that saves: lets the practice clock move a little. */
  tick: () => Promise<void>;
}

export async function panelOn(page: Page, language: Language, tick: () => Promise<void> = async () => Promise.resolve()): Promise<Panel> {
  page.setDefaultTimeout(10_000);
  return { page, language, t: await textsOf(language), tick };
}

type Within = Page | Locator;

export function button(within: Within, name: string | RegExp): Locator {
  return within.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
}

/**
 * Puts the focus on the one thing that is found, and says what it holds. In a single question: Playwright's own `press` and `evaluate`
 * ask the browser ten times for the same, which was two thirds of all that a practice call asked it.
 */
async function focusOn(target: Locator): Promise<{ value: string; checked: boolean }> {
  let seen = 0;
  const ask = async (): Promise<{ value: string; checked: boolean } | null> => {
    const { count, held } = await target.evaluateAll((found) => {
      const [one] = found;
      if (found.length !== 1 || !(one instanceof HTMLElement)) return { count: found.length, held: null };
      one.focus();
      const { value = '', checked = false } = one as Partial<HTMLInputElement>;
      return { count: 1, held: document.activeElement === one ? { value: String(value), checked } : null };
    });
    seen = count;
    return held;
  };
  return until(ask, { what: () => `the focus on ${String(target)} (${String(seen)} found)`, timeout: 10_000, every: 30 });
}

export async function press(target: Locator): Promise<void> {
  await focusOn(target);
  await target.page().keyboard.press('Enter');
}

/** Waits until something can be seen: `waitFor` asks five times as much. */
export async function visible(target: Locator): Promise<void> {
  await until(async () => target.isVisible(), { what: () => String(target), timeout: 10_000, every: 30 });
}

export async function gone(target: Locator): Promise<void> {
  await until(async () => (await target.count()) === 0, { what: () => `${String(target)} to go`, timeout: 10_000, every: 30 });
}

/** Puts the caret into a field, takes what is there and types instead. */
export async function write(field: Locator, text: string): Promise<void> {
  const { value } = await focusOn(field);
  if (value === text) return;
  const { keyboard } = field.page();
  await keyboard.press('ControlOrMeta+A');
  if (text === '') await keyboard.press('Delete');
  else await keyboard.insertText(text);
}

/** Dates are typed in the order of the browser's language, so the field's value is set instead. */
export async function writeDate(field: Locator, date: string | null): Promise<void> {
  if ((await field.inputValue()) !== (date ?? '')) await field.fill(date ?? '');
}

export async function choose(group: Locator, name: string): Promise<void> {
  await tickBox(group.getByRole('radio', { name, exact: true }), true);
}

export async function tickBox(box: Locator, on: boolean): Promise<void> {
  const { checked } = await focusOn(box);
  if (checked !== on) await box.page().keyboard.press('Space');
}

export async function pick(list: Locator, label: string | { value: string }): Promise<void> {
  await list.selectOption(typeof label === 'string' ? { label } : label);
}

export async function openTab(panel: Panel, tab: Tab): Promise<void> {
  const found = panel.page.getByRole('tab', { name: panel.t(`call.tabs.${tab}`), exact: true });
  if ((await found.getAttribute('aria-selected')) === 'true') return;
  await press(found);
  await until(async () => (await found.getAttribute('aria-selected')) === 'true', { what: `the tab ${tab}` });
}

/** What the panel says went wrong, or ''. */
export async function complaint(panel: Panel): Promise<string> {
  return (await panel.page.locator('[role="alert"]').allInnerTexts()).join(' ').trim();
}

/** A complaint that stays this long is meant; a field may complain while its save is still on the way. */
const PATIENCE_MS = 1_000;

/** Waits until `done`, and gives up early with the panel's own words when it complains. */
export async function settled(panel: Panel, what: string, done: () => Promise<boolean>): Promise<void> {
  let since = 0;
  await until(
    async () => {
      if (await done()) return true;
      const words = await complaint(panel);
      if (!words) since = 0;
      else if (since === 0) since = Date.now();
      else if (Date.now() - since > PATIENCE_MS) throw new Error(`${what}: the panel says "${words}"`);
      return false;
    },
    { what, timeout: 10_000, every: 40 },
  );
}

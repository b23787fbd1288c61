/** The capture bar, and the lines that came out of it. */
import type { Locator } from 'playwright-core';
import { dayText } from '@/utils/time/day-text';
import { until } from '../until';
import type { Panel } from './panel';
import { button, openTab, pick, press, settled, visible, write, writeDate } from './panel';

/** Types a line into the capture bar; Enter saves, and the bar is empty when it is saved. */
export async function capture(panel: Panel, text: string): Promise<void> {
  const bar = panel.page.getByRole('textbox', { name: panel.t('call.capture.label'), exact: true });
  await write(bar, text);
  await panel.tick();
  await bar.press('Enter');
  await settled(panel, `the line "${text}" to be saved`, async () => (await bar.inputValue()) === '');
}

/** The newest record in the list of notes that shows these words. */
function record(panel: Panel, words: string): Locator {
  return panel.page.getByRole('list', { name: panel.t('call.lines.label'), exact: true }).getByRole('listitem').filter({ hasText: words }).last();
}

/** The same, however far up it is: a long list keeps only the rows near what is seen. */
async function findRecord(panel: Panel, words: string): Promise<Locator> {
  const line = record(panel, words);
  const list = panel.page.getByRole('list', { name: panel.t('call.lines.label'), exact: true });
  await visible(list);
  // Upwards, a screen at a time: what was typed last is seen first.
  await until(async () => (await line.isVisible()) || (await list.evaluate((element) => {
    const body = element.closest('.call-body') ?? element.parentElement ?? element;
    const before = body.scrollTop;
    body.scrollTop = before <= 0 ? body.scrollHeight : before - body.clientHeight * 0.8;
    return false;
  })), { what: `the line "${words}"`, timeout: 10_000, every: 60 });
  return line;
}

/** Gives the promise that was just typed its date; nothing to do when the words already said it. */
export async function setPromiseDue(panel: Panel, words: string, due: string | null): Promise<void> {
  const { t } = panel;
  await openTab(panel, 'lines');
  const line = await findRecord(panel, words);
  // Some date stands there when the words said one.
  const shown = line.getByText(due ? t('call.lines.due', { date: dayText(due, panel.language) }) : new RegExp(t('call.lines.due', { date: '.*\\d{4}.*' }), 'u'), { exact: true });
  if (await shown.isVisible() === (due !== null)) return;
  await press(button(line, t('common.edit')));
  const form = panel.page.getByRole('form', { name: t('call.promises.edit', { words }), exact: true });
  await writeDate(form.getByLabel(t('call.promises.due'), { exact: true }), due);
  await panel.tick();
  await press(button(form, t('call.promises.save')));
  await settled(panel, `the date of "${words}" to be saved`, async () => !(await form.isVisible()));
}

/** Takes a captured line off the record: it exists nowhere any more. */
export async function takeOffRecord(panel: Panel, words: string): Promise<void> {
  await openTab(panel, 'lines');
  const line = await findRecord(panel, words);
  await panel.tick();
  await press(button(line, panel.t('call.lines.offRecord')));
  await settled(panel, `"${words}" to be taken off the record`, async () => !(await line.isVisible()));
}

/** Moves a captured line to another deal. */
export async function moveLine(panel: Panel, words: string, { deal, account }: { deal: string; account: string }): Promise<void> {
  const { t } = panel;
  await openTab(panel, 'lines');
  const line = await findRecord(panel, words);
  await press(button(line, t('call.lines.move')));
  // While it is being moved the record shows no words, only the list of deals.
  const list = panel.page.getByRole('combobox', { name: t('call.lines.moveTo'), exact: true });
  const option = await until(async () => (await list.getByRole('option').allTextContents()).find((text) => text === `${account} · ${deal}`), { what: `the deal "${deal}" in the list`, timeout: 5_000 });
  await pick(list, option);
  await panel.tick();
  await press(button(panel.page.getByRole('listitem').filter({ has: list }), t('common.save')));
  await settled(panel, `"${words}" to be moved`, async () => !(await list.isVisible()));
}

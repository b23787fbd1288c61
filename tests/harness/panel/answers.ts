/** Items of the checklist: answers, conflicts, and two answers recorded by hand. */
import type { Locator } from 'playwright-core';
import type { AnswerRelation, Confidence, ItemState } from '@/utils/checklist/answer';
import type { ChecklistItem } from '@/utils/checklist/checklist';
import type { Panel } from './panel';
import { button, choose, gone, press, settled, tickBox, visible, write } from './panel';

export interface Side { text: string; saidBy: string }

export interface AnswerEntry {
  state: ItemState;
  /** Text for the field, or names of options. */
  value: string | string[] | boolean | null;
  saidBy: string;
  confidence: Confidence | null;
  remark: string;
  reason: string;
  offRecord: boolean;
  relation: AnswerRelation | null;
  sides: { a: Side; b: Side } | null;
}

/** The disclosure button of an item, found by its question: by its words, since names of all buttons of a long checklist take long to make out. */
export function itemButton(panel: Panel, item: ChecklistItem): Locator {
  return panel.page.locator('button[aria-expanded]').filter({ hasText: item.ask[panel.language] }).first();
}

/** Opens an item's editor, whatever filter hides it. */
export async function openItem(panel: Panel, item: ChecklistItem): Promise<Locator> {
  const { page, t } = panel;
  const filter = page.getByRole('combobox', { name: t('call.filter'), exact: true });
  if ((await filter.inputValue()) !== 'all') await filter.selectOption('all');
  const row = itemButton(panel, item);
  if ((await row.getAttribute('aria-expanded')) !== 'true') await press(row);
  const form = page.locator(`form[aria-label^=${JSON.stringify(`${t('call.answer.form')}: `)}]`);
  await visible(form);
  return form;
}

export async function closeItem(panel: Panel, form: Locator): Promise<void> {
  if (await form.isVisible()) await press(button(form, panel.t('common.close')));
  await gone(form);
}

const YES = /^\s*(예|네|yes)\b\s*[:,.]?\s*|^\s*(예|네)\s*[:,.]\s*/i;
const NO = /^\s*(아니오|아니요|아니|no)\b\s*[:,.]?\s*|^\s*(아니오|아니요)\s*[:,.]\s*/i;

/** Yes or no said in front of the words, and the words that are left. */
export function yesOrNo(text: string): { yes: boolean | null; rest: string } {
  if (YES.test(text)) return { yes: true, rest: text.replace(YES, '') };
  return NO.test(text) ? { yes: false, rest: text.replace(NO, '') } : { yes: null, rest: text };
}

async function writeValue(panel: Panel, form: Locator, item: ChecklistItem, value: AnswerEntry['value']): Promise<void> {
  const { t } = panel;
  const options = item.type === 'choice' ? (item.options?.[panel.language] ?? []) : [];
  const field = form.getByRole('textbox', { name: t(options.length > 0 || item.type === 'yesno' ? 'call.answer.other' : 'call.answer.value'), exact: true });
  if (item.type === 'yesno') {
    const said = typeof value === 'boolean' ? { yes: value, rest: '' } : yesOrNo([value ?? ''].flat().join(', '));
    if (said.yes !== null) await choose(form.getByRole('group', { name: t('call.answer.value'), exact: true }), t(said.yes ? 'call.answer.yes' : 'call.answer.no'));
    await write(field, said.rest);
    return;
  }
  const words = typeof value === 'boolean' ? [t(value ? 'call.answer.yes' : 'call.answer.no')] : [value ?? []].flat();
  const group = form.getByRole('group', { name: t('call.answer.options'), exact: true });
  for (const option of words.filter((word) => options.includes(word))) await tickBox(group.getByRole('checkbox', { name: option, exact: true }), true);
  await write(field, words.filter((word) => !options.includes(word)).join(', '));
}

async function writeSides(panel: Panel, form: Locator, sides: { a: Side; b: Side }): Promise<void> {
  const { t } = panel;
  for (const [name, side] of [['call.answer.sideA', sides.a], ['call.answer.sideB', sides.b]] as const) {
    await write(form.getByRole('textbox', { name: t(name), exact: true }), side.text);
    await write(form.getByRole('textbox', { name: `${t(name)}: ${t('call.answer.sideBy')}`, exact: true }), side.saidBy);
  }
}

async function writeDetails(panel: Panel, form: Locator, item: ChecklistItem, entry: AnswerEntry): Promise<void> {
  const { t } = panel;
  if (entry.sides) await writeSides(panel, form, entry.sides);
  if (!entry.offRecord) await writeValue(panel, form, item, entry.value);
  const by = form.getByRole('combobox', { name: t('call.answer.saidBy'), exact: true }).or(form.getByRole('textbox', { name: t('call.answer.saidBy'), exact: true }));
  if (entry.state !== 'conflict') await write(by, entry.saidBy);
  if (entry.confidence) await choose(form.getByRole('group', { name: t('call.answer.confidence'), exact: true }), t(`common.confidence.${entry.confidence}`));
  if (entry.relation && entry.relation !== 'first') {
    const group = form.getByRole('group', { name: t('call.answer.relation'), exact: true });
    if (await group.isVisible()) await choose(group, t(`call.answer.relations.${entry.relation}`));
  }
  if (entry.remark && !entry.offRecord) await write(form.getByRole('textbox', { name: `${t('call.answer.remark')} (${t('common.optional')})`, exact: true }), entry.remark);
}

/** Sets an item's answer in place and waits until it is saved. */
export async function recordAnswer(panel: Panel, item: ChecklistItem, entry: AnswerEntry): Promise<void> {
  const { t } = panel;
  const form = await openItem(panel, item);
  await choose(form.getByRole('group', { name: t('call.answer.state'), exact: true }), t(`common.state.${entry.state}`));
  if (entry.offRecord) await tickBox(form.getByRole('checkbox', { name: t('call.answer.offRecord'), exact: true }), true);
  if (entry.state === 'not_applicable') await write(form.getByRole('textbox', { name: t('call.answer.reason'), exact: true }), entry.reason || entry.remark || (typeof entry.value === 'boolean' ? '' : [entry.value ?? ''].flat().join(', ')) || t('common.state.not_applicable'));
  else await writeDetails(panel, form, item, entry);
  await panel.tick();
  await press(button(form, t('call.answer.save')));
  await settled(panel, `the answer of ${item.id} to be saved`, async () => !(await form.isVisible()));
}

export interface Heard { a: Side; b: Side; status: 'open' | 'resolved' | 'both_true'; keep: string; why: string }

/** Records by hand that two answers were heard, and settles it when one of them stands. */
export async function recordContradiction(panel: Panel, item: ChecklistItem, heard: Heard): Promise<void> {
  const { t } = panel;
  const form = await openItem(panel, item);
  const cards = form.getByRole('region', { name: t('call.conflict.title'), exact: true });
  const before = await cards.count();
  await press(button(form, t('call.conflict.add')));
  await writeSides(panel, form.getByRole('group', { name: t('call.conflict.add'), exact: true }), heard);
  await panel.tick();
  await press(button(form, t('call.conflict.save')));
  await settled(panel, `the two answers of ${item.id} to be kept`, async () => (await cards.count()) > before);
  if (heard.status !== 'open') await settle(panel, form, item, heard);
  await closeItem(panel, form);
}

/** Settles two answers that stand side by side since the item was answered so. */
export async function settleContradiction(panel: Panel, item: ChecklistItem, heard: Heard): Promise<void> {
  const form = await openItem(panel, item);
  await settle(panel, form, item, heard);
  await closeItem(panel, form);
}

/** The open card with this first side; settled cards have no fields any more. */
async function settle(panel: Panel, form: Locator, item: ChecklistItem, heard: Heard): Promise<void> {
  const { t } = panel;
  const kept = form.getByRole('textbox', { name: t('call.conflict.kept'), exact: true });
  const open = form.getByRole('region', { name: t('call.conflict.title'), exact: true }).filter({ has: panel.page.getByRole('textbox', { name: t('call.conflict.kept'), exact: true }) });
  const card = open.filter({ hasText: heard.a.text }).filter({ hasText: heard.b.text }).last();
  const before = await kept.count();
  if (heard.why) await write(card.getByRole('textbox', { name: t('call.conflict.why'), exact: true }), heard.why);
  if (heard.status === 'resolved') await write(card.getByRole('textbox', { name: t('call.conflict.kept'), exact: true }), heard.keep);
  await panel.tick();
  await press(button(card, t(heard.status === 'resolved' ? 'call.conflict.settle' : 'call.conflict.bothTrue')));
  await settled(panel, `the two answers of ${item.id} to be settled`, async () => (await kept.count()) < before);
}

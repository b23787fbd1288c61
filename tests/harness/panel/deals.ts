/** Settings, accounts and deals: what is done before a call. */
import type { Locator } from 'playwright-core';
import { CATALOGUE } from '@/utils/checklist/catalogue';
import type { Stage } from '@/utils/deal/deal';
import type { Language } from '@/utils/settings/preferences';
import { until } from '../until';
import type { Panel } from './panel';
import { button, choose, gone, pick, press, settled, visible, write } from './panel';
import { textsOf } from './texts';

export interface DealEntry { account: string; deal: string; stage: Stage; checklist: string; also: string | null }

const OWN_NAME: Record<Language, string> = { ko: '한국어', en: 'English' };

/** Chooses language and name in the settings; hands the panel back in that language. */
export async function choosePreferences(panel: Panel, language: Language, name: string): Promise<Panel> {
  const { page, t } = panel;
  await press(button(page, t('start.settings')));
  await choose(page.getByRole('group', { name: t('start.language'), exact: true }), OWN_NAME[language]);
  const texts = await textsOf(language);
  const field = page.getByRole('textbox', { name: texts('start.name'), exact: true });
  await visible(field);
  await write(field, name);
  const next = { ...panel, language, t: texts };
  await press(button(page, texts('common.back')));
  await gone(page.getByRole('heading', { name: texts('start.settings'), exact: true }));
  return next;
}

function checklistLabel(code: string): RegExp {
  const entry = CATALOGUE.find((one) => one.code === code);
  if (!entry) throw new Error(`There is no checklist ${code}.`);
  return new RegExp(`^${code}\\. `);
}

async function pickChecklist(panel: Panel, label: string, code: string): Promise<void> {
  const list = panel.page.getByRole('combobox', { name: label, exact: true });
  const wanted = checklistLabel(code);
  const option = (await list.getByRole('option').allTextContents()).find((text) => wanted.test(text));
  if (!option) throw new Error(`The list "${label}" offers no checklist ${code}.`);
  await pick(list, option);
}

/** Opens the screen of accounts and deals. */
export async function openDeals(panel: Panel): Promise<void> {
  const { page, t } = panel;
  await press(page.getByRole('banner').getByRole('button', { name: new RegExp(`^${t('start.switchDeal')}`) }));
  await visible(page.getByRole('heading', { level: 1 }).filter({ hasText: new RegExp(`^(${t('start.pick')}|${t('start.switchDeal')})$`) }));
}

/** Creates a deal (the very first one, or beside others); without a call the panel then shows it, so that it can be prepared. */
export async function createDeal(panel: Panel, entry: DealEntry, { first }: { first: boolean }): Promise<void> {
  const { page, t } = panel;
  const create = page.getByRole('form', { name: t('start.create'), exact: true });
  if (!first) await press(button(page, t('start.newDeal')));
  await write(create.getByRole('combobox', { name: t('start.account'), exact: true }), entry.account);
  await write(create.getByRole('textbox', { name: t('start.deal'), exact: true }), entry.deal);
  await choose(create.getByRole('group', { name: t('start.stage'), exact: true }), t(`common.stage.${entry.stage}`));
  await pickChecklist(panel, t('start.checklist'), entry.checklist);
  if (entry.also) await pickChecklist(panel, t('start.alsoChecklist'), entry.also);
  await panel.tick();
  await press(button(create, t('start.create')));
  await settled(panel, `the deal "${entry.deal}" to be created`, async () => !(await create.isVisible()));
}

/** Back from a prepared deal to the start screen. */
export async function leaveDeals(panel: Panel): Promise<void> {
  await press(button(panel.page, panel.t('common.back')));
}

/** From a prepared deal to the list of deals. */
export async function backToDealList(panel: Panel): Promise<void> {
  await press(button(panel.page, panel.t('start.deals')));
}

/** A deal's line in a list, by its whole name: another deal's name may hold it. */
async function dealButton(list: Locator, deal: string, account: string): Promise<Locator> {
  const bare = (text: string): string => text.replace(/\s/gu, '');
  const named = (text: string): boolean => (account === '' ? bare(text).endsWith(bare(deal)) : bare(text) === bare(`${account}${deal}`));
  const buttons = list.getByRole('button');
  const at = await until(async () => { const found = (await buttons.allTextContents()).findIndex(named); return found < 0 ? null : { found }; }, { what: `the deal "${deal}" in the list`, timeout: 5_000 });
  return buttons.nth(at.found);
}

/** Picks the deal of a call that has none yet. */
export async function fileUnder(panel: Panel, deal: string, account = ''): Promise<void> {
  const { page, t } = panel;
  const list = page.getByRole('list', { name: t('start.deals'), exact: true });
  await visible(list);
  await panel.tick();
  await press(await dealButton(list, deal, account));
  await settled(panel, `the call to be filed under "${deal}"`, async () => page.getByRole('combobox', { name: t('call.filter'), exact: true }).isVisible());
}

/** Opens a deal from the list while no call runs. */
export async function openPreparedDeal(panel: Panel, deal: string, account = ''): Promise<void> {
  const { page, t } = panel;
  await press(await dealButton(page.getByRole('list', { name: t('start.deals'), exact: true }), deal, account));
  await visible(page.getByRole('combobox', { name: t('call.filter'), exact: true }));
}

/** A rep who never stops: types lines, answers items, moves about, and leaves a half-typed thought. */
import type { Page } from 'playwright-core';
import type { ChecklistItem } from '@/utils/checklist/checklist';
import { openItem } from '../harness/panel/answers';
import type { Panel, Tab } from '../harness/panel/panel';
import { choose, openTab, write } from '../harness/panel/panel';
import type { Ledger } from './ledger';

export interface Rep {
  panel: Panel;
  items: readonly ChecklistItem[];
  ledger: Ledger;
  random: () => number;
  nextToken: () => string;
  /** The half-typed line as far as the browser has taken it; '' while there is none. */
  draft: { text: string };
}

const MARKS = ['', '? ', '! ', '* ', '# ', '+ ', '~ '] as const;
/** What an item is ticked as. */
const STATES = ['answered', 'partial', 'asked_unknown'] as const;
const TABS: readonly Tab[] = ['lines', 'gaps', 'people', 'checklist'];

function any<T>(list: readonly T[], random: () => number): T {
  const one = list[Math.floor(random() * list.length)];
  if (one === undefined) throw new Error('an empty list');
  return one;
}

/** True once the bar or form is done and "Saved" stands in the header: read in one look, as an eye would. */
async function savedAfter(page: Page, before: string): Promise<void> {
  await page.waitForFunction((earlier) => {
    const line = document.querySelector<HTMLElement>('.saved');
    const bar = document.querySelector<HTMLTextAreaElement>('#capture');
    return bar?.value === '' && document.querySelector('form.editor') === null
      && line !== null && line.dataset.savedAt !== earlier && /^(?:Saved|저장됨)/u.test(line.innerText);
  }, before, { polling: 10 });
}

async function savedAt(page: Page): Promise<string> {
  return (await page.locator('.saved').getAttribute('data-saved-at')) ?? '';
}

async function line(rep: Rep): Promise<void> {
  const { panel, ledger } = rep;
  const token = rep.nextToken();
  const bar = panel.page.locator('#capture');
  const before = await savedAt(panel.page);
  await write(bar, `${any(MARKS, rep.random)}${token} 재고가 안 맞음`);
  ledger.typed(token);
  await bar.press('Enter');
  await savedAfter(panel.page, before);
  ledger.confirmed(token);
}

async function answer(rep: Rep): Promise<void> {
  const { panel, ledger } = rep;
  await openTab(panel, 'checklist');
  const token = rep.nextToken();
  const form = await openItem(panel, any(rep.items, rep.random));
  const before = await savedAt(panel.page);
  const state = any(STATES, rep.random);
  await choose(form.getByRole('group', { name: panel.t('call.answer.state'), exact: true }), panel.t(`common.state.${state}`));
  const field = form.getByRole('textbox', { name: panel.t('call.answer.value'), exact: true });
  await write(field, `${token} 이틀 밤샘`);
  ledger.typed(token);
  await field.press('ControlOrMeta+Enter');
  await savedAfter(panel.page, before);
  ledger.confirmed(token, `"state":"${state}"`);
}

async function move(rep: Rep): Promise<void> {
  await openTab(rep.panel, any(TABS, rep.random));
}

async function thought(rep: Rep): Promise<void> {
  const bar = rep.panel.page.locator('#capture');
  await write(bar, '');
  for (const letter of `생각 ${rep.nextToken().replace('tok', 'think')} half`) {
    await rep.panel.page.keyboard.insertText(letter);
    rep.draft.text += letter;
    await new Promise((resolve) => setTimeout(resolve, 15 + rep.random() * 60));
  }
}

/** Works until it is done or until something is pulled from under it. */
export async function work(rep: Rep): Promise<void> {
  const steps = 2 + Math.floor(rep.random() * 4);
  for (let i = 0; i < steps; i += 1) {
    const dice = rep.random();
    if (dice < 0.6) await line(rep);
    else if (dice < 0.85) await answer(rep);
    else await move(rep);
  }
  await thought(rep);
}

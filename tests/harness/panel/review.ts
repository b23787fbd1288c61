/** The review after a call: typed "?" lines find their item, every gap gets its fields. */
import type { Locator } from 'playwright-core';
import type { ChecklistItem, TopicCatalogue } from '@/utils/checklist/checklist';
import type { GapRoute } from '@/utils/notes/records';
import { truncateText } from '@/utils/text/normalize';
import { until } from '../until';
import { openItem } from './answers';
import { capture } from './lines';
import type { Panel } from './panel';
import { button, choose, openTab, pick, press, settled, tickBox, visible, write, writeDate } from './panel';

export interface GapEntry { question: string; route: GapRoute | null; owner: string; askWhom: string; due: string | null; blocks: boolean }

export async function waitForReview(panel: Panel): Promise<void> {
  await visible(panel.page.getByRole('heading', { level: 1, name: panel.t('review.title'), exact: true }));
}

/** Waits for the review after a call page was left; ends the call by the button where the page did not tell. */
export async function openReview(panel: Panel): Promise<void> {
  const heading = panel.page.getByRole('heading', { level: 1, name: panel.t('review.title'), exact: true });
  const byItself = await until(async () => heading.isVisible(), { what: 'the review', timeout: 6_000 }).catch(() => false);
  if (!byItself) await endByHand(panel);
}

/** Ends the call by the button; a panel without a tab of its own offers the review among the unfinished meetings. */
export async function endByHand(panel: Panel): Promise<void> {
  const { page, t } = panel;
  await panel.tick();
  await press(button(page, t('call.endCall')));
  const offered = page.getByRole('button', { name: new RegExp(`^${t('start.review')}: `) }).first();
  const heading = page.getByRole('heading', { level: 1, name: t('review.title'), exact: true });
  await until(async () => (await heading.isVisible()) || (await offered.isVisible()), { what: 'the review' });
  if (await offered.isVisible()) await press(offered);
  await waitForReview(panel);
}

/** Attaches a typed "?" line to the item it belongs to. */
export async function attachGap(panel: Panel, typed: string, item: ChecklistItem, topics: TopicCatalogue): Promise<void> {
  const { page, t } = panel;
  const question = truncateText(typed, 80);
  // The same line may have been typed twice.
  const lists = page.getByRole('combobox', { name: t('review.free.choose', { question }), exact: true });
  await visible(lists.first());
  const before = await lists.count();
  await pick(lists.first(), { value: item.id });
  await panel.tick();
  await press(button(page, t('review.free.attach', { question, topic: topicName(panel, item, topics) })).first());
  await settled(panel, `"${typed}" to be attached to ${item.id}`, async () => (await lists.count()) < before);
}

function topicName(panel: Panel, item: ChecklistItem, topics: TopicCatalogue): string {
  return topics[item.topic]?.[panel.language] ?? item.id;
}

async function fillGap(panel: Panel, form: Locator, entry: GapEntry): Promise<void> {
  const { t } = panel;
  await write(form.getByLabel(t('call.gaps.question'), { exact: true }), entry.question);
  await pick(form.getByLabel(t('call.gaps.route'), { exact: true }), { value: entry.route ?? '' });
  await writeDate(form.getByLabel(t('call.gaps.due'), { exact: true }), entry.due);
  await write(form.getByLabel(t('call.gaps.owner'), { exact: true }), entry.owner);
  if (entry.askWhom) await write(form.getByLabel(t('call.gaps.askWhom'), { exact: true }), entry.askWhom);
  await tickBox(form.getByRole('checkbox', { name: t('call.gaps.blocks'), exact: true }), entry.blocks);
  await panel.tick();
  await press(button(form, t('call.gaps.save')));
  await settled(panel, `the gap "${entry.question}" to be saved`, async () => !(await form.isVisible()));
}

/** Owns the gap of an item, typed already or not. An item that the review does not list is done in the call view. */
export async function ownItemGap(panel: Panel, item: ChecklistItem, topics: TopicCatalogue, entry: GapEntry, typed: string | null): Promise<void> {
  const { page, t } = panel;
  const topic = topicName(panel, item, topics);
  const edit = button(page, t('review.items.edit', { topic }));
  const listed = await until(async () => edit.isVisible(), { what: topic, timeout: 1_000 }).catch(() => false);
  if (!listed) {
    await ownInCallView(panel, item, entry, typed);
    return;
  }
  await press(edit);
  await fillGap(panel, page.getByRole('form', { name: t('review.items.form', { topic }), exact: true }), entry);
}

/** Owns a free "?" line as it is. */
export async function ownFreeGap(panel: Panel, typed: string, entry: GapEntry): Promise<void> {
  const { page, t } = panel;
  const own = button(page, t('review.free.own', { question: truncateText(typed, 80) }));
  await visible(own.first());
  const before = await own.count();
  await press(own.first());
  await fillGap(panel, page.getByRole('form', { name: t('call.gaps.edit', { question: typed }), exact: true }), entry);
  // Typed twice, the other one must not be taken for this one before the list knows its new words.
  if (entry.question !== typed) await settled(panel, `"${typed}" to be called "${entry.question}"`, async () => (await own.count()) < before);
}

/** Ends a free "?" line with an outcome in words. */
export async function endFreeGap(panel: Panel, typed: string, how: 'answered' | 'dropped', outcome: string): Promise<void> {
  const { page, t } = panel;
  const own = button(page, t('review.free.own', { question: truncateText(typed, 80) }));
  const before = await own.count();
  await press(own.first());
  const form = page.getByRole('form', { name: t('call.gaps.edit', { question: typed }), exact: true });
  await press(button(form, t('call.gaps.end')));
  const words = page.getByRole('textbox', { name: t('call.gaps.outcome'), exact: true });
  await choose(page.getByRole('group', { name: t('call.gaps.endAs'), exact: true }), t(`call.gaps.ends.${how}`));
  await write(words, outcome);
  const name = page.getByRole('combobox', { name: t('call.gaps.endBy'), exact: true });
  if (how === 'dropped' && (await name.inputValue()) === '') await write(name, '—');
  await panel.tick();
  await press(button(page, t('call.gaps.end')));
  await settled(panel, `"${typed}" to be ended`, async () => !(await words.isVisible()) && (await own.count()) < before);
}

/** Owns a gap in the call view's list. One that nobody typed yet is typed now, on its item if it has one. */
export async function ownInCallView(panel: Panel, item: ChecklistItem | null, entry: GapEntry, typed: string | null): Promise<void> {
  const { page, t } = panel;
  const words = typed ?? entry.question;
  await press(button(page, t('call.backToCall')));
  await openTab(panel, 'gaps');
  if (typed === null) {
    await openTab(panel, 'checklist');
    const form = item ? await openItem(panel, item) : null;
    await capture(panel, `? ${words}`);
    if (form) await press(button(form, t('common.close')));
    await openTab(panel, 'gaps');
  }
  await press(page.getByRole('list', { name: t('call.gaps.label'), exact: true }).getByRole('button', { name: t('call.gaps.edit', { question: truncateText(words, 80) }), exact: true }).last());
  await fillGap(panel, page.getByRole('form', { name: t('call.gaps.edit', { question: words }), exact: true }), entry);
  await endByHand(panel);
}

export async function goToPacket(panel: Panel): Promise<void> {
  await press(button(panel.page, panel.t('review.toPacket')));
}

/** Baton noticed a promise in the "next step" answer: a careful rep notes it. True when there was one. */
export async function recordImpliedPromise(panel: Panel): Promise<boolean> {
  const { page, t } = panel;
  const [before = '', after = ''] = t('review.promises.record', { words: '\u0000' }).split('\u0000');
  const offer = page.getByRole('button', { name: new RegExp(`^${before}.+${after}$`, 'u') });
  if (!(await offer.isVisible())) return false;
  await panel.tick();
  await press(offer);
  await settled(panel, 'the promise to be noted', async () => !(await offer.isVisible()));
  return true;
}

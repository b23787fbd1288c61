/** Performs a script's actions in the panel, as the rep would: one after the other, by keyboard and role. */
import type { Checklist, TopicCatalogue } from '@/utils/checklist/checklist';
import { CATALOGUE } from '@/utils/checklist/catalogue';
import { shippedChecklist, shippedTopics } from '@/utils/services/checklist/load-checklist';
import { recordAnswer, recordContradiction, settleContradiction } from '../harness/panel/answers';
import { capture, moveLine, setPromiseDue, takeOffRecord } from '../harness/panel/lines';
import type { Panel } from '../harness/panel/panel';
import { openTab } from '../harness/panel/panel';
import { describePerson, recordConsent, writeAim } from '../harness/panel/people';
import { attachGap, endFreeGap, ownFreeGap, ownInCallView, ownItemGap, recordImpliedPromise } from '../harness/panel/review';
import { itemsCoveredBy, linesTakenBy } from './off-record';
import { byHandAtEnd, byHandBefore, itemFinder, relationOf, settledAfter, sidesOf, textOf, valueToEnter, wordsOfLine } from './plan';
import { gapsToEnd, planGaps } from './plan-gaps';
import type { AnswerAction, PracticeCall, RepAction } from './practice-call';
import { forOther } from './other-deal';
import { sideOf } from './sides';

export interface Desk {
  call: PracticeCall;
  topics: TopicCatalogue;
  item: ReturnType<typeof itemFinder>['byCode'];
  itemOn: ReturnType<typeof itemFinder>['byTopic'];
  /** Says what is done; the runner prints it. */
  say: (text: string) => void;
}

async function checklistOf(code: string): Promise<Checklist> {
  const entry = CATALOGUE.find((one) => one.code === code);
  const list = entry && (await shippedChecklist(entry));
  if (!list) throw new Error(`There is no checklist ${code}.`);
  return list;
}

export async function deskFor(call: PracticeCall, checklist: string, also: string | null, say: Desk['say']): Promise<Desk> {
  const { byCode, byTopic } = itemFinder(await checklistOf(checklist), also ? [await checklistOf(also)] : []);
  return { call, topics: await shippedTopics(), item: byCode, itemOn: byTopic, say };
}

/** The role without the time of joining, which the page shows by itself. */
function plainRole(role: string): string {
  return role.replace(/\s*\([^)]*\d{1,2}:\d{2}[^)]*\)\s*/, '').replace(/[,;]?\s*joins?\s+(?:at\s+)?\d{1,3}:\d{2}\s*$/iu, '').trim();
}

export async function describePeople(desk: Desk, panel: Panel, names: readonly string[]): Promise<void> {
  for (const person of desk.call.people.filter((one) => names.includes(one.name))) {
    await describePerson(panel, { name: person.name, side: sideOf(person.side, person.role), role: plainRole(person.role) });
  }
  await openTab(panel, 'checklist');
}

/** The aim of the call from the script's brief, if it has one. */
export async function describeAim(desk: Desk, panel: Panel): Promise<void> {
  const aim: unknown = desk.call.brief?.aim;
  const text = Array.isArray(aim) ? aim.filter((one) => typeof one === 'string').join('; ') : typeof aim === 'string' ? aim : '';
  if (text) await writeAim(panel, text);
}

/** What was known before the call, on the prepared deal; `before` sets the clock to when it was said. */
export async function fillPrior(desk: Desk, panel: Panel, before: (from: string) => Promise<void>): Promise<void> {
  for (const known of desk.call.prior) {
    const item = desk.itemOn(known.topic);
    if (!item) {
      desk.say(`prior  ${known.topic}: no item of this checklist asks it, left out`);
      continue;
    }
    await before(known.from);
    await recordAnswer(panel, item, { state: 'answered', value: known.value, saidBy: known.by, confidence: 'stated', remark: known.from, reason: '', offRecord: false, relation: null, sides: null });
    desk.say(`prior  ${item.id} ${String(known.value)}`);
  }
}

/** An answer that belongs to the other deal, on that deal's own checklist. */
export async function answerElsewhere(desk: Desk, panel: Panel, action: AnswerAction): Promise<void> {
  const item = desk.item(action.item);
  if (!item) throw new Error(`rep: the other deal's checklist has no item ${action.item}.`);
  await recordAnswer(panel, item, { ...action, value: valueToEnter(desk.call, action), saidBy: action.by, relation: null, sides: action.state === 'conflict' ? sidesOf(desk.call, action) : null });
}

async function answer(desk: Desk, panel: Panel, action: AnswerAction): Promise<void> {
  const item = desk.item(action.item);
  if (!item) throw new Error(`rep: neither checklist has an item ${action.item}.`);
  await openTab(panel, 'checklist');
  for (const heard of byHandBefore(desk.call, action, item.topic)) await recordContradiction(panel, item, heard);
  const conflict = action.state === 'conflict' && !action.offRecord;
  await recordAnswer(panel, item, {
    state: action.state,
    value: action.offRecord ? null : valueToEnter(desk.call, action),
    saidBy: action.by,
    confidence: action.confidence,
    remark: action.remark,
    reason: action.reason,
    offRecord: action.offRecord,
    relation: relationOf(desk.call, action),
    sides: conflict ? sidesOf(desk.call, action) : null,
  });
  const settled = conflict ? settledAfter(desk.call, action, item.topic) : null;
  if (settled) await settleContradiction(panel, item, settled);
}

/** Lines that were typed before it was said that they stay off the record, and answers that rest on what was said. */
async function offRecord(desk: Desk, panel: Panel, action: Extract<RepAction, { do: 'off-record' }>): Promise<void> {
  for (const line of linesTakenBy(desk.call, action)) await takeOffRecord(panel, line.do === 'line' ? wordsOfLine(line.text) : line.text);
  await openTab(panel, 'checklist');
  for (const { item: code, state } of itemsCoveredBy(desk.call, action)) {
    const item = desk.item(code);
    if (item) await recordAnswer(panel, item, { state, value: null, saidBy: '', confidence: null, remark: '', reason: '', offRecord: true, relation: null, sides: null });
  }
}

async function file(desk: Desk, panel: Panel, action: Extract<RepAction, { do: 'line' | 'promise' }>, words: string): Promise<void> {
  const { otherDeal, account } = desk.call;
  if (otherDeal && forOther(desk.call, action)) await moveLine(panel, words, { deal: otherDeal.deal, account: otherDeal.account || account });
}

/** One action of the script's rep. */
export async function perform(desk: Desk, panel: Panel, action: RepAction): Promise<void> {
  switch (action.do) {
    case 'line':
      await capture(panel, action.text);
      await file(desk, panel, action, wordsOfLine(action.text));
      break;
    case 'promise':
      await capture(panel, `! ${action.text}`);
      await setPromiseDue(panel, action.text, action.due);
      await file(desk, panel, action, action.text);
      break;
    case 'answer':
      if (!forOther(desk.call, action)) await answer(desk, panel, action);
      break;
    case 'consent':
      for (const who of action.who) await recordConsent(panel, { who, captions: action.captions, audio: action.audio, condition: action.condition, note: action.note });
      break;
    case 'off-record':
      await offRecord(desk, panel, action);
      break;
  }
}

/** What the script settles on items that its rep never answers: entered while the call still runs. */
export async function performLeftovers(desk: Desk, panel: Panel): Promise<void> {
  for (const { item: code, heard } of byHandAtEnd(desk.call, (code) => desk.item(code)?.topic ?? '')) {
    const item = desk.item(code);
    if (!item) throw new Error(`review: neither checklist has an item ${code}.`);
    await openTab(panel, 'checklist');
    await recordContradiction(panel, item, heard);
    desk.say(`heard twice  ${code} (${heard.status})`);
  }
}

/** All that an answer and its item say, the answer's own words first. */
function wordsOfAnswer({ call, item, topics }: Desk, action: AnswerAction): string[] {
  const asked = item(action.item);
  const spoken = action.lines.map((number) => call.lines[number - 1]?.text ?? '');
  const itemWords = asked ? [asked.ask.ko, asked.ask.en, topics[asked.topic]?.ko ?? '', topics[asked.topic]?.en ?? ''] : [];
  return [[textOf(action.value), action.remark].filter(Boolean).join(' · ') || action.by || '—', ...spoken, ...itemWords];
}

/** The review: "?" lines find their item, each gap of the script gets its fields. */
export async function performReview(desk: Desk, panel: Panel): Promise<void> {
  for (const { gap, typed } of planGaps(desk.call)) {
    const entry = { question: gap.q, route: gap.route, owner: gap.owner, askWhom: gap.ask_whom, due: gap.due, blocks: gap.blocks };
    const item = gap.item ? desk.item(gap.item) : null;
    if (gap.item && !item) throw new Error(`review: neither checklist has an item ${gap.item}.`);
    desk.say(`review  ${gap.item ?? '?'} ${gap.q}`);
    if (item) {
      if (typed) await attachGap(panel, typed, item, desk.topics);
      await ownItemGap(panel, item, desk.topics, entry, typed);
    } else if (typed) await ownFreeGap(panel, typed, entry);
    else await ownInCallView(panel, null, entry, null);
  }
  for (const { typed, how, outcome } of gapsToEnd(desk.call, (action) => wordsOfAnswer(desk, action))) {
    await endFreeGap(panel, typed, how, outcome);
    desk.say(`review  "${typed}" is ${how === 'answered' ? 'answered' : 'part of another question'}: ${outcome}`);
  }
  if (await recordImpliedPromise(panel)) desk.say('review  the promise in the next step is noted');
}

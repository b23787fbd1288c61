/** `--auto`: the whole way through a call, from an empty profile to a packet on disk. */
import type { Panel } from '../harness/panel/panel';
import { button, press, settled, visible } from '../harness/panel/panel';
import { backToDealList, choosePreferences, createDeal, fileUnder, leaveDeals, openDeals, openPreparedDeal } from '../harness/panel/deals';
import { choosePacket, savePacket } from '../harness/panel/packet';
import { endByHand, goToPacket, openReview } from '../harness/panel/review';
import { wait } from '../harness/until';
import type { AnswerAction, PracticeCall } from './practice-call';
import { forOther, otherChecklist } from './other-deal';
import { callEnd, joinTime } from './practice-call';
import type { Desk } from './rep';
import { answerElsewhere, describeAim, describePeople, deskFor, fillPrior, perform, performLeftovers, performReview } from './rep';
import { repOf } from './sides';
import type { RunOptions, Stage } from './stage';

interface Run { options: RunOptions; stage: Stage; desk: Desk; panel: Panel; part: number; described: Set<string>; offset: number }

const BEFORE_THE_CALL = -10 * 60_000;
const SLICE_MS = 200;

function clockText(ms: number): string {
  return new Date(ms).toISOString().slice(ms >= 3_600_000 ? 11 : 14, 19);
}

/** Performs the script and returns the path of the saved ZIP, still in the browser's downloads. */
export async function runAuto(options: RunOptions, stage: Stage): Promise<string> {
  const { call } = options;
  const desk = await deskFor(call, call.checklist, call.alsoChecklist, options.say);
  await stage.clock.standAt(BEFORE_THE_CALL);
  const page = await stage.pages.open(0);
  const panel = await prepare(options, stage, desk, await stage.panelFor(page));
  const run: Run = { options, stage, desk, panel, part: 0, described: new Set(), offset: 0 };
  await startCall(run);
  for (const action of call.rep) {
    await moveOnTo(run, action.t);
    await perform(desk, run.panel, action);
    options.say(`${clockText(action.t)}  ${action.do}  ${'text' in action ? action.text : 'item' in action ? `${action.item ?? ''} ${'state' in action ? action.state : ''}` : action.who.join(', ')}`);
  }
  await performLeftovers(desk, run.panel);
  await stage.shot('call', run.panel);
  await moveOnTo(run, callEnd(call));
  await leavePart(run);
  options.say(`${clockText(callEnd(call))}  the call ends`);
  await performReview(desk, run.panel);
  await stage.shot('review', run.panel);
  const zip = await exportPacket(run);
  await stage.shot('packet', run.panel);
  await finishOtherDeal(run);
  return zip;
}

/** When something known before the call was said: in the morning of the day that `from` names, else the day before. */
function saidAt({ start }: PracticeCall, from: string): number {
  const day = /\d{4}-\d{2}-\d{2}/.exec(from)?.[0];
  const said = Date.parse(`${day ?? ''}T09:00:00${/(?:Z|[+-]\d{2}:\d{2})$/.exec(start)?.[0] ?? 'Z'}`);
  return Number.isNaN(said) ? Date.parse(start) - 86_400_000 : said;
}

/** Language, name, the deal and what is known of it, before anybody joins. */
async function prepare(options: RunOptions, stage: Stage, desk: Desk, first: Panel): Promise<Panel> {
  const { call } = options;
  const us = repOf(call);
  const panel = await choosePreferences(first, call.language, us?.name ?? '');
  await openDeals(panel);
  await createDeal(panel, { account: call.account, deal: call.deal, stage: call.stage, checklist: call.checklist, also: call.alsoChecklist }, { first: true });
  const start = Date.parse(call.start);
  await fillPrior(desk, panel, async (from) => {
    await stage.clock.standAtInstant(Math.min(saidAt(call, from), start + BEFORE_THE_CALL));
  });
  await stage.clock.standAt(BEFORE_THE_CALL);
  if (call.otherDeal) {
    await backToDealList(panel);
    await createDeal(panel, { account: call.otherDeal.account || call.account, deal: call.otherDeal.deal, stage: call.otherDeal.stage ?? call.stage, checklist: otherChecklist(call), also: null }, { first: false });
  }
  await stage.shot('prepared', panel);
  await leaveDeals(panel);
  options.say(`prepared  ${call.account} · ${call.deal}`);
  return panel;
}

async function startCall(run: Run): Promise<void> {
  const { stage, desk, options } = run;
  await stage.clock.standAt(0);
  if (stage.pages.page()) await stage.pages.join(0);
  else await press(button(run.panel.page, run.panel.t('start.startManual')));
  await fileUnder(run.panel, options.call.deal, options.call.account);
  options.say('00:00  the call begins');
  await describeArrived(run);
  await describeAim(desk, run.panel);
}

/** Sets side and role of everybody who is there by now and was not before. */
async function describeArrived(run: Run): Promise<void> {
  const names = run.options.call.people.filter((one) => joinTime(one.role) <= run.offset && !run.described.has(one.name)).map((one) => one.name);
  if (names.length === 0) return;
  names.forEach((name) => run.described.add(name));
  await describePeople(run.desk, run.panel, names);
}

/** Lets time pass up to `offset`: at once, or paced. People join and the call changes its page on the way. */
async function moveOnTo(run: Run, offset: number): Promise<void> {
  for (const stop of stopsUntil(run, offset)) {
    if (stop >= (run.options.call.platform[run.part + 1]?.from ?? Infinity)) await changePage(run, stop);
    await pass(run, stop);
    await describeArrived(run);
  }
}

/** Times on the way at which something happens that the rep reacts to; `offset` is the last. */
function stopsUntil(run: Run, offset: number): number[] {
  const { call } = run.options;
  const arrivals = call.people.map((one) => joinTime(one.role));
  const changes = call.platform.slice(1).map((part) => part.from);
  const between = [...arrivals, ...changes].filter((t) => t > run.offset && t < offset).sort((a, b) => a - b);
  return [...new Set([...between, offset])];
}

async function pass(run: Run, offset: number): Promise<void> {
  const { speed } = run.options;
  while (speed !== null && run.offset < offset) {
    await wait(Math.min(SLICE_MS, (offset - run.offset) / speed));
    run.offset = Math.min(offset, run.offset + SLICE_MS * speed);
    await run.stage.clock.standAt(run.offset);
    await run.stage.pages.playUpTo(run.offset);
  }
  run.offset = Math.max(run.offset, offset);
  await run.stage.clock.standAt(offset);
  await run.stage.pages.playUpTo(offset);
}

/** A call page is left on the page; where there is none, the panel's button ends the call. */
async function leavePart(run: Run): Promise<void> {
  if (!run.stage.pages.page()) return endByHand(run.panel);
  await run.stage.pages.leave();
  await openReview(run.panel);
}

/** The call goes on somewhere else at `offset`: the old page is left at its own end, the new one is the same meeting. */
async function changePage(run: Run, offset: number): Promise<void> {
  const { stage, options } = run;
  const end = options.call.platform[run.part]?.to ?? null;
  if (end !== null && end > run.offset && end < offset) await pass(run, end);
  await leavePart(run);
  run.part += 1;
  run.offset = offset;
  await stage.clock.standAt(offset);
  const part = options.call.platform[run.part];
  const page = await stage.pages.open(run.part);
  const { language, t } = run.panel;
  run.panel = { ...(await stage.panelFor(page)), language, t };
  if (page) await stage.pages.join(run.offset);
  else await press(button(run.panel.page, t('start.startManual')));
  const same = button(run.panel.page, t('call.sameMeeting'));
  await visible(same);
  await stage.clock.tick();
  await press(same);
  await settled(run.panel, 'the two parts to become one meeting', async () => !(await same.isVisible()));
  options.say(`${clockText(run.offset)}  the call goes on: ${part?.name ?? ''}`);
}

const REASON = { ko: '첫 통화에서 다 여쭙지 못해 다음 미팅에서 확인 예정', en: 'Not everything could be asked yet; the rest follows in the next meeting' };

async function exportPacket(run: Run): Promise<string> {
  const { options, stage, panel } = run;
  const wanted = exportOf(options.call);
  await goToPacket(panel);
  const language = wanted?.language ?? options.call.language;
  const purpose = wanted?.purpose ?? 'estimate';
  await choosePacket(panel, { purpose, language, redaction: wanted?.redaction ?? 'internal', reason: wanted?.reason ?? REASON[language] });
  const zip = await savePacket(panel, stage.session.downloads);
  options.say(`packet  ${purpose}, ${language}`);
  return zip;
}

function exportOf(call: PracticeCall): { purpose: 'estimate' | 'handoff' | 'join'; language?: 'ko' | 'en' | null | undefined; redaction?: 'internal' | 'customer_safe' | 'anonymised' | null | undefined; reason: string | undefined } | undefined {
  const found = call.atEnd.find((action) => action.do === 'export');
  return found?.do === 'export' ? { ...found, reason: found.reason || undefined } : undefined;
}

/** Answers that belong to the other deal are entered there, once this call is closed. */
async function finishOtherDeal(run: Run): Promise<void> {
  const { options, stage } = run;
  const { call } = options;
  const answers = call.rep.filter((action): action is AnswerAction => action.do === 'answer' && forOther(call, action));
  if (answers.length === 0 || !call.otherDeal) return;
  await press(button(run.panel.page, run.panel.t('packet.close')));
  const panel = { ...(await stage.panelFor(null)), language: run.panel.language, t: run.panel.t };
  await openDeals(panel);
  await openPreparedDeal(panel, call.otherDeal.deal, call.otherDeal.account || call.account);
  const desk = await deskFor(call, otherChecklist(call), null, options.say);
  for (const action of answers) await answerElsewhere(desk, panel, action);
  options.say(`other deal  ${call.otherDeal.deal}: ${String(answers.length)} answers`);
}

/** A second deal that a call speaks of: what belongs to it, and which checklist it has. */
import type { PracticeCall } from './practice-call';

interface Filed { deal?: string | null | undefined; otherDeal?: string | boolean | null | undefined }
interface Resting extends Filed { line?: number | null | undefined; lines?: number[] }

/** Does an action belong to the other deal of the call: by its own word, or because all that it rests on was said about that deal? */
export function forOther(call: PracticeCall, action: Resting): boolean {
  const { otherDeal } = call;
  if (!otherDeal) return false;
  if (saysOther(call, action) || action.deal) return saysOther(call, action);
  const rests = [...(action.lines ?? []), ...(action.line ? [action.line] : [])];
  const about = (number: number): boolean => otherDeal.lines.includes(number) || saysOther(call, call.lines[number - 1] ?? {});
  return rests.length > 0 && rests.every(about);
}

function saysOther(call: PracticeCall, one: Filed): boolean {
  return Boolean(one.otherDeal) || (Boolean(one.deal) && one.deal !== call.deal);
}

/** The other deal's checklist: its own word, else the one whose items are answered for it, else this call's. */
export function otherChecklist(call: PracticeCall): PracticeCall['checklist'] {
  if (call.otherDeal?.checklist) return call.otherDeal.checklist;
  const asked = call.rep.find((action) => action.do === 'answer' && forOther(call, action));
  const code = asked?.do === 'answer' ? asked.item.slice(0, 1) : '';
  return code === 'A' || code === 'B' || code === 'C' || code === 'D' ? code : call.checklist;
}

/** What the rep chose on the packet screen, and what is still missing. */
import type { ItemView } from '@/utils/checklist/item-view';
import type { StageReadiness } from '@/utils/checklist/readiness';
import { classifyStage, stageReadiness } from '@/utils/checklist/readiness';
import type { Stage } from '@/utils/deal/deal';
import type { Language, Purpose, Redaction } from '@/utils/packet/schema';
import type { PacketChoices } from '@/utils/services/packet/collect-packet-input';
import type { LeadTime } from '@/utils/time/lead-time';
import { isWrongDay } from '@/utils/time/field-day';
import type { DealBoard } from '../hooks/use-deal-record';

export interface PacketForm {
  purpose: Extract<Purpose, 'estimate' | 'handoff'>;
  language: Language;
  redaction: Redaction;
  author: string;
  respondBy: string;
  lateReason: string;
  /** One a line; null: those that follow from the open gaps. */
  questions: string | null;
  reason: string;
}

export type PacketProblem = 'respond_by' | 'reason' | 'late';

/** The stage a purpose is measured against. */
export function stageOf(purpose: PacketForm['purpose']): Stage {
  return purpose === 'handoff' ? 'contract' : 'estimate';
}

export function countsFor(board: DealBoard, purpose: PacketForm['purpose']): StageReadiness {
  return stageReadiness(board.views, board.record.gaps, stageOf(purpose));
}

/** The minimum items that nobody owns, in the checklist's order. */
export function unownedFor(board: DealBoard, purpose: PacketForm['purpose']): ItemView[] {
  return classifyStage(board.views, board.record.gaps, stageOf(purpose)).filter((c) => c.class === 'unowned').map((c) => c.view);
}

/** Two fields can be missing, never a form: a reason for unowned items, a reason for being late. A date that is none is the third. */
export function problemsOf(form: PacketForm, counts: StageReadiness, lead: LeadTime): PacketProblem[] {
  const problems: PacketProblem[] = isWrongDay(form.respondBy) ? ['respond_by'] : [];
  if (lead.class === 'late' && form.lateReason.trim() === '') problems.push('late');
  if (counts.unowned > 0 && form.reason.trim() === '') problems.push('reason');
  return problems;
}

export function choicesOf(form: PacketForm, counts: StageReadiness): PacketChoices {
  const questions = form.questions?.split('\n').map((q) => q.trim()).filter(Boolean) ?? null;
  return {
    purpose: form.purpose, language: form.language, redaction: form.redaction, createdBy: form.author.trim(),
    sendAnywayReason: counts.unowned > 0 ? form.reason.trim() || null : null,
    request: { questions, respondBy: isWrongDay(form.respondBy) ? null : form.respondBy || null, lateReason: form.lateReason.trim(), rolesToBring: null },
  };
}

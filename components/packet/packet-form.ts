/** What the rep chose on the packet screen, and what is still missing. */
import type { StageReadiness } from '@/utils/checklist/readiness';
import { stageReadiness } from '@/utils/checklist/readiness';
import type { Stage } from '@/utils/deal/deal';
import type { Language, Purpose, Redaction } from '@/utils/packet/schema';
import type { PacketChoices } from '@/utils/services/packet/collect-packet-input';
import type { LeadTime } from '@/utils/time/lead-time';
import type { DealBoard } from '../hooks/use-deal-record';

export interface PacketForm {
  purpose: Extract<Purpose, 'estimate' | 'handoff'>;
  language: Language;
  redaction: Redaction;
  author: string;
  respondBy: string;
  lateReason: string;
  questions: string;
  reason: string;
}

export type PacketProblem = 'reason' | 'late';

/** The stage a purpose is measured against. */
export function stageOf(purpose: PacketForm['purpose']): Stage {
  return purpose === 'handoff' ? 'contract' : 'estimate';
}

export function countsFor(board: DealBoard, purpose: PacketForm['purpose']): StageReadiness {
  return stageReadiness(board.views, board.record.gaps, stageOf(purpose));
}

/** Two fields can be missing, never a form: a reason for unowned items, a reason for being late. */
export function problemsOf(form: PacketForm, counts: StageReadiness, lead: LeadTime): PacketProblem[] {
  const problems: PacketProblem[] = [];
  if (counts.unowned > 0 && form.reason.trim() === '') problems.push('reason');
  if (lead.class === 'late' && form.lateReason.trim() === '') problems.push('late');
  return problems;
}

export function choicesOf(form: PacketForm, counts: StageReadiness): PacketChoices {
  const questions = form.questions.split('\n').map((q) => q.trim()).filter(Boolean);
  return {
    purpose: form.purpose, language: form.language, redaction: form.redaction, createdBy: form.author.trim(),
    sendAnywayReason: counts.unowned > 0 ? form.reason.trim() || null : null,
    request: { questions: questions.length > 0 ? questions : null, respondBy: form.respondBy || null, lateReason: form.lateReason.trim(), rolesToBring: null },
  };
}

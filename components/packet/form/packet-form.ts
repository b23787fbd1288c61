/** What the rep chose on the packet screen, and what is still missing. */
import type { ItemView } from '@/utils/checklist/item-view';
import type { StageReadiness } from '@/utils/checklist/readiness';
import { classifyStage, stageReadiness } from '@/utils/checklist/readiness';
import type { OfferedPurpose } from '@/utils/packet/choices';
import { closedGates, stageOfPurpose, unmetMusts } from '@/utils/packet/choices';
import type { RoleToBring } from '@/utils/packet/input';
import { labelOf, packetLabels } from '@/utils/packet/labels/labels';
import type { Language, Packet, PacketRule, Redaction } from '@/utils/packet/schema';
import type { PacketChoices } from '@/utils/services/packet/collect-packet-input';
import type { LeadTime } from '@/utils/time/lead-time';
import { isWrongDay } from '@/utils/time/field-day';
import type { DealBoard } from '../../hooks/use-deal-record';

export interface PacketForm {
  purpose: OfferedPurpose;
  language: Language;
  redaction: Redaction;
  author: string;
  /** Null: as counted back from the date that the packet leads to; '': emptied, none is wished. */
  respondBy: string | null;
  lateReason: string;
  /** One a line; null: those that follow from the open gaps. */
  questions: string | null;
  /** Whom to bring to the meeting, and what for; null: those whom the open gaps need. */
  roles: RoleToBring[] | null;
  reason: string;
  /** Lines about cost or margin that are the customer's own, for a copy. */
  keepLines: string[];
  /** A packet left with exactly these choices. */
  left: boolean;
}

export type PacketProblem = 'respond_by' | 'reason' | 'late' | 'roles' | 'aim' | 'pain';

/** The role as it is read in a packet of this language. */
export function roleName(role: string, language: Language): string {
  return labelOf(packetLabels(language).role, role);
}

/** The role that these words stand for: one that the checklists know, or the words themselves, with the blank behind which somebody types on. */
export function roleOf(words: string, language: Language): string {
  return Object.entries(packetLabels(language).role).find(([, name]) => name === words)?.[0] ?? words;
}

export function countsFor(board: DealBoard, purpose: OfferedPurpose): StageReadiness {
  return stageReadiness(board.views, board.record.gaps, stageOfPurpose(purpose, board.record.deal.stage));
}

/** The minimum items that nobody owns, in the checklist's order. */
export function unownedFor(board: DealBoard, purpose: OfferedPurpose): ItemView[] {
  return classifyStage(board.views, board.record.gaps, stageOfPurpose(purpose, board.record.deal.stage)).filter((c) => c.class === 'unowned').map((c) => c.view);
}

const GATES: Readonly<Record<string, PacketProblem>> = { 'join.aim': 'aim', 'join.pain': 'pain' };

/** The first role that lacks its name or what it is for, by its place; -1: none does. */
export function lackingRole(roles: readonly RoleToBring[]): number {
  return roles.findIndex((one) => one.role.trim() === '' || one.why.trim() === '');
}

/** What keeps a request to join from leaving. Roles are judged as they stand in the form: the preview, with its rules, comes a moment later. */
function gatesOf({ purpose, roles }: PacketForm, shown: Packet | null): PacketProblem[] {
  if (purpose !== 'join') return [];
  const asked = roles ?? shown?.request.rolesToBring ?? [];
  const rest = closedGates(shown?.readiness.rules ?? []).flatMap((rule) => GATES[rule.id] ?? []);
  return asked.length === 0 || lackingRole(asked) !== -1 ? ['roles', ...rest] : rest;
}

/** What the checklist requires of a packet of this purpose and is not met, as far as the preview tells; a copy for others has no rules. */
export function mustsOf({ purpose }: PacketForm, shown: Packet | null): PacketRule[] {
  return shown?.packet.purpose === purpose ? unmetMusts(shown.readiness.rules) : [];
}

/** What keeps the packet from leaving: a date that is none, a missing reason, and for a request to join its role, aim or pain. */
export function problemsOf(form: PacketForm, counts: StageReadiness, lead: LeadTime, shown: Packet | null): PacketProblem[] {
  const gates = gatesOf(form, shown);
  const problems: PacketProblem[] = isWrongDay(form.respondBy) ? ['respond_by', ...gates] : gates;
  if (lead.class === 'late' && form.lateReason.trim() === '') problems.push('late');
  if ((counts.unowned > 0 || mustsOf(form, shown).length > 0) && form.reason.trim() === '') problems.push('reason');
  return problems;
}

function rolesOf({ roles, language }: PacketForm): RoleToBring[] | null {
  return roles?.map((one) => ({ ...one, role: roleOf(one.role.trim(), language) })) ?? null;
}

/** What is hidden in the form stays behind: why it is late while it isn't, why something goes out unowned or unmet (`musts` of them) when nothing does, roles of another purpose. */
export function choicesOf(form: PacketForm, counts: StageReadiness, lead: Pick<LeadTime, 'class'>, musts = 0): PacketChoices {
  const questions = form.questions?.split('\n').map((q) => q.trim()).filter(Boolean) ?? null;
  return {
    // Colleagues are asked to come along, nobody else.
    purpose: form.purpose, language: form.language, redaction: form.purpose === 'join' ? 'internal' : form.redaction, createdBy: form.author.trim(),
    sendAnywayReason: counts.unowned > 0 || musts > 0 ? form.reason.trim() || null : null,
    request: { questions, respondBy: isWrongDay(form.respondBy) ? null : form.respondBy, lateReason: lead.class === 'late' ? form.lateReason.trim() : '', rolesToBring: form.purpose === 'join' ? rolesOf(form) : null },
    ...(form.keepLines.length > 0 && form.purpose !== 'join' && form.redaction !== 'internal' ? { keepLines: form.keepLines } : {}),
  };
}

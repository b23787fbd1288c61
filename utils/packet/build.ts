/**
 * Builds a packet: an immutable, numbered snapshot of a deal for delivery. Pure and deterministic:
 * the same rows, clock and choices give the same bytes.
 */
import type { Checklist } from '../checklist/checklist';
import { readiness } from '../checklist/readiness';
import { signedOn } from '../deal/course';
import { vagueWords } from '../text/clarity';
import { dayOrNull } from '../time/field-day';
import { leadTime } from '../time/lead-time';
import type { LeadTime } from '../time/lead-time';
import { dateAt, isoAt } from '../time/plain-date';
import { alsoAnswers, pinnedAnswers } from './build/answers';
import { sealed } from './build/canonical';
import { packetChanges } from './build/changes';
import type { BuildContext } from './build/context';
import { buildContext } from './build/context';
import { packetEvidence } from './build/evidence';
import { maskIdentityNumbers } from './build/mask-numbers';
import { packetMeetings, packetPeople } from './build/meetings';
import { packetNextMeeting } from './build/next-meeting';
import { packetAcceptedItems, packetAcceptedRisks, packetActions, packetCosting, packetRaid, packetRequest } from './build/raid';
import {
  packetCommitments, packetContradictions, packetDecisions, packetGaps, packetNotes, packetPains, packetWants,
} from './build/records';
import type { PacketInput } from './input';
import type { Redacted } from './redact';
import { redacted } from './redact';
import { readinessRules } from './rules';
import { leadDate, stageOfPurpose } from './choices';
import type { Packet } from './schema';
import { PACKET_FORMAT, PACKET_FORMAT_VERSION, packetSchema } from './schema';
import { summaryLines } from './summary';

function checklistHead(list: Checklist): Packet['checklist'] {
  const { id, version, name, agreement, sections } = list;
  return {
    id, version, name: { ...name }, agreement,
    sections: sections.map((s) => ({ id: s.id, ko: s.ko, en: s.en })),
  };
}

function dealHead(input: PacketInput, lead: LeadTime): Packet['deal'] {
  const { deal } = input;
  return {
    id: deal.id, name: deal.name, kind: deal.checklist.id, stage: deal.stage, customerDue: deal.customerDue, signedOn: dayOrNull(signedOn(deal)),
    leadTime: { latest: lead.latest, recommended: lead.recommended, class: lead.class },
  };
}

function packetHead(input: PacketInput): Packet['packet'] {
  const { options } = input;
  return {
    id: options.id, number: options.number, purpose: options.purpose, createdAt: isoAt(options.createdAt, options.utcOffset),
    createdBy: options.createdBy, language: options.language, redaction: options.redaction,
    supersedes: input.previous?.packet.id ?? null, contentHash: '', sendAnywayReason: options.sendAnywayReason,
    practice: options.practice ?? false,
  };
}

function content(ctx: BuildContext): Omit<Packet, 'readiness' | 'changes'> {
  const { input } = ctx;
  const { language, createdAt, utcOffset } = input.options;
  const meetings = packetMeetings(ctx);
  const nextMeeting = packetNextMeeting(ctx, meetings);
  const lead = leadTime(leadDate(input.options.purpose, input.deal.customerDue, nextMeeting?.date ?? null), dateAt(createdAt, utcOffset), input.options.leadPolicy);
  const answers = pinnedAnswers(ctx);
  const also = alsoAnswers(ctx);
  const asked = new Set(answers.map((a) => a.topic));
  const all = [...answers, ...also.filter((a) => !asked.has(a.topic) && asked.add(a.topic))];
  const gaps = packetGaps(ctx);
  const [contradictions, commitments] = [packetContradictions(ctx), packetCommitments(ctx)];
  const wants = packetWants(ctx);
  return {
    format: PACKET_FORMAT, formatVersion: PACKET_FORMAT_VERSION, packet: packetHead(input),
    account: { id: input.account.id, name: input.account.name, relationship: input.account.relationship },
    deal: dealHead(input, lead),
    checklist: checklistHead(input.checklist), alsoChecklists: input.alsoChecklists.map(checklistHead),
    meetings, answers, alsoAnswers: also, gaps,
    pains: packetPains(ctx, all), wants, decisions: packetDecisions(ctx), commitments, contradictions,
    acceptedRisks: packetAcceptedRisks(ctx, { gaps, contradictions, commitments }), costing: packetCosting(ctx), raid: packetRaid(ctx, all, gaps), people: packetPeople(meetings, all),
    actions: packetActions(ctx, all, gaps), notes: packetNotes(ctx), clips: packetEvidence(ctx, maskIdentityNumbers).clips,
    summary: summaryLines(all, wants, input.deal.customerDue, language),
    request: packetRequest(ctx, gaps, lead), nextMeeting, acceptedItems: packetAcceptedItems(ctx),
  };
}

function withReadiness(ctx: BuildContext, packet: Omit<Packet, 'readiness'>): Packet {
  const { input, views } = ctx;
  const rules = readinessRules({ purpose: input.options.purpose, packet, views, gaps: input.gaps, wants: input.wants, vagueWords, ready: input.checklist.rules, topics: input.topics });
  const stage = stageOfPurpose(input.options.purpose, input.deal.stage);
  return { ...packet, readiness: { ...readiness(ctx.pinnedViews, input.gaps), stage, rules } };
}

/** The packet of a deal, redacted as asked and sealed with the hash of its content, with what has to be told of it before it leaves. */
export function buildRedacted(input: PacketInput): Redacted {
  const ctx = buildContext(input);
  const bare = content(ctx);
  const full = withReadiness(ctx, { ...bare, changes: packetChanges(bare, input.previous) });
  const { packet, costLines } = redacted(maskIdentityNumbers(full), input.topics, input.options.keepLines);
  // Through the schema and JSON: no field that isn't published, nothing undefined.
  return { packet: packetSchema.parse(JSON.parse(JSON.stringify(sealed(packet)))), costLines };
}

/** Builds the packet of a deal. */
export function buildPacket(input: PacketInput): Packet {
  return buildRedacted(input).packet;
}

/** The files of the packet's evidence, by path: those that its clips name, so none in copies for others. */
export function packetEvidenceFiles(input: PacketInput, packet: Packet): Record<string, string> {
  const named = new Set(packet.clips.map((c) => c.file));
  const { files } = packetEvidence(buildContext(input), maskIdentityNumbers);
  return Object.fromEntries(files.filter((f) => named.has(f.path)).map((f) => [f.path, f.text]));
}

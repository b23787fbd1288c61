/** Minutes that make themselves: written from the rows as they are now. */
import type { BatonDatabase } from '../../db/database';
import type { PacketSource } from '../../packet/input';
import { DEFAULT_REQUEST } from '../../packet/input';
import type { MinutesSection } from '../../packet/render/minutes';
import type { Language, Redaction } from '../../packet/schema';
import { collectPacketInput } from './collect-packet-input';
import { doAside } from './do-aside';

/** The sections of a meeting's minutes in a language, the rep's own words where there are any. */
export async function draftMinutes(database: BatonDatabase, dealId: string, meetingId: string, language: Language, at: number, signal?: AbortSignal): Promise<MinutesSection[]> {
  return doAside('writeMinutes', { source: await sourceOf(database, dealId, language, 'internal', at), meetingId }, signal);
}

/** What a copy for the customer says of each section where nobody has worded it. */
export async function draftForCustomer(database: BatonDatabase, dealId: string, meetingId: string, language: Language, at: number): Promise<MinutesSection[]> {
  return doAside('writeMinutes', { source: await sourceOf(database, dealId, language, 'customer_safe', at), meetingId, edits: {} });
}

async function sourceOf(database: BatonDatabase, dealId: string, language: Language, redaction: Redaction, at: number): Promise<PacketSource> {
  const { source } = await collectPacketInput(database, dealId, { purpose: 'estimate', language, redaction, createdBy: '', sendAnywayReason: null, request: DEFAULT_REQUEST }, at);
  return source;
}

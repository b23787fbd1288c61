/** Minutes that make themselves: written from the rows as they are now. */
import type { BatonDatabase } from '../../db/database';
import { DEFAULT_REQUEST } from '../../packet/input';
import type { MinutesSection } from '../../packet/render/minutes';
import type { Language } from '../../packet/schema';
import { collectPacketInput } from './collect-packet-input';
import { doAside } from './do-aside';

/** The sections of a meeting's minutes in a language, the rep's own words where there are any. */
export async function draftMinutes(database: BatonDatabase, dealId: string, meetingId: string, language: Language, at: number, signal?: AbortSignal): Promise<MinutesSection[]> {
  const { source } = await collectPacketInput(database, dealId, {
    purpose: 'estimate', language, redaction: 'internal', createdBy: '', sendAnywayReason: null, request: DEFAULT_REQUEST,
  }, at);
  return doAside('writeMinutes', { source, meetingId }, signal);
}

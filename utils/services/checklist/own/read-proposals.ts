/** What delivery's replies ask of the checklists: read out of the packets as they left. Nothing is written. */
import { z } from 'zod';
import type { AskedTopic, Proposal } from '../../../checklist/own/proposals';
import { proposalsOf, returnedQuestions } from '../../../checklist/own/proposals';
import type { BatonDatabase } from '../../../db/database';
import type { PacketRow } from '../../../db/rows';

/** Of a packet only what its items ask for. */
const item = z.object({ itemId: z.string(), topic: z.string(), topicName: z.object({ ko: z.string(), en: z.string() }), packetSection: z.string() });
const asking = z.object({ packet: z.object({ practice: z.boolean() }), answers: z.array(item), alsoAnswers: z.array(item) });

/** Where a question came from, by name. */
export interface SourceDeal { id: string; dealName: string; accountName: string }
export interface ReadProposals { proposals: Proposal[]; deals: ReadonlyMap<string, SourceDeal> }

/**
 * All proposals, decided ones too, and the deals that their questions came from. Packets are read out after the
 * transaction: what a person writes meanwhile waits for the reading of their rows only.
 */
export async function readProposals(database: BatonDatabase): Promise<ReadProposals> {
  const [rows, decisions] = await database.transaction('r', [database.packets, database.proposals], async () => Promise.all([
    database.packets.filter(({ replies = [], json, redaction }) => replies.length > 0 && json !== '' && redaction === 'internal').toArray(),
    database.proposals.toArray(),
  ]));
  const answered = rows.flatMap((row) => {
    const topicOf = topicsIn(row);
    return topicOf === null ? [] : [{ ...row, replies: row.replies ?? [], topicOf }];
  });
  const proposals = proposalsOf(returnedQuestions(answered), decisions);
  const ids = [...new Set(proposals.flatMap(({ questions }) => questions.map(({ dealId }) => dealId)))];
  return { proposals, deals: await readSources(database, ids) };
}

/** Deals by name. One that was deleted since is missing. */
async function readSources(database: BatonDatabase, ids: string[]): Promise<ReadonlyMap<string, SourceDeal>> {
  const deals = (await database.deals.bulkGet(ids)).flatMap((deal) => deal ?? []);
  const accounts = new Map((await database.accounts.bulkGet([...new Set(deals.map(({ accountId }) => accountId))])).flatMap((one) => (one ? [[one.id, one.name]] : [])));
  return new Map(deals.map(({ id, name, accountId }) => [id, { id, dealName: name, accountName: accounts.get(accountId) ?? '' }]));
}

/** What the items of a packet ask for; null for one that was practice, or that can't be read. */
function topicsIn({ json }: PacketRow): ((itemId: string) => AskedTopic | null) | null {
  const read = asking.safeParse(parsedOrNull(json));
  if (!read.success || read.data.packet.practice) return null;
  const { answers, alsoAnswers } = read.data;
  // The pinned checklist's items come first: two lists may share a letter.
  const topics = new Map([...alsoAnswers, ...answers].map(({ itemId, topic, topicName, packetSection }) => [itemId, { topic, ...topicName, packetSection }]));
  return (itemId) => topics.get(itemId) ?? null;
}

function parsedOrNull(json: string): unknown {
  try { return JSON.parse(json); } catch { return null; }
}

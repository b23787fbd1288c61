/** The next meeting of a deal: planned before, taken over by the call when it begins. */
import { change } from '../../db/undo/change';
import type { BatonDatabase } from '../../db/database';
import { newId } from '../../db/new-id';
import type { Contact } from '../../deal/contact';
import type { Deal } from '../../deal/deal';
import type { PlannedMeeting, PlannedPerson } from '../../deal/planned-meeting';
import { isEmptyPlan, isPlannedCall } from '../../deal/planned-meeting';
import { cleanName, compareKey } from '../../text/normalize';
import type { Refusal } from '../trouble/refusal';

/** The rooms of a deal under a new plan: a room that only the old plan knew leads here no longer. */
async function roomsWith(database: BatonDatabase, deal: Deal, room: string | null): Promise<string[]> {
  const before = deal.next?.room ?? null;
  const met = before === null ? true : (await database.meetings.where({ room: before }).filter((m) => m.dealId === deal.id).count()) > 0;
  const kept = deal.rooms.filter((r) => r !== room && (met || r !== before));
  return room === null ? kept : [...kept, room];
}

const BLANK: PlannedMeeting = { title: '', startsAt: null, endsAt: null, aim: '', room: null, url: '', people: [] };

/**
 * Changes what is given of the plan, as it is by then, or takes it away (null, or when nothing is left in it). The next
 * call in its room opens on this deal. Throws when the deal is gone.
 */
export async function planMeeting(database: BatonDatabase, dealId: string, part: Partial<PlannedMeeting> | null, at: number): Promise<void> {
  await change(database, 'deal', { meetingId: '', dealId, at }, async (writer) => {
    const deal = await database.deals.get(dealId);
    if (!deal) throw new Error('no such deal', { cause: 'gone' satisfies Refusal });
    const plan = part === null ? null : { ...BLANK, ...deal.next, ...part };
    const next = plan === null || isEmptyPlan(plan) ? null : plan;
    await writer.put('deals', { ...deal, next, rooms: await roomsWith(database, deal, next?.room ?? null), updatedAt: at });
  });
}

/** What a call that begins now has from the plan, which is used up by it; null when it is another call. Call it inside a transaction over deals. */
export async function takePlan(database: BatonDatabase, dealId: string, room: string | null, at: number): Promise<PlannedMeeting | null> {
  const deal = dealId === '' ? undefined : await database.deals.get(dealId);
  if (!deal?.next || !isPlannedCall(deal.next, room, at)) return null;
  await database.deals.put({ ...deal, next: null, updatedAt: at });
  return deal.next;
}

/** People of a plan who are not among the contacts of the account yet, by name or mail address. */
export function newPeople(people: readonly PlannedPerson[], contacts: readonly Contact[]): PlannedPerson[] {
  const names = new Set(contacts.map((c) => compareKey(c.name)));
  const mails = new Set(contacts.map((c) => c.email.trim().toLowerCase()).filter((mail) => mail !== ''));
  return people.filter((p) => !names.has(compareKey(p.name)) && !mails.has(p.email.trim().toLowerCase()));
}

/** Adds people of a plan to the contacts of the deal's account, their side still unknown. One undo step; resolves to the ids of the new ones. */
export async function addPlannedPeople(database: BatonDatabase, dealId: string, people: readonly PlannedPerson[], at: number): Promise<string[]> {
  return change(database, 'contact', { meetingId: '', dealId, at }, async (writer) => {
    const deal = await database.deals.get(dealId);
    if (!deal) throw new Error('no such deal', { cause: 'gone' satisfies Refusal });
    const { accountId } = deal;
    const added = newPeople(people, await database.contacts.where({ accountId }).toArray());
    const ids: string[] = [];
    for (const person of added) {
      const name = cleanName(person.name) || person.email;
      const id = newId();
      ids.push(id);
      await writer.put('contacts', { id, accountId, name, role: '', influence: '', side: 'unknown', email: person.email, phone: '', remark: '', createdAt: at, updatedAt: at });
    }
    return ids;
  });
}

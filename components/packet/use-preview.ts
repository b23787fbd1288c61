import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useMemo, useState } from 'react';
import { db } from '@/utils/db/database';
import type { ExportedPacket } from '@/utils/packet/export';
import { countsOnDelivery } from '@/utils/deal/costing/costing-summary';
import { deliveryEstimate } from '@/utils/reply/estimate';
import type { PacketChoices } from '@/utils/services/packet/collect-packet-input';
import { previewPacket } from '@/utils/services/packet/preview-packet';
import { now } from '@/utils/settings/clock';
import type { DealBoard } from '../hooks/use-deal-record';
import { useFailureOf } from '../hooks/use-saver';

export interface Preview {
  made: ExportedPacket | null;
  failure: string | null;
  /** Another object whenever something was written that the packet tells: a packet stored on the same basis is what stands now. */
  basis: object;
}

/** The packet as it would leave now, rebuilt a moment after something changed. */
export function usePreview(board: DealBoard, choices: PacketChoices): Preview {
  const { record, checklist, also } = board;
  const { id } = record.deal;
  const failureOf = useFailureOf();
  const [state, setState] = useState<Omit<Preview, 'basis'>>({ made: null, failure: null });
  // The board does without notes and evidence; a packet does not.
  const notes = useLiveQuery(() => db.notes.where({ dealId: id }).toArray(), [id]);
  const clips = useLiveQuery(() => db.clips.where({ dealId: id }).toArray(), [id]);
  // What delivery reckons comes with a reply, which lies with its packet: of all that packets hold only this is told in the next one.
  const { costing } = record.deal;
  const counted = costing !== undefined && countsOnDelivery(costing);
  const estimate = useLiveQuery(async () => (counted ? JSON.stringify(deliveryEstimate(await db.packets.where({ dealId: id }).toArray())) : ''), [id, counted]);
  const basis = useMemo(() => ({ record, checklist, also, notes, clips, estimate }), [record, checklist, also, notes, clips, estimate]);
  const key = JSON.stringify(choices);
  useEffect(() => {
    if (!basis.notes || !basis.clips || basis.estimate === undefined) return undefined;
    const stale = new AbortController();
    const build = async (): Promise<void> => {
      const made = await previewPacket(db, id, JSON.parse(key) as PacketChoices, await now(), stale.signal);
      if (!stale.signal.aborted) setState({ made, failure: null });
    };
    const timer = setTimeout(() => {
      void build().catch((error: unknown) => { if (!stale.signal.aborted) void failureOf(error).then(([failure]) => { if (!stale.signal.aborted) setState({ made: null, failure }); }); });
    }, 300);
    return () => { stale.abort(); clearTimeout(timer); };
  }, [basis, id, key, failureOf]);
  return { ...state, basis };
}

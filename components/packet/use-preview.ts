import { useEffect, useState } from 'react';
import { db } from '@/utils/db/database';
import type { ExportedPacket } from '@/utils/packet/export';
import type { PacketChoices } from '@/utils/services/packet/collect-packet-input';
import { previewPacket } from '@/utils/services/packet/preview-packet';
import { now } from '@/utils/settings/clock';
import type { DealBoard } from '../hooks/use-deal-record';

export interface Preview { made: ExportedPacket | null; failure: string | null }

/** The packet as it would leave now, rebuilt a moment after something changed. */
export function usePreview(board: DealBoard, choices: PacketChoices): Preview {
  const [state, setState] = useState<Preview>({ made: null, failure: null });
  const key = JSON.stringify(choices);
  useEffect(() => {
    const stale = new AbortController();
    const build = async (): Promise<void> => {
      const made = await previewPacket(db, board.record.deal.id, JSON.parse(key) as PacketChoices, await now(), stale.signal);
      if (!stale.signal.aborted) setState({ made, failure: null });
    };
    const timer = setTimeout(() => {
      void build().catch((error: unknown) => { if (!stale.signal.aborted) setState({ made: null, failure: error instanceof Error ? error.message : String(error) }); });
    }, 300);
    return () => { stale.abort(); clearTimeout(timer); };
  }, [board.record, key]);
  return state;
}

import type { Sight } from './call-watch';
import { watchCall } from './call-watch';
import type { PageFacts } from './page-facts';
import { pageFacts } from './page-facts';
import type { BlindReason, Emit } from './signals';

export interface Clock { now: () => number }
export interface PageReader {
  sight: (at: number) => Sight;
  facts: (room: string, facts: PageFacts) => void;
  blind: (sight: Sight) => BlindReason | null;
}
export function watchPage(root: Document, reader: PageReader, emit: Emit, signal: AbortSignal, clock: Clock = Date): void {
  const view = root.defaultView;
  if (!view || signal.aborted) return;
  const call = watchCall(emit);
  const facts = pageFacts(emit);
  const look = (): void => {
    if (signal.aborted) return;
    const at = clock.now();
    const sight = reader.sight(at);
    const room = call.see(sight, at);
    if (room !== null) reader.facts(room, facts);
  };
  const timer = view.setInterval(look, 1000);
  signal.addEventListener('abort', () => { view.clearInterval(timer); });
  view.addEventListener('pagehide', () => { call.close(clock.now()); }, { signal });
  look();
}

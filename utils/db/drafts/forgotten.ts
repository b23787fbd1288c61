/** Drafts that are open while they go off the record: whichever window holds one hears of it, or its next key would write all of it again. */

/** One for each database: the practice call's drafts are its own. */
export function forgottenChannel(database: { name: string }): BroadcastChannel {
  return new BroadcastChannel(`forgotten ${database.name}`);
}

let channel: BroadcastChannel | null = null;

/** Calls `forgotten` when the draft of this key went, in whichever window that was done. Returns how to stop. */
export function hearForgotten(database: { name: string }, key: string, forgotten: () => void): () => void {
  channel ??= forgottenChannel(database);
  const ended = new AbortController();
  channel.addEventListener('message', ({ data }: MessageEvent<string[]>) => { if (data.includes(key)) forgotten(); }, ended);
  return () => { ended.abort(); };
}

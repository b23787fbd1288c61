/** Drafts that are open while they go off the record: whichever window holds one hears of it, or its next key would write all of it again. */

/** Of which drafts, and what: the fields of these names, or (null) all. */
export interface Forgotten { keys: string[]; names: readonly string[] | null }

/** One for each database: the practice call's drafts are its own. */
export function forgottenChannel(database: { name: string }): BroadcastChannel {
  return new BroadcastChannel(`forgotten ${database.name}`);
}

let channel: BroadcastChannel | null = null;

/** Calls `forgotten` when the draft of this key went, or the fields of these names in it, in whichever window that was done. Returns how to stop. */
export function hearForgotten(database: { name: string }, key: string, forgotten: (names: Forgotten['names']) => void): () => void {
  channel ??= forgottenChannel(database);
  const ended = new AbortController();
  channel.addEventListener('message', ({ data }: MessageEvent<Forgotten>) => { if (data.keys.includes(key)) forgotten(data.names); }, ended);
  return () => { ended.abort(); };
}

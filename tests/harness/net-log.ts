/** What a browser asked of the network, read from its own log (`--log-net-log`). */
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const log = z.object({
  constants: z.object({ logEventTypes: z.record(z.string(), z.number()), logSourceType: z.record(z.string(), z.number()) }),
  events: z.array(z.looseObject({ type: z.number(), source: z.object({ id: z.number(), type: z.number() }), params: z.looseObject({}).optional() })),
});

export interface NetRequest { url: string; initiator: string }

/** Flags that make the browser write its log to `file`. */
export function netLogFlags(file: string): string[] {
  return [`--log-net-log=${file}`, '--net-log-capture-mode=IncludeSensitive'];
}

/** A log of a browser that was ended in the middle lacks its closing brackets. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return JSON.parse(`${text.trimEnd().replace(/,$/u, '')}]}`);
  }
}

/** Every request, socket and name look-up that the browser made, with who asked for it. */
export function readNetLog(file: string): { requests: NetRequest[]; names: string[] } {
  const { constants, events } = log.parse(parse(readFileSync(file, 'utf8')));
  const type = constants.logEventTypes;
  const started = events.filter((event) => event.type === type.URL_REQUEST_START_JOB && typeof event.params?.url === 'string');
  const requests = started.map((event) => ({ url: String(event.params?.url), initiator: String(event.params?.initiator ?? '') }));
  const asked = events.filter((event) => event.type === type.HOST_RESOLVER_MANAGER_REQUEST && event.params?.host !== undefined);
  return { requests, names: asked.map((event) => String(event.params?.host)) };
}

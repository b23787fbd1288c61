/** Every text of a value through one function, or only those that somebody wrote. */
import { isRecord } from './canonical';

/** Keys whose text is a code, an id, a hash or a time: never somebody's words. */
export const CODES: ReadonlySet<string> = new Set([
  'id', 'itemId', 'gapId', 'meetingId', 'topic', 'packetSection', 'section', 'state', 'kind', 'contentHash', 'format', 'at', 'startedAt',
  'endedAt', 'startsAt', 'endsAt', 'from', 'to', 'createdAt', 'raisedAt', 'raisedIn', 'resolvedAt', 'untoldFrom', 'due', 'customerDue', 'latest', 'recommended', 'respondBy', 'neededBy',
  'nextDate', 'on', 'route', 'origin', 'status', 'confirmation', 'fulfilment', 'priority', 'need', 'by', 'estimate', 'bring', 'standing',
  'confidence', 'relation', 'side', 'platform', 'captions', 'class', 'stage', 'relationship', 'purpose', 'language', 'redaction', 'source', 'since', 'supersedes',
  'code', 'key', 'itemIds', 'gapIds', 'refs', 'attended', 'answered', 'changed', 'newGaps', 'closedGaps', 'newCommitments', 'askedOn', 'checklistId', 'ref',
  'painId', 'feasibility', 'customClass', 'aimResult', 'fulfilledOn', 'signedOn', 'file', 'fileHash', 'limit', 'takenAt',
  'currency', 'vat', 'per', 'firm', 'date',
]);
/** The address of a page came from the browser, and cut it leads nowhere: long numbers in it are mostly the ids of articles. */
const ADDRESS = 'url';

function walk(value: unknown, change: (text: string, key: string) => string, key: string): unknown {
  if (typeof value === 'string') return change(value, key);
  if (Array.isArray(value)) return value.map((v) => walk(v, change, key));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, walk(v, change, k)]));
}

/** The same value with each text changed; keys, numbers and shape stay. */
export function mapStrings<T>(value: T, change: (text: string, key: string) => string): T {
  return walk(value, change, '') as T;
}

/** The same, but what must stay exact (codes, ids, hashes, times, addresses of pages) does. A text by itself is somebody's words. */
export function mapWords<T>(value: T, change: (text: string) => string): T {
  return mapStrings(value, (text, key) => (CODES.has(key) || key === ADDRESS ? text : change(text)));
}

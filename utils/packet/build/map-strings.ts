/** Every text of a value through one function. */
import { isRecord } from './canonical';

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

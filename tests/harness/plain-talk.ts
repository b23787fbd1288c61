/**
 * Imported for its effect: what is said to a browser is not compressed. It is on the same machine, and packing
 * and unpacking each message takes both sides longer than the bytes do. Playwright has no option for it.
 */
import type { RequestOptions } from 'node:http';
import http from 'node:http';

const COMPRESSION = 'Sec-WebSocket-Extensions';
const { request } = http;

function speakPlainly(options: unknown): void {
  const { headers } = (options ?? {}) as RequestOptions;
  if (headers && COMPRESSION in headers) Object.assign(options as RequestOptions, { headers: Object.fromEntries(Object.entries(headers).filter(([name]) => name !== COMPRESSION)) });
}

function plainRequest(...asked: Parameters<typeof request>): ReturnType<typeof request> {
  asked.filter((one) => typeof one === 'object').forEach(speakPlainly);
  return request(...asked);
}

Object.assign(http, { request: plainRequest });

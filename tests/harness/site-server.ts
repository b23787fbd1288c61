/**
 * A local HTTPS server with a self-signed certificate that answers as meet.google.com and the hosts
 * of Zoom. The browser is told to find those names here, so content scripts run as they do for real.
 */
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';

export const SITE_HOSTS = ['meet.google.com', 'app.zoom.us', 'zoom.us', 'acme.zoom.us'] as const;

export interface SiteAnswer {
  status?: number;
  headers?: Record<string, string>;
  body: string | Uint8Array;
}

/** What a fixture site answers, or null for "not here". `path` carries the query. */
export type SiteResolver = (host: string, path: string) => SiteAnswer | null | Promise<SiteAnswer | null>;

export interface SiteServer {
  port: number;
  /** Value for the browser's `--host-resolver-rules`: our hosts come here, every other name fails. */
  resolverRules: string;
  stop: () => Promise<void>;
}

async function certificate(): Promise<{ key: string; cert: string }> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: SITE_HOSTS[0] }], {
    keyType: 'ec',
    extensions: [{ name: 'subjectAltName', altNames: SITE_HOSTS.map((value) => ({ type: 2 as const, value })) }],
  });
  return { key, cert };
}

/** Serves the fixture sites on a free port of this machine only. */
export async function startSiteServer(resolve: SiteResolver): Promise<SiteServer> {
  const server = createServer(await certificate(), (request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    void Promise.resolve(resolve(host, request.url ?? '/')).then(
      (answer) => {
        response.writeHead(answer ? (answer.status ?? 200) : 404, { 'cache-control': 'no-store', 'content-type': 'text/html; charset=utf-8', ...answer?.headers });
        response.end(answer ? answer.body : 'not here');
      },
      (error: unknown) => {
        response.writeHead(500, { 'content-type': 'text/plain' });
        response.end(String(error));
      },
    );
  });
  await new Promise<void>((resolveListening) => server.listen(0, '127.0.0.1', resolveListening));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    resolverRules: [...SITE_HOSTS.map((host) => `MAP ${host}:443 127.0.0.1:${String(port)}`), 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1'].join(', '),
    stop: async () => {
      server.closeAllConnections();
      await new Promise<void>((done) => { server.close(() => { done(); }); });
    },
  };
}

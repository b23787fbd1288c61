/** What the store build asks for. A new permission is a reviewed line here, with its reason in docs/permissions.md. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ensureBuild, ROOT } from '../harness/build-extension';

const Manifest = z.object({
  manifest_version: z.literal(3),
  permissions: z.array(z.string()),
  host_permissions: z.array(z.string()),
  optional_permissions: z.array(z.string()).default([]),
  optional_host_permissions: z.array(z.string()).default([]),
  content_scripts: z.array(z.object({ matches: z.array(z.string()) })).default([]),
  web_accessible_resources: z.array(z.unknown()).default([]),
  externally_connectable: z.unknown().optional(),
  key: z.string().optional(),
  default_locale: z.literal('en'),
  content_security_policy: z.strictObject({ extension_pages: z.string() }),
  sandbox: z.unknown().optional(),
});

/** The store build asks for these and no more; docs/permissions.md says of each why. */
const PERMISSIONS = ['activeTab', 'contextMenus', 'offscreen', 'scripting', 'sidePanel', 'storage'];
const HOSTS = ['https://*.zoom.us/*', 'https://meet.google.com/*'];

/** Rows of the tables of docs/permissions.md: what is asked for, and why. */
function reasons(): Map<string, string> {
  const rows = readFileSync(join(ROOT, 'docs/permissions.md'), 'utf8').matchAll(/^\| `([^`]+)` \| (.+?) \|/gm);
  return new Map([...rows].map(([, name = '', reason = '']) => [name, reason]));
}

function policyOf(text: string): Record<string, string[]> {
  return Object.fromEntries(text.split(';').map((part) => part.trim().split(/\s+/)).map(([name = '', ...values]) => [name, values]));
}

describe('manifest of the store build', () => {
  let manifest: z.infer<typeof Manifest>;
  beforeAll(async () => {
    const folder = await ensureBuild('store');
    manifest = Manifest.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
  });

  it('asks for exactly the permissions that are listed', () => {
    expect(manifest.permissions.toSorted()).toEqual(PERMISSIONS);
    expect(manifest.optional_permissions).toEqual([]);
  });

  it('asks for exactly the hosts of Meet and Zoom', () => {
    expect(manifest.host_permissions.toSorted()).toEqual(HOSTS);
    expect(manifest.optional_host_permissions).toEqual([]);
  });

  it('says of each permission and host why it is needed, and asks for all that it explains', () => {
    const written = reasons();
    for (const asked of [...manifest.permissions, ...manifest.host_permissions]) expect(written.get(asked) ?? `no reason for ${asked}`).toMatch(/\w{3,} .{20,}/);
    expect([...written.keys()].filter((name) => !name.startsWith('content script ')).toSorted()).toEqual([...PERMISSIONS, ...HOSTS].toSorted());
  });

  it('runs scripts on no other host', () => {
    const matches = manifest.content_scripts.flatMap((script) => script.matches);
    expect(matches.filter((match) => !/^https:\/\/(meet\.google\.com|(\*|app)\.zoom\.us|zoom\.us)\//.test(match))).toEqual([]);
  });

  it('opens no door to pages and carries no test key', () => {
    expect(manifest.web_accessible_resources).toEqual([]);
    expect(manifest.externally_connectable).toBeUndefined();
    expect(manifest.key).toBeUndefined();
  });

  it('lets its own pages reach nothing but themselves', () => {
    expect(manifest.sandbox).toBeUndefined();
    expect(policyOf(manifest.content_security_policy.extension_pages)).toEqual({
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'object-src': ["'none'"],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
      'connect-src': ["'self'"],
      'img-src': ["'self'", 'data:', 'blob:'],
      'style-src': ["'self'", "'unsafe-inline'"],
      'frame-src': ["'self'"],
      'frame-ancestors': ["'self'"],
    });
  });
});

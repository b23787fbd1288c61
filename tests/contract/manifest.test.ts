/** What the store build asks for. A new permission is a reviewed line here, with its reason in the README. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ensureBuild } from '../harness/build-extension';

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
});

const HOSTS = ['https://*.zoom.us/*', 'https://meet.google.com/*'];

describe('manifest of the store build', () => {
  let manifest: z.infer<typeof Manifest>;
  beforeAll(async () => {
    const folder = await ensureBuild('store');
    manifest = Manifest.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
  });

  it('asks for exactly these, each for its reason', () => {
    const reasons: Record<string, string> = {
      storage: 'preferences and the practice clock',
      sidePanel: 'the panel beside the call',
      contextMenus: 'a note, a gap or evidence from a page or a selection',
      activeTab: 'evidence of the one page on which the user asked for it, and only then',
      scripting: 'reads that page once; with activeTab it reaches no other',
    };
    expect(manifest.permissions.toSorted()).toEqual(Object.keys(reasons).toSorted());
    expect(manifest.optional_permissions).toEqual([]);
  });

  it('asks for exactly the hosts of Meet and Zoom', () => {
    expect(manifest.host_permissions.toSorted()).toEqual(HOSTS);
    expect(manifest.optional_host_permissions).toEqual([]);
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
});

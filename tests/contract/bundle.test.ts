/** What the browser has to read before a page shows stays small. */
import { beforeAll, describe, expect, it } from 'vitest';
import { ensureBuild } from '../harness/build-extension';
import { contentScripts, firstLoad } from '../harness/first-load';

let folder = '';
beforeAll(async () => { folder = await ensureBuild('store'); });

describe('first load', () => {
  it.each([['popup.html', 90_000], ['sidepanel.html', 150_000]])('%s stays within %i bytes', (page, limit) => {
    const files = firstLoad(folder, page);
    // Less than React itself would mean that the imports were not found.
    expect(files.size).toBeGreaterThan(3);
    const total = [...files.values()].reduce((sum, size) => sum + size, 0);
    expect(total).toBeGreaterThan(50_000);
    expect(total, JSON.stringify(Object.fromEntries(files), null, 1)).toBeLessThanOrEqual(limit);
  });

  it('keeps each content script small: it runs in somebody else’s page', () => {
    const scripts = contentScripts(folder);
    expect([...scripts.keys()]).toEqual(['meet.js', 'zoom.js']);
    for (const [script, size] of scripts) expect(size, script).toBeLessThanOrEqual(6144);
  });
});

/** The order of test files on a machine that has never run them: the long ones first, or one of them runs alone at the end. */
import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';

/** Files of more than half a minute, the longest first (docs/testing.md has the times). */
const LONG = ['e2e/practice.test.ts', 'e2e/practice-own.test.ts', 'e2e/panel.test.ts', 'e2e/privacy.test.ts', 'e2e/packet-html.test.ts', 'e2e/torture.test.ts', 'e2e/full-disk.test.ts', 'e2e/adapters/zoom.test.ts', 'e2e/adapters/meet.test.ts', 'e2e/adapters/extension.test.ts'];

function rank(file: string): number {
  const at = LONG.findIndex((end) => file.endsWith(end));
  return at < 0 ? LONG.length : at;
}

/** Vitest's own order, with the files named above before all others. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files);
    return usual.sort((a, b) => rank(a.moduleId) - rank(b.moduleId));
  }
}

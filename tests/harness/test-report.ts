/** What a stage of tests left in Vitest's JSON report: how many passed, and which stumbled over what. */
import { relative } from 'node:path';
import { z } from 'zod';

const report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()) })),
    }),
  ),
});

/** A test that failed, or passed only when it was tried again; `test` is empty where the file itself did not load. */
export interface Stumble { file: string; test: string; passedAgain: boolean; messages: string[] }

export interface TestReport { passed: number; failed: number; stumbles: Stumble[] }

/** Reads a report as Vitest's `json` reporter writes it; file names come out relative to `root`. Throws where it is none. */
export function readTestReport(text: string, root: string): TestReport {
  const { numPassedTests, numFailedTests, testResults } = report.parse(JSON.parse(text));
  const stumbles = testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(root, name);
    const ofTests = assertionResults
      // A test that passed with errors to its name passed at a later try.
      .filter((test) => test.failureMessages.length > 0)
      .map((test) => ({ file, test: test.fullName.trim(), passedAgain: test.status === 'passed', messages: test.failureMessages }));
    const loaded = status !== 'failed' || ofTests.some((stumble) => !stumble.passedAgain);
    return loaded ? ofTests : [...ofTests, { file, test: '', passedAgain: false, messages: [message] }];
  });
  return { passed: numPassedTests, failed: numFailedTests, stumbles };
}

const LINES_OF_A_MESSAGE = 14;

/** Some lines for the end of a run, where whoever sees only its last page finds what went wrong; empty when nothing did. */
export function describeStumbles(stumbles: readonly Stumble[]): string {
  return stumbles
    .map(({ file, test, passedAgain, messages }) => {
      const verdict = passedAgain ? 'PASSED ONLY AT A SECOND TRY' : 'FAILED';
      const said = messages.map((message) => message.split('\n').slice(0, LINES_OF_A_MESSAGE).map((line) => `    ${line}`).join('\n'));
      return [`${verdict}  ${file}${test === '' ? '' : ` › ${test}`}`, ...said].join('\n');
    })
    .join('\n\n');
}

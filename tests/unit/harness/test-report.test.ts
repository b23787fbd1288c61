import { describe, expect, it } from 'vitest';
import { describeStumbles, readTestReport } from '../../harness/test-report';

const one = (fullName: string, status: 'passed' | 'failed', failureMessages: string[] = []): object => ({ fullName, status, failureMessages });
const report = (...files: object[]): string => JSON.stringify({ numPassedTests: 3, numFailedTests: 1, testResults: files });

describe('the report of a stage', () => {
  it('names what failed and what passed only when it was tried again, and nothing else', () => {
    const text = report(
      { name: '/root/tests/a.test.ts', status: 'failed', message: '', assertionResults: [one(' a holds', 'passed'), one(' a breaks', 'failed', ['Error: no\n    at a.ts:3']), one(' a wavers', 'passed', ['Error: once'])] },
      { name: '/root/tests/b.test.ts', status: 'passed', message: '', assertionResults: [one(' b', 'passed')] },
    );
    const { passed, failed, stumbles } = readTestReport(text, '/root');
    expect([passed, failed]).toEqual([3, 1]);
    expect(stumbles.map(({ file, test, passedAgain }) => [file, test, passedAgain])).toEqual([['tests/a.test.ts', 'a breaks', false], ['tests/a.test.ts', 'a wavers', true]]);
    const said = describeStumbles(stumbles);
    expect(said).toContain('FAILED  tests/a.test.ts › a breaks\n    Error: no\n        at a.ts:3');
    expect(said).toContain('PASSED ONLY AT A SECOND TRY  tests/a.test.ts › a wavers');
  });

  it('names a file that did not load', () => {
    const text = report({ name: '/root/tests/c.test.ts', status: 'failed', message: 'no such module', assertionResults: [] });
    expect(describeStumbles(readTestReport(text, '/root').stumbles)).toBe('FAILED  tests/c.test.ts\n    no such module');
  });

  it('cuts what is long', () => {
    const text = report({ name: '/root/d.test.ts', status: 'failed', message: '', assertionResults: [one(' d', 'failed', [Array.from({ length: 99 }, (_, i) => `line ${String(i)}`).join('\n')])] });
    expect(describeStumbles(readTestReport(text, '/root').stumbles).split('\n')).toHaveLength(15);
  });
});

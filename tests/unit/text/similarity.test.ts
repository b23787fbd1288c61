/** Likeness: the pairs of the practice calls, as a person would make them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PracticeCall } from '@/tests/practice/practice-call';
import { parsePracticeCall } from '@/tests/practice/practice-call';
import { bestAssignment } from '@/tests/practice/best-assignment';
import { bestMatch, similarity } from '@/utils/text/similarity';

const load = (name: string): PracticeCall => parsePracticeCall(readFileSync(join(import.meta.dirname, '../../practice/calls', name), 'utf8'));
const S1 = load('s1-ko-meet-first-meeting.json').expect?.gaps.map((g) => g.q) ?? [];
const S2 = load('s2-en-zoom-second-meeting.json').expect?.gaps.map((g) => g.q) ?? [];

describe('typed "?" lines and the gaps of the review', () => {
  const KO: [string, string][] = [['오전 9시 동시 접속 인원', '전체 사용자 수 확정, 오전 9시 동시 접속 인원은?'], ['예산 부가세 포함 여부', '예산이 8천~1억인가 7천인가? 부가세, 하드웨어 포함 여부는?'], ['더존 버전, API', '더존 버전과 파트너사 연락처는?'], ['기존 메신저로 알림 보내기 가능한지 (수행팀)', '기존 메신저로 알림을 보낼 수 있는가?'], ['태블릿 모델·OS 버전', '태블릿 모델·OS 버전은?']];
  const EN: [string, string][] = [['can approval limits differ per entity (product team)', 'Can approval limits differ per entity by configuration?'], ['which bank for card feed', 'Which bank supplies the card feed?'], ['EU only, or EU+UK', 'EU region only, or EU and UK?'], ['pilot pass criteria - Raj', 'What must the pilot prove?']];

  it.each<[string[], [string, string][]]>([[S1, KO], [S2, EN]])('pair as a person would', (gaps, pairs) => {
    expect(bestAssignment(pairs.map((p) => p[0]), gaps).map((i) => gaps[i])).toEqual(pairs.map((p) => p[1]));
  });

  it.each([...KO, ...EN.slice(0, 3)])('finds the one for "%s" alone', (typed, question) => {
    const gaps = [...S1, ...S2];
    expect(gaps[bestMatch(typed, gaps, 0.3)]).toBe(question);
  });

  it('finds none for something else', () => {
    expect(bestMatch('점심 메뉴', S1, 0.3)).toBe(-1);
    expect(bestMatch('', S1, 0)).toBe(-1);
    expect(bestAssignment(['점심 메뉴', '오전 9시 동시 접속 인원'], S1, 0.3)[0]).toBe(-1);
  });
});

describe('how alike', () => {
  it.each([
    ['가나', '가', 1 / 2], ['가나다', '가', 1 / 3], ['다나가', '가', 1 / 3], ['가', '나', 0], ['가나', '다', 0], ['', '가', 0], ['!', '?', 0], ['!', '!', 1], ['가나다라', '가나다마', 2 / 3], ['가나다', '가나다라마', 5 / 6], ['가가가', '가가', 5 / 6], ['Ab', 'aB.', 1], ['가나다', '라나다', 1 / 2],
  ])('%j and %j: %d', (a, b, s) => {
    expect(similarity(a, b)).toBeCloseTo(s, 10);
    expect(similarity(b, a)).toBeCloseTo(s, 10);
  });

  it('long texts are compared by their beginning', () => {
    expect(similarity(`${'가나'.repeat(1000)}다`, `${'가나'.repeat(1000)}라`)).toBe(1);
    expect(similarity(`${'가나'.repeat(900)}다`, `${'가나'.repeat(900)}라`)).toBeLessThan(1);
  });

  it('a match reaches the threshold, and of equals it is the first', () => {
    expect([bestMatch('가나', ['가'], 0.5), bestMatch('가나', ['가'], 0.51), bestMatch('가나', ['가']), bestMatch('가나다', ['가'])]).toEqual([0, -1, 0, -1]);
    expect([bestMatch('예산', ['일정', '예산 a', '예산 b']), bestMatch('예산', ['예산 범위', '예산']), bestMatch('가', ['나'], 0), bestMatch('가', [])]).toEqual([1, 1, -1, -1]);
  });

  it('a pairing reaches it too, and equals are paired in their order', () => {
    expect([bestAssignment(['가나'], ['가'], 0.5), bestAssignment(['가나'], ['가'], 0.51), bestAssignment(['abcde'], ['a']), bestAssignment(['abcdef'], ['a']), bestAssignment(['가'], ['나'], 0)]).toEqual([[0], [-1], [0], [-1], [-1]]);
    expect([bestAssignment(['예산', '예산'], ['예산', '예산']), bestAssignment(['예산', '예산'], ['예산']), bestAssignment(['예산'], ['예산', '예산'])]).toEqual([[0, 1], [0, -1], [0]]);
    expect(bestAssignment(['예산 범위', '일정'], ['일정', '예산', '예산 범위'])).toEqual([2, 0]);
  });
});

describe('invariants', () => {
  it('tolerates particles, spacing and form; contained counts', () => {
    expect(similarity('더존버전', '더존 버전')).toBe(1);
    expect(similarity('예산을 확인', '예산은 확인')).toBeGreaterThan(0.4);
    expect(similarity('동시 접속 인원', '오전 9시에 가장 몰릴 때의 동시 접속 인원은 몇 명인가요?')).toBeGreaterThan(0.5);
    expect(similarity('예산', '일정')).toBe(0);
  });

  it('is symmetric, between 0 and 1, and 1 for equal texts', () => {
    const few = fc.oneof(fc.string(), fc.stringMatching(/^[가나 ab]{0,12}$/u));
    fc.assert(fc.property(few, few, (a, b) => {
      const s = similarity(a, b);
      expect(s).toBe(similarity(b, a));
      expect(s).toBeGreaterThanOrEqual(0);
      expect(s).toBeLessThanOrEqual(1);
      expect(similarity(a, a)).toBe(1);
    }));
  });

  it('pairs one to one, the surest first', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('예산', '예산 범위', '일정', '', 'bank', 'which bank')), fc.array(fc.constantFrom('예산 범위는?', '일정은?', 'bank', '')), (texts, candidates) => {
      const pairs = bestAssignment(texts, candidates);
      expect(pairs).toHaveLength(texts.length);
      const taken = pairs.filter((i) => i >= 0);
      expect(new Set(taken).size).toBe(taken.length);
      expect(taken.every((i) => i < candidates.length)).toBe(true);
    }));
    expect(bestAssignment(['예산', '예산 범위'], ['예산 범위'])).toEqual([-1, 0]);
  });
});

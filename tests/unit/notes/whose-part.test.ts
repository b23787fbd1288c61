/** Whose a part of a next step is: theirs must not become ours, and ours not be lost. */
import { describe, expect, it } from 'vitest';
import { ourWords, whosePart } from '@/utils/notes/whose-part';

const NAMES = { customer: ['김민수 팀장', '이수민(물류)', 'Jane Doe', 'Al'], ours: ['박서연', '정하늘 PM', 'Emma Ross'] };

describe('theirs', () => {
  it.each([
    '김 팀장님이 까지 ERP 문서 주시기로', '최 상무님께서 회신', '최 부장이 승인', '문서 보내 주신다고', '검토해 주실 예정', '고객이 서명', '고객사 자료 송부', '고객사에서 확인', '그쪽에서 확인', '자료 받기로', '저희가 드린 견적을 검토해 주시기로', '우리가 요청한 문서를 김 팀장님이 회신', '김민수 자료', '이수민 과장 자료',
    'Kim will send the docs', "they'll send the docs", 'they will confirm', 'the customer signs', 'customer data', 'docs from the client', 'Jane sends the list', 'Doe to review', 'list from Jane', 'Kim will send what we need',
  ])('%s', (line) => { expect(whosePart(line, NAMES)).toBe('theirs'); });
});

describe('ours', () => {
  it.each([
    '우리는 까지 견적', '저희가 개산 견적', '당사에서 일정표', '견적 드리기로', '김 팀장님께 견적 드림', '김 팀장님이 요청하신 견적을 드리기로', '김 팀장님이 문서 주시기로 하고 우리는 견적', '박서연이 견적', '박 과장이 견적', '정하늘 PM이 일정표',
    "we'll send the quote", "We'll send the quote", 'We will send the quote', 'Sales will send the quote', 'We send what Kim asked for', 'our team will send the plan', 'Emma will send the quote', 'I send the quote to Jane',
  ])('%s', (line) => { expect(whosePart(line, NAMES)).toBe('ours'); });
});

describe('unsaid', () => {
  it.each(['견적', '개산 견적·1차 범위안', '김 팀장님께 견적', '김민수 팀장님께 견적', '이수민 보고용 견적', '수행 PM이 일정표', '표시 화면 예시', 'Fit table and rough quote', 'Quote to Jane', 'Quote will follow', 'also the plan'])('%s', (line) => { expect(whosePart(line, { ...NAMES, customer: NAMES.customer.filter((n) => !n.startsWith('이')) })).toBe('unsaid'); });
});

it('leaves what is done', () => {
  expect(['우리는 까지 견적', '저희 쪽에서 견적 초안', '견적', '우리는 ', '김 팀장님이 주시기로 하고 우리는 까지 견적', '에 견적'].map(ourWords)).toEqual(['견적', '견적 초안', '견적', '우리는 ', '견적', '견적']);
});

describe('names', () => {
  const part = (line: string, customer: readonly string[], ours: readonly string[] = []) => whosePart(line, { customer, ours });

  it('are found without brackets, titles and blanks, and as a surname with a title', () => {
    expect(part('이수민 자료', ['이수민 (물류)'])).toBe('theirs');
    expect(part('박 과장 견적', [], ['박서연'])).toBe('ours');
    expect(part('김 팀장 자료', ['김민수'])).toBe('theirs');
    expect(part('내일 박 과장이 견적', [], ['박서연'])).toBe('ours');
  });

  it('of ours count in full also where a customer has the same surname; a title with it is the customer’s then', () => {
    expect(part('김도현이 견적', ['김민수'], ['김도현'])).toBe('ours');
    expect(part('김도현 팀장이 견적', ['김민수'], ['김도현'])).toBe('ours');
    expect(part('김 팀장이 견적', ['김민수'], ['김도현'])).toBe('theirs');
    expect(part('김 팀장이 견적', ['이수민'], ['김도현'])).toBe('ours');
    expect(part('김 팀장이 견적', ['이수민', '김민수'], ['김도현'])).toBe('theirs');
  });

  it('that no pattern could hold do no harm, nor do words in brackets or initials', () => {
    const odd = ['*', '*김민', '김민수*)', '*Jane', 'Jane*)', 'Lee (Global Support desk)', 'Emma Ross', ' '];
    for (const line of ['E 팀장에게 일정표', 'Support will follow', 'the list was to follow']) expect([line, part(line, odd, odd)]).toEqual([line, 'unsaid']);
    expect(part('E 팀장 일정표', [], ['Emma Ross'])).toBe('unsaid');
  });

  it('of ours take only the title that is theirs from the customer’s words, not what stands elsewhere', () => {
    expect(part('박서연이 견적을 쓰고 김 팀장님이 회신', ['김민수'], ['박서연'])).toBe('theirs');
    expect(part('Kim will send the docs, Emma will send the quote', ['Kim'], ['Emma'])).toBe('theirs');
    expect(part('남궁민수 팀장이 견적', [], ['남궁민수'])).toBe('ours');
  });
});

it('takes the last word in Korean and the first in English, whatever stands between', () => {
  expect(whosePart('우리가 요청한 문서를 김 팀장님이 회신하면 견적을 드리기로')).toBe('ours');
  expect(whosePart('김 팀장님이 주시면 저희가 검토하고 고객이 서명')).toBe('theirs');
  expect(whosePart('We’ll send the plan and they will confirm')).toBe('ours');
  expect(whosePart('We’ll send it, they will confirm, then we sign')).toBe('ours');
  expect(whosePart('They will confirm, then we sign and they will pay')).toBe('theirs');
});

it('leaves words that only look like ours, or like what leads to a date', () => {
  expect(['우리는 견적 ', '나우리는 견적', '저희쪽에서 견적', '우리 견적', '우리는  까지 견적', '우리는 견적까지 검토', '까지  견적'].map(ourWords))
    .toEqual(['견적', '나우리는 견적', '견적', '견적', '견적', '견적까지 검토', '견적']);
});

/** An .ics file folded where the standard says: every 75 bytes, also within a letter. */
import { describe, expect, it } from 'vitest';
import { textOfFile } from '@/utils/invitation/ics/ics-bytes';
import { readInvitation } from '@/utils/invitation/read-invitation';
import { calendar, event, SEOUL } from './samples';

const TITLE = '가온식자재 재고 관리 시스템 구축 2차 미팅과 견적 협의 그리고 일정 확인 😀 회의';
const FILE = calendar(event(`SUMMARY:${TITLE}`, 'DTSTART;TZID=Asia/Seoul:20261203T140000', 'ATTENDEE;CN=가온식자재 물류기획팀 김민수 팀장님과 동료들;ROLE=REQ-PARTICIPANT:mailto:minsu@hanbit.co.kr'));
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Folds each line every `width` bytes, whatever letter that cuts. */
function folded(text: string, width: number, fold: string): Uint8Array {
  const out: number[] = [];
  for (const line of text.split('\r\n')) {
    const bytes = bytesOf(line);
    for (let i = 0; i < bytes.length; i += width) out.push(...(i > 0 ? bytesOf(fold) : []), ...bytes.subarray(i, i + width));
    out.push(13, 10);
  }
  return new Uint8Array(out);
}

describe('a file', () => {
  it.each(['\r\n ', '\n ', '\r\n\t', '\r '].flatMap((fold) => [75, 74, 73, 1, 2].map((width) => [fold, width] as const)))('folded by %j every %d bytes says what it said', (fold, width) => {
    const reading = readInvitation(textOfFile(folded(FILE, width, fold)), SEOUL);
    expect(reading).toMatchObject({ ok: true, invitation: { title: TITLE, people: [{ name: '가온식자재 물류기획팀 김민수 팀장님과 동료들', email: 'minsu@hanbit.co.kr' }] } });
  });

  it('without folds, with a mark of its order, or empty is as it is', () => {
    expect(textOfFile(bytesOf(FILE))).toBe(FILE);
    expect(textOfFile(bytesOf(`\ufeff${FILE}`))).toBe(FILE);
    expect(textOfFile(new Uint8Array())).toBe('');
    expect(textOfFile(bytesOf(`${FILE}\r\n`))).toBe(`${FILE}\r\n`);
  });

  it('that is no calendar keeps its lines', () => {
    expect(textOfFile(bytesOf('Agenda\n  one\n  two\r\n\tthree'))).toBe('Agenda\n  one\n  two\r\n\tthree');
  });
});

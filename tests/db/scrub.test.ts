/** Overwriting what the files keep needs room; a disk that has none for it is left as it was. */
import { expect, it } from 'vitest';
import { scrubDisk } from '@/utils/db/scrub/scrub';
import { someCall } from './rows';

it('leaves no filler behind when the disk fills up on the way', async () => {
  const { db } = await someCall(1000);
  let rows = 0;
  const noRoom = (bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> => {
    rows += 1;
    if (rows > 100) throw new DOMException('no room', 'QuotaExceededError');
    return bytes;
  };
  await expect(scrubDisk(noRoom, () => Promise.resolve(), db.name)).rejects.toThrow('no room');
  expect(await db.table('filler').count()).toBe(0);
  expect(await db.accounts.count()).toBe(1);
});

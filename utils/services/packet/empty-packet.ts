/** What is left of a packet once words in it were taken off the record. */
import type { PacketRow } from '../../db/rows';
import { withoutWords } from '../../reply/outcome';

/** The same packet without its content; replies to it keep who answered, when and with which verdict. */
export function emptied(row: PacketRow): PacketRow {
  return { ...row, json: '', evidence: {}, ...(row.replies ? { replies: row.replies.map(withoutWords) } : {}) };
}

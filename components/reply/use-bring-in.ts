import { useState } from 'react';
import { db } from '@/utils/db/database';
import type { ReplyProblem } from '@/utils/reply/parse';
import { LARGEST_REPLY, parseReply } from '@/utils/reply/parse';
import type { Reply } from '@/utils/reply/schema';
import type { NoPacket } from '@/utils/services/reply/read-reply';
import { readReply } from '@/utils/services/reply/read-reply';
import { useReading } from '../packet/use-reading';
import { useDropped } from '../ui/use-dropped';

/** A reply that can be placed; `id` is its hash. */
export interface ReadIn { reply: Reply; id: string }
type Problem = ReplyProblem | NoPacket | 'two';
/** Characters of Korean take three bytes. */
const LARGEST_FILE = LARGEST_REPLY * 3;

export type Fault = { problem: Problem; field: string } | { reason: string };

/** How a reply comes in. `over`: a file is held over the page. `fail`: says why one that was open is no more. */
export interface Bringing { fault: Fault | null; over: boolean; read: (text: string) => Promise<void>; readFiles: (files: readonly File[]) => Promise<void>; fail: (problem: NoPacket) => void }

/** Reads a file or a text, and says at once why it is not taken. Files can be dropped all the time. */
export function useBringIn(onRead: (read: ReadIn) => void): Bringing {
  const reading = useReading();
  const [fault, setFault] = useState<Fault | null>(null);
  const read = async (text: string): Promise<void> => {
    setFault(null);
    const parsed = parseReply(text);
    if (!parsed.ok) { setFault({ problem: parsed.problem, field: parsed.path }); return; }
    const found = await reading(() => readReply(db, parsed.reply, parsed.id));
    if ('reason' in found) setFault(found);
    else if (typeof found.value === 'string') setFault({ problem: found.value, field: '' });
    else onRead({ reply: parsed.reply, id: parsed.id });
  };
  const readFiles = async (files: readonly File[]): Promise<void> => {
    const [file] = files;
    if (!file) return;
    if (files.length > 1) { setFault({ problem: 'two', field: '' }); return; }
    if (file.size > LARGEST_FILE) { setFault({ problem: 'too_large', field: '' }); return; }
    const text = await reading(() => file.text());
    if ('reason' in text) setFault(text);
    else await read(text.value);
  };
  const over = useDropped((files) => { void readFiles(files); });
  return { fault, over, read, readFiles, fail: (problem) => { setFault({ problem, field: '' }); } };
}

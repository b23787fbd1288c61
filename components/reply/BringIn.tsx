import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import type { ReplyProblem } from '@/utils/reply/parse';
import { LARGEST_REPLY, parseReply } from '@/utils/reply/parse';
import type { Reply } from '@/utils/reply/schema';
import type { NoPacket } from '@/utils/services/reply/read-reply';
import { readReply } from '@/utils/services/reply/read-reply';
import { showSafely, truncateText } from '@/utils/text/normalize';
import { hrefOf } from '../library/route';
import { useReading } from '../packet/use-reading';
import { Button } from '../ui/Button';
import { TextArea } from '../ui/Field';

/** A reply that can be placed; `id` is its hash. */
export interface ReadIn { reply: Reply; id: string }
type Problem = ReplyProblem | NoPacket | 'two';
/** Characters of Korean take three bytes. */
const LARGEST_FILE = LARGEST_REPLY * 3;

/** Reads a file or a text, and says at once why it is not taken. */
function useBringIn(onRead: (read: ReadIn) => void) {
  const reading = useReading();
  const [fault, setFault] = useState<{ problem: Problem; field: string } | { reason: string } | null>(null);
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
  return { fault, read, readFiles };
}

/** A reply comes in: dropped anywhere on the page, chosen, or pasted. */
export function BringIn({ onRead }: { onRead: (read: ReadIn) => void }) {
  const t = useTranslations('reply');
  const tl = useTranslations('library');
  const { fault, read, readFiles } = useBringIn(onRead);
  const [pasted, setPasted] = useState('');
  const over = useDropped((files) => { void readFiles(files); });
  const said = fault === null ? '' : 'reason' in fault ? fault.reason : t(`problem.${fault.problem}`, { field: showSafely(truncateText(fault.field, 80)) });
  return (
    <section className={`stack narrow bring-in ${over ? 'over' : ''}`} aria-labelledby="bring-in">
      <h2 id="bring-in">{t('bringIn')}</h2>
      <p className="soft">{t('lead')}</p>
      <label className="button file-pick">
        {t('choose')}
        <input type="file" accept=".json,application/json,text/plain" onChange={(e) => { void readFiles([...(e.target.files ?? [])]); e.target.value = ''; }} />
      </label>
      <p className="field-error" role="alert">{said} {fault !== null && 'problem' in fault && fault.problem === 'bin' ? <a href={hrefOf('bin')}>{tl('toBin')}</a> : null}</p>
      <form className="stack" onSubmit={(e) => { e.preventDefault(); void read(pasted); }}>
        <TextArea label={t('paste')} help={t('pasteHelp')} rows={4} value={pasted} spellCheck={false} onChange={(e) => { setPasted(e.target.value); }} />
        <div><Button type="submit" disabled={pasted.trim() === ''}>{t('read')}</Button></div>
      </form>
    </section>
  );
}

/** Files dropped anywhere on the page; without this the browser would leave the page for the file. True while something is held over it. */
function useDropped(onFiles: (files: readonly File[]) => void): boolean {
  const [over, setOver] = useState(false);
  const latest = useRef(onFiles);
  useEffect(() => { latest.current = onFiles; });
  useEffect(() => {
    const hold = (event: DragEvent): void => { event.preventDefault(); setOver(true); };
    const leave = (event: DragEvent): void => { if (event.relatedTarget === null) setOver(false); };
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      setOver(false);
      const { files = null } = event.dataTransfer ?? {};
      if (files && files.length > 0) latest.current([...files]);
    };
    addEventListener('dragover', hold);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => { removeEventListener('dragover', hold); removeEventListener('dragleave', leave); removeEventListener('drop', drop); };
  }, []);
  return over;
}

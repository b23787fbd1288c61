import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { FileProblem } from '@/utils/checklist/own/file';
import { LARGEST_FILE, readChecklistFile, standingOf } from '@/utils/checklist/own/file';
import type { OwnChecklist } from '@/utils/checklist/own/own';
import { db } from '@/utils/db/database';
import { takeInChecklist } from '@/utils/services/checklist/own/keep-checklist';
import { shippedTopics } from '@/utils/services/checklist/load-checklist';
import { showSafely, truncateText } from '@/utils/text/normalize';
import { usePreferences } from '../../hooks/use-preferences';
import { useReading } from '../../packet/use-reading';
import { useDropped } from '../../ui/use-dropped';
import type { Done } from '../../undo/use-done';
import { useStep } from './use-lists';

type Fault = { problem: FileProblem | 'two' | 'same' | 'other'; place: string } | { reason: string };
/** Characters of Korean take three bytes. */
const LARGEST_BYTES = LARGEST_FILE * 3;

/** Where in the file it is, without the words that are for us. */
function placeIn(detail: string): string {
  return detail.includes(': ') ? detail.slice(0, detail.indexOf(': ')) : detail.slice(detail.lastIndexOf(' ') + 1);
}

/** A checklist comes in as a file: chosen, or dropped anywhere on the page. Why it is not taken is said at once. */
export function TakeIn({ rows, done }: { rows: readonly OwnChecklist[]; done: Done }) {
  const t = useTranslations('checklists');
  const { language } = usePreferences();
  const keep = useStep(done);
  const reading = useReading();
  const [fault, setFault] = useState<Fault | null>(null);
  const refuse = (problem: Exclude<Fault, { reason: string }>['problem'], detail = ''): void => { setFault({ problem, place: placeIn(detail) }); };
  const take = async (files: readonly File[]): Promise<void> => {
    const [file] = files;
    if (!file) return;
    setFault(null);
    if (files.length > 1) { refuse('two'); return; }
    if (file.size > LARGEST_BYTES) { refuse('too_large'); return; }
    const found = await reading(async () => ({ text: await file.text(), topics: await shippedTopics() }));
    if ('reason' in found) { setFault(found); return; }
    const read = readChecklistFile(found.value.text, found.value.topics);
    if (!read.ok) { refuse(read.problem, read.detail); return; }
    const standing = standingOf(read, rows);
    if (standing !== 'new' && standing !== 'agreed') { refuse(standing); return; }
    keep(t('file.taken', { name: showSafely(read.list.name[language]), version: read.list.version }), (at) => takeInChecklist(db, read, at));
  };
  const over = useDropped((files) => { void take(files); });
  const said = fault === null ? '' : 'reason' in fault ? fault.reason : t(`file.problem.${fault.problem}`, { place: showSafely(truncateText(fault.place, 80)) });
  return (
    <section className={`stack narrow take-in ${over ? 'over' : ''}`} aria-labelledby="take-in">
      <h2 id="take-in">{t('file.title')}</h2>
      <p className="soft">{t('file.help')}</p>
      <label className="button file-pick">
        {t('file.choose')}
        <input type="file" accept=".json,application/json" onChange={(e) => { void take([...(e.target.files ?? [])]); e.target.value = ''; }} />
      </label>
      <p className="field-error" role="alert">{said}</p>
    </section>
  );
}

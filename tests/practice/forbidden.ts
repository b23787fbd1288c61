/** Looks for what must be nowhere: in written files, in the browser's profile on disk, in every table. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/** What `read` gives, or null when the file went meanwhile: a running browser moves its files about. */
function unlessGone<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Every file below a folder. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => unlessGone(() => statSync(path).isFile()) === true);
}

/** The ways in which a text may lie in a file: composed or not, one or two bytes a letter. */
function spellings(text: string): Buffer[] {
  const forms = [...new Set([text, text.normalize('NFC'), text.normalize('NFD')])];
  return forms.flatMap((form) => [Buffer.from(form, 'utf8'), Buffer.from(form, 'utf16le'), Buffer.from(JSON.stringify(form).slice(1, -1).replace(/[\u0080-\uffff]/g, escaped), 'utf8')]);
}

function escaped(letter: string): string {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

export interface Trace { text: string; where: string }

/** Where any of the texts occurs in the bytes given. */
export function tracesIn(bytes: Buffer, texts: readonly string[], where: string): Trace[] {
  return texts.filter((text) => spellings(text).some((form) => bytes.includes(form))).map((text) => ({ text, where }));
}

/** Where any of the texts occurs in the files below a folder; `only` narrows it to some. */
export function tracesBelow(folder: string, texts: readonly string[], only: (path: string) => boolean = () => true): Trace[] {
  if (texts.length === 0) return [];
  return filesBelow(folder).filter(only).flatMap((path) => {
    const bytes = unlessGone(() => readFileSync(path));
    return bytes ? tracesIn(bytes, texts, relative(folder, path)) : [];
  });
}

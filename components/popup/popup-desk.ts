/** What the popup does with the database; loaded after its first paint. */
import { db } from '@/utils/db/database';
import { draftKey } from '@/utils/db/drafts/draft-keys';
import type { CaptureTarget } from '@/utils/db/library/read-capture';
import { readCaptureTarget } from '@/utils/db/library/read-capture';
import type { CapturedLine } from '@/utils/services/capture/capture-line';
import { captureLine } from '@/utils/services/capture/capture-line';
import { readDraft, saveDraft } from '@/utils/services/capture/save-draft';

/** The popup's own draft: it follows the rep from target to target and is never the capture bar's. */
const POPUP_DRAFT = draftKey('capture', 'popup');

/** Writes the unsent text through. */
export async function keepDraft(text: string): Promise<void> {
  await saveDraft(db, POPUP_DRAFT, '', text, Date.now());
}

/** The text left from the last opening, or ''. */
export async function readPopupDraft(): Promise<string> {
  return readDraft(db, POPUP_DRAFT);
}

/** Saves a line where the popup said it goes; an Enter faster than that sentence finds the same place itself. */
export async function capture(line: string, shown: CaptureTarget | null, picked: string | null, me: { name: string; language: 'ko' | 'en' }, at: number): Promise<CapturedLine | null> {
  const target = shown ?? (await readCaptureTarget(db, picked, at));
  return captureLine(db, line, { meeting: target.meeting, dealId: target.dealId, focus: null, me: me.name, kind: null, draftKey: POPUP_DRAFT, language: me.language }, at);
}

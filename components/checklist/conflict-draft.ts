import type { Contradiction } from '@/utils/checklist/answer';
import { draftKey } from '@/utils/db/drafts/draft-keys';
import type { FormDraft } from '../hooks/use-form-draft';
import { useFormDraft } from '../hooks/use-form-draft';

export interface ConflictFields { kept: '' | 'a' | 'b' | 'other'; words: string; why: string }
export interface ConflictDraft extends FormDraft<ConflictFields> {
  /** What stands, in words; '' while that is not said. */
  stands: string;
}

/** What settles two answers that differ, half typed: one draft, wherever it was begun. */
export function useConflictDraft(c: Contradiction, meetingId: string): ConflictDraft {
  const form = useFormDraft<ConflictFields>(draftKey('conflict', c.id), meetingId, { kept: '', words: '', why: '' });
  const { kept, words } = form.value;
  return { ...form, stands: kept === 'a' || kept === 'b' ? c[kept].text : words };
}

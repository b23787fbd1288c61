import { useState } from 'react';
import type { DraftKey } from '@/utils/db/drafts/draft-keys';
import { useFormDraft } from './use-form-draft';

export interface Typed {
  /** What is being typed, else what is saved: another window's change shows at once. */
  text: string;
  /** It was left in the field before it could be saved: the panel was closed, or the write failed. */
  begun: boolean;
  type: (text: string) => void;
  /** To be called when the field is left: hands over what was typed, if that is something else, and lets go when it is saved. */
  leave: (save: (text: string) => Promise<unknown>) => void;
}

/** Fields that save when they are left, beside other windows that show and change the same. Until then each keystroke is a draft. */
export function useTyped(key: DraftKey, meetingId: string, saved: Record<string, string>): (name: string) => Typed {
  const { changed, set, forget } = useFormDraft(key, meetingId, saved);
  // Typed here and now: it needs no mark while somebody is at it.
  const [here, setHere] = useState<readonly string[]>([]);
  const notHere = (name: string): void => { setHere((now) => now.filter((one) => one !== name)); };
  return (name) => {
    const typed = changed[name];
    return {
      text: typed ?? saved[name] ?? '',
      begun: typed !== undefined && typed !== saved[name] && !here.includes(name),
      type: (text) => { setHere((now) => (now.includes(name) ? now : [...now, name])); set({ [name]: text }); },
      leave: (save) => {
        if (typed === undefined) return;
        if (typed === saved[name]) forget({ [name]: typed });
        // What could not be saved stays in the field; what was typed meanwhile too.
        else void save(typed).then((done) => { if (done) forget({ [name]: typed }); else notHere(name); });
      },
    };
  };
}

import { useState } from 'react';

export interface Typed {
  /** What is being typed, else what is saved: another window's change shows at once. */
  text: string;
  type: (text: string) => void;
  /** To be called when the field is left: hands over what was typed, if that is something else, and lets go when it is saved. */
  leave: (save: (text: string) => Promise<unknown>) => void;
}

/** A field that saves when it is left, beside other windows that show and change the same. */
export function useTyped(saved: string): Typed {
  const [typed, type] = useState<string | null>(null);
  return {
    text: typed ?? saved,
    type,
    leave: (save) => {
      if (typed === null) return;
      if (typed === saved) type(null);
      // What could not be saved stays in the field; what was typed meanwhile too.
      else void save(typed).then((done) => { if (done) type((now) => (now === typed ? null : now)); });
    },
  };
}

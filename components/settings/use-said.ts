import { useState } from 'react';

export interface Said { text: string; bad: boolean }

/** What a section last said of its work, for one live region. */
export function useSaid(): [Said, (text: string) => void, (text: string) => void] {
  const [said, setSaid] = useState<Said>({ text: '', bad: false });
  return [said, (text) => { setSaid({ text, bad: false }); }, (text) => { setSaid({ text, bad: true }); }];
}

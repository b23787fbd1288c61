import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ItemType } from '@/utils/checklist/checklist';
import type { Language } from '@/utils/settings/preferences';
import type { ClarityHint } from '@/utils/text/clarity';
import { usePreferences } from '../hooks/use-preferences';

/** What is typed: an answer of a type, a promise with its date, a want, a question. */
export type HintSubject = { about: 'answer'; type: ItemType } | { about: 'promise'; due: string | null } | { about: 'want' | 'question' };

type Props = HintSubject & { text: string };

/** Long enough that nobody is interrupted in the middle of a word. */
const PAUSE_MS = 700;
const MOST = 2;

async function read(text: string, about: Props['about'], detail: string | null, language: Language): Promise<ClarityHint[]> {
  // Loaded when something was typed: the panel's first load stays small.
  const clarity = await import('@/utils/text/clarity');
  if (about === 'answer') return clarity.clarityHints(text, detail as ItemType, language);
  return about === 'promise' ? clarity.promiseHints(text, detail) : clarity.wordHints(text);
}

/**
 * A quiet line under a field on what is unclear in it; it never keeps anyone from saving. Put it into a
 * field's `help`: it is said once after a pause in typing, and read again when the field is entered.
 */
export function ClarityHints(props: Props) {
  const { about, text } = props;
  const detail = props.about === 'answer' ? props.type : props.about === 'promise' ? props.due : null;
  const t = useTranslations('call.hints');
  const { language } = usePreferences();
  const [hints, setHints] = useState<ClarityHint[]>([]);
  useEffect(() => {
    let alive = true;
    const timer = setTimeout(() => {
      void read(text, about, detail, language).then((found) => { if (alive) setHints(found.slice(0, MOST)); });
    }, PAUSE_MS);
    return () => { alive = false; clearTimeout(timer); };
  }, [text, about, detail, language]);
  const say = ({ code, word = '' }: ClarityHint): string => {
    if (about === 'answer') return t(`answer.${code}`, { word });
    if (about === 'promise') return t(code === 'relative_date' ? 'promise.relative_date' : 'promise.vague', { word });
    return t(`${about}.vague`, { word });
  };
  return <span role="status" className="hints">{hints.map((hint) => <span key={hint.code} className="hint">{say(hint)}</span>)}</span>;
}

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { usePreferences } from '../../hooks/use-preferences';

type Side = 'ko' | 'en';

/** The two languages of a form, the reader's own first, and what a field is called in each. */
export function useSides(): { own: Side; other: Side; labelIn: (side: Side, field: string) => string } {
  const t = useTranslations('checklists');
  const { language: own } = usePreferences();
  return { own, other: own === 'ko' ? 'en' : 'ko', labelIn: (side, field) => (side === own ? field : t('otherOf', { field })) };
}

/** The same fields in the other language, in a fold: who writes in one language only is not held up. */
export function OtherLanguage({ filled, children }: { filled: boolean; children: ReactNode }) {
  const t = useTranslations('checklists');
  return (
    <details className="other-language">
      <summary>{t(filled ? 'otherFilled' : 'other')}</summary>
      <div className="stack">
        <p className="soft">{t('otherHelp')}</p>
        {children}
      </div>
    </details>
  );
}

/** The first field that something is missing in gets the keyboard; a fold that it stands in opens. */
export function toWrongField(form: HTMLFormElement): void {
  requestAnimationFrame(() => {
    const field = form.querySelector<HTMLElement>('[aria-invalid="true"]');
    field?.closest('details')?.setAttribute('open', '');
    field?.focus();
  });
}

/** The interface's own texts, so that page objects find things by what a person reads. */
import { createTranslator } from 'use-intl/core';
import type { Language } from '@/utils/settings/preferences';
import { loadMessages } from '@/utils/i18n/catalogue';

export async function textsOf(language: Language) {
  return createTranslator({ locale: language, messages: await loadMessages(language, 'panel') });
}

export type Texts = Awaited<ReturnType<typeof textsOf>>;

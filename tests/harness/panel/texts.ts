/** The interface's own texts, so that page objects find things by what a person reads. */
import { createTranslator } from 'use-intl/core';
import type { Language } from '@/utils/settings/preferences';
import { panelTexts } from '@/utils/i18n/panel-texts';

export async function textsOf(language: Language) {
  return createTranslator({ locale: language, messages: await panelTexts(language) });
}

export type Texts = Awaited<ReturnType<typeof textsOf>>;

/**
 * Texts of the interface: a runtime catalogue, because the language is chosen in the app and not by
 * the browser. English carries the shape, Korean must have the same keys; each loads on its own.
 */
import type { Language } from '../settings/preferences';
import type { messages as english } from './messages/en/index';
import type { Translated } from './messages/shape';

export type Messages = Translated<typeof english>;

declare module 'use-intl' {
  interface AppConfig {
    Locale: Language;
    Messages: Messages;
  }
}

/** What a page of the extension needs: the popup opens fast because it loads little. */
export type Surface = 'popup' | 'panel' | 'library';

const LOADERS: Record<Surface, Record<Language, () => Promise<{ messages: Partial<Messages> }>>> = {
  popup: { en: async () => import('./messages/en/for-popup'), ko: async () => import('./messages/ko/for-popup') },
  panel: { en: async () => import('./messages/en/for-panel'), ko: async () => import('./messages/ko/for-panel') },
  library: { en: async () => import('./messages/en/index'), ko: async () => import('./messages/ko/index') },
};

/** Loads the texts of a language for a page. Asking for another page's texts shows their keys: tests see it. */
export async function loadMessages(language: Language, surface: Surface): Promise<Messages> {
  return (await LOADERS[surface][language]()).messages as Messages;
}

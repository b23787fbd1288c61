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

/** Loads the texts of a language for one kind of page. Asking for another page's texts shows their keys: tests see it. */
export type LoadTexts = (language: Language) => Promise<Messages>;

/** Makes the loader of one kind of page; each is in a file of its own, so that no page carries another's list. */
export const loaderOf = (texts: Record<Language, () => Promise<{ messages: Partial<Messages> }>>): LoadTexts => async (language) => (await texts[language]()).messages as Messages;

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

/** Loads the texts of a language. */
export async function loadMessages(language: Language): Promise<Messages> {
  return language === 'ko' ? (await import('./messages/ko/index')).messages : (await import('./messages/en/index')).messages;
}

/** Texts of the side panel. */
import { loaderOf } from './catalogue';

export const panelTexts = loaderOf({ en: async () => import('./messages/en/for-panel'), ko: async () => import('./messages/ko/for-panel') });

/** The popup opens fast because it loads little. */
import { loaderOf } from './catalogue';

export const popupTexts = loaderOf({ en: async () => import('./messages/en/for-popup'), ko: async () => import('./messages/ko/for-popup') });

/** All texts, for the library and the practice page. */
import { loaderOf } from './catalogue';

export const libraryTexts = loaderOf({ en: async () => import('./messages/en/index'), ko: async () => import('./messages/ko/index') });

import { common } from './common';
import { popup } from './popup';
import { trouble } from './trouble';

export const messages = { common, popup, trouble };

import { call } from './call';
import { common } from './common';
import { packet } from './packet';
import { review } from './review';
import { start } from './start';

export const messages = { common, start, call, review, packet };

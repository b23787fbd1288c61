import { common } from './common';
import { evidence } from './evidence';
import { call } from './panel/call';
import { packet } from './panel/packet';
import { review } from './panel/review';
import { start } from './panel/start';
import { trouble } from './trouble';

export const messages = { common, start, call, review, packet, evidence, trouble };

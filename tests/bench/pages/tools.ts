/** A page of the extension in which the bench runs product code by itself, and the baselines. */
import { Readability } from '@mozilla/readability';

const tools = {
  /** Milliseconds that Readability alone needs for a page that is parsed already. */
  readability: (html: string): number => {
    const page = new DOMParser().parseFromString(html, 'text/html');
    const began = performance.now();
    new Readability(page).parse();
    return performance.now() - began;
  },
};

export type Tools = typeof tools;

Object.assign(window, { benchTools: tools });

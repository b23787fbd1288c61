/** Clips of web pages. English carries the shape. */
export const evidence = {};

/** Settings, backup, storage. English carries the shape. */
export const settings = {};

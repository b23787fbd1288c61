/** Search over everything. English carries the shape. */
export const search = {};

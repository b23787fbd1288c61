/** A deal before and between calls: preparing, people, wants, pains, promises. English carries the shape. */
export const deal = {};

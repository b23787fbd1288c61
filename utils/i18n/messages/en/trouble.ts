/** What the database or the browser refused, and what to do. English carries the shape. */
export const trouble = {};

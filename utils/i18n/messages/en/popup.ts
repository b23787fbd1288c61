/** Quick capture and the context menu. English carries the shape. */
export const popup = {};

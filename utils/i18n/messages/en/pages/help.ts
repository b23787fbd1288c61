/** First run, help, shortcuts. English carries the shape. */
export const help = {};

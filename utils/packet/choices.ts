/** The choices of a packet as plain values, for screens that must not load the whole schema. */
export const LANGUAGES = ['ko', 'en'] as const;
export const REDACTIONS = ['internal', 'customer_safe', 'anonymised'] as const;

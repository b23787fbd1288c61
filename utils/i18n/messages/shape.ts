/** The same keys with any text: what a translation must provide, checked by the compiler. */
export type Translated<T> = { readonly [K in keyof T]: T[K] extends string ? string : Translated<T[K]> };

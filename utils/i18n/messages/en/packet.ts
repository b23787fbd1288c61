export const packet = {
  title: 'packet',
} as const;

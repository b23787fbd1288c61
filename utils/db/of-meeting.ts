/** Tables whose rows were captured in a meeting and go where it goes. */
export const OF_MEETING = ['notes', 'gaps', 'commitments', 'wants', 'answers', 'contradictions', 'clips'] as const;

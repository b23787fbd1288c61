/** Search over everything. English carries the shape. */
export const search = {
  title: 'Search',
  label: 'Search everything',
  keys: 'Arrow down goes to the results, Enter opens one, Escape comes back.',
  kind: 'Kind',
  all: 'Everything',
  kinds: {
    notes: 'Notes', gaps: 'Gaps', commitments: 'Promises', wants: 'Customer requests', answers: 'Answers', meetings: 'Meetings',
    deals: 'Deals', accounts: 'Accounts', contacts: 'Contacts', clips: 'Evidence', packets: 'Packets', followUps: 'Follow-ups',
  },
  count: '{count, plural, =0 {Nothing found} one {# result} other {# results}}',
  results: 'Results',
  more: 'Show {count} more',
  preparing: 'Preparing the search',
  failed: 'The search could not be prepared. Reload this page to try again.',
  empty: {
    lead: 'Notes, answers, gaps, promises, evidence: whatever was kept. All words must occur; spaces make no difference.',
    try: 'For example:',
    words: 'stock erp', wordsWhy: 'both words, in any order',
    initials: 'ㅈㄱ', initialsWhy: 'Korean initial consonants: finds 재고',
    part: 'deliv', partWhy: 'a part of a word',
  },
  nothing: 'Try fewer words, or a part of one. Deleted rows and what is off the record are not searched.',
};

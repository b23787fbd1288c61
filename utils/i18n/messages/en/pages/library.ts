/** The library page: lists, details, bin. English carries the shape. */
export const library = {
  title: 'Library',
  nav: { label: 'Library', deals: 'Deals', accounts: 'Accounts', contacts: 'Contacts', meetings: 'Meetings', gaps: 'Gaps', packets: 'Packets', evidence: 'Evidence', search: 'Search', bin: 'Bin', settings: 'Settings', help: 'Help' },
  notFound: 'There is no such page. Pick one on the left.',
};

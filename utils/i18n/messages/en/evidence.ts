/** Clips of web pages. English carries the shape. */
export const evidence = {
  title: 'Evidence',
  find: 'Find in evidence',
  deal: 'Deal',
  allDeals: 'All deals',
  count: '{count, plural, one {# clip} other {# clips}}',
  empty: 'No evidence kept yet.',
  noMatch: 'No evidence matches.',
  gone: 'This evidence is no longer here.',
  toList: 'All evidence',
  kind: { article: 'Page', selection: 'Selection', link: 'Link' },
  limit: {
    not_an_article: 'No article was found on this page, so only its address was kept.',
    empty: 'The page had no text, so only its address was kept.',
    pdf: 'PDF pages cannot be read here, so only the address was kept.',
    too_large: 'The page is too large, so only its address was kept.',
    no_access: 'The browser does not let extensions read this page, so only its address was kept.',
  },
  pinnedTo: 'Source of {item}',
  pin: {
    title: 'Where it belongs', deal: 'Deal', noDeal: 'No deal yet', item: 'Source of the answer to', noItem: 'No item: the deal as a whole',
    help: 'It then stands behind that answer in the panel and in the packet.',
  },
  keptAt: 'Kept',
  language: 'Language',
  newTab: '(opens in a new tab)',
  content: 'What was kept',
};

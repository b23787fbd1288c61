/** Clips of web pages. English carries the shape. */
export const evidence = {
  title: 'Evidence',
  deal: 'Deal',
  empty: 'No evidence yet. On a page of the customer, press the right mouse button and choose Baton to keep it.',
  toList: 'All evidence',
  kind: { article: 'Page', selection: 'Selection', link: 'Link' },
  limit: {
    not_an_article: 'No article was found on this page; {kept}.',
    empty: 'The page had no text; {kept}.',
    pdf: 'PDF pages cannot be read here; {kept}.',
    too_large: 'The page is too large; {kept}.',
    no_access: 'The browser does not let extensions read this page; {kept}.',
    address: 'only its address was kept',
    selection: 'its address and what you had selected were kept',
  },
  pinnedTo: 'Source of {item}',
  pin: {
    title: 'Where it belongs', deal: 'Deal', noDeal: 'No deal yet', item: 'Source of the answer to', noItem: 'No item: the deal as a whole',
    help: 'It then stands behind that answer in the panel and in the packet.',
  },
  keptAt: 'Kept',
  newTab: '(opens in a new tab)',
  content: 'What was kept',
};

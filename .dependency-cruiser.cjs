/**
 * The direction rule of docs/architecture.md: entrypoints -> components -> utils, and inside utils
 * services -> edges -> domain. Never back, never sideways, no cycles.
 * `tests/contract/direction.test.ts` injects violations and sees every rule fail.
 */
const DOMAIN = 'deal|meeting|checklist|notes|packet|text|time|evidence|search|backup|invitation|reply|followup';
const EDGES = 'db|settings|messaging|platforms|panel|i18n';
const OURS = '^(utils|components|entrypoints|tests)/';

module.exports = {
  forbidden: [
    {
      name: 'domain-imports-domain-only',
      comment: 'Domain folders are pure: they import domain folders and nothing else of ours.',
      severity: 'error',
      from: { path: `^utils/(${DOMAIN})/` },
      to: { path: OURS, pathNot: `^utils/(${DOMAIN})/` },
    },
    {
      name: 'domain-knows-no-outside',
      comment: 'No browser, database, UI or platform package in a domain folder.',
      severity: 'error',
      from: { path: `^utils/(${DOMAIN})/` },
      to: { path: 'node_modules/(@?wxt|dexie|react|zustand|use-intl|lucide-react|@mozilla)' },
    },
    {
      name: 'edges-import-domain-and-own-folder',
      comment: 'An edge touches one outside thing: it may know the domain (with the words of a page signal, and the types of another edge), but runs no other edge and no service.',
      severity: 'error',
      from: { path: `^utils/(${EDGES})/` },
      to: { path: OURS, pathNot: [`^utils/(${DOMAIN})/`, '^utils/$1/', '^utils/platforms/signals\\.ts$'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'edges-never-know-services',
      comment: 'Not even the types: services stand above the edges.',
      severity: 'error',
      from: { path: `^utils/(${EDGES})/` },
      to: { path: '^(utils/services|components|entrypoints|tests)/' },
    },
    {
      name: 'services-never-import-ui',
      comment: 'A use-case knows neither components nor entrypoints.',
      severity: 'error',
      from: { path: '^utils/services/' },
      to: { path: '^(components|entrypoints|tests)/' },
    },
    {
      name: 'components-import-utils-only',
      comment: 'A component never imports an entrypoint.',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^(entrypoints|tests)/' },
    },
    {
      name: 'components-use-no-inner-edge',
      comment: 'Components read through repository functions and live-query hooks, write through services; page adapters are not theirs.',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^utils/(db/(versions|new-id|migrations)|platforms/[^/]+/|messaging/)' },
    },
    {
      name: 'components-know-no-dexie',
      comment: 'Only `useLiveQuery` of dexie-react-hooks; tables and queries belong to utils/db.',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: 'node_modules/dexie/' },
    },
    {
      name: 'entrypoints-never-sideways',
      comment: 'One entrypoint never imports another.',
      severity: 'error',
      from: { path: '^entrypoints/([^/.]+)' },
      to: { path: '^entrypoints/', pathNot: '^entrypoints/$1(/|\\.)' },
    },
    {
      name: 'page-code-stays-small',
      comment: 'What runs inside a meeting page reaches no database, no schema library and no React (traps: IndexedDB there belongs to the site).',
      severity: 'error',
      from: { path: '^(entrypoints/[^/]*(\\.content|content\\.)|entrypoints/[^/]*content[^/]*/|utils/platforms/)' },
      to: { path: '^(utils/(db|services)/|components/)|node_modules/(dexie|zod|react|react-dom|zustand|use-intl)/', reachable: true },
    },
    { name: 'no-cycles', comment: 'No cycles, types included.', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-unresolved',
      comment: 'Every import resolves: an alias that does not would make all rules above pass silently.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\?(raw|url|inline)$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    webpackConfig: { fileName: '.dependency-cruiser.alias.cjs' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default', 'browser'], extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.css'] },
  },
};

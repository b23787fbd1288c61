import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const DOMAIN = ['deal', 'meeting', 'checklist', 'notes', 'packet', 'text', 'time', 'invitation'].map((folder) => `utils/${folder}/**/*.ts`);

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'No default export outside entrypoints and tool configs: a name that is the same everywhere can be searched for.',
};
const noRawHtml = [
  {
    selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
    message: 'Never HTML from a string: what comes from pages, files and people is shown as text.',
  },
  {
    selector: "MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]",
    message: 'Never HTML from a string: what comes from pages, files and people is shown as text.',
  },
];
const noAmbientTime = [
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Domain code gets the time as an argument.' },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Domain code gets the time as an argument.' },
  { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']", message: 'Domain code gets ids and chance as arguments.' },
];
const noWxtVirtual = {
  patterns: [{ regex: '^#imports', message: "Import 'wxt/browser' or 'wxt/utils/storage': plain modules that any runner can load (trap 3)." }],
};

const HANDLERS = { handlers: ['onClick', 'onMouseDown', 'onMouseUp', 'onKeyPress', 'onKeyDown', 'onKeyUp'] };

const sizes = { 'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }] };
const functionSize = (max) => ({ 'max-lines-per-function': ['error', { max, skipBlankLines: true, skipComments: true, IIFEs: true }] });

export default tseslint.config(
  { ignores: ['.output/', '.wxt/', 'node_modules/', 'handoff/', 'screenshots/', 'coverage/', 'test-results/', 'tests/fixtures/sites/**/*.{js,html}'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strict],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      'no-undef': 'off',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-unsafe-argument': 'error',
      '@typescript-eslint/no-unsafe-assignment': 'error',
      '@typescript-eslint/no-unsafe-call': 'error',
      '@typescript-eslint/no-unsafe-member-access': 'error',
      '@typescript-eslint/no-unsafe-return': 'error',
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'no-restricted-imports': ['error', noWxtVirtual],
      'no-restricted-syntax': ['error', noDefaultExport, ...noRawHtml],
      ...sizes,
      ...functionSize(60),
    },
  },
  {
    files: ['**/*.tsx'],
    extends: [jsxA11y.flatConfigs.recommended],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      ...functionSize(120),
      // An editor that the person has just opened takes the focus: that is what it was opened for.
      'jsx-a11y/no-autofocus': 'off',
      // Enter saves and Escape closes anywhere in a form or in a group of its fields.
      'jsx-a11y/no-noninteractive-element-interactions': ['error', { ...HANDLERS, form: ['onKeyDown'], fieldset: ['onKeyDown'], section: ['onKeyDown'] }],
    },
  },
  // What a compiler would refuse: read where the app is, and not in the small screens that tests make.
  { files: ['components/**/*.{ts,tsx}', 'entrypoints/**/*.tsx'], extends: [reactHooks.configs.flat['recommended-latest']] },
  {
    files: DOMAIN,
    rules: {
      'no-restricted-globals': [
        'error',
        ...['browser', 'chrome', 'document', 'window', 'navigator', 'location', 'localStorage', 'sessionStorage', 'indexedDB', 'fetch', 'crypto', 'performance', 'setTimeout', 'setInterval'].map(
          (name) => ({ name, message: 'Domain folders touch nothing outside: take it as an argument.' }),
        ),
      ],
      'no-restricted-syntax': ['error', noDefaultExport, ...noRawHtml, ...noAmbientTime],
    },
  },
  {
    // Text cleaning lists combining and invisible characters by number, on purpose.
    files: ['utils/text/**/*.ts'],
    rules: { 'no-misleading-character-class': 'off' },
  },
  {
    files: ['entrypoints/**/*.{ts,tsx}', '*.config.ts'],
    rules: { 'no-restricted-syntax': ['error', ...noRawHtml] },
  },
  {
    files: ['tests/**/*.{ts,tsx}'],
    rules: { 'no-restricted-syntax': ['error', noDefaultExport] },
  },
  { files: ['tests/mutation/*.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    // A `describe` is a list of tests, not a function to be read at once.
    files: ['tests/**/*.test.{ts,tsx}', 'tests/bench/**/*.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    files: ['**/*.{js,cjs,mjs}'],
    languageOptions: { globals: { module: 'writable', require: 'readonly', __dirname: 'readonly', process: 'readonly', console: 'readonly' } },
  },
);

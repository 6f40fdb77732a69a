import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** Who may import what. The arrows of docs/architecture.md, kept by lint. */
const layer = (files, ignores, patterns) => ({
  files,
  ignores,
  rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
});

const electronAtRunTime = {
  group: ['electron', 'electron/*', 'electron-store'],
  allowTypeImports: true,
  message: 'Only main.ts, preload.ts and shell/ meet Electron; everything else is plain Node.',
};

export default tseslint.config(
  { ignores: ['out/', 'node_modules/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['scripts/**/*.mjs', 'eslint.config.js'],
    ...js.configs.recommended,
    languageOptions: { globals: globals.node },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['tsconfig.json', '{shared,electron,renderer,tests}/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      'no-console': 'error',
    },
  },
  layer(
    ['shared/*.ts'],
    [],
    [
      {
        regex: '^(?!\\./|zod$|ibantools$)',
        message: 'shared/ is pure: it imports its own files, zod, and the rules of ibantools, nothing else.',
      },
    ],
  ),
  layer(
    ['shared/views/*.ts'],
    [],
    [
      {
        regex: '^(?!\\.{1,2}/[\\w-]+\\.ts$|zod$)',
        message: 'shared/ is pure: it imports its own files and zod, nothing else.',
      },
    ],
  ),
  layer(
    ['electron/**/*.ts'],
    ['electron/main.ts', 'electron/preload.ts', 'electron/shell/**'],
    [electronAtRunTime, { group: ['**/renderer/**'], message: 'Main knows nothing of the renderer.' }],
  ),
  layer(
    ['electron/main.ts', 'electron/preload.ts', 'electron/shell/**/*.ts'],
    [],
    [{ group: ['**/renderer/**'], message: 'Main knows nothing of the renderer.' }],
  ),
  layer(
    ['electron/dintero/**/*.ts', 'electron/journal/**/*.ts'],
    [],
    [
      electronAtRunTime,
      {
        regex: '^\\.\\./(?!\\.\\./shared/|journal/|dintero/|support/)',
        message: 'The journal and the Dintero client know no feature.',
      },
    ],
  ),
  layer(
    ['electron/sandbox/**/*.ts'],
    [],
    [
      electronAtRunTime,
      {
        regex: '^\\.\\./(?!sandbox/)',
        message: 'The sandbox stands for Dintero: it shares no code with the client that it checks.',
      },
    ],
  ),
  layer(
    ['renderer/**/*.{ts,tsx}'],
    [],
    [
      {
        regex: '^(node:|electron($|-|/)|undici|keytar|pino)|\\.\\./electron/',
        message: 'The renderer reaches main through the bridge only.',
      },
    ],
  ),
  {
    files: ['renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'no-restricted-syntax': [
        'error',
        { selector: 'JSXText[value=/\\p{L}/u]', message: 'Every visible string goes through i18n.' },
        {
          selector:
            'JSXAttribute[name.name=/^(aria-label|title|placeholder|alt)$/] > Literal[value=/\\p{L}/u]',
          message: 'Every visible string goes through i18n.',
        },
      ],
    },
  },
  {
    files: ['*.config.ts'],
    rules: { 'no-restricted-exports': 'off' },
  },
  {
    files: ['tests/**/*.{ts,tsx}'],
    rules: { 'no-console': 'off' },
  },
);

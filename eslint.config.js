import { fileURLToPath } from 'node:url';
import { defineConfig, globalIgnores } from 'eslint/config';
import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

const sameEverywhere = 'Two builds of one commit are identical, on every machine and every day.';
const nothingInline =
  'A strict Content-Security-Policy blocks it: use a class, an attribute or a bundled script.';

export default defineConfig(
  globalIgnores(['dist/', '.astro/', 'seeds/', 'content/']),
  {
    files: ['**/*.{js,mjs,ts}'],
    // Scripts inside .astro files: `astro check` sees their types, the rules that need types do not.
    ignores: ['**/*.astro/**'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: fileURLToPath(new URL('.', import.meta.url)) },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/require-array-sort-compare': ['error', { ignoreStringArrays: true }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      // Code points are the unit wanted here: the text is Chinese, and it is compared character by character.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
    },
  },
  {
    files: ['**/*.astro', '**/*.astro/*.{js,ts}'],
    extends: [tseslint.configs.strict, tseslint.configs.stylistic],
    rules: { '@typescript-eslint/consistent-type-definitions': 'off' },
  },
  astro.configs.recommended,
  { files: ['**/*.astro'], rules: { 'astro/no-set-html-directive': 'error' } },
  {
    rules: {
      eqeqeq: 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: sameEverywhere },
        { object: 'Math', property: 'random', message: sameEverywhere },
        { property: 'localeCompare', message: `${sameEverywhere} Compare code points or numbers.` },
        { property: 'innerHTML', message: 'Build nodes, or set textContent.' },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: sameEverywhere },
        { selector: 'JSXAttribute[name.name=/^(style|on[a-z]+)$/]', message: nothingInline },
        {
          selector: 'JSXAttribute[name.namespace.name="is"][name.name.name="inline"]',
          message: nothingInline,
        },
        { selector: 'JSXAttribute[name.namespace.name="define"]', message: nothingInline },
        {
          selector: 'AssignmentExpression > MemberExpression.left[property.name=/^(role|aria[A-Z].*)$/]',
          message: 'Use setAttribute: Firefox before 119 does not reflect ARIA attributes as properties.',
        },
      ],
    },
  },
);

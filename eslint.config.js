import eslint from '@eslint/js';
import { defineConfig } from 'eslint/config';
import astro from 'eslint-plugin-astro';
import typescript from 'typescript-eslint';

export default defineConfig(
  { ignores: ['dist/', '.astro/', 'node_modules/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  eslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [typescript.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // Numbers in text are what most of our text is made of.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Atom has a RELAX NG schema and no other; the library that drops it is pinned, and used by tests only.
      '@typescript-eslint/no-deprecated': [
        'error',
        { allow: [{ from: 'package', package: 'libxml2-wasm', name: 'RelaxNGValidator' }] },
      ],
      // `index` signatures are read with brackets: tsconfig's strictest asks for it.
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
    },
  },
  {
    files: ['src/worker/*.js'],
    languageOptions: {
      sourceType: 'script',
      globals: Object.fromEntries(
        'addEventListener caches clients fetch registration setTimeout skipWaiting'
          .split(' ')
          .map((name) => [name, 'readonly']),
      ),
    },
  },
  astro.configs['flat/recommended'],
  astro.configs['flat/jsx-a11y-strict'],
  {
    files: ['**/*.astro'],
    rules: {
      // Safari takes a list without marks for layout, unless it is told.
      'astro/jsx-a11y/no-redundant-roles': ['error', { ul: ['list'], ol: ['list'] }],
    },
  },
);

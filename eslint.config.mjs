import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import { textInMessages } from './scripts/lint/text-in-messages.mjs';

/** Each stage is entered through its index.ts only, and imports point down the data flow. */
const stages = [
  'compile',
  'verify',
  'sandbox',
  'grants',
  'guest',
  'runtime',
  'explain',
  'show',
  'engine',
  'replay',
  'testing',
  'language',
  'cli',
];
const allowed = {
  protocol: [],
  runtime: [],
  guest: ['runtime'],
  compile: [],
  verify: [],
  sandbox: [],
  grants: [],
  explain: [],
  show: ['engine', 'replay', 'testing'],
  engine: ['compile', 'verify', 'sandbox', 'grants', 'explain'],
  language: ['engine', 'compile', 'show', 'replay', 'testing'],
  replay: ['engine'],
  testing: ['engine'],
  cli: ['engine', 'replay', 'testing', 'show'],
};

const boundary = (stage) => ({
  files: [`server/${stage}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          ...stages
            .filter((other) => other !== stage && !allowed[stage].includes(other))
            .map((other) => ({
              group: [`**/${other}/**`, `!./**`],
              message: `server/${stage} must not import server/${other} (see CONTRIBUTING.md).`,
            })),
          ...allowed[stage].map((other) => ({
            group: [`**/${other}/*`, `!**/${other}/index.ts`, `!./**`],
            message: `Import server/${other} through its index.ts only.`,
          })),
        ],
      },
    ],
  },
});

export default tseslint.config(
  {
    ignores: [
      'dist/**',
      'node_modules/**',
      '.vscode-e2e/**',
      'examples/**',
      'types/**',
      'test/**/fixtures/**',
      'test/hostile/patterns/**',
      'test/patterns/**',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked.map((config) => ({
    ...config,
    files: ['**/*.ts', '**/*.tsx'],
  })),
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      'max-lines': ['error', { max: 300 }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
    },
  },
  ...Object.keys(allowed).map(boundary),
  {
    // What shows text, or makes what is shown. Inside the sandbox the same holds by other means:
    // an error there carries the code of its message.
    files: ['extension/**/*.ts', 'server/**/*.ts'],
    // Markup, whose title is a message.
    ignores: ['extension/panel-html.ts', 'server/protocol/messages/**'],
    plugins: { patternbox: { rules: { 'text-in-messages': textInMessages } } },
    rules: { 'patternbox/text-in-messages': 'error' },
  },
  {
    files: ['**/*.mjs', '**/*.cjs', '**/*.js'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        Buffer: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        require: 'readonly',
        exports: 'writable',
        module: 'writable',
        URLSearchParams: 'readonly',
        globalThis: 'readonly',
      },
    },
  },
);

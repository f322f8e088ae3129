import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const tfjsBelongsToTheEngine = {
  // The address of a binary is not its code.
  regex: '^@tensorflow/(?!.*[.]wasm[?]url$)',
  message: 'Only src/engine knows tfjs, so that replacing it is a change of one folder.',
};

const notReproducible = [
  {
    object: 'Math',
    property: 'random',
    message: 'Draw from a stream of the seed: the same link is the same network.',
  },
  {
    object: 'Date',
    property: 'now',
    message: 'Numbers must not depend on the clock; performance.now() measures durations.',
  },
];

// Seen in tfjs 4.22 by comparing every backend with float64.
const wrongInTfjs = [
  [
    'dataSync|arraySync|print',
    'It reads synchronously, which kills the GPU process of headless Chromium: await data().',
  ],
  ['einsum', 'It materializes the outer product and has no gradient: transpose and matMul.'],
  ['qr|linalg', 'It takes seconds on a GPU and fails on a zero column: use src/math.'],
  [
    'random(Normal|Uniform|UniformInt|Gamma|StandardNormal)|truncatedNormal|multinomial|rand|dropout',
    'Its seeds are not reproducible: draw from a stream of src/math in float64 and upload.',
  ],
  ['addN', 'WebGPU gives stale buffers from eight tensors on: chain add.'],
  ['cumsum|cumprod', 'Reversed, as in its own gradient, it is wrong on WebGPU: sum on the CPU.'],
];

const gradient = 'CallExpression[callee.property.name=/^(valueAndGrads?|grads?|variableGrads)$/]';

/** Member accesses such as `tf.einsum` or `x.print`, and imports of the same names. */
const withoutWrongTfjs = [
  ...wrongInTfjs.flatMap(([names, message]) => [
    { selector: `MemberExpression[property.name=/^(${names})$/]`, message },
    {
      selector: `ImportDeclaration[source.value=/^@tensorflow/] ImportSpecifier[imported.name=/^(${names})$/]`,
      message,
    },
  ]),
  {
    selector: `${gradient} ${gradient}`,
    message: 'Second derivatives are silently wrong on every backend.',
  },
];

export default defineConfig(
  globalIgnores(['dist/', 'public/', 'coverage/', 'test-results/', 'bench/results/']),
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // An index that its loop bounds is read with `!`; `?? 0` would hide a wrong one.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: [tfjsBelongsToTheEngine] }],
    },
  },
  {
    files: ['**/*.tsx', 'src/app/**', 'src/panels/**'],
    extends: [reactHooks.configs.flat['recommended-latest']],
  },
  {
    files: ['src/{math,nn,catalog,spec,engine}/**'],
    rules: { 'no-restricted-properties': ['error', ...notReproducible] },
  },
  {
    files: ['src/engine/**'],
    rules: {
      '@typescript-eslint/no-restricted-imports': 'off',
      'no-restricted-syntax': ['error', ...withoutWrongTfjs],
    },
  },
  {
    // These are programs of the terminal.
    files: ['scripts/**', 'bench/**'],
    rules: { 'no-console': 'off' },
  },
  {
    // Plain JavaScript runs before anything is installed; the type program checks its names, and
    // what JSON.parse gives cannot be narrowed in it.
    files: ['**/*.{js,mjs}'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { 'no-undef': 'off' },
  },
);

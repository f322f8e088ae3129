import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const src = fileURLToPath(new URL('.', import.meta.url));

/** Which folders and packages the files of a folder may import, besides their own folder. */
interface Layer {
  readonly folders: readonly string[];
  readonly packages: readonly string[];
}

const pure = ['math', 'nn', 'catalog', 'spec'];
const layers: Readonly<Record<string, Layer>> = {
  math: { folders: [], packages: ['pure-rand', '@noble/hashes', '@stdlib/*'] },
  nn: { folders: ['math'], packages: [] },
  catalog: { folders: ['math', 'nn'], packages: ['@stdlib/*', 'jsep'] },
  spec: { folders: ['math', 'nn', 'catalog'], packages: ['valibot'] },
  engine: { folders: pure, packages: ['@tensorflow/*', 'fflate'] },
  worker: { folders: [...pure, 'engine'], packages: [] },
  state: { folders: pure, packages: ['zustand', 'valibot'] },
  panels: { folders: pure, packages: ['react', 'd3-*'] },
  app: {
    folders: [...pure, 'state', 'panels'],
    packages: ['react', 'react-dom', 'zustand', 'd3-*'],
  },
  // main.tsx and what else lies in src itself.
  '.': { folders: ['app'], packages: ['react', 'react-dom'] },
};

const testPackages = ['vitest', 'fast-check', '@testing-library/*', 'node:*', 'typescript'];

const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file);

const folderOf = (path: string): string => (path.includes('/') ? (path.split('/')[0] ?? '') : '.');

const matches = (name: string, pattern: string): boolean =>
  pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** Why a file (its path in src) may not import something, as a sentence; undefined where it may. */
const objection = (file: string, specifier: string): string | undefined => {
  const layer = layers[folderOf(file)];
  if (layer === undefined) return `${file} lies in a folder that the table of layers lacks.`;
  const says = `${file} imports ${specifier}, but`;

  // The address of a file is not its code: the worker tells the engine where the binaries lie.
  if (folderOf(file) === 'worker' && specifier.endsWith('.wasm?url')) return undefined;
  if (!specifier.startsWith('.')) {
    const allowed = [...layer.packages, ...(isTest(file) ? testPackages : [])];
    const name = packageOf(specifier);
    if (allowed.some((pattern) => matches(name, pattern))) return undefined;
    return `${says} ${folderOf(file)} may use only these packages: ${allowed.join(', ') || 'none'}.`;
  }

  const [path = '', query] = specifier.split('?');
  const target = normalize(join(dirname(file), path))
    .split(sep)
    .join('/');
  // The one place of the project's version.
  if (target === '../package.json') return undefined;
  if (target.startsWith('..')) return `${says} that leaves src.`;
  if (!/\.(tsx?|css|json)$/.test(target)) return `${says} a path is written with its ending.`;
  const folder = folderOf(target);
  // The page starts the worker, as a file of its own, and shares no code with it.
  if (folderOf(file) === 'app' && folder === 'worker' && query === 'worker') return undefined;
  if (folder === folderOf(file) || layer.folders.includes(folder)) return undefined;
  return `${says} ${folderOf(file)} may import only these folders: ${layer.folders.join(', ') || 'none'}.`;
};

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(sep).join('/'))
  .filter((file) => /\.tsx?$/.test(file));

const importsOf = (file: string): readonly string[] =>
  ts
    .preProcessFile(readFileSync(join(src, file), 'utf8'), true, true)
    .importedFiles.map(({ fileName }) => fileName);

describe('the layers of src', () => {
  it('are kept by every import', () => {
    const objections = files.flatMap((file) =>
      importsOf(file).map((specifier) => objection(file, specifier)),
    );

    expect(objections.length).toBeGreaterThan(0);
    expect(objections.filter((sentence) => sentence !== undefined)).toEqual([]);
  });

  it.each([
    ['math/eigh.ts', '../nn/Ops.ts'],
    ['nn/dense.ts', '@stdlib/math-base-special-erf'],
    ['nn/dense.ts', 'vitest'],
    ['catalog/activations/relu.ts', '../../spec/Experiment.ts'],
    ['spec/Experiment.ts', '../state/store.ts'],
    ['engine/simulate.ts', '../worker/worker.ts'],
    ['worker/worker.ts', '@tensorflow/tfjs-core'],
    ['panels/Kernel.tsx', '../state/store.ts'],
    ['panels/Kernel.tsx', 'zustand'],
    ['app/Page.tsx', '../engine/simulate.ts'],
    ['app/Page.tsx', '../worker/worker.ts'],
    ['app/Page.tsx', '../state/store'],
    ['app/Page.tsx', '../../scripts/browser.mjs'],
    ['main.tsx', './engine/simulate.ts'],
    ['elsewhere/thing.ts', './other.ts'],
  ])('do not let %s import %s', (file, specifier) => {
    expect(objection(file, specifier)).toContain(file);
  });

  it.each([
    ['math/rng.ts', '@noble/hashes/sha2.js'],
    ['math/eigh.test.ts', 'fast-check'],
    ['catalog/activations/relu.ts', '../../nn/Activation.ts'],
    ['engine/tfOps.ts', '@tensorflow/tfjs-core/dist/register_all_gradients.js'],
    ['engine/archive/archive.ts', '../../../package.json'],
    ['worker/wasmFiles.ts', '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url'],
    ['panels/chart/Axis.tsx', 'd3-scale'],
    ['app/startWorker.ts', '../worker/worker.ts?worker'],
    ['main.tsx', './app/Page.tsx'],
  ])('let %s import %s', (file, specifier) => {
    expect(objection(file, specifier)).toBeUndefined();
  });
});

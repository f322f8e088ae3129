import { beforeAll, describe, expect, it } from 'vitest';
import type { Settings } from '../nn/Settings.ts';
import { canonical } from '../spec/canonical.ts';
import type { BackendReport, Result } from '../spec/Result.ts';
import { startBackend } from './backend/startBackend.ts';
import { simulate } from './simulate.ts';
import { nodeEnvironment } from './testing/nodeEnvironment.ts';

const shared = { data: 'circle', 'data.n': 8, 'data.test': 6, steps: 4, snapshots: 1 };

let report: BackendReport;
async function resultsOf(...arms: readonly Settings[]): Promise<readonly Result[]> {
  const results: Result[] = [];
  const experiment = canonical({
    shared,
    arms: arms.map((arm) => ({ 'net.width': 8, 'net.depth': 2, ...arm })),
  });
  for await (const result of simulate(experiment, nodeEnvironment, { report, wanted: () => [] }))
    results.push(result);
  return results;
}

const failuresOf = (results: readonly Result[]) =>
  results.flatMap((result) => (result.kind === 'failure' ? [result.failure] : []));

describe('an arm whose weights cannot be drawn', () => {
  beforeAll(async () => {
    report = await startBackend(nodeEnvironment, 'wasm');
  });

  it('fails with what is wrong and what to do, and the others go on', async () => {
    const results = await resultsOf(
      { init: 'custom', 'init.expr': 'sqrt(2/fanin)*normal()' },
      {
        init: 'gaussian',
      },
    );

    expect(failuresOf(results)).toEqual([
      {
        kind: 'refused',
        arm: 'A',
        seed: 0,
        sentence: 'A: “fanin” at character 8 is not known.',
        action: expect.stringMatching(/^There are fanIn, fanOut, pi, .*\.$/) as string,
      },
    ]);
    const trained = results.filter((result) => result.kind === 'curve');
    expect(trained.length).toBeGreaterThan(0);
    expect(new Set(trained.map(({ arm }) => arm))).toEqual(new Set(['B']));
    expect(results.at(-1)).toEqual({ kind: 'done' });
  });

  it('does not end the run even if it is the only one', async () => {
    const results = await resultsOf({ initLast: 'custom', 'initLast.expr': 'normal()/(fanOut-1)' });

    expect(failuresOf(results)).toHaveLength(1);
    expect(failuresOf(results)[0]?.sentence).toMatch(/fan-in 8 and fan-out 1\.$/);
    expect(results.some(({ kind }) => kind === 'kernel')).toBe(false);
    expect(results.at(-1)).toEqual({ kind: 'done' });
  });
});

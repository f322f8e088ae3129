import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manifestIn } from './compute/summary.ts';

let folder = '';
const small = 'data=circle&data.n=6&data.test=4&net.width=8&steps=30&snapshots=2';

/** Runs the program as `npm run compute` does. */
function compute(...words: readonly string[]) {
  const program = fileURLToPath(new URL('compute.ts', import.meta.url));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', program, ...words],
    { encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

describe('npm run compute', () => {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tangent-lab-test-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('writes a file, tells of problems in the link and of arms that fail', () => {
    const out = join(folder, 'run.npz');
    const { status, stdout, stderr } = compute(`#v=1&${small}&rate=9&warp=9`, '--out', out);
    const manifest = manifestIn(readFileSync(out));

    expect(status).toBe(0);
    expect(stdout).toContain(out);
    expect(stdout).toContain('computed on wasm');
    expect(stdout).toContain('ntk_ms');
    expect(stderr).toContain('warp');
    expect(stderr).toContain('A diverged by step');
    expect(manifest.failures.map(({ kind }) => kind)).toEqual(['diverged']);
    expect(Object.keys(manifest.networks)).toEqual(['A/s0']);
  });

  it('says why a run fails, and writes nothing', () => {
    const out = join(folder, 'none.npz');
    const { status, stderr } = compute('v=1&net.width=4096&net.depth=200', '--out', out);

    expect(status).toBe(1);
    expect(stderr).toContain('GB');
    expect(existsSync(out)).toBe(false);
  });

  it('says what is wrong with its arguments', () => {
    const { status, stderr } = compute('v=1');

    expect(status).toBe(2);
    expect(stderr).toContain('--out');
  });
});

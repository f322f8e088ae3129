import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { optionsOf } from './options.ts';

const out = join(tmpdir(), 'run.npz');

describe('the command line', () => {
  it.each([
    ['v=1&net.width=8', 'v=1&net.width=8'],
    ['#v=1&net.width=8', 'v=1&net.width=8'],
    ['https://example.org/lab/?backend=webgl#v=1&net.width=8', 'v=1&net.width=8'],
    ['https://example.org/lab/', ''],
    ['', ''],
  ])('takes %j as a link', (link, hash) => {
    expect(optionsOf([link, '--out', out])).toEqual({
      kind: 'compute',
      link: hash,
      out,
      backend: 'wasm',
    });
  });

  it('takes a backend', () => {
    expect(optionsOf(['', '--out', out, '--backend', 'webgpu'])).toMatchObject({
      backend: 'webgpu',
    });
  });

  it.each([
    [[], 'A link is missing.'],
    [['v=1'], 'The file to write is missing: --out.'],
    [['v=1', 'data.n=8', '--out', out], 'One link is enough, not 2: put it in quotes.'],
    [['v=1', '--out', out, '--backend', 'cuda'], 'There is no backend cuda'],
    [['v=1', '--out', join(out, 'nowhere', 'run.npz')], 'There is no folder'],
    [['v=1', '--out', tmpdir()], 'is a folder.'],
    [['v=1', '--out', out, '--steps', '3'], "'--steps'"],
  ])('says what is wrong with %j', (words, sentence) => {
    const options = optionsOf(words);

    expect(options.kind === 'wrong' && options.sentence).toContain(sentence);
  });

  it('explains itself', () => {
    expect(optionsOf(['--help'])).toEqual({ kind: 'help' });
  });
});

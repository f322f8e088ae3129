import { describe, expect, it } from 'vitest';
import { asFailure, EngineFailure } from './EngineFailure.ts';

describe('a failure', () => {
  it('keeps its own words', () => {
    const failure = {
      kind: 'diverged',
      sentence: 'A diverged at step 3.',
      action: 'Choose a rate below 2.',
      step: 3,
    } as const;
    const error = new EngineFailure(failure);

    expect(asFailure(error)).toBe(failure);
    expect(error.message).toBe('A diverged at step 3. Choose a rate below 2.');
    expect(error).toBeInstanceOf(Error);
  });

  // As Chromium, Firefox, V8, Emscripten and tfjs 4.22 write them.
  it.each([
    ['device-lost', 'Device was lost before mapping was resolved'],
    ['device-lost', 'A valid external Instance reference no longer exists.'],
    [
      'device-lost',
      "Failed to execute 'mapAsync' on 'GPUBuffer': Buffer was unmapped before mapping was resolved.",
    ],
    [
      'device-lost',
      "Failed to execute 'createBuffer' on 'GPUDevice': createBuffer failed, size (4096) is too large for the implementation when mappedAtCreation == true.",
    ],
    ['device-lost', 'WebGL: CONTEXT_LOST_WEBGL: loseContext: context lost'],
    ['out-of-memory', 'out of memory in WASM'],
    ['out-of-memory', 'Aborted(OOM). Build with -sASSERTIONS for more info.'],
    ['out-of-memory', 'Array buffer allocation failed'],
    ['out-of-memory', 'Invalid typed array length: 17179869184'],
    ['out-of-memory', 'Invalid array buffer length'],
    ['out-of-memory', 'memory access out of bounds'],
    [
      'out-of-memory',
      'Requested texture size [20000x20000] greater than WebGL maximum on this browser / GPU [16384x16384].',
    ],
    ['internal', 'x is not a function'],
  ] as const)('of kind %s is known by “%s”', (kind, text) => {
    const failure = asFailure(new Error(text));

    expect(failure.kind).toBe(kind);
    expect(failure.sentence).toMatch(/\.$|function$/);
    expect(failure.action).toMatch(/\.$/);
    expect(asFailure(text)).toEqual(failure);
  });
});

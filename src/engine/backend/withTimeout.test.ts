import { describe, expect, it } from 'vitest';
import { withTimeout } from './withTimeout.ts';

const never = new Promise<string>(() => undefined);

describe('a time-out', () => {
  it('says what took too long', async () => {
    await expect(withTimeout(never, 20, 'starting')).rejects.toThrow(
      'starting took longer than 0.02 s',
    );
  });

  it('leaves alone what is in time', async () => {
    await expect(withTimeout(Promise.resolve('done'), 1000, 'it')).resolves.toBe('done');
    await expect(withTimeout(Promise.reject(new Error('no')), 1000, 'it')).rejects.toThrow('no');
  });
});

import { describe, expect, it } from 'vitest';
import type { Failure } from '../../spec/Failure.ts';
import { announceError, announceLoss, onDeviceError, onDeviceLost } from './deviceEvents.ts';

describe('what befalls a device', () => {
  it('reaches all who listen, until they stop', () => {
    const losses: Failure[] = [];
    const errors: Failure[] = [];
    const stop = [
      onDeviceLost((failure) => losses.push(failure)),
      onDeviceLost((failure) => losses.push(failure)),
      onDeviceError((failure) => errors.push(failure)),
    ];
    announceLoss('driver restarted');
    announceError(true, 'allocation failed');
    announceError(false, 'bind group invalid');
    for (const end of stop) end();
    announceLoss('again');
    announceError(true, 'again');

    expect(losses.map(({ kind }) => kind)).toEqual(['device-lost', 'device-lost']);
    expect(losses[0]!.sentence).toContain('(driver restarted)');
    expect(errors.map(({ kind }) => kind)).toEqual(['out-of-memory', 'internal']);
    expect(errors[1]!.sentence).toContain('bind group invalid');
  });
});

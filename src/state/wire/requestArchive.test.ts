import { describe, expect, it, vi } from 'vitest';
import { defaultExperiment } from '../../spec/defaults.ts';
import type { Failure } from '../../spec/Failure.ts';
import { toLink } from '../link/toLink.ts';
import { arrive, channels } from '../testing/channels.ts';
import { requestArchive } from './requestArchive.ts';

const lost: Failure = { kind: 'device-lost', sentence: 'The GPU went away.', action: 'Wait.' };
const request = { experiment: defaultExperiment, backend: undefined };

describe('an archive', () => {
  it('comes from a worker of its own, with progress, and ends it', async () => {
    const { far, create } = channels();
    const onProgress = vi.fn();
    const archive = requestArchive(create, request, { onProgress });
    await arrive();
    far[0]?.say({ kind: 'archive-progress', run: 0, done: 0.5 });
    far[0]?.say({ kind: 'archive', run: 0, bytes: Uint8Array.of(80, 75) });

    expect(await archive).toEqual(Uint8Array.of(80, 75));
    expect(onProgress.mock.calls).toEqual([[0.5]]);
    expect(far[0]?.received).toEqual([
      { kind: 'archive', run: 0, experiment: defaultExperiment, link: toLink(defaultExperiment) },
    ]);
    expect(far[0]?.ended()).toBe(true);
  });

  it('fails with a sentence and what to do', async () => {
    const { far, create } = channels();
    const archive = requestArchive(create, request);
    far[0]?.say({ kind: 'archive-failure', run: 0, failure: lost });

    await expect(archive).rejects.toThrow('The GPU went away. Wait.');
    expect(far[0]?.ended()).toBe(true);
  });

  it('fails if its worker breaks', async () => {
    const { far, create } = channels();
    const archive = requestArchive(create, request);
    far[0]?.break('');

    await expect(archive).rejects.toThrow('its script could not be loaded');
  });

  it('can be called off', async () => {
    const { far, create } = channels();
    const calledOff = new AbortController();
    const archive = requestArchive(create, request, { signal: calledOff.signal });
    calledOff.abort();

    await expect(archive).rejects.toThrow('called off');
    expect(far[0]?.ended()).toBe(true);
  });
});

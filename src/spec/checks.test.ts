import { describe, expect, it } from 'vitest';
import type { Settings } from '../nn/Settings.ts';
import { canonical } from './canonical.ts';
import { repaired } from './checks.ts';

const withShared = (shared: Settings) => canonical({ shared, arms: [{}] });

describe('settings held against each other', () => {
  it('let a full kernel be where it is small enough', () => {
    const experiment = withShared({ 'data.classes': 'all', 'data.n': 102, kernel: 'full' });

    expect(repaired(experiment)).toEqual({ experiment, problems: [] });
  });

  it('replace a full kernel that is too large by the mean of its blocks, in words', () => {
    const large = { 'data.classes': 'all', 'data.n': 103 };

    expect(repaired(withShared({ ...large, kernel: 'full' }))).toEqual({
      experiment: withShared(large),
      problems: [
        'kernel=full would have 1030 rows (n = 103 times K = 10 outputs), more than 1024; kernel=mean is used instead.',
      ],
    });
  });

  it('leave a run without steps as it is', () => {
    const experiment = withShared({ steps: 0, snapshots: 24 });

    expect(repaired(experiment)).toEqual({ experiment, problems: [] });
  });
});

import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Results } from '../../spec/Results.ts';
import type { PanelView } from '../Panel.ts';
import { smallRun } from '../testing/smallRun.ts';
import { changePanel } from './changePanel.tsx';

const view: PanelView = { step: 'last', highlight: undefined, dark: false };

const open = (results: Results): HTMLElement => {
  render(
    <changePanel.Plot
      results={results}
      view={view}
      size={{ width: 440, height: 220 }}
      onHighlight={() => undefined}
    />,
  );
  return screen.getByRole('img');
};

describe('the panel of kernel change', () => {
  it('marks every measurement', () => {
    const picture = open(smallRun({ arms: [{}, {}], step: 20 }));

    expect(picture.querySelectorAll('.chart-mark.measured')).toHaveLength(2 * 5);
  });

  it('ends at what was measured last', () => {
    const results = smallRun({ step: 20 });
    const { change } = results.arms[0]!.networks[0]!.changes.at(-1)!;

    expect(open(results).getAttribute('aria-label')).toContain(
      `0 at first, ${change.toPrecision(3)} at step 20`,
    );
  });

  it('switches to the alignment with the target', async () => {
    const results = smallRun({ step: 20 });
    const picture = open(results);
    await userEvent.click(screen.getByRole('button', { name: 'alignment' }));
    const { alignment } = results.arms[0]!.networks[0]!.changes[0]!;

    expect(picture.getAttribute('aria-label')).toContain(`${alignment.toPrecision(3)} at first`);
  });

  it('has an axis for a kernel that stands still', () => {
    const results = smallRun({ step: 20 });
    const still: Results = {
      ...results,
      arms: results.arms.map((arm) => ({
        ...arm,
        networks: arm.networks.map((network) => ({
          ...network,
          changes: network.changes.map((change) => ({ ...change, change: 0 })),
        })),
      })),
    };
    const words = [...open(still).querySelectorAll('.chart-tick')].map((tick) => tick.textContent);

    expect(words).toContain('0');
    expect(new Set(words).size).toBe(words.length - 1);
  });

  it('says how often it was measured, and that the limit stands still where there is one', () => {
    const caption = (arms: readonly Record<string, string>[]): string =>
      changePanel.caption(smallRun({ arms, step: 20 }), view);

    expect(caption([{}])).toContain('measured every 5 steps · in the infinite-width limit zero');
    expect(caption([{}, { init: 'constant' }])).not.toContain('limit');
  });

  it('has a table of all measurements', () => {
    const { columns, rows } = changePanel.table(smallRun({ arms: [{}, {}], step: 20 }), view);

    expect(columns).toEqual(['step', 'A change', 'A alignment', 'B change', 'B alignment']);
    expect(rows.map(([step]) => step)).toEqual(['0', '5', '10', '15', '20']);
  });
});

import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { trainingPanel } from '../../panels/training/trainingPanel.tsx';
import type { PanelView } from '../../panels/Panel.ts';
import { defaultExperiment } from '../../spec/defaults.ts';
import type { CurveResult } from '../../spec/Result.ts';
import { emptyResults } from '../../state/emptyResults.ts';
import { reduce } from '../../state/reduce.ts';
import { Frame } from './Frame.tsx';

const view: PanelView = { step: 'last', highlight: undefined, dark: false };

const curve: CurveResult = {
  kind: 'curve',
  arm: 'A',
  seed: 0,
  steps: Int32Array.of(0, 1, 2),
  lossTrain: Float64Array.of(0.5, 0.25, 0.125),
  lossTest: Float64Array.of(0.6, 0.5, 0.4),
  accuracyTrain: Float64Array.of(0.5, 0.75, 1),
  accuracyTest: Float64Array.of(0.5, 0.5, 0.75),
};
const results = reduce(emptyResults(1, defaultExperiment), curve);

const enlargements: boolean[] = [];

beforeEach(() => {
  enlargements.length = 0;
  render(
    <Frame
      panel={trainingPanel}
      results={results}
      view={view}
      enlarged={false}
      onEnlarge={(large) => enlargements.push(large)}
      onHighlight={() => undefined}
      chosen={undefined}
      onChoose={() => undefined}
      onSet={() => undefined}
      onSetShared={() => undefined}
    />,
  );
});

const press = async (name: string): Promise<void> =>
  userEvent.click(screen.getByRole('button', { name }));

describe('the frame of a panel', () => {
  it('carries its title and its caption of truth', () => {
    const frame = screen.getByRole('region', { name: 'Training' });

    expect(frame.textContent).toContain(trainingPanel.caption(results, view));
  });

  it('explains itself: sentences, formula, source, and what is shown now', async () => {
    await press('Explain Training');
    const dialog = screen.getByRole('dialog', { name: /^Training/u });

    expect(dialog.textContent).toContain(trainingPanel.explain.sentences[0]);
    expect(dialog.textContent).toContain(trainingPanel.explain.source);
    expect(dialog.textContent).toContain(trainingPanel.caption(results, view));
  });

  it('reads as a table with a head over every column', async () => {
    await press('Training as a table');
    const table = screen.getByRole('table');
    const [head, first] = within(table).getAllByRole('row');
    const { columns, rows } = trainingPanel.table(results, view);

    expect(
      within(head ?? table)
        .getAllByRole('columnheader')
        .map((cell) => cell.textContent),
    ).toEqual(columns);
    expect(first?.textContent).toBe(rows[0]?.join(''));
    expect(rows.length).toBeGreaterThan(0);
  });

  it('closes a dialog by its button, and one at a time is open', async () => {
    await press('Explain Training');
    await press('Close');

    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('closes a dialog by Escape, which the platform reports as cancel', async () => {
    await press('Training as a table');
    const dialog = screen.getByRole('dialog');
    dialog.dispatchEvent(new Event('cancel', { cancelable: true }));

    expect(await screen.findByRole('region', { name: 'Training' })).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('asks to be enlarged', async () => {
    await press('Enlarge Training');

    expect(enlargements).toEqual([true]);
  });
});

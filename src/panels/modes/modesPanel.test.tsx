import { fireEvent, render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Results } from '../../spec/Results.ts';
import type { PanelView } from '../Panel.ts';
import { dynamicsRun, showing, withNetworks } from '../testing/dynamicsRun.ts';
import { learntModes } from './learntModes.ts';
import { modesArms } from './modesArms.ts';
import { modesPanel } from './modesPanel.tsx';

const open = (results: Results, shown: PanelView): HTMLElement => {
  const { container } = render(
    <modesPanel.Plot
      results={results}
      view={shown}
      size={{ width: 500, height: 226 }}
      onHighlight={() => undefined}
    />,
  );
  expect(container.innerHTML).not.toMatch(/NaN|undefined|Infinity/);
  return screen.getByRole('img');
};

describe('modes', () => {
  it('hold the whole residual: what is left of its square is the loss over that at the start', () => {
    const results = dynamicsRun();
    const { lossTrain } = results.arms[0]!.networks[0]!.curve!;
    const left = `${((100 * lossTrain[10]!) / lossTrain[0]!).toPrecision(2)} %`;

    expect(modesPanel.caption(results, showing('residual', 10))).toContain(
      `left: ${left} of the squared residual`,
    );
  });

  it('are expected after n ln 2/(ηλ) steps, where linear theory has them, when they are slow', () => {
    const results = dynamicsRun({ shared: { steps: 400 }, step: 400 });
    const [arm] = modesArms(results);
    const { eta } = results.arms[0]!.networks[0]!.rate!;
    const slow = learntModes(arm!).filter(
      ({ expected, predicted }) => expected > 20 && predicted < Infinity,
    );

    expect(slow.length).toBeGreaterThan(0);
    for (const { rank, expected, predicted } of slow) {
      expect(expected).toBeCloseTo((12 * Math.LN2) / (eta * arm!.eigenvalues[rank - 1]!), 8);
      expect(Math.abs(predicted / expected - 1)).toBeLessThan(0.03);
    }
  });

  it('take the loss into account: a sum of squares learns n times as fast at the same rate', () => {
    const [mean, sum] = [{}, { loss: 'mse-sum' }].map((arm) => {
      const [modes] = modesArms(dynamicsRun({ arms: [arm] }));
      return modes!.pace;
    });

    expect(sum! / mean!).toBeCloseTo(12, 9);
  });

  it.each(['momentum', 'nesterov'])(
    'are expected sooner with %s, as a mode of its own is',
    (opt) => {
      const beta = 0.8;
      const [arm] = modesArms(dynamicsRun({ arms: [{ opt, 'opt.beta': beta, rate: 0.002 }] }));
      const slow = learntModes(arm!).filter(({ expected }) => expected > 100 && expected < 5000);
      const { eta } = dynamicsRun({ arms: [{ opt, 'opt.beta': beta, rate: 0.002 }] }).arms[0]!
        .networks[0]!.rate!;

      expect(slow.length).toBeGreaterThan(0);
      for (const { rank, expected } of slow) {
        const speed = (eta * arm!.eigenvalues[rank - 1]!) / 12;
        let [residual, velocity, steps] = [1, 0, 0];
        for (; residual > 0.5; steps++) {
          const ahead = opt === 'nesterov' ? residual + beta * velocity : residual;
          velocity = beta * velocity - speed * ahead;
          residual += velocity;
        }
        // The velocity has to grow first.
        expect(Math.abs((steps - beta / (1 - beta)) / expected - 1)).toBeLessThan(0.03);
      }
      expect(
        modesPanel.caption(dynamicsRun({ arms: [{ opt, 'opt.beta': beta }] }), showing('learnt')),
      ).toContain('across: (1 − β) n ln 2/(ηλ),');
      expect(
        modesPanel.caption(
          dynamicsRun({ arms: [{}, { opt, 'opt.beta': beta }] }),
          showing('learnt'),
        ),
      ).toContain('across: ln 2/(ηcλ), × (1 − β) with momentum,');
    },
  );

  it('say of adaptive optimizers that what is expected is of gradient descent', () => {
    expect(
      modesPanel.caption(dynamicsRun({ arms: [{ opt: 'adam' }] }), showing('learnt')),
    ).toContain('across: n ln 2/(ηλ) as if by gradient descent,');
  });

  it('say of which residual they are, and what is expected, loss by loss', () => {
    const words = (...losses: readonly string[]): string =>
      modesPanel.caption(
        dynamicsRun({ arms: losses.map((loss) => ({ loss })) }),
        showing('learnt'),
      );
    const residual = (loss: string): string =>
      modesPanel.caption(dynamicsRun({ arms: [{ loss }] }), showing('steps'));

    expect(words('mse-sum')).toContain('across: ln 2/(ηλ),');
    expect(words('mse-mean')).toContain('across: n ln 2/(2ηλ),');
    expect(words('mse', 'logistic')).toContain('across: n ln 2/(ηλ),');
    expect(words('mse', 'mse-sum')).toContain('across: ln 2/(ηcλ),');
    expect(residual('mse')).toContain('⟨vᵢ, fₜ − y⟩');
    expect(residual('logistic')).toContain('r = ∂ℓ/∂f');
  });

  it('name those that are not learnt yet in the table', () => {
    const { columns, rows } = modesPanel.table(dynamicsRun(), showing('learnt'));

    expect(columns).toEqual(['mode', 'eigenvalue', 'n ln 2/(ηλ)', 'measured', 'linear theory']);
    expect(rows.some((row) => row[3] === 'not yet')).toBe(true);
    expect(rows.some((row) => /^\d/.test(row[3]!))).toBe(true);
  });

  it('read out what is under the pointer', () => {
    const results = dynamicsRun();
    const picture = open(results, showing('steps'));
    fireEvent.pointerMove(picture.parentElement!, { clientX: 490, clientY: 60 });
    const { measured, steps } = results.arms[0]!.networks[0]!.modes!;

    expect(screen.getByText('step 20')).toBeTruthy();
    expect(screen.getByText(measured[steps.length - 1]!.toPrecision(3))).toBeTruthy();
  });

  it('say that there is no theory where there is none', () => {
    const results = withNetworks(dynamicsRun(), (network) => ({
      ...network,
      modes: { ...network.modes!, predicted: network.modes!.predicted.map(() => NaN) },
    }));

    expect(modesPanel.caption(results, showing('steps'))).toContain('linear theory says nothing');
  });
});

import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import type { NumberParam, Param, Value } from '../../nn/Settings.ts';
import { Control } from './Control.tsx';

const width: NumberParam = {
  kind: 'number',
  key: 'net.width',
  label: 'Width',
  default: 192,
  min: 1,
  max: 4096,
  slider: [8, 1024],
  scale: 'log',
  integer: true,
  explain: 'Units in each hidden layer.',
};

type Change = readonly [value: Value, settled: boolean];

/** A control with a value of its own, and the record of what it reported. */
function shown(param: Param): readonly Change[] {
  const changes: Change[] = [];
  function Host() {
    const [value, setValue] = useState<Value>(param.default);
    return (
      <Control
        param={param}
        value={value}
        onChange={(next, settled) => {
          changes.push([next, settled]);
          setValue(next);
        }}
      />
    );
  }
  render(<Host />);
  return changes;
}

const field = (): HTMLInputElement => screen.getByRole<HTMLInputElement>('textbox');

describe('the control of a number', () => {
  it('takes any value in range, beyond the slider too', async () => {
    const changes = shown(width);
    await userEvent.clear(field());
    await userEvent.type(field(), '2000{Enter}');

    expect(changes).toEqual([[2000, true]]);
    expect(field().value).toBe('2000');
  });

  it('changes nothing while one is still typing', async () => {
    const changes = shown(width);
    await userEvent.clear(field());
    await userEvent.type(field(), '256');

    expect(changes).toEqual([]);
    await userEvent.tab();

    expect(changes).toEqual([[256, true]]);
  });

  it('explains a value out of range below, and keeps the old one', async () => {
    const changes = shown(width);
    await userEvent.clear(field());
    await userEvent.type(field(), '9000{Enter}');

    expect(changes).toEqual([]);
    expect(field().value).toBe('192');
    expect(field().getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByRole('alert').textContent).toBe(
      'Width goes from 1 to 4096, not 9000; still 192.',
    );
    expect(field().getAttribute('aria-describedby')).toBe(screen.getByRole('alert').id);
  });

  it('takes its complaint back once a value is taken', async () => {
    shown(width);
    await userEvent.clear(field());
    await userEvent.type(field(), 'x{Enter}');
    await userEvent.clear(field());
    await userEvent.type(field(), '64{Enter}');

    expect(screen.queryByRole('alert')).toBeNull();
    expect(field().getAttribute('aria-invalid')).toBe('false');
  });

  it('forgets what was typed on Escape', async () => {
    const changes = shown(width);
    await userEvent.clear(field());
    await userEvent.type(field(), '77{Escape}');

    expect(field().value).toBe('192');
    expect(changes).toEqual([]);
  });

  it('is live while its slider is dragged, and settles when it is let go', () => {
    const changes = shown(width);
    const slider = screen.getByRole<HTMLInputElement>('slider');
    fireEvent.input(slider, { target: { value: '0' } });
    fireEvent.input(slider, { target: { value: '1' } });
    slider.dispatchEvent(new Event('change', { bubbles: true }));

    expect(changes).toEqual([
      [8, false],
      [10, false],
      [10, true],
    ]);
    expect(slider.getAttribute('aria-valuetext')).toBe('10');
  });
});

describe('the other controls', () => {
  it('choose one of the named values', async () => {
    const changes = shown({
      kind: 'choice',
      key: 'rate.unit',
      label: 'Rate in',
      default: 'limit',
      options: [
        { value: 'limit', label: '2n/λ_max' },
        { value: 'plain', label: 'plain number' },
      ],
      explain: '',
    });

    expect(screen.getByRole('option', { name: '2n/λₘₐₓ' })).toBeTruthy();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Rate in' }), 'plain');

    expect(changes).toEqual([['plain', true]]);
  });

  it('switch on and off', async () => {
    const changes = shown({
      kind: 'switch',
      key: 'bias',
      label: 'Biases',
      default: true,
      explain: '',
    });
    await userEvent.click(screen.getByRole('switch', { name: 'Biases' }));

    expect(changes).toEqual([[false, true]]);
  });

  it('move a seed on instead of dragging it', async () => {
    const seed: NumberParam = {
      kind: 'number',
      key: 'seed',
      label: 'Seed',
      default: 1,
      min: 0,
      max: 2,
      integer: true,
      explain: '',
    };
    const changes = shown(seed);
    const next = screen.getByRole('button', { name: 'new seed' });
    await userEvent.click(next);
    await userEvent.click(next);

    expect(screen.queryByRole('slider')).toBeNull();
    expect(changes.map(([value]) => value)).toEqual([2, 0]);
  });

  it('take a line of text with Enter or by leaving it, and drop it with Escape', async () => {
    const changes = shown({
      kind: 'text',
      key: 'expr',
      label: 'Weight =',
      default: 'normal()',
      maxLength: 12,
      explain: '',
    });
    await userEvent.clear(field());
    await userEvent.type(field(), ' uniform() {Enter}');
    await userEvent.type(field(), '+1{Escape}');
    expect(field().value).toBe('uniform()');

    await userEvent.clear(field());
    await userEvent.tab();
    expect(field().value).toBe('uniform()');

    await userEvent.type(field(), '+1234567890');
    await userEvent.tab();
    expect(changes).toEqual([
      ['uniform()', true],
      ['uniform()+12', true],
    ]);
  });
});

import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { BackendReport } from '../../spec/Result.ts';
import { Footer } from './Footer.tsx';

const report: BackendReport = {
  id: 'wasm',
  device: 'SIMD, one thread',
  software: false,
  trials: [
    { id: 'webgpu', outcome: 'unavailable', reason: 'There is no adapter.', checks: [] },
    {
      id: 'webgl',
      outcome: 'dropped',
      reason: 'The sum is wrong.',
      checks: [{ name: 'sum', passed: false, error: 0.2, bound: 1e-5 }],
    },
    {
      id: 'wasm',
      outcome: 'chosen',
      reason: '',
      checks: [
        { name: 'Gram matrix 32×4096', passed: true, error: 3.7e-7, bound: 1e-5 },
        { name: 'tanh near 0', passed: true, error: 0, bound: 1e-6 },
      ],
    },
  ],
};

describe('the footer', () => {
  it('says what computes, how it was checked, and how fast it is', () => {
    render(
      <Footer
        backend={report}
        timings={{ ntk_ms: 3.14159 }}
        failed={false}
        onKeys={() => undefined}
      />,
    );

    expect(screen.getByRole('button', { name: /WASM/u }).textContent).toBe(
      'WASM SIMD, one thread · 2 of 2 checks against float64 passed',
    );
    expect(screen.getByTitle('Median time of one kernel').textContent).toBe('kernel 3.1 ms');
  });

  it('lists every backend, its checks, and why others were not taken', async () => {
    render(<Footer backend={report} timings={{}} failed={false} onKeys={() => undefined} />);
    await userEvent.click(screen.getByRole('button', { name: /WASM/u }));
    const dialog = within(screen.getByRole('dialog'));

    expect(dialog.getByText('There is no adapter.')).toBeTruthy();
    expect(dialog.getByText('The sum is wrong.')).toBeTruthy();
    expect(dialog.getAllByRole('row').map((row) => row.textContent)).toContain(
      'Gram matrix 32×40963.7×10⁻⁷1.0×10⁻⁵✓ passed',
    );
    expect(dialog.getByText('✗ failed')).toBeTruthy();
  });

  it('says that it is starting before it knows', () => {
    render(<Footer backend={undefined} timings={{}} failed={false} onKeys={() => undefined} />);

    expect(screen.getByText(/starting the engine/u)).toBeTruthy();
  });
});

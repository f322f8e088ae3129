import { expect, it } from 'vitest';
import { fittedText } from './fittedText.ts';

it('cuts off words that are wider than their place', () => {
  expect(fittedText('A Gaussian', 100, 11)).toBe('A Gaussian');
  const cut = fittedText('A softmax cross-entropy, gradient descent', 100, 11);
  expect(cut).toMatch(/^A softmax.*…$/);
  expect(cut.length * 0.58 * 11).toBeLessThanOrEqual(100);
  // The letter of an arm is always there.
  expect(fittedText('A Gaussian', 0, 11)).toBe('A…');
});

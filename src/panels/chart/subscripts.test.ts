import { expect, it } from 'vitest';
import { subscript, superscript } from './digits.ts';
import { subscripts } from './subscripts.ts';

it('sets below the line what Unicode has no subscript for', () => {
  expect(subscripts('Θ∞ of A, σ_w² 2')).toEqual([
    { text: 'Θ', below: false },
    { text: '∞', below: true },
    { text: ' of A, σ', below: false },
    { text: 'w', below: true },
    { text: '² 2', below: false },
  ]);
  expect(subscripts('σ_h² 0')).toContainEqual({ text: 'h', below: true });
  expect(subscripts('∞ and a_b')).toEqual([{ text: '∞ and a_b', below: false }]);
});

it('writes numbers above and below the line', () => {
  expect(subscript(240)).toBe('₂₄₀');
  expect(superscript(-13)).toBe('⁻¹³');
});

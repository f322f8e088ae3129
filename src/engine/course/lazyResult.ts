import { frobenius, subtract, type Matrix } from '../../math/matrix.ts';
import type { LazyResult, NetworkRef } from '../../spec/Result.ts';
import type { OutputsAt } from '../curves.ts';

/** How far a network's outputs are from those of its tangent, relative to how far they have come; 0 where they have not moved. */
export function lazyResult(
  { arm, seed }: NetworkRef,
  now: OutputsAt,
  tangent: OutputsAt,
  start: OutputsAt,
): LazyResult {
  return {
    kind: 'lazy',
    arm,
    seed,
    step: now.step,
    outputs: departure(now.f, tangent.f, start.f),
    outputsTest: departure(now.fTest, tangent.fTest, start.fTest),
  };
}

/** ‖f_t − f_t^lin‖/‖f_t − f_0‖. */
function departure(now: Matrix, tangent: Matrix, start: Matrix): number {
  const off = frobenius(subtract(now, tangent));
  return off === 0 ? 0 : off / frobenius(subtract(now, start));
}

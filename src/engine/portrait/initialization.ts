import type { CurvatureResult } from '../../spec/Result.ts';
import type { Results, Run, RunArm } from '../Run.ts';
import { upload } from '../network.ts';
import { curvatureResult } from './curvatureResult.ts';
import { jacobianResult } from './jacobianResult.ts';
import { matricesResult } from './matricesResult.ts';
import { drawnAtStart } from './networkAtStart.ts';
import { signalsResult } from './signalsResult.ts';

/**
 * What the start of each arm is: its weight matrices, what it does to signals and small changes of them, and how curved the
 * loss is there. Of the first network of each arm, or of many of its kind.
 */
export async function* initialization(run: Run, arms: readonly RunArm[]): Results {
  for (const runArm of arms) {
    await run.breathe();
    const start = drawnAtStart(run, runArm, 0);
    yield await matricesResult(run, runArm, start);
    yield await jacobianResult(run, runArm, start);
  }
  for (const { arm } of arms) {
    await run.breathe();
    yield await signalsResult(run, arm);
  }
  for (const runArm of arms) {
    await run.breathe();
    yield await curvatureAtStart(run, runArm);
  }
}

async function curvatureAtStart(run: Run, runArm: RunArm): Promise<CurvatureResult> {
  const { ref, parameters } = drawnAtStart(run, runArm, 0);
  const network = upload(runArm.layer, parameters);
  run.owned.add(network);
  try {
    return await curvatureResult(run, runArm, ref, network);
  } finally {
    run.owned.delete(network);
    network.dispose();
  }
}

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { measurementOf } from './measurementOf.ts';
import type { Measured } from './measureTasks.ts';
import type { YardstickTask } from './Task.ts';

const script = fileURLToPath(new URL('yardstick.py', import.meta.url));

/** What NumPy takes for the same tasks on one thread, as the engine has one; a note where there is no NumPy. */
export function measureNumpy(tasks: readonly YardstickTask[], repeat: number): Measured {
  if (tasks.length === 0) return { measurements: [], notes: [] };
  const { status, stdout } = spawnSync('python3', [script], {
    input: JSON.stringify({ tasks, repeat }),
    encoding: 'utf8',
    env: { ...process.env, OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1', MKL_NUM_THREADS: '1' },
  });
  if (status !== 0) {
    return {
      measurements: [],
      notes: ['NumPy was not measured: python3 with numpy is not there.'],
    };
  }
  const times = JSON.parse(stdout) as readonly (readonly number[])[];
  return {
    measurements: tasks.map((task, place) =>
      measurementOf(task, times[place] ?? [], { on: 'NumPy, one thread' }),
    ),
    notes: [],
  };
}

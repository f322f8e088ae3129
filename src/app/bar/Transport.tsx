import type { Results } from '../../spec/Results.ts';
import { isMoving } from '../isMoving.ts';
import { Icon } from '../Icon.tsx';

/** What a person can do with a run. */
export interface RunActions {
  readonly run: () => void;
  readonly pause: () => void;
  readonly step: () => void;
  readonly stop: () => void;
  readonly restart: () => void;
}

interface TransportProps {
  readonly status: Results['status'];
  /** The person wants runs to wait. */
  readonly paused: boolean;
  readonly actions: RunActions;
}

/** Run or pause, one step, stop, and from the start again. */
export function Transport({ status, paused, actions }: TransportProps) {
  const moving = isMoving(status, paused);
  const open = status === 'starting' || status === 'running' || status === 'paused';
  return (
    <div className="transport" role="group" aria-label="Run">
      <button
        type="button"
        className="button solid run-button"
        onClick={moving ? actions.pause : actions.run}
        title={moving ? 'Pause (space)' : 'Run (space)'}
      >
        <Icon name={moving ? 'pause' : 'run'} />
        {moving ? 'Pause' : 'Run'}
      </button>
      <button
        type="button"
        className="button icon-only"
        onClick={actions.step}
        disabled={!open}
        aria-label="One step"
        title="One gradient step, then pause (→)"
      >
        <Icon name="step" />
      </button>
      <button
        type="button"
        className="button icon-only"
        onClick={actions.stop}
        disabled={!open}
        aria-label="Stop"
        title="Stop here and keep what there is"
      >
        <Icon name="stop" />
      </button>
      <button
        type="button"
        className="button icon-only"
        onClick={actions.restart}
        aria-label="Restart"
        title="From the start again (R)"
      >
        <Icon name="restart" />
      </button>
    </div>
  );
}

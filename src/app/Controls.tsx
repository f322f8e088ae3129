import { useCallback } from 'react';
import { lossIds } from '../nn/dynamics/Loss.ts';
import type { Settings, Value } from '../nn/Settings.ts';
import { armNames } from '../panels/armNames.ts';
import type { Failure } from '../spec/Failure.ts';
import { lossRefusal } from '../spec/lossRefusal.ts';
import type { DataResult } from '../spec/Result.ts';
import type { ArmResults } from '../spec/Results.ts';
import { armValues } from '../spec/values.ts';
import { addArm, removeArm, withArm, withoutOwn, withShared } from '../state/editing.ts';
import { lab, setExperiment, setView } from '../state/lab.ts';
import { presentRate } from '../state/presentRate.ts';
import { useLab } from '../state/useLab.ts';
import { withOptimizer, withoutOwnOptimizer } from '../state/withOptimizer.ts';
import type { Rate } from '../state/withRate.ts';
import { ArmControls } from './controls/ArmControls.tsx';
import { ArmPicker } from './controls/ArmPicker.tsx';
import { PhaseLine } from './controls/PhaseLine.tsx';
import { RateWarning } from './controls/RateWarning.tsx';
import { Refusal } from './controls/Refusal.tsx';
import { RunCost } from './controls/RunCost.tsx';
import { SharedControls } from './controls/SharedControls.tsx';
import { StartWarning } from './controls/StartWarning.tsx';

interface ControlsProps {
  /** Gives a network (by its place) another rate, with which it goes on if it is training. */
  readonly onRate: (arm: number, rate: Rate, settled: boolean) => void;
}

/** Everything that a person can set: what all networks share, and one network at a time. */
export function Controls({ onRate }: ControlsProps) {
  const experiment = useLab((state) => state.experiment);
  const arm = useLab((state) => Math.min(state.view.selectedArm, state.experiment.arms.length - 1));
  const results = useLab((state) => state.results.arms[arm]);
  const data = useLab((state) => state.results.data);
  const run = useLab((state) => state.results);
  const values = armValues(experiment, arm);
  const { refusal, ofLoss } = refusalIn(results, data, values);
  const rate = useLab((state) => presentRate(state, arm).value);
  const unit = useLab((state) => presentRate(state, arm).unit);

  const share = useCallback(
    (key: string, value: Value, settled: boolean) =>
      setExperiment(withShared(present(), key, value), { commit: settled }),
    [],
  );
  const armProps = {
    experiment,
    arm,
    onChange: useCallback(
      (key: string, value: Value, settled: boolean) => {
        const now = presentRate(lab.getState(), arm);
        if (key === 'rate') onRate(arm, { ...now, value: Number(value) }, settled);
        else if (key === 'rate.unit')
          onRate(arm, { ...now, unit: value === 'plain' ? 'plain' : 'limit' }, settled);
        else if (key === 'opt') setExperiment(withOptimizer(present(), arm, value));
        else setExperiment(withArm(present(), arm, key, value), { commit: settled });
      },
      [arm, onRate],
    ),
    onTakeBack: (key: string) =>
      setExperiment(
        key === 'opt' ? withoutOwnOptimizer(present(), arm) : withoutOwn(present(), arm, key),
      ),
  };
  return (
    <>
      <SharedControls experiment={experiment} group="Data" onChange={share} />
      <ArmPicker
        names={armNames(experiment)}
        selected={arm}
        onSelect={(index) => setView({ selectedArm: index })}
        onAdd={() => {
          setExperiment(addArm(present()));
          setView({ selectedArm: experiment.arms.length });
        }}
        onRemove={(index) => {
          setExperiment(removeArm(present(), index));
          setView({ selectedArm: Math.max(0, index - 1) });
        }}
      />
      <ArmControls {...armProps} group="Network" />
      <ArmControls
        {...armProps}
        group="Initializer"
        complaintId={refusal && !ofLoss ? refusalId : undefined}
      >
        {refusal && !ofLoss ? (
          <Refusal id={refusalId} failure={refusal} />
        ) : (
          <PhaseLine result={results?.phase} />
        )}
        <StartWarning values={values} inputs={data?.inputs} />
      </ArmControls>
      <ArmControls {...armProps} group="Training" present={{ rate, 'rate.unit': unit }}>
        {refusal && ofLoss && <Refusal id={refusalId} failure={refusal} />}
        <RateWarning
          values={{ ...values, rate }}
          onRate={(value) => onRate(arm, { value, unit: 'plain' }, true)}
        />
      </ArmControls>
      <SharedControls
        experiment={experiment}
        group="Run"
        classes={data === undefined ? undefined : data.classes !== undefined}
        onChange={share}
      >
        <RunCost results={run} />
      </SharedControls>
    </>
  );
}

/** Why an arm cannot be trained as it asks, and whether its loss is to blame or else its weights. */
function refusalIn(
  results: ArmResults | undefined,
  data: DataResult | undefined,
  { loss }: Settings,
): { readonly refusal: Failure | undefined; readonly ofLoss: boolean } {
  const refusal = results?.networks.find(({ failure }) => failure?.kind === 'refused')?.failure;
  if (!refusal || !data) return { refusal, ofLoss: false };
  const id = lossIds.find((known) => known === loss) ?? 'mse';
  const targets = { outputs: data.outputs, classes: data.classes !== undefined };
  // "A: The softmax …".
  const ofLoss = lossRefusal({ loss: id }, targets)?.startsWith(refusal.sentence.slice(3)) ?? false;
  return { refusal, ofLoss };
}

const refusalId = 'initializer-refusal';

const present = () => lab.getState().experiment;

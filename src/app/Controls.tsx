import { useCallback } from 'react';
import type { Value } from '../nn/Settings.ts';
import { armNames } from '../panels/armNames.ts';
import { addArm, removeArm, withArm, withoutOwn, withShared } from '../state/editing.ts';
import { lab, setExperiment, setView } from '../state/lab.ts';
import { useLab } from '../state/useLab.ts';
import { ArmControls } from './controls/ArmControls.tsx';
import { ArmPicker } from './controls/ArmPicker.tsx';
import { PhaseLine } from './controls/PhaseLine.tsx';
import { Refusal } from './controls/Refusal.tsx';
import { SharedControls } from './controls/SharedControls.tsx';

/** Everything that a person can set: what all networks share, and one network at a time. */
export function Controls() {
  const experiment = useLab((state) => state.experiment);
  const arm = useLab((state) => Math.min(state.view.selectedArm, state.experiment.arms.length - 1));
  const results = useLab((state) => state.results.arms[arm]);
  const refusal = results?.networks.find(({ failure }) => failure?.kind === 'refused')?.failure;

  const share = useCallback(
    (key: string, value: Value, settled: boolean) =>
      setExperiment(withShared(present(), key, value), { commit: settled }),
    [],
  );
  const armProps = {
    experiment,
    arm,
    onChange: useCallback(
      (key: string, value: Value, settled: boolean) =>
        setExperiment(withArm(present(), arm, key, value), { commit: settled }),
      [arm],
    ),
    onTakeBack: (key: string) => setExperiment(withoutOwn(present(), arm, key)),
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
      <ArmControls {...armProps} group="Initializer" complaintId={refusal && refusalId}>
        {refusal ? (
          <Refusal id={refusalId} failure={refusal} />
        ) : (
          <PhaseLine result={results?.phase} />
        )}
      </ArmControls>
      <ArmControls {...armProps} group="Training" />
      <SharedControls experiment={experiment} group="Run" onChange={share} />
    </>
  );
}

const refusalId = 'initializer-refusal';

const present = () => lab.getState().experiment;

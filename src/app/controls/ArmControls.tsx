import type { ReactNode } from 'react';
import type { Param, Settings, Value } from '../../nn/Settings.ts';
import type { Experiment } from '../../spec/Experiment.ts';
import { isIdle } from '../../spec/isIdle.ts';
import { armParams } from '../../spec/params.ts';
import { armValues } from '../../spec/values.ts';
import { Control } from './Control.tsx';
import { Group } from './Group.tsx';
import { armGroupOf, type ArmGroup } from './groups.ts';
import { ownershipOf } from './ownershipOf.ts';
import { unusable } from './unusable.ts';

interface ArmControlsProps {
  readonly experiment: Experiment;
  readonly arm: number;
  readonly group: ArmGroup;
  /** Values that stand where others are set: the rate that training has come to. */
  readonly present?: Settings;
  readonly onChange: (key: string, value: Value, settled: boolean) => void;
  /** Take A's value again. */
  readonly onTakeBack: (key: string) => void;
  /** What explains why a text of this group cannot be used, by its id. */
  readonly complaintId?: string | undefined;
  readonly children?: ReactNode;
}

/** A heading with the controls under it for one network. */
export function ArmControls({
  experiment,
  arm,
  group,
  present,
  onChange,
  onTakeBack,
  complaintId,
  children,
}: ArmControlsProps) {
  const values = { ...armValues(experiment, arm), ...present };
  const params = armParams(values)
    .filter((param) => armGroupOf(param) === group)
    .filter((param) => isChoice(param) && !isIdle(param.key, values));
  return (
    <Group
      title={group}
      params={params}
      values={values}
      control={(param) => (
        <Control
          key={param.key}
          param={param}
          value={values[param.key] ?? param.default}
          ownership={ownershipOf(experiment, arm, param, () => onTakeBack(param.key))}
          because={unusable(param, values)}
          complaintId={complaintId}
          onChange={(value, settled) => onChange(param.key, value, settled)}
        />
      )}
    >
      {children}
    </Group>
  );
}

/** A choice of one is none. */
const isChoice = (param: Param): boolean => param.kind !== 'choice' || param.options.length > 1;

import { armLabels } from '../../spec/Experiment.ts';
import { ArmMarker } from '../../panels/chart/ArmMarker.tsx';
import { Icon } from '../Icon.tsx';

interface ArmPickerProps {
  /** Names of the networks in words, in order; the first is A. */
  readonly names: readonly string[];
  readonly selected: number;
  readonly onSelect: (index: number) => void;
  readonly onAdd: () => void;
  readonly onRemove: (index: number) => void;
}

/** Chooses whose settings are shown below, adds a network that starts as a copy of A, and removes the chosen one. */
export function ArmPicker({ names, selected, onSelect, onAdd, onRemove }: ArmPickerProps) {
  const label = armLabels[selected] ?? 'A';
  return (
    <section className="arm-picker" aria-label="Networks">
      <h2 className="group-title">Networks</h2>
      <fieldset className="segments">
        <legend className="visually-hidden">Settings of network</legend>
        {names.map((name, index) => {
          const arm = armLabels[index] ?? 'A';
          return (
            <label key={arm} className="segment" title={name}>
              <input
                type="radio"
                name="arm"
                className="visually-hidden"
                checked={index === selected}
                onChange={() => onSelect(index)}
                aria-label={name}
              />
              <ArmMarker arm={arm} />
              {arm}
            </label>
          );
        })}
      </fieldset>
      {names.length < armLabels.length && (
        <button
          type="button"
          className="button icon-only"
          onClick={onAdd}
          aria-label="Add a network"
          title="Add a network; it starts as a copy of A"
        >
          <Icon name="add" />
        </button>
      )}
      {names.length > 1 && (
        <button
          type="button"
          className="button icon-only quiet"
          onClick={() => onRemove(selected)}
          aria-label={`Remove network ${label}`}
          title={`Remove ${label}`}
        >
          <Icon name="close" />
        </button>
      )}
    </section>
  );
}

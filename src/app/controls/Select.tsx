import type { ChoiceParam } from '../../nn/Settings.ts';
import { subscripts } from '../subscripts.ts';

interface SelectProps {
  readonly param: ChoiceParam;
  readonly value: string;
  readonly labelledBy: string;
  readonly onChange: (value: string) => void;
}

/** The platform's picker; options of a group stand under its name. */
export function Select({ param: { options }, value, labelledBy, onChange }: SelectProps) {
  const groups = [...new Set(options.map(({ group }) => group))];
  return (
    <select
      className="select"
      value={value}
      aria-labelledby={labelledBy}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      {groups.map((group) => {
        const items = options
          .filter((option) => option.group === group)
          .map((option) => (
            <option key={option.value} value={option.value}>
              {subscripts(option.label)}
            </option>
          ));
        return group === undefined ? (
          items
        ) : (
          <optgroup key={group} label={group}>
            {items}
          </optgroup>
        );
      })}
    </select>
  );
}

import type { PanelOption } from '../../panels/Panel.ts';

interface OptionSelectProps {
  readonly title: string;
  readonly options: readonly PanelOption[];
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
}

/** Which of several pictures of the same results a panel shows. */
export const OptionSelect = ({ title, options, value, onChange }: OptionSelectProps) => (
  <select
    className="select option-select"
    aria-label={`${title}: what is shown`}
    value={value}
    onChange={(event) => onChange(event.currentTarget.value)}
  >
    {options.map((option) => (
      <option key={option.value} value={option.value}>
        {option.label}
      </option>
    ))}
  </select>
);

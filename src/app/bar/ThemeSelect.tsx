import type { Theme } from '../../state/View.ts';

const themes: readonly (readonly [Theme, string])[] = [
  ['system', 'Auto'],
  ['light', 'Light'],
  ['dark', 'Dark'],
];

interface ThemeSelectProps {
  readonly theme: Theme;
  readonly onChange: (theme: Theme) => void;
}

/** Light, dark, or as the system has it. */
export function ThemeSelect({ theme, onChange }: ThemeSelectProps) {
  return (
    <select
      className="select theme-select"
      aria-label="Theme"
      title="Light or dark"
      value={theme}
      onChange={(event) => {
        const chosen = themes.find(([id]) => id === event.currentTarget.value);
        if (chosen) onChange(chosen[0]);
      }}
    >
      {themes.map(([id, label]) => (
        <option key={id} value={id}>
          {label}
        </option>
      ))}
    </select>
  );
}

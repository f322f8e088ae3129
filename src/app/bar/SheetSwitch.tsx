import { sheets, type Sheet } from '../../state/View.ts';
import { loadPanels } from '../loadPanels.ts';
import { sheetNames } from '../sheetPanels.ts';

interface SheetSwitchProps {
  readonly sheet: Sheet;
  readonly onChange: (sheet: Sheet) => void;
}

/** Which panels are on the page: how networks learn, what they are, or how they start. */
export function SheetSwitch({ sheet, onChange }: SheetSwitchProps) {
  // By the time that it is pressed, the other panels' code is often there.
  const prepare = (): void => Object.values(loadPanels).forEach((load) => void load());
  return (
    <fieldset className="sheet-switch" onPointerEnter={prepare} onFocus={prepare}>
      <legend className="visually-hidden">View</legend>
      {sheets.map((id) => (
        <label key={id} title={`${sheetNames[id]} view (V)`}>
          <input
            type="radio"
            name="sheet"
            className="visually-hidden"
            checked={id === sheet}
            onChange={() => onChange(id)}
          />
          {sheetNames[id]}
        </label>
      ))}
    </fieldset>
  );
}

import { Activity, lazy, Suspense, useState } from 'react';
import { panels } from '../panels/index.ts';
import { useLab } from '../state/useLab.ts';
import type { Sheet } from '../state/View.ts';
import { Boundary } from './Boundary.tsx';
import { Grid } from './Grid.tsx';
import { loadPanels } from './loadPanels.ts';
import { sheetNames, sheetPanels } from './sheetPanels.ts';

type LaterSheet = keyof typeof loadPanels;

const laterGrid = (sheet: LaterSheet) =>
  lazy(async () => {
    const later = await loadPanels[sheet]();
    return { default: () => <Grid panels={later} /> };
  });

const laterGrids = [
  ['network', laterGrid('network')],
  ['initialization', laterGrid('initialization')],
  ['dynamics', laterGrid('dynamics')],
] as const;

/** The set of panels that the view names; the others keep what was chosen in them, and are not loaded before they are asked for. */
export function Sheets() {
  const sheet = useLab((state) => state.view.sheet);
  const [visited, setVisited] = useState<readonly Sheet[]>([sheet]);
  if (!visited.includes(sheet)) setVisited([...visited, sheet]);
  return (
    <>
      <Activity mode={sheet === 'training' ? 'visible' : 'hidden'}>
        <Grid panels={panels} />
      </Activity>
      {laterGrids
        .filter(([id]) => visited.includes(id))
        .map(([id, LaterGrid]) => (
          <Activity key={id} mode={sheet === id ? 'visible' : 'hidden'}>
            <Boundary name={`The ${sheetNames[id].toLowerCase()} view`}>
              <Suspense fallback={<EmptyGrid sheet={id} />}>
                <LaterGrid />
              </Suspense>
            </Boundary>
          </Activity>
        ))}
    </>
  );
}

/** The frames as they will be, so that nothing jumps. */
const EmptyGrid = ({ sheet }: { readonly sheet: LaterSheet }) => (
  <div className="grid">
    {sheetPanels[sheet].map((id) => (
      <div key={id} className="frame" />
    ))}
  </div>
);

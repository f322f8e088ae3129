import { Activity, lazy, Suspense, useState } from 'react';
import { panels } from '../panels/index.ts';
import { useLab } from '../state/useLab.ts';
import { Boundary } from './Boundary.tsx';
import { Grid } from './Grid.tsx';
import { loadPortraitPanels } from './portraitPanels.ts';
import { sheetPanels } from './sheetPanels.ts';

const PortraitGrid = lazy(async () => {
  const { portraitPanels } = await loadPortraitPanels();
  return { default: () => <Grid panels={portraitPanels} /> };
});

/** The set of panels that the view names; the other one keeps what was chosen in it, and is not loaded before it is asked for. */
export function Sheets() {
  const sheet = useLab((state) => state.view.sheet);
  const [visited, setVisited] = useState(sheet === 'network');
  if (sheet === 'network' && !visited) setVisited(true);
  return (
    <>
      <Activity mode={sheet === 'training' ? 'visible' : 'hidden'}>
        <Grid panels={panels} />
      </Activity>
      {visited && (
        <Activity mode={sheet === 'network' ? 'visible' : 'hidden'}>
          <Boundary name="The network view">
            <Suspense fallback={<EmptyGrid />}>
              <PortraitGrid />
            </Suspense>
          </Boundary>
        </Activity>
      )}
    </>
  );
}

/** The frames as they will be, so that nothing jumps. */
const EmptyGrid = () => (
  <div className="grid">
    {sheetPanels.network.map((id) => (
      <div key={id} className="frame" />
    ))}
  </div>
);

import { Activity, useMemo } from 'react';
import type { PanelDefinition, PanelView, SamplePair } from '../panels/Panel.ts';
import { setView } from '../state/lab.ts';
import { useLab } from '../state/useLab.ts';
import { Boundary } from './Boundary.tsx';
import { chooseOption } from './chooseOption.ts';
import { Frame } from './frame/Frame.tsx';
import { setArm } from './setArm.ts';
import { setShared } from './setShared.ts';
import { useDark } from './useDark.ts';

const highlight = (pair: SamplePair | undefined): void => setView({ highlight: pair });

/** All panels of a set, or the one that is enlarged in the place of all. */
export function Grid({ panels }: { readonly panels: readonly PanelDefinition[] }) {
  const results = useLab((state) => state.results);
  const step = useLab((state) => state.view.step);
  const pair = useLab((state) => state.view.highlight);
  const options = useLab((state) => state.view.options);
  const wanted = useLab((state) => state.view.enlarged);
  const dark = useDark(useLab((state) => state.view.theme));
  const view = useMemo<PanelView>(() => ({ step, highlight: pair, dark }), [step, pair, dark]);
  // A panel of another set says nothing here.
  const enlarged = panels.some(({ id }) => id === wanted) ? wanted : undefined;
  return (
    <div className="grid" data-enlarged={enlarged}>
      {panels.map((panel) => (
        // Hidden panels keep what was chosen in them and render only when there is nothing else to do.
        <Activity
          key={panel.id}
          mode={enlarged === undefined || enlarged === panel.id ? 'visible' : 'hidden'}
        >
          <Boundary name={panel.title}>
            <Frame
              panel={panel}
              results={results}
              view={view}
              enlarged={enlarged === panel.id}
              onEnlarge={(large) => setView({ enlarged: large ? panel.id : undefined })}
              onHighlight={highlight}
              chosen={options[panel.id]}
              onChoose={(option) => chooseOption(panel, option)}
              onSet={setArm}
              onSetShared={setShared}
            />
          </Boundary>
        </Activity>
      ))}
    </div>
  );
}

import { useMemo, useRef, useState } from 'react';
import type { PanelDefinition, PanelView, PlotProps } from '../../panels/Panel.ts';
import type { Results } from '../../spec/Results.ts';
import { Icon, type IconName } from '../Icon.tsx';
import { Notation } from '../Notation.tsx';
import { useSize } from '../useSize.ts';
import { Caption } from './Caption.tsx';
import { ExplainDialog } from './ExplainDialog.tsx';
import { OptionSelect } from './OptionSelect.tsx';
import { TableDialog } from './TableDialog.tsx';

interface FrameProps {
  readonly panel: PanelDefinition;
  readonly results: Results;
  readonly view: PanelView;
  readonly enlarged: boolean;
  readonly onEnlarge: (enlarged: boolean) => void;
  readonly onHighlight: PlotProps['onHighlight'];
  /** Which of the panel's options is wanted; its first one where it has no such option. */
  readonly chosen: string | undefined;
  readonly onChoose: (option: string) => void;
  readonly onSet: NonNullable<PlotProps['onSet']>;
  readonly onSetShared: NonNullable<PlotProps['onSetShared']>;
}

/** What every panel has around its picture: title, ways to explain, enlarge and read it, and the caption of truth. */
export function Frame({
  panel,
  results,
  view: looked,
  enlarged,
  onEnlarge,
  onHighlight,
  chosen,
  onChoose,
  onSet,
  onSetShared,
}: FrameProps) {
  const [open, setOpen] = useState<'explain' | 'table'>();
  const space = useRef<HTMLDivElement>(null);
  const size = useSize(space);
  const { title, Plot } = panel;
  const options = panel.choices?.(results) ?? panel.options;
  const { value: option } = options?.find(({ value }) => value === chosen) ?? options?.[0] ?? {};
  const view = useMemo(
    () => (option === undefined ? looked : { ...looked, option }),
    [looked, option],
  );
  const choice = options && options.length > 1 && (
    <OptionSelect title={title} options={options} value={option} onChange={onChoose} />
  );
  const subtitle = panel.subtitle(results, view);
  const caption = panel.caption(results, view);
  const close = (): void => setOpen(undefined);
  return (
    <section
      className="frame"
      aria-labelledby={`frame-${panel.id}`}
      data-enlarged={enlarged}
      data-panel={panel.id}
    >
      <header className="frame-head">
        <h2 id={`frame-${panel.id}`}>{title}</h2>
        <p className="subtitle" title={subtitle}>
          <Notation text={subtitle} />
        </p>
        {choice}
        <div className="frame-tools">
          <Tool icon="explain" label={`Explain ${title}`} onClick={() => setOpen('explain')} />
          <Tool icon="table" label={`${title} as a table`} onClick={() => setOpen('table')} />
          <Tool
            icon={enlarged ? 'shrink' : 'enlarge'}
            label={`Enlarge ${title}`}
            pressed={enlarged}
            onClick={() => onEnlarge(!enlarged)}
          />
        </div>
      </header>
      <div className="plot" ref={space}>
        {size && size.width > 0 && size.height > 0 && (
          <Plot {...{ results, view, size, onHighlight, onSet, onSetShared }} />
        )}
      </div>
      <Caption text={caption} />
      {open === 'explain' && (
        <ExplainDialog
          title={title}
          explanation={panel.explain}
          caption={caption}
          onClose={close}
        />
      )}
      {open === 'table' && (
        <TableDialog title={title} table={panel.table(results, view)} onClose={close}>
          {choice}
        </TableDialog>
      )}
    </section>
  );
}

interface ToolProps {
  readonly icon: IconName;
  readonly label: string;
  readonly pressed?: boolean;
  readonly onClick: () => void;
}

function Tool({ icon, label, pressed, onClick }: ToolProps) {
  return (
    <button
      type="button"
      className="button quiet tool"
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}

import { useState, type ReactNode } from 'react';
import type { Param, Settings } from '../../nn/Settings.ts';
import { entryOf, families } from '../../spec/families.ts';
import { isSeldom, isUsual } from './groups.ts';

interface GroupProps {
  readonly title: string;
  readonly params: readonly Param[];
  /** Complete, keyed as in a link. */
  readonly values: Settings;
  readonly control: (param: Param) => ReactNode;
  readonly children?: ReactNode;
}

/** A heading with controls under it; those that are seldom needed, and are as usual, stand behind a button. */
export function Group({ title, params, values, control, children }: GroupProps) {
  const [opened, setOpened] = useState(false);
  const spare = params.filter((param) => isSeldom(param) && isUsual(param, values));
  return (
    <section className="group" aria-label={`${title} settings`}>
      <div className="group-head">
        <h2 className="group-title">{title}</h2>
        {spare.length > 0 && (
          <button
            type="button"
            className="text-button group-more"
            aria-expanded={opened}
            onClick={() => setOpened(!opened)}
          >
            {opened ? 'fewer' : `${spare.length} more`}
          </button>
        )}
      </div>
      {params
        .filter((param) => opened || !spare.includes(param))
        .map((param) => control(explained(param, values)))}
      {children}
    </section>
  );
}

/** A choice among catalog entries, explained by what is chosen: "Random orthogonal matrices … (Huang, Du & Xu, 2021)". */
function explained(param: Param, values: Settings): Param {
  const entry = families.has(param.key) ? entryOf(param.key, values) : undefined;
  if (!entry) return param;
  const source = entry.source === undefined ? '' : ` Source: ${entry.source}.`;
  return { ...param, explain: `${param.explain} ${entry.explain}${source}` };
}

import type { ArmLabel } from '../../spec/Experiment.ts';
import { armStyles } from '../chart/armStyle.ts';
import type { Series } from '../chart/Series.ts';
import type { ProfileArm } from './profileArms.ts';
import { reference, referenceIds, type ReferenceSettings } from './references.ts';
import type { Overlay } from './ProfileStrip.tsx';

/** A curve of the profile panel and how it is drawn. */
export interface ProfileLine {
  readonly key: string;
  /** Absent for a reference. */
  readonly arm?: ArmLabel;
  readonly role: 'network' | 'limit' | 'depth' | 'reference';
  /** In the readout and in the table. */
  readonly name: string;
  /** Beside the curve; empty for none. */
  readonly label: string;
  readonly colour: string;
  readonly textColour: string;
  readonly series: Series;
}

/** All curves, those that matter most last, so that they lie on top. */
export function profileLines(
  arms: readonly ProfileArm[],
  overlays: ReadonlySet<Overlay>,
  settings: ReferenceSettings,
): readonly ProfileLine[] {
  const references = referenceIds
    .filter((id) => overlays.has(id))
    .map((id) => reference(id, settings))
    .map(({ id, name, series }): ProfileLine => {
      const colour = 'var(--ink-2)';
      const look = { colour, textColour: colour, label: name };
      return { key: id, role: 'reference', name, ...look, series };
    });
  const depths = overlays.has('depths') ? arms.flatMap(depthLines) : [];
  return [
    ...depths,
    ...references,
    ...arms.flatMap(limitLine),
    ...arms.flatMap(networkLine),
  ].filter(({ series }) => series.x.length > 0);
}

const lookOf = (label: ArmLabel) => ({
  arm: label,
  colour: armStyles[label].colour,
  textColour: armStyles[label].text,
});

const depthLines = ({ label, letter, depths }: ProfileArm): readonly ProfileLine[] =>
  depths.map(({ depth, series }) => ({
    key: `${label} depth ${depth}`,
    role: 'depth',
    name: `${letter}Θ∞, depth ${depth}`,
    label: `${letter}L = ${depth}`,
    ...lookOf(label),
    textColour: 'var(--ink-3)',
    series,
  }));

const limitLine = ({ label, letter, limit }: ProfileArm): readonly ProfileLine[] => [
  {
    key: `${label} limit`,
    role: 'limit',
    name: `${letter}Θ∞`,
    label: letter === '' ? 'Θ∞' : '',
    ...lookOf(label),
    textColour: 'var(--ink-2)',
    series: limit,
  },
];

const networkLine = ({ label, name, letter, network }: ProfileArm): readonly ProfileLine[] => [
  {
    key: label,
    role: 'network',
    name: `${letter}Θ₀`,
    label: name,
    ...lookOf(label),
    series: network,
  },
];

const paths = {
  run: 'M5 3.2v9.6l8-4.8z',
  play: 'M5 3.2v9.6l8-4.8z',
  pause: 'M4.5 3.2v9.6M11.5 3.2v9.6',
  step: 'M4 3.2v9.6l6.5-4.8zM12.5 3.2v9.6',
  stop: 'M4 4h8v8H4z',
  restart: 'M12.8 6.2A5.2 5.2 0 1 0 13.2 9.4M13.2 2.6v3.8H9.4',
  add: 'M8 3v10M3 8h10',
  close: 'M4 4l8 8M12 4l-8 8',
  enlarge: 'M9.5 2.5h4v4M13.5 2.5 9 7M6.5 13.5h-4v-4M2.5 13.5 7 9',
  shrink: 'M13 7H9V3M9 7l4.5-4.5M3 9h4v4M7 9l-4.5 4.5',
  table: 'M2.5 3.5h11v9h-11zM2.5 6.5h11M2.5 9.5h11M6.5 3.5v9',
  explain: 'M5.8 6.1c0-3 4.6-2.9 4.6 0 0 1.9-2.3 1.8-2.3 3.7M8.1 12.4v.4',
  dice: 'M3.5 2.5h9a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1zM5.6 5.6v.01M10.4 10.4v.01M8 8v.01M10.4 5.6v.01M5.6 10.4v.01',
  share:
    'M6.5 9.5a2.6 2.6 0 0 0 3.7 0l2.5-2.5a2.6 2.6 0 0 0-3.7-3.7l-.8.8M9.5 6.5a2.6 2.6 0 0 0-3.7 0L3.3 9a2.6 2.6 0 0 0 3.7 3.7l.8-.8',
  download: 'M8 2.5v7.5M4.8 7 8 10.2 11.2 7M3 13.2h10',
} as const;

/** What an icon shows. */
export type IconName = keyof typeof paths;

const filled: ReadonlySet<IconName> = new Set(['run', 'step', 'stop']);

/** A line drawing of sixteen units; it says nothing to a screen reader, so that its button must. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path
        d={paths[name]}
        fill={filled.has(name) ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth={name === 'pause' ? 2.4 : 1.4}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

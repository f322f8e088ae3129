import { Dialog } from '../Dialog.tsx';

const keys: readonly (readonly [keys: readonly string[], does: string])[] = [
  [['space'], 'Run, or pause'],
  [['→'], 'Show the next step; at the end, take one gradient step'],
  [['←'], 'Show the step before'],
  [['P'], 'Play the recorded steps from the one that is shown, or stop there'],
  [['R'], 'Start again'],
  [['V'], 'The next view: training, the network itself, its initialization'],
  [['1', '2', '3', '4'], 'Enlarge a panel, and back'],
  [['Esc'], 'Back to all panels; close what is open'],
  [['?'], 'This list'],
];

/** All keys of the page. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="Keys" onClose={onClose} className="keys-dialog">
      <dl>
        {keys.map(([names, does]) => (
          <div key={does}>
            <dt>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p>
        In the kernel, arrow keys move from sample to sample once it has the focus. Back and forward
        of the browser undo and redo what was set.
      </p>
    </Dialog>
  );
}

import { withArm } from '../editing.ts';
import { createLab } from '../lab.ts';
import { connectWire } from '../wire/connectWire.ts';
import { channels } from './channels.ts';

/** A lab on a wire whose far ends are in the hands of a test. */
export function connectedLab() {
  const store = createLab();
  const { create, far } = channels();
  const wire = connectWire(store, create);
  const widen = (width: number): void =>
    store.setState(({ experiment }) => ({
      experiment: withArm(experiment, 0, 'net.width', width),
    }));
  return { store, wire, far, widen, results: () => store.getState().results };
}

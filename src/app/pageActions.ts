import { toLink } from '../state/link/toLink.ts';
import { lab, setView } from '../state/lab.ts';
import type { Wire } from '../state/wire/connectWire.ts';
import type { PageActions } from './Page.tsx';

/** What buttons and keys do, in terms of the wire and the store. */
export const pageActions = (wire: Wire): PageActions => ({
  run: () => {
    setView({ step: 'last' });
    const ended = !['starting', 'running', 'paused'].includes(lab.getState().results.status);
    if (ended) {
      // A person who asks for a run does not want it to wait, even if they paused the one before.
      lab.setState({ paused: false });
      wire.restart();
    } else wire.resume();
  },
  pause: wire.pause,
  step: () => {
    setView({ step: 'last' });
    wire.step();
  },
  stop: wire.stop,
  restart: () => {
    setView({ step: 'last' });
    wire.restart();
  },
  archive: wire.archive,
  link: () => {
    const { origin, pathname } = window.location;
    return `${origin}${pathname}#${toLink(lab.getState().experiment)}`;
  },
});

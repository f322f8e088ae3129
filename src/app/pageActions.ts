import { toLink } from '../state/link/toLink.ts';
import { lab, setView } from '../state/lab.ts';
import type { Wire } from '../state/wire/connectWire.ts';
import type { PageActions } from './Page.tsx';
import { stopPlaying } from './playback.ts';

/** Looks at the end of the run, wherever that moves. */
function followRun(): void {
  stopPlaying();
  setView({ step: 'last' });
}

/** What buttons and keys do, in terms of the wire and the store. */
export const pageActions = (wire: Wire): PageActions => ({
  run: () => {
    followRun();
    const ended = !['starting', 'running', 'paused'].includes(lab.getState().results.status);
    if (ended) {
      // A person who asks for a run does not want it to wait, even if they paused the one before.
      lab.setState({ paused: false });
      wire.restart();
    } else wire.resume();
  },
  pause: wire.pause,
  step: () => {
    followRun();
    wire.step();
  },
  stop: wire.stop,
  restart: () => {
    followRun();
    wire.restart();
  },
  setRate: wire.setRate,
  archive: wire.archive,
  link: () => {
    const { origin, pathname } = window.location;
    return `${origin}${pathname}#${toLink(lab.getState().experiment)}`;
  },
});

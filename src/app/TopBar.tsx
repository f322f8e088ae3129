import { useEffect } from 'react';
import { setView } from '../state/lab.ts';
import { useLab } from '../state/useLab.ts';
import { DownloadButton, type Archive } from './bar/DownloadButton.tsx';
import { Playback } from './bar/Playback.tsx';
import { runWords } from './bar/runWords.ts';
import { Scrubber } from './bar/Scrubber.tsx';
import { ShareButton } from './bar/ShareButton.tsx';
import { SheetSwitch } from './bar/SheetSwitch.tsx';
import { ThemeSelect } from './bar/ThemeSelect.tsx';
import { Transport, type RunActions } from './bar/Transport.tsx';
import { describe } from './describe.ts';
import { fileNameOf } from './fileNameOf.ts';
import { isMoving } from './isMoving.ts';
import { Logo } from './Logo.tsx';
import { showSheet } from './showSheet.ts';
import { Notation } from './Notation.tsx';

interface TopBarProps {
  readonly actions: RunActions;
  readonly archive: Archive;
  readonly link: () => string;
}

/** What is on, how the run goes, and ways to take it along. */
export function TopBar({ actions, archive, link }: TopBarProps) {
  const experiment = useLab((state) => state.experiment);
  const { status, step, steps } = useLab((state) => state.results);
  const paused = useLab((state) => state.paused);
  const at = useLab((state) => state.view.step);
  const theme = useLab((state) => state.view.theme);
  const sheet = useLab((state) => state.view.sheet);
  const words = describe(experiment);
  useEffect(() => {
    document.title = `${words} · Tangent Lab`;
  }, [words]);
  return (
    <header className="top-bar">
      <h1 className="brand">
        <Logo />
        Tangent Lab
      </h1>
      <SheetSwitch sheet={sheet} onChange={showSheet} />
      <p className="description" title={words}>
        {/* A line may end with a dot but not begin with one. */}
        <Notation text={words.replaceAll(' · ', '\u00a0· ')} />
      </p>
      <Transport status={status} paused={paused} actions={actions} />
      <Playback disabled={step === 0} />
      <Scrubber at={at} known={step} steps={steps} onChange={(next) => setView({ step: next })} />
      <p role="status" className="visually-hidden">
        {runWords({ status, step, steps })}
      </p>
      <div className="bar-end">
        <ShareButton link={link} />
        <DownloadButton archive={archive} fileName={() => fileNameOf(words)} />
        <ThemeSelect theme={theme} onChange={(next) => setView({ theme: next })} />
      </div>
      <progress
        className="progress"
        data-busy={isMoving(status, paused)}
        aria-label="Progress of the run"
        max={Math.max(steps, 1)}
        value={status === 'starting' ? undefined : step}
      />
    </header>
  );
}

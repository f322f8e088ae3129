import { useEffect } from 'react';
import { Icon } from '../Icon.tsx';
import { showNext, speeds, stepTime, togglePlay, usePlayback } from '../playback.ts';

/** Shows the recorded steps one after another, from the one that is looked at, at a chosen speed. */
export function Playback({ disabled }: { readonly disabled: boolean }) {
  const { playing, speed } = usePlayback();
  useEffect(() => {
    if (!playing) return undefined;
    const timer = setInterval(showNext, stepTime(speed));
    return () => clearInterval(timer);
  }, [playing, speed]);

  const label = playing ? 'Stop playing' : 'Play recorded steps';
  return (
    <div className="playback" role="group" aria-label="Playback">
      <button
        type="button"
        className="button quiet icon-only"
        onClick={togglePlay}
        disabled={disabled}
        aria-label={label}
        title={`${label} (P)`}
      >
        <Icon name={playing ? 'pause' : 'play'} />
      </button>
      <select
        className="select speed-select"
        aria-label="Speed of playing"
        value={speed}
        onChange={(event) => {
          const chosen = Number(event.currentTarget.value);
          usePlayback.setState({ speed: speeds.find((one) => one === chosen) ?? 1 });
        }}
      >
        {speeds.map((one) => (
          <option key={one} value={one}>
            {one}×
          </option>
        ))}
      </select>
    </div>
  );
}

import { useState } from 'react';
import { formatNumber } from '../../panels/chart/formatNumber.ts';
import type { BackendReport } from '../../spec/Result.ts';
import type { Results } from '../../spec/Results.ts';
import { useHint } from '../hint.ts';
import { BackendDialog } from './BackendDialog.tsx';
import { backendNames } from './backendNames.ts';
import { KeyHints } from './KeyHints.tsx';

interface FooterProps {
  readonly backend: BackendReport | undefined;
  readonly timings: Results['timings'];
  readonly failed: boolean;
  readonly onKeys: () => void;
}

/** What computes and how fast, and the keys; while a control is touched, what that control means. */
export function Footer({ backend, timings, failed, onKeys }: FooterProps) {
  const hint = useHint(({ text }) => text);
  const [open, setOpen] = useState(false);
  return (
    <footer className="footer">
      {backend ? (
        <button type="button" className="text-button backend" onClick={() => setOpen(true)}>
          <span className="dot" data-sound={isSound(backend)} aria-hidden="true" />
          <b>{backendNames[backend.id]}</b> {backend.device} · {checkWords(backend)}
        </button>
      ) : (
        <span className="backend">{failed ? 'no engine runs' : 'starting the engine …'}</span>
      )}
      <Timing name="kernel" ms={timings.ntk_ms} />
      <Timing name="step" ms={timings.step_ms} />
      <Timing name="spectrum" ms={timings.eigh_ms} />
      {hint === undefined ? <KeyHints onKeys={onKeys} /> : <span className="hint">{hint}</span>}
      {open && backend && <BackendDialog report={backend} onClose={() => setOpen(false)} />}
    </footer>
  );
}

function Timing({ name, ms }: { readonly name: string; readonly ms: number | undefined }) {
  return ms === undefined ? null : (
    <span className="timing" title={`Median time of one ${name}`}>
      {name} <b>{formatNumber(ms, 2)} ms</b>
    </span>
  );
}

const checksOf = ({ id, trials }: BackendReport) =>
  trials.find((trial) => trial.id === id)?.checks ?? [];

const isSound = (report: BackendReport): boolean => checksOf(report).every(({ passed }) => passed);

function checkWords(report: BackendReport): string {
  const checks = checksOf(report);
  const passed = checks.filter((check) => check.passed).length;
  return `${passed} of ${checks.length} checks against float64 passed`;
}

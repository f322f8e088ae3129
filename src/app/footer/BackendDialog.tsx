import { formatNumber } from '../../panels/chart/formatNumber.ts';
import type { BackendReport, BackendTrial } from '../../spec/Result.ts';
import { backendNames } from './backendNames.ts';
import { Dialog } from '../Dialog.tsx';

interface BackendDialogProps {
  readonly report: BackendReport;
  readonly onClose: () => void;
}

/** How the backend was found: every one that was tried, its checks against float64, and why others were not taken. */
export function BackendDialog({ report, onClose }: BackendDialogProps) {
  return (
    <Dialog title="What computes" onClose={onClose} className="backend-dialog">
      <p>
        {backendNames[report.id]} on {report.device}. At the start, each candidate computes a few
        things whose answer is known in float64, and is dropped if one is wrong.
      </p>
      {report.trials.map((trial) => (
        <Trial key={trial.id} trial={trial} />
      ))}
    </Dialog>
  );
}

const outcomes: Readonly<Record<BackendTrial['outcome'], string>> = {
  chosen: 'runs',
  dropped: 'dropped',
  unavailable: 'not available',
  'passed-over': 'passed over',
};

function Trial({ trial: { id, outcome, reason, checks } }: { readonly trial: BackendTrial }) {
  return (
    <section className="trial">
      <h3>
        {backendNames[id]} <span className="outcome">{outcomes[outcome]}</span>
      </h3>
      {reason !== '' && <p>{reason}</p>}
      {checks.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">Check</th>
              <th scope="col">Relative error</th>
              <th scope="col">Allowed</th>
              <th scope="col">Result</th>
            </tr>
          </thead>
          <tbody>
            {checks.map((check) => (
              <tr key={check.name}>
                <th scope="row">{check.name}</th>
                <td>{formatNumber(check.error, 2)}</td>
                <td>{formatNumber(check.bound, 2)}</td>
                <td className={check.passed ? 'passed' : 'failed'}>
                  {check.passed ? '✓ passed' : '✗ failed'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

import { lab, setExperiment, setView } from '../state/lab.ts';
import { useLab } from '../state/useLab.ts';
import { Failures } from './notice/Failures.tsx';
import { failuresOf } from './notice/failuresOf.ts';
import { Problems } from './notice/Problems.tsx';
import { remedyOf, type Remedy } from './notice/remedyOf.ts';

/** What the page has to say beyond its pictures: problems of a link and failures of a run, announced as they come. */
export function Notices({ onAgain }: { readonly onAgain: () => void }) {
  const problems = useLab((state) => state.problems);
  const results = useLab((state) => state.results);
  const experiment = useLab((state) => state.experiment);

  const apply = (remedy: Remedy): void => {
    switch (remedy.kind) {
      case 'experiment':
        setExperiment(remedy.experiment);
        break;
      case 'wasm':
        setView({ backend: 'wasm' });
        break;
      case 'again':
        onAgain();
        break;
    }
  };
  return (
    <div className="notices" role="status" aria-label="Notices">
      <Problems problems={problems} onDismiss={() => lab.setState({ problems: [] })} />
      <Failures
        failures={failuresOf(results)}
        remedy={(failure) => remedyOf(failure, experiment)}
        onRemedy={apply}
      />
    </div>
  );
}

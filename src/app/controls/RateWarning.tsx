import type { Settings } from '../../nn/Settings.ts';
import { adaptiveRate, adaptiveRateWarning } from '../../spec/adaptiveRates.ts';

interface RateWarningProps {
  /** Of one network, complete, keyed as in a link. */
  readonly values: Settings;
  readonly onRate: (rate: number) => void;
}

/** Says that a rate does not fit its optimizer, with a button that sets one that does; nothing where it fits. */
export function RateWarning({ values, onRate }: RateWarningProps) {
  const words = adaptiveRateWarning(values);
  return words === undefined ? null : (
    <p className="complaint">
      {words}{' '}
      <button type="button" className="text-button" onClick={() => onRate(adaptiveRate)}>
        Use {adaptiveRate}
      </button>
    </p>
  );
}

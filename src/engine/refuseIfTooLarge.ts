import type { NumberParam } from '../nn/Settings.ts';
import type { Arm } from '../spec/resolve.ts';
import { EngineFailure } from './EngineFailure.ts';
import { memoryNeed, type RunSize } from './memoryNeed.ts';
import { memoryRoom, type MemoryRoom } from './memoryRoom.ts';

/**
 * Throws an EngineFailure 'out-of-memory' if `seeds` networks of every arm, all alive at once, need more memory than there
 * is: it says what they need, what there is, and which width would fit.
 */
export function refuseIfTooLarge(
  arms: readonly Arm[],
  size: RunSize,
  seeds: number,
  room: MemoryRoom = memoryRoom(),
): void {
  const fits = (candidates: readonly Arm[]): boolean => fitsInto(candidates, size, seeds, room);
  if (fits(arms)) return;

  const { bytes, largest } = needOf(arms, size, seeds);
  const blamed = largestArm(arms, size);
  const networks = arms.length * seeds;
  const whose =
    networks === 1
      ? `A network with ${wordsOf(blamed)}`
      : `${count.format(networks)} networks, the largest with ${wordsOf(blamed)},`;
  const tooMuch =
    bytes > room.total
      ? `${networks === 1 ? 'needs' : 'need'} ${inBytes(bytes)} of memory; about ${inBytes(room.total)} can be used here.`
      : `${networks === 1 ? 'needs' : 'need'} an array of ${inBytes(largest)}; the most that this device takes is ${inBytes(room.largest)}.`;
  throw new EngineFailure({
    kind: 'out-of-memory',
    sentence: `${whose} ${tooMuch}`,
    action: remedy(arms, blamed, fits),
    arm: blamed.label,
  });
}

/** Whether there is memory for `seeds` networks of every arm, all alive at once. */
export function fitsInto(
  arms: readonly Arm[],
  size: RunSize,
  seeds: number,
  room: MemoryRoom = memoryRoom(),
): boolean {
  const need = needOf(arms, size, seeds);
  return need.bytes <= room.total && need.largest <= room.largest;
}

interface Need {
  readonly bytes: number;
  readonly largest: number;
}

function needOf(arms: readonly Arm[], size: RunSize, seeds: number): Need {
  const needs = arms.map((arm) => memoryNeed(arm, size, seeds));
  const resident = needs.reduce((sum, need) => sum + seeds * need.resident, 0);
  return {
    bytes: resident + Math.max(...needs.map(({ working }) => working)),
    largest: Math.max(...needs.map(({ largest }) => largest)),
  };
}

function largestArm(arms: readonly Arm[], size: RunSize): Arm {
  const bytes = (arm: Arm): number => needOf([arm], size, 1).bytes;
  return arms.reduce((most, arm) => (bytes(arm) > bytes(most) ? arm : most));
}

/** The greatest width of the blamed arm, and of all arms like it, that fits, in words. */
function remedy(
  arms: readonly Arm[],
  blamed: Arm,
  fits: (candidates: readonly Arm[]) => boolean,
): string {
  const key = 'width';
  const param = blamed.architecture.entry.params.find(
    (candidate): candidate is NumberParam => candidate.kind === 'number' && candidate.key === key,
  );
  const now = blamed.architecture.settings[key];
  if (!param || typeof now !== 'number') return fewer;
  const atMost = (width: number): readonly Arm[] => arms.map((arm) => withWidth(arm, key, width));
  if (!fits(atMost(param.min))) return fewer;
  let [enough, tooWide] = [param.min, now];
  while (tooWide - enough > 1) {
    const middle = Math.floor((enough + tooWide) / 2);
    if (fits(atMost(middle))) enough = middle;
    else tooWide = middle;
  }
  // Widths go by other names: channels, units.
  const verb = param.label.endsWith('s') ? 'fit' : 'fits';
  return `${param.label} ${count.format(enough)} ${verb}, all else equal.`;
}

const fewer = 'Choose fewer layers, fewer networks or fewer samples.';

/** The arm with no more than this width. */
function withWidth(arm: Arm, key: string, width: number): Arm {
  const { architecture } = arm;
  const now = architecture.settings[key];
  if (typeof now !== 'number' || now <= width) return arm;
  const settings = { ...architecture.settings, [key]: width };
  return { ...arm, architecture: { ...architecture, settings } };
}

/** "width 4,096, depth 200": the settings that count something. */
const wordsOf = ({ architecture: { entry, settings } }: Arm): string =>
  entry.params
    .filter((param) => param.kind === 'number' && param.integer === true)
    .map(({ key, label }) => `${label.toLowerCase()} ${count.format(Number(settings[key]))}`)
    .join(', ');

const count = new Intl.NumberFormat('en');

const inBytes = (bytes: number): string =>
  bytes >= 1e9 ? `${(bytes / 1e9).toPrecision(2)} GB` : `${Math.ceil(bytes / 1e6)} MB`;

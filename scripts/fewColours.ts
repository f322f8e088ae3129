/** One colour of a picture and how many pixels have it. */
interface Colour {
  readonly channels: readonly [red: number, green: number, blue: number];
  readonly count: number;
}

/** Colours that one colour is to stand for. */
interface Box {
  readonly colours: readonly Colour[];
  readonly centre: Colour['channels'];
  /** Sum of squared errors over all pixels if the centre stands for them, by channel. */
  readonly errors: Colour['channels'];
}

/** At most 256 colours for a picture, and the place of each pixel's among them. */
export interface FewColours {
  /** Three entries a colour, 0 to 255. */
  readonly palette: Uint8Array;
  readonly indices: Uint8Array;
}

/**
 * Chooses colours by splitting the box with the largest error in two at its mean, along the channel that causes most of
 * it, until there are 256 (Wu, 1992, without its search for the best cut). `rgba` has four bytes a pixel.
 */
export function fewColours(rgba: Uint8Array): FewColours {
  const packed = Uint32Array.from(
    { length: rgba.length / 4 },
    (_, i) => (rgba[4 * i]! << 16) | (rgba[4 * i + 1]! << 8) | rgba[4 * i + 2]!,
  );
  const counts = new Map<number, number>();
  for (const colour of packed) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  let boxes = [
    boxOf(Array.from(counts, ([colour, count]) => ({ channels: split(colour), count }))),
  ];
  while (boxes.length < 256) {
    const worst = boxes.reduce((a, b) => (Math.max(...a.errors) >= Math.max(...b.errors) ? a : b));
    if (Math.max(...worst.errors) === 0) break;
    boxes = [...boxes.filter((box) => box !== worst), ...halves(worst)];
  }
  const places = new Map(
    boxes.flatMap(({ colours }, place) =>
      colours.map(({ channels: [red, green, blue] }) => [(red << 16) | (green << 8) | blue, place]),
    ),
  );
  return {
    palette: Uint8Array.from(boxes.flatMap(({ centre }) => centre.map(Math.round))),
    indices: Uint8Array.from(packed, (colour) => places.get(colour)!),
  };
}

function halves({ colours, centre, errors }: Box): readonly [Box, Box] {
  const channel = errors.indexOf(Math.max(...errors));
  const isLow = ({ channels }: Colour): boolean => channels[channel]! <= centre[channel]!;
  return [boxOf(colours.filter(isLow)), boxOf(colours.filter((colour) => !isLow(colour)))];
}

function boxOf(colours: readonly Colour[]): Box {
  const pixels = colours.reduce((sum, { count }) => sum + count, 0);
  const perChannel = (value: (channel: number) => number): Colour['channels'] => [
    value(0),
    value(1),
    value(2),
  ];
  const total = (channel: number, power: number): number =>
    colours.reduce((sum, { channels, count }) => sum + count * channels[channel]! ** power, 0);
  const centre = perChannel((channel) => total(channel, 1) / pixels);
  return {
    colours,
    centre,
    // Where it is not 0 it is at least ½; what is less is rounding.
    errors: perChannel((channel) => Math.round(total(channel, 2) - pixels * centre[channel]! ** 2)),
  };
}

const split = (colour: number): Colour['channels'] => [
  colour >> 16,
  (colour >> 8) & 255,
  colour & 255,
];

/** What a person may set a parameter to. */
export type Value = number | string | boolean;

/** Chosen values by parameter key, complete and within range once validated. */
export type Settings = Readonly<Record<string, Value>>;

/** A number with its range; `scale: 'log'` asks for a logarithmic slider. Bounds are inclusive. */
export interface NumberParam {
  readonly kind: 'number';
  readonly key: string;
  readonly label: string;
  readonly default: number;
  readonly min: number;
  readonly max: number;
  /** The part of the range that a slider covers, where the whole would be too coarse to use. */
  readonly slider?: readonly [min: number, max: number];
  readonly scale?: 'linear' | 'log';
  readonly integer?: boolean;
  readonly explain: string;
}

/** One of a few named values. */
export interface ChoiceParam {
  readonly kind: 'choice';
  readonly key: string;
  readonly label: string;
  readonly default: string;
  readonly options: readonly {
    readonly value: string;
    readonly label: string;
    /** Options of one group stand together, under its name. */
    readonly group?: string;
  }[];
  readonly explain: string;
}

/** Yes or no. */
export interface SwitchParam {
  readonly kind: 'switch';
  readonly key: string;
  readonly label: string;
  readonly default: boolean;
  readonly explain: string;
}

/** One line of text, without spaces at its ends; it may be empty only where it is so by default. */
export interface TextParam {
  readonly kind: 'text';
  readonly key: string;
  readonly label: string;
  readonly default: string;
  /** In characters. */
  readonly maxLength: number;
  /** The text as it is kept, or why it may not be, as the rest of the sentence "key=text is …"; any text may be if absent. */
  readonly read?: (text: string) => TextReading;
  readonly explain: string;
}

/** What a text parameter makes of a text. */
export type TextReading =
  | { readonly valid: true; readonly value: string }
  | { readonly valid: false; readonly why: string };

/** One thing that a person can set, with everything that a link, a control and a check need to know of it. */
export type Param = NumberParam | ChoiceParam | SwitchParam | TextParam;

/** What every catalog entry shows of itself. */
export interface Entry {
  /** The word in a link; never changes once published. */
  readonly id: string;
  readonly label: string;
  /** One sentence for a person who meets it first. */
  readonly explain: string;
  readonly params: readonly Param[];
  /** What a picker lists it under, if it has groups. */
  readonly group?: string;
}

/** The number stored under `key`; throws if it is missing or of another type, which only wrong code can cause. */
export function numberIn(settings: Settings, key: string): number {
  const value = settings[key];
  if (typeof value !== 'number')
    throw new Error(`setting ${key} should be a number, not ${String(value)}`);
  return value;
}

/** The word stored under `key`; throws if it is missing or of another type, which only wrong code can cause. */
export function wordIn(settings: Settings, key: string): string {
  const value = settings[key];
  if (typeof value !== 'string')
    throw new Error(`setting ${key} should be a word, not ${String(value)}`);
  return value;
}

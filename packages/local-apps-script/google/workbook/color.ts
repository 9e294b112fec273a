import { ServiceError } from '../service-error';

/** Parts from 0 to 1; a missing part is 0. */
export interface Color {
  readonly red?: number;
  readonly green?: number;
  readonly blue?: number;
}

const NAMES: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#ffffff',
  red: '#ff0000',
  green: '#008000',
  blue: '#0000ff',
  yellow: '#ffff00',
  orange: '#ffa500',
  purple: '#800080',
  gray: '#808080',
  grey: '#808080',
  lightgray: '#d3d3d3',
  lightgrey: '#d3d3d3',
  lightgreen: '#90ee90',
  lightblue: '#add8e6',
  lightyellow: '#ffffe0',
  pink: '#ffc0cb',
};

const hex = (part: number | undefined): string =>
  Math.round((part ?? 0) * 255)
    .toString(16)
    .padStart(2, '0');

/** `#rrggbb` of a color. */
export const colorToHex = ({ red, green, blue }: Color): string => `#${hex(red)}${hex(green)}${hex(blue)}`;

/** Whether a text is a color, or takes one away. */
export const isColor = (text: string | null): boolean => text === null || text === '' || rgbOf(text) !== null;

const rgbOf = (text: string): string[] | null => {
  const lower = text.toLowerCase();
  const full = NAMES[lower] ?? lower.replace(/^#([0-9a-f])([0-9a-f])([0-9a-f])$/, '#$1$1$2$2$3$3');
  return /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/.exec(full)?.slice(1) ?? null;
};

/** A color from `#rrggbb`, `#rgb` or a name; null takes the color away. @throws ServiceError for anything else. */
export const colorFromText = (text: string | null): Color | undefined => {
  if (text === null || text === '') return undefined;
  const parts = rgbOf(text);
  if (!parts) throw new ServiceError(`Invalid argument: ${text}`);
  const [red = 0, green = 0, blue = 0] = parts.map((part) => Number.parseInt(part, 16) / 255);
  return { red, green, blue };
};

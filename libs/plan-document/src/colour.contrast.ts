/** The theme colour made fit for print: RRGGBB without "#", as office formats write it. */
export type PrintColours = {
  /** The theme colour as it is, for lines that carry no meaning. */
  accent: string;
  /** At least 7:1 against white, so it also carries white text. */
  strong: string;
  /** A pale tint for rows, on which black and `strong` both stay readable (at least 4.5:1). */
  tint: string;
};

const fallback = '#1b4f72';

/** The colours of a plan from `#rrggbb`; anything else gives a dark blue. */
export function printColours(themeColour: string): PrintColours {
  const theme = channels(themeColour) ?? channels(fallback)!;
  let strong = theme;
  // Darkening in small steps keeps the hue, so a yellow becomes a brown and not a grey.
  while (contrast(strong, white) < 7) strong = strong.map((c) => Math.floor(c * 0.94)) as Rgb;
  const tint = strong.map((c) => Math.round(c + (255 - c) * 0.9)) as Rgb;
  return { accent: hex(theme), strong: hex(strong), tint: hex(tint) };
}

/** WCAG contrast ratio of two colours written `#rrggbb` or `rrggbb`, from 1 to 21. */
export function contrastRatio(one: string, other: string): number {
  return contrast(channels(one) ?? white, channels(other) ?? white);
}

type Rgb = [number, number, number];
const white: Rgb = [255, 255, 255];

function channels(colour: string): Rgb | null {
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour.trim());
  return match ? (match.slice(1).map((part) => parseInt(part, 16)) as Rgb) : null;
}

function hex(rgb: Rgb) {
  return rgb
    .map((c) => c.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
}

function luminance(rgb: Rgb) {
  const [r, g, b] = rgb.map((c) => {
    const s = c / 255;
    return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: Rgb, other: Rgb) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

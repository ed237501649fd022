/** Which inline styles of a pattern are drawn: properties of an allow-list, values without powers. */

const allowed = new Set(
  (
    'align-content align-items align-self background background-color border border-bottom ' +
    'border-bottom-color border-bottom-left-radius border-bottom-right-radius border-collapse ' +
    'border-color border-left border-left-color border-radius border-right border-right-color ' +
    'border-spacing border-style border-top border-top-color border-top-left-radius ' +
    'border-top-right-radius border-width box-shadow box-sizing color column-gap cursor display ' +
    'flex flex-basis flex-direction flex-flow flex-grow flex-shrink flex-wrap font font-family ' +
    'font-size font-style font-variant font-weight gap grid-area grid-auto-columns grid-auto-flow ' +
    'grid-auto-rows grid-column grid-row grid-template grid-template-areas grid-template-columns ' +
    'grid-template-rows height justify-content justify-items justify-self letter-spacing ' +
    'line-height list-style-type margin margin-bottom margin-left margin-right margin-top ' +
    'max-height max-width min-height min-width object-fit opacity order overflow overflow-wrap ' +
    'overflow-x overflow-y padding padding-bottom padding-left padding-right padding-top ' +
    'row-gap text-align text-decoration text-overflow text-transform vertical-align visibility ' +
    'white-space width word-break word-spacing'
  ).split(' '),
);

/** Numbers of these have no unit; of all others they are pixels. */
const unitless = new Set(
  'flex flex-grow flex-shrink font-weight line-height opacity order'.split(' '),
);

// Functions that fetch, escapes that could spell one, and what ends a declaration.
const powerful = /url|image|src|element|expression|import|attr\(|env\(|[\\;{}<>@]|!\s*important/i;

export type SafeStyle = readonly (readonly [property: string, value: string])[];

/** The declarations of a `style` prop, text or object, that may be drawn. */
export function safeStyle(style: unknown): SafeStyle {
  return declarations(style).flatMap(([name, value]) => {
    const property = kebab(name);
    const text = valueText(property, value);
    if (!allowed.has(property) || text === '' || text.length > 300 || powerful.test(text))
      return [];
    return [[property, text] as const];
  });
}

function declarations(style: unknown): [string, unknown][] {
  if (typeof style === 'string') {
    return style.split(';').map((each) => {
      const colon = each.indexOf(':');
      return [each.slice(0, Math.max(0, colon)).trim(), each.slice(colon + 1).trim()];
    });
  }
  if (typeof style !== 'object' || style === null || Array.isArray(style)) return [];
  return Object.entries(style);
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).toLowerCase();
}

function valueText(property: string, value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value !== 'number' || !Number.isFinite(value)) return '';
  return unitless.has(property) || value === 0 ? String(value) : `${value}px`;
}

/** What each element name of a pattern's view is drawn as. Everything else becomes a plain box. */

/** HTML elements that are drawn as themselves; none of them can load or run anything. */
const html = new Set(
  (
    'a abbr article aside b blockquote br button caption code col colgroup dd del details div dl ' +
    'dt em fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img input ins kbd label ' +
    'legend li main mark meter nav ol optgroup option output p pre progress q s samp section ' +
    'select small span strong sub summary sup table tbody td textarea tfoot th thead time tr u ul ' +
    'var'
  ).split(' '),
);

/** The authoring vocabulary, without its `cf-` or `ct-` prefix, to plain elements. */
const components: Readonly<Record<string, string>> = {
  badge: 'span',
  button: 'button',
  checkbox: 'input',
  chip: 'span',
  'code-editor': 'textarea',
  fragment: 'div',
  heading: 'h3',
  hr: 'hr',
  input: 'input',
  label: 'label',
  'message-input': 'input',
  radio: 'input',
  select: 'select',
  separator: 'hr',
  slider: 'input',
  switch: 'input',
  table: 'table',
  text: 'span',
  textarea: 'textarea',
  toggle: 'input',
};

const inputTypes: Readonly<Record<string, string>> = {
  checkbox: 'checkbox',
  radio: 'radio',
  slider: 'range',
  switch: 'checkbox',
  toggle: 'checkbox',
};

/** Elements that are never drawn, nor what is inside them. */
const silent = new Set(
  'script style iframe object embed link meta base template noscript svg math'.split(' '),
);

export interface Drawing {
  readonly tag: string;
  /** A class that says which component it stands for; absent for plain HTML. */
  readonly component?: string;
  readonly inputType?: string;
}

/** How to draw an element of this name; undefined for one that must not be drawn. */
export function drawingOf(name: string): Drawing | undefined {
  const lower = name.toLowerCase();
  if (silent.has(lower)) return undefined;
  const component = /^(?:cf|ct|common)-([a-z0-9-]{1,40})$/.exec(lower)?.[1];
  if (component === undefined) {
    if (html.has(lower)) return { tag: lower };
    return { tag: 'div', component: 'unknown' };
  }
  const inputType = Object.hasOwn(inputTypes, component) ? inputTypes[component] : undefined;
  const tag = Object.hasOwn(components, component) ? components[component] : undefined;
  return {
    tag: tag ?? 'div',
    component,
    ...(inputType !== undefined && { inputType }),
  };
}

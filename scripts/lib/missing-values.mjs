// What is missing in the result of a run, and why: a host service that nothing granted, an input
// that has no default, or neither, which is for us to look at.

const isObject = (value) => typeof value === 'object' && value !== null;
const isUndefined = (value) => isObject(value) && value.$type === 'undefined';

/** Every undefined leaf below a value. */
function undefinedLeaves(value, path = [], found = []) {
  if (isUndefined(value)) found.push(path);
  else if (isObject(value)) {
    for (const [key, each] of Object.entries(value)) undefinedLeaves(each, [...path, key], found);
  }
  return found;
}

/** Whether a view has anything to draw: text, or an element that shows something by itself. */
function draws(node) {
  if (Array.isArray(node)) return node.some(draws);
  if (!isObject(node)) return node !== '' && node !== null && typeof node !== 'boolean';
  if (isUndefined(node)) return false;
  if (node.type !== 'vnode') return true;
  return Object.keys(node.props ?? {}).length > 0 || draws(node.children ?? []);
}

/** The names of the pattern's input that its text declares without a default. */
function inputsWithoutDefault(text) {
  const declared = [...text.matchAll(/^\s*(?:readonly\s+)?(\w+)\??\s*:\s*([A-Za-z][^;,{=(]*);/gm)];
  const schemas = [...text.matchAll(/\b(\w+): \{ *type: "\w+"([^{}]*)\}/g)];
  return new Set([
    ...declared.filter(([, , type]) => !/Default\b/.test(type)).map(([, name]) => name),
    ...schemas.filter(([, , rest]) => !rest.includes('default')).map(([, name]) => name),
  ]);
}

/** Whether the author wrote the undefined: as the value of this name, or as the start of a cell. */
function isWritten(label, text) {
  const name = label.split('.').at(-1) ?? '';
  const asValue = new RegExp(`\\b${name.replace(/\W/g, '')}\\b: [^,\n]*\\bundefined\\b`);
  return asValue.test(text) || /\b(?:Writable|Cell)\b[^\n]*\(\s*undefined\s*\)/.test(text);
}

function causeOf(label, { services, inputs, text, success }) {
  if (!success) return 'the run ends in an error, as it should';
  if (services.length > 0) return `a host service that is not granted (${services.join(', ')})`;
  if (label.split('.').some((part) => inputs.has(part)))
    return 'an input or field without a default';
  if (isWritten(label, text)) return 'undefined that the author wrote';
  return inputs.size > 0 ? 'shown from inputs or fields without a default' : 'something else';
}

/**
 * Everything missing in the answer to a run, with its cause; `text` is that of the pattern and of
 * the files that it imports.
 */
export function causesOf({ result, waiting = [], diagnostics = [], success }, text) {
  const services = [
    ...new Set(
      diagnostics
        .filter(({ code }) => code === 'PB1274' || code === 'PB1276')
        .map(({ message }) => /`?(\w+)`?/.exec(message)?.[1] ?? '?'),
    ),
  ];
  const known = { services, inputs: inputsWithoutDefault(text), text, success };
  const causes = waiting.map(({ for: label }) => ({
    kind: 'waiting',
    path: label,
    cause: causeOf(label, known),
  }));
  for (const path of undefinedLeaves(result)) {
    const label = path.join('.');
    causes.push({ kind: 'undefined', path: label, cause: causeOf(label, known) });
  }
  if (success && isObject(result) && '$UI' in result && !draws(result.$UI)) {
    causes.push({ kind: 'views', path: '$UI', cause: causeOf('$UI', known) });
  }
  return causes;
}

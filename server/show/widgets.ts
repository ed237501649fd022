/** Elements that a user acts on, as text. */
import { printable } from '../protocol/index.ts';

type Props = ReadonlyMap<string, unknown>;

function first(props: Props, ...names: readonly string[]): string {
  for (const name of names) {
    const value = props.get(name);
    if (typeof value === 'string' || typeof value === 'number') {
      if (value !== '') return printable(String(value));
    }
  }
  return '';
}

function isOn(props: Props): boolean {
  return props.get('$checked') === true || props.get('checked') === true;
}

function isDisabled(props: Props): boolean {
  return props.get('disabled') === true;
}

const names = new Set(
  `button checkbox toggle switch input textarea code-editor autocomplete message-input prompt-input
  select picker img image loader spinner`.split(/\s+/),
);

/** Whether the element is drawn as one piece, with what is in it as its label. */
export function isWidget(name: string): boolean {
  return names.has(name);
}

/** The text of a widget with this label inside. */
export function widgetText(name: string, props: Props, label: string): string {
  switch (name) {
    case 'button':
      return `[${label || first(props, 'label', 'title', 'aria-label', 'icon') || 'button'}]${isDisabled(props) ? ' (disabled)' : ''}`;
    case 'checkbox':
    case 'toggle':
    case 'switch':
      return `${isOn(props) ? '[x]' : '[ ]'} ${label || first(props, 'label')}`.trimEnd();
    case 'input':
      if (props.get('type') === 'checkbox') return isOn(props) ? '[x]' : '[ ]';
      return field(props, label);
    case 'textarea':
    case 'code-editor':
    case 'autocomplete':
    case 'message-input':
    case 'prompt-input':
      return field(props, label);
    case 'select':
    case 'picker':
      return `[${first(props, '$value', 'value') || label || ' '} ▾]`;
    case 'img':
    case 'image':
      return `(image${first(props, 'alt') && `: ${first(props, 'alt')}`})`;
    case 'loader':
    case 'spinner':
      return '(loading …)';
    default:
      return label;
  }
}

/** A field with its value, or with its placeholder in brackets of its own. */
function field(props: Props, label: string): string {
  const value = first(props, '$value', 'value', '$content');
  const placeholder = first(props, 'placeholder', 'label') || label;
  return value ? `[ ${value} ]` : `[ ${placeholder ? `‹${placeholder}›` : ''} ]`;
}

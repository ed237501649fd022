#!/usr/bin/env node
// Writes the parts of the documentation that follow from package.json: the settings, the commands,
// and the table in the README. A test fails when one of them is out of date.
import { readFile, writeFile } from 'node:fs/promises';
import process from 'node:process';
import prettier from 'prettier';
import { at, main } from './lib/project.mjs';

const readJson = async (file) => JSON.parse(await readFile(at(file), 'utf8'));

/** Replaces `%name%` by the text that the manifest keeps in package.nls.json. */
function translate(value, texts) {
  if (typeof value === 'string') {
    return value.replace(/^%(.+)%$/, (whole, name) => texts[name]?.message ?? texts[name] ?? whole);
  }
  if (Array.isArray(value)) return value.map((item) => translate(item, texts));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, translate(item, texts)]),
  );
}

async function readManifest() {
  const manifest = await readJson('package.json');
  const texts = await readJson('package.nls.json').catch(() => ({}));
  return translate(manifest.contributes ?? {}, texts);
}

const cell = (text) =>
  String(text)
    .replaceAll('|', '\\|')
    .replaceAll(/\s*\n\s*/g, ' ');
const row = (cells) => `| ${cells.map(cell).join(' | ')} |`;
const table = (head, rows) => [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

function propertiesOf({ configuration = [] }) {
  const groups = [configuration].flat();
  return groups.flatMap(({ properties = {} }) => Object.entries(properties));
}

function rangeOf({ enum: choices, minimum, maximum }) {
  if (choices) return choices.map((choice) => `\`${JSON.stringify(choice)}\``).join(', ');
  return minimum === undefined ? '' : `${minimum} to ${maximum}`;
}

function settingsTable(contributes) {
  const rows = propertiesOf(contributes).map(([name, setting]) => [
    `\`${name}\``,
    `\`${JSON.stringify(setting.default)}\``,
    rangeOf(setting),
    setting.markdownDescription ?? setting.description ?? '',
  ]);
  return table(['Setting', 'Default', 'Values', 'What it does'], rows);
}

function commandsTable({ commands = [], keybindings = [], menus = {} }) {
  const hidden = new Set(
    (menus.commandPalette ?? [])
      .filter(({ when }) => when === 'false')
      .map(({ command }) => command),
  );
  const keyOf = (command) =>
    keybindings
      .filter((binding) => binding.command === command)
      .map(({ key, mac }) => (mac ? `\`${key}\` (macOS \`${mac}\`)` : `\`${key}\``))
      .join(', ');
  const rows = commands
    .filter(({ command }) => !hidden.has(command))
    .map(({ command, title, category }) => [
      category ? `${category}: ${title}` : title,
      keyOf(command),
      `\`${command}\``,
    ]);
  return table(['Command', 'Key', 'Identifier'], rows);
}

const note = '<!-- Written by `npm run docs` from package.json; do not edit. -->';
const page = (title, lead, body) => [`# ${title}`, note, lead, body, ''].join('\n\n');

/** Puts text between the two comments of that name. */
function between(text, name, inserted) {
  const marks = new RegExp(`(<!-- ${name} -->)[^]*?(<!-- /${name} -->)`);
  if (!marks.test(text)) throw new Error(`the comment <!-- ${name} --> is missing`);
  return text.replace(marks, (_all, start, end) => `${start}\n\n${inserted}\n\n${end}`);
}

/** Every generated file as it should be. @returns {Promise<Map<string, string>>} */
export async function render() {
  const contributes = await readManifest();
  const readme = await readFile(at('README.md'), 'utf8');
  const files = new Map([
    [
      'docs/reference/settings.md',
      page(
        'Settings',
        'Everything works without changing one. Limits are bounds, not targets: a run ends when it reaches one.',
        settingsTable(contributes),
      ),
    ],
    [
      'docs/reference/commands.md',
      page(
        'Commands',
        'In the command palette (`F1`) of the editor. Keys apply in pattern files only.',
        commandsTable(contributes),
      ),
    ],
    ['README.md', between(readme, 'settings', settingsTable(contributes))],
  ]);
  const options = await prettier.resolveConfig(at('README.md'));
  for (const [file, text] of files) {
    files.set(file, await prettier.format(text, { ...options, parser: 'markdown' }));
  }
  return files;
}

if (process.argv[1] === at('scripts/docs.mjs')) {
  await main(async () => {
    for (const [file, text] of await render()) await writeFile(at(file), text);
  });
}

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import {
  grantBounds,
  limits,
  permissionScopes,
  runOnChoices,
  switches,
} from '../../../server/protocol/index.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8'));

const Command = v.object({ command: v.string(), title: v.string(), category: v.string() });
const Item = v.object({ command: v.string(), when: v.string() });
const Property = v.looseObject({ default: v.unknown(), scope: v.string(), order: v.number() });
const manifest = v.parse(
  v.object({
    icon: v.string(),
    activationEvents: v.array(v.string()),
    extensionKind: v.array(v.string()),
    capabilities: v.object({
      untrustedWorkspaces: v.object({
        supported: v.literal('limited'),
        description: v.string(),
        restrictedConfigurations: v.array(v.string()),
      }),
      virtualWorkspaces: v.object({ supported: v.literal(false), description: v.string() }),
    }),
    contributes: v.object({
      commands: v.array(Command),
      menus: v.record(v.string(), v.array(Item)),
      keybindings: v.array(Item),
      configuration: v.object({ properties: v.record(v.string(), Property) }),
      grammars: v.array(v.object({ path: v.string(), injectTo: v.array(v.string()) })),
    }),
  }),
  read('package.json'),
);
const { commands, menus, keybindings, configuration } = manifest.contributes;
const { properties } = configuration;
const source = (name: string) =>
  readFileSync(new URL(`../../../extension/${name}`, import.meta.url), 'utf8');

const permissions = permissionScopes.map((scope) => `permissions.${scope}`);

describe('settings', () => {
  it('are exactly those of the table', () => {
    const names = ['run.on', ...Object.keys(limits), ...Object.keys(switches), ...permissions];
    expect(Object.keys(properties).sort()).toEqual(
      names.map((name) => `patternbox.${name}`).sort(),
    );
  });

  it.each(Object.entries(limits))(
    '%s has the bounds and the default of the table',
    (name, limit) => {
      const { minimum, maximum } = limit;
      expect(properties[`patternbox.${name}`]).toMatchObject({
        type: 'integer',
        default: limit.default,
        minimum,
        maximum,
      });
    },
  );

  it.each(Object.entries(switches))('%s has the default of the table', (name, value) => {
    expect(properties[`patternbox.${name}`]).toMatchObject({ type: 'boolean', default: value });
  });

  it.each(permissions)('%s allows nothing by default and is bounded', (name) => {
    expect(properties[`patternbox.${name}`]).toMatchObject({
      type: 'array',
      default: [],
      maxItems: grantBounds.rules,
    });
  });

  it('run.on has the choices of the table', () => {
    expect(properties['patternbox.run.on']).toMatchObject({
      enum: runOnChoices,
      default: 'demand',
    });
  });

  it('that decide how code runs are not taken from an untrusted workspace', () => {
    const { restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    const deciding = ['run.on', ...Object.keys(limits), ...permissions];
    const expected = deciding.map((name) => `patternbox.${name}`);
    expect(restrictedConfigurations).toEqual(expect.arrayContaining(expected));
    for (const name of [...Object.keys(limits), ...permissions]) {
      expect(properties[`patternbox.${name}`]?.scope).toMatch(/^machine/);
    }
  });
});

describe('commands', () => {
  const names = commands.map(({ command }) => command);

  it('are exactly those that the extension registers', () => {
    const registered = [...source('commands.ts').matchAll(/^ {4}'(patternbox\.\w+)':/gm)];
    expect(registered.map(([, name]) => name).sort()).toEqual([...names].sort());
  });

  it('carry the category, and every menu and key names one of them', () => {
    expect(new Set(commands.map(({ category }) => category))).toEqual(new Set(['Patternbox']));
    const used = [...Object.values(menus).flat(), ...keybindings].map(({ command }) => command);
    expect(names).toEqual(expect.arrayContaining(used));
  });

  it('have keys only inside a pattern’s editor', () => {
    for (const { when } of keybindings) {
      expect(when).toContain('editorTextFocus && patternbox.isPattern');
    }
  });

  it('that need arguments are hidden from the palette', () => {
    const hidden = (menus['commandPalette'] ?? []).filter(({ when }) => when === 'false');
    expect(hidden.map(({ command }) => command)).toEqual([
      'patternbox.sendEvent',
      'patternbox.openPlace',
    ]);
  });
});

describe('the manifest', () => {
  it('activates for nothing but TypeScript and its own panels', () => {
    expect(manifest.activationEvents).toEqual([
      'onLanguage:typescript',
      'onLanguage:typescriptreact',
      'onWebviewPanel:patternbox.result',
    ]);
    expect(manifest.extensionKind).toEqual(['workspace']);
  });

  it('has a text for every key, and no text without one', () => {
    const texts = v.parse(v.record(v.string(), v.string()), read('package.nls.json'));
    const keys = [...JSON.stringify(read('package.json')).matchAll(/"%([\w.]+)%"/g)];
    expect(new Set(keys.map(([, key]) => key))).toEqual(new Set(Object.keys(texts)));
  });

  it('names files that exist', () => {
    expect(readFileSync(new URL(`../../../${manifest.icon}`, import.meta.url)).length).toBeLessThan(
      20_000,
    );
    for (const { path, injectTo } of manifest.contributes.grammars) {
      expect(read(path)).toMatchObject({ scopeName: 'source.patternbox.injection' });
      expect(injectTo).toEqual(['source.ts', 'source.tsx']);
    }
  });
});

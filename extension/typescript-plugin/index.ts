/**
 * A plugin of the editor's own TypeScript: a pattern file alone in a folder finds the declarations
 * of the authoring API and the settings for its JSX. What a workspace brings itself comes first.
 */
import path from 'node:path';
import type ts from 'typescript';
import { declarations } from '../api-declarations.ts';
import { importsPatternApi } from '../../server/protocol/pattern-file.ts';

type TypeScript = typeof ts;
type Host = ts.server.PluginCreateInfo['languageServiceHost'];

const typesDir = path.join(__dirname, '..', 'types');

/** What the editor's TypeScript calls with itself when it loads the plugin. */
export function init({ typescript }: { readonly typescript: TypeScript }) {
  return {
    create: (info: ts.server.PluginCreateInfo): ts.LanguageService => {
      resolveDeclarations(typescript, info.languageServiceHost);
      supplyJsx(typescript, info);
      return info.languageService;
    },
  };
}

/** Resolves the modules that the workspace does not. */
function resolveDeclarations(typescript: TypeScript, host: Host): void {
  const original = host.resolveModuleNameLiterals?.bind(host);
  if (!original) return;
  host.resolveModuleNameLiterals = (literals, ...rest) =>
    original(literals, ...rest).map((resolved, index) => {
      const file = declarations.get(literals[index]?.text ?? '');
      if (resolved.resolvedModule || file === undefined) return resolved;
      const resolvedModule: ts.ResolvedModuleFull = {
        resolvedFileName: path.join(typesDir, file).split(path.sep).join('/'),
        extension: typescript.Extension.Dts,
        isExternalLibraryImport: true,
      };
      return { ...resolved, resolvedModule };
    });
}

/**
 * Keeps JSX as it is where the project does not say what to do with it: without a configuration the
 * editor assumes React, and would ask for it in every pattern.
 */
function supplyJsx(typescript: TypeScript, { languageServiceHost: host, project }: Info): void {
  const original = host.getCompilationSettings.bind(host);
  const hasPattern = patternFinder(host);
  const supplied = new WeakMap<ts.CompilerOptions, ts.CompilerOptions>();
  const guessed = project.projectKind === typescript.server.ProjectKind.Inferred;
  host.getCompilationSettings = () => {
    const settings = original();
    if ((settings.jsx !== undefined && !guessed) || !hasPattern()) return settings;
    const known = supplied.get(settings);
    if (known) return known;
    const made = { ...settings, jsx: typescript.JsxEmit.Preserve };
    supplied.set(settings, made);
    return made;
  };
}
type Info = ts.server.PluginCreateInfo;

/** Whether one of the project's own files is a pattern; a text is looked at once. */
function patternFinder(host: Host): () => boolean {
  const seen = new Map<string, { readonly version: string; readonly found: boolean }>();
  const isPattern = (file: string): boolean => {
    const version = host.getScriptVersion(file);
    const known = seen.get(file);
    if (known?.version === version) return known.found;
    const snapshot = host.getScriptSnapshot(file);
    const found =
      snapshot !== undefined && importsPatternApi(snapshot.getText(0, snapshot.getLength()));
    seen.set(file, { version, found });
    return found;
  };
  return () => host.getScriptFileNames().some((file) => file.endsWith('.tsx') && isPattern(file));
}

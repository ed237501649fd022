/** Quick fixes: what can be mended safely, by the code of the finding. */
import { declareWithLet, importBuilder, renameGlobal, renameImport, writeKey } from './names.ts';
import { awaitDeclaration, awaitStored } from './promises.ts';
import { sceneAt, type Fix, type Scene } from './scene.ts';
import {
  changeCell,
  constructWithNew,
  emptyList,
  leaveOutGet,
  optionalRead,
  throwError,
  wrapInFunction,
} from './values.ts';
import { renameInView } from './views.ts';

export type { Fix, TextChange } from './scene.ts';

/** Each looks at the syntax first and gives nothing where it does not understand it. */
const fixes: ReadonlyMap<string, (scene: Scene) => Fix | undefined> = new Map([
  ['PB1014', renameImport],
  ['PB1018', renameImport],
  ['PB1030', renameInView],
  ['PB1032', writeKey],
  ['PB1117', renameGlobal],
  ['PB1118', importBuilder],
  ['PB1202', throwError],
  ['PB1204', optionalRead],
  ['PB1205', leaveOutGet],
  ['PB1211', emptyList],
  ['PB1213', declareWithLet],
  ['PB1222', constructWithNew],
  ['PB1224', importBuilder],
  ['PB1227', awaitDeclaration],
  ['PB1252', changeCell],
  ['PB1256', wrapInFunction],
  ['PB1279', awaitStored],
]);

/** The fix of a finding that begins at an offset of the text; undefined where none is safe. */
export function fixOf(
  code: string,
  path: string,
  text: string,
  offset: number,
  replacement?: string,
): Fix | undefined {
  const fix = fixes.get(code);
  const scene = fix && sceneAt(path, text, offset);
  return scene && fix(replacement === undefined ? scene : { ...scene, replacement });
}

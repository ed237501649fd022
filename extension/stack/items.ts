/** How the nodes of the Pattern Stack look. */
import * as vscode from 'vscode';
import {
  printable,
  printableLines,
  stackWords,
  words,
  type FrameKind,
} from '../../server/protocol/index.ts';
import type { Place } from '../places.ts';
import {
  frameDetail,
  frameName,
  placeOf,
  type NoteNode,
  type SectionId,
  type StackNode,
} from './model.ts';

const { Collapsed, Expanded, None } = vscode.TreeItemCollapsibleState;

const kindIcons: Record<FrameKind, string> = {
  pattern: 'symbol-function',
  runtime: 'gear',
  external: 'package',
  ses: 'shield',
};
const noteIcons: Record<NoteNode['of'], string> = {
  during: 'info',
  builder: 'tools',
  step: 'arrow-right',
  module: 'symbol-file',
  global: 'symbol-variable',
  fine: 'pass',
};
const sections: Record<SectionId, { label: string; tooltip: string; icon: string }> = {
  path: { label: stackWords.reactivePath, tooltip: stackWords.reactiveTooltip, icon: 'references' },
  modules: { label: stackWords.modules, tooltip: stackWords.modulesTooltip, icon: 'files' },
  globals: { label: stackWords.globals, tooltip: stackWords.globalsTooltip, icon: 'globe' },
};

/** The item of a node; places are below `rootUri`. */
export function treeItem(node: StackNode, rootUri: string): vscode.TreeItem {
  const item = itemOf(node);
  const place = placeOfNode(node);
  if (place) {
    const { file, line, column } = place;
    const target = { rootUri, file, line, column };
    const title = words.openPlace(file, line);
    item.command = { title, command: 'patternbox.openPlace', arguments: [target] };
  }
  return item;
}

/** The place that a node is about, in an authored file. */
export function placeOfNode(node: StackNode): Place | undefined {
  if (node.type === 'note') return node.location;
  if (node.type !== 'frame') return undefined;
  const { frame } = node;
  return frame.kind === 'pattern' && frame.mapped ? frame : undefined;
}

function itemOf(node: StackNode): vscode.TreeItem {
  switch (node.type) {
    case 'error': {
      const icon = new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
      return made(node.label, Expanded, icon, { tooltip: node.label, contextValue: 'error' });
    }
    case 'group': {
      const state = node.kind === 'pattern' ? Expanded : Collapsed;
      const icon = new vscode.ThemeIcon(kindIcons[node.kind]);
      return made(stackWords.frameKinds[node.kind], state, icon, {
        description: String(node.frames.length),
        contextValue: `group.${node.kind}`,
      });
    }
    case 'frame': {
      const { frame } = node;
      const { function: name, file, line, column } = frame;
      return made(
        frameName(frame),
        None,
        new vscode.ThemeIcon(frame.async ? 'sync' : 'debug-stackframe-dot'),
        {
          description: frameDetail(frame),
          tooltip: frame.mapped
            ? stackWords.frameTooltip(name, file, line, column)
            : stackWords.frameWithoutPlace(name, file),
          contextValue: `frame.${frame.kind}`,
        },
      );
    }
    case 'section': {
      const { label, tooltip, icon } = sections[node.of];
      const state = node.of === 'path' ? Expanded : Collapsed;
      const description = String(node.children.length);
      const contextValue = `section.${node.of}`;
      return made(label, state, new vscode.ThemeIcon(icon), { tooltip, description, contextValue });
    }
    case 'note': {
      const { label, detail, location } = node;
      const place = location && placeOf(location);
      const about = node.of === 'builder' ? stackWords.builderTooltip : undefined;
      return made(label, None, new vscode.ThemeIcon(noteIcons[node.of]), {
        ...(detail !== undefined && { description: detail }),
        tooltip: [label, detail === place ? undefined : detail, place, about]
          .filter((line) => line !== undefined)
          .join('\n'),
        contextValue: location ? `place.${node.of}` : node.of,
      });
    }
  }
}

function made(
  label: string,
  state: vscode.TreeItemCollapsibleState,
  iconPath: vscode.ThemeIcon,
  more: Pick<vscode.TreeItem, 'description' | 'tooltip' | 'contextValue'>,
): vscode.TreeItem {
  const { description, tooltip } = more;
  return Object.assign(new vscode.TreeItem(printable(label), state), { iconPath }, more, {
    ...(typeof description === 'string' && { description: printable(description) }),
    ...(typeof tooltip === 'string' && { tooltip: printableLines(tooltip) }),
  });
}

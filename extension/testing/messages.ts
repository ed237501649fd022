/** Why a test failed, as the editor shows it at its line. */
import * as vscode from 'vscode';
import { printableLines } from '../../server/protocol/index.ts';
import type { TestPlace, TestProblem } from '../../server/protocol/client-tests.ts';
import { toRange } from './tree.ts';

/** The message of a problem; it stands at the item's own line if its place is not known. */
export function messageOf(problem: TestProblem, item: vscode.TestItem): vscode.TestMessage {
  const { place, expected, actual, frames } = problem;
  const text = printableLines(problem.message);
  const compared = expected !== undefined && actual !== undefined;
  const message = compared
    ? vscode.TestMessage.diff(text, expected, actual)
    : new vscode.TestMessage(text);
  const location = place ? locationOf(place) : ownLocation(item);
  if (location) message.location = location;
  if (frames.length > 0) message.stackTrace = frames.map(frameOf);
  return message;
}

function frameOf(frame: TestProblem['frames'][number]): vscode.TestMessageStackFrame {
  const { place } = frame;
  if (!place) return new vscode.TestMessageStackFrame(frame.function);
  const { uri, range } = locationOf(place);
  return new vscode.TestMessageStackFrame(frame.function, uri, range.start);
}

function locationOf({ uri, range }: TestPlace): vscode.Location {
  return new vscode.Location(vscode.Uri.parse(uri), toRange(range));
}

function ownLocation({ uri, range }: vscode.TestItem): vscode.Location | undefined {
  return uri && new vscode.Location(uri, range ?? new vscode.Position(0, 0));
}

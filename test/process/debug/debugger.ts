/** A small debugger: speaks the protocol of the inspector, and thinks in authored lines. */
import { SourceMapConsumer } from 'source-map';
import type { RawSourceMap } from 'source-map';
import { fileURLToPath } from 'node:url';
import { PEEK_KEY } from '../../../server/protocol/runtime-urls.ts';
import { connect } from './websocket.ts';

type Fields = Readonly<Record<string, unknown>>;

interface Script {
  readonly id: string;
  readonly file: string;
  readonly map: RawSourceMap;
}

export interface Stop {
  readonly reason: string;
  /** Base name of the authored file; the script's own address where there is no map. */
  readonly file: string;
  readonly line: number | null;
  readonly function: string;
  /** What an expression gives in the innermost frame, as text. */
  readonly evaluate: (expression: string) => Promise<string>;
  /** How the editor shows what an expression gives: a cell as what it holds. */
  readonly shown: (expression: string) => Promise<string>;
}

export interface Debugger {
  readonly command: (method: string, params?: Fields) => Promise<Fields>;
  /** Sets a breakpoint in every script of a file that comes from now on; base 1. */
  readonly breakAt: (file: string, line: number, condition?: string) => void;
  /** The next time that the process stops, or has stopped without anybody having asked. */
  readonly stopped: () => Promise<Stop>;
  readonly resume: (method?: 'resume' | 'stepInto' | 'stepOver' | 'stepOut') => Promise<void>;
  /** The addresses of all scripts so far. */
  readonly scripts: () => readonly string[];
  readonly closed: Promise<void>;
  readonly close: () => void;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Attaches as an editor does: stops before each script with a map, and sets breakpoints there. */
export async function attachDebugger(url: string): Promise<Debugger> {
  const socket = await connect(url);
  const answers = new Map<number, (result: Fields) => void>();
  const scripts = new Map<string, Script>();
  const addresses: string[] = [];
  const wanted: { file: string; line: number; condition: string }[] = [];
  const stops: Stop[] = [];
  const waiting: ((stop: Stop) => void)[] = [];
  let ids = 0;

  const command = (method: string, params: Fields = {}): Promise<Fields> => {
    const id = (ids += 1);
    const answered = new Promise<Fields>((resolve) => answers.set(id, resolve));
    socket.send(JSON.stringify({ id, method, params }));
    return answered;
  };

  const setIn = async (script: Script): Promise<void> => {
    await SourceMapConsumer.with(script.map, null, async (consumer) => {
      for (const { line, condition } of wanted.filter(({ file }) => file === script.file)) {
        const [source = ''] = script.map.sources;
        const bias = SourceMapConsumer.LEAST_UPPER_BOUND;
        const at = consumer.generatedPositionFor({ source, line, column: 0, bias });
        const location = {
          scriptId: script.id,
          lineNumber: (at.line ?? 1) - 1,
          columnNumber: at.column ?? 0,
        };
        await command('Debugger.setBreakpoint', { location, condition });
      }
    });
  };

  const placeOf = async (
    scriptId: string,
    url: string,
    at: { lineNumber: number; columnNumber: number },
  ): Promise<Pick<Stop, 'file' | 'line'>> => {
    const script = scripts.get(scriptId);
    if (!script) return { file: url, line: null };
    return SourceMapConsumer.with(script.map, null, (consumer) => ({
      file: script.file,
      line: consumer.originalPositionFor({ line: at.lineNumber + 1, column: at.columnNumber }).line,
    }));
  };

  const onPaused = async (params: Fields): Promise<void> => {
    const [frame] = params['callFrames'] as readonly Fields[];
    const location = frame?.['location'] as {
      scriptId: string;
      lineNumber: number;
      columnNumber: number;
    };
    if (params['reason'] === 'instrumentation') {
      const script = scripts.get(location.scriptId);
      if (script) await setIn(script);
      await command('Debugger.resume');
      return;
    }
    const given = async (expression: string): Promise<Fields> => {
      const callFrameId = frame?.['callFrameId'];
      const answer = await command('Debugger.evaluateOnCallFrame', { callFrameId, expression });
      return answer['result'] as Fields;
    };
    const stop: Stop = {
      reason: textOf(params['reason']),
      ...(await placeOf(location.scriptId, textOf(frame?.['url']), location)),
      function: textOf(frame?.['functionName']),
      evaluate: async (expression) => {
        const { value, description } = await given(expression);
        return textOf(description ?? String(value));
      },
      shown: async (expression) => {
        const { objectId } = await given(expression);
        const functionDeclaration = `function () { return ${PEEK_KEY}(this)?.text; }`;
        const answer = await command('Runtime.callFunctionOn', {
          objectId,
          functionDeclaration,
          throwOnSideEffect: true,
        });
        const { value, description } = answer['result'] as Fields;
        return textOf(value ?? description);
      },
    };
    const next = waiting.shift();
    if (next) next(stop);
    else stops.push(stop);
  };

  const onScript = ({ scriptId, url, sourceMapURL }: Fields): void => {
    addresses.push(textOf(url));
    const encoded = /^data:application\/json;base64,(.*)$/.exec(textOf(sourceMapURL))?.[1];
    if (encoded === undefined) return;
    const map = JSON.parse(Buffer.from(encoded, 'base64').toString()) as RawSourceMap;
    const file = fileURLToPath(map.sources[0] ?? '');
    const id = textOf(scriptId);
    scripts.set(id, { id, file: file.slice(file.lastIndexOf('/') + 1), map });
  };

  socket.onText((text) => {
    const message = JSON.parse(text) as { id?: number; method?: string } & Fields;
    if (message.id !== undefined) {
      answers.get(message.id)?.((message['result'] ?? message['error'] ?? {}) as Fields);
      answers.delete(message.id);
      return;
    }
    const params = message['params'] as Fields;
    if (message.method === 'Debugger.scriptParsed') onScript(params);
    if (message.method === 'Debugger.paused') void onPaused(params);
  });

  await command('Runtime.enable');
  await command('Debugger.enable');
  const instrumentation = 'beforeScriptWithSourceMapExecution';
  await command('Debugger.setInstrumentationBreakpoint', { instrumentation });
  await command('Debugger.setAsyncCallStackDepth', { maxDepth: 32 });
  await command('Runtime.runIfWaitingForDebugger');

  return Object.freeze<Debugger>({
    command,
    breakAt: (file, line, condition = '') => void wanted.push({ file, line, condition }),
    stopped: () => {
      const stop = stops.shift();
      return stop ? Promise.resolve(stop) : new Promise((resolve) => waiting.push(resolve));
    },
    resume: async (method = 'resume') => {
      await command(`Debugger.${method}`);
    },
    scripts: () => addresses,
    closed: socket.closed,
    close: socket.close,
  });
}

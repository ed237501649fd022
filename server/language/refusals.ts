/** Requests at the boundary: validated first, refused with one clear sentence. */
import * as v from 'valibot';
import {
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type Connection,
} from 'vscode-languageserver/node';
import { malformedRequest, serverFault, type Message } from '../protocol/index.ts';
import type { NotificationContract, RequestContract } from '../protocol/client.ts';

/** The refusal of a request; the client shows its sentence. */
export function refuse({ code, text, help }: Message): ResponseError<unknown> {
  return new ResponseError(LSPErrorCodes.RequestFailed, text, { code, help: help?.text ?? null });
}

/** The first problem of a payload, as the end of a sentence. */
export function problemOf(issues: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]) {
  const path = v.getDotPath(issues[0]);
  const text = issues[0].message.replace(/\.$/, '');
  return path === null ? text : `${path}: ${text}`;
}

/** Answers a custom request; the handler sees only what its schema accepts. */
export function answer<P extends v.GenericSchema, R extends v.GenericSchema>(
  connection: Connection,
  contract: RequestContract<P, R>,
  handler: (params: v.InferOutput<P>, token: CancellationToken) => Promise<v.InferOutput<R>>,
): void {
  connection.onRequest(contract.method, async (...received: unknown[]) => {
    // Parameters may come by position; the token is always the last.
    const token = received.pop() as CancellationToken;
    const parsed = v.safeParse(contract.params, received[0] ?? {});
    if (!parsed.success) {
      const problem = problemOf(parsed.issues);
      return refuse(malformedRequest({ method: contract.method, problem }));
    }
    try {
      return await handler(parsed.output, token);
    } catch (error) {
      if (error instanceof ResponseError) return error as ResponseError<unknown>;
      const problem = error instanceof Error ? error.message : String(error);
      connection.console.error(error instanceof Error ? (error.stack ?? problem) : problem);
      return refuse(serverFault({ problem }));
    }
  });
}

/** Follows a custom notification; a malformed one is logged and dropped. */
export function follow<P extends v.GenericSchema>(
  connection: Connection,
  contract: NotificationContract<P>,
  handler: (params: v.InferOutput<P>) => void,
): void {
  connection.onNotification(contract.method, (params: unknown) => {
    const parsed = v.safeParse(contract.params, params);
    if (parsed.success) {
      handler(parsed.output);
      return;
    }
    const problem = problemOf(parsed.issues);
    connection.console.warn(malformedRequest({ method: contract.method, problem }).text);
  });
}

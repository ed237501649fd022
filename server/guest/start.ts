/** Prepares the process, proves its layers, says `ready` and then serves one run, turn by turn. */
import type { Shims } from '../protocol/shims.ts';
import type { GuestMessage, HostMessage, WireRecord } from '../protocol/wire.ts';
import type { Participant, Runtime, RuntimePowers, Tracer } from '../runtime/index.ts';
import { makeAnswers } from './fixtures.ts';
import { makeFetch } from './fetch.ts';
import { introduceTo } from './debugged.ts';
import { captureFrames } from './frames.ts';
import type { Loader } from './loader.ts';
import { makeHostCalls } from './host-calls.ts';
import { makeLiveServices } from './live-services.ts';
import { lockDown } from './lockdown.ts';
import type { Powers } from './powers.ts';
import { proveGuestLayers } from './proofs.ts';
import { makeRealm } from './realm.ts';
import type { CreateRuntime, Realm } from './realm.ts';
import { refusalOf } from './refusals.ts';
import { warmUp } from './warm-up.ts';
import { makeRegisters } from './registers.ts';
import { makeReporter } from './report.ts';
import { makeSession } from './session.ts';
import type { Session, SessionParts } from './session.ts';
import { stripRealm } from './strip-realm.ts';
import { startTracer, traceMessage } from './trace.ts';
import { makeDescriber } from './thrown.ts';
import type { RefusalOf } from './thrown.ts';
import { guestWords } from '../protocol/messages/guest-words.ts';

/** The proofs need one turn of their own; a machine under load may be slow. */
const PROOF_MS = 10_000;

type OpenMessage = Extract<HostMessage, { type: 'open' }>;

export interface GuestParts {
  readonly powers: Powers;
  readonly createRuntime: CreateRuntime;
  /** Knows the refusals that the runtime raises. */
  readonly runtimeRefusalOf: RefusalOf;
  /** Run once before the process is ready; a failure of it ends the process. */
  readonly warmUpPattern: WireRecord | undefined;
}

/** Starts the guest; call once, before anything else has run in the realm. */
export function startGuest(parts: GuestParts): void {
  const { powers, createRuntime, runtimeRefusalOf, warmUpPattern } = parts;
  lockDown();
  stripRealm();
  const frames = captureFrames(powers.types);
  /** What the runtimes of this process gave out, whichever participant it was for. */
  const runtimes: Runtime[] = [];
  const made = (realm: Realm): Realm => {
    runtimes.push(realm.runtime);
    return realm;
  };
  const describe = makeDescriber(
    powers.types,
    frames,
    (thrown) => refusalOf(thrown) ?? runtimeRefusalOf(thrown),
    (thrown) => runtimes.some((runtime) => runtime.peek(thrown) !== undefined),
  );
  let opened: OpenMessage | undefined;
  let modules: readonly string[] = [];
  const registers = makeRegisters(powers.register, () => modules);
  const send = (message: GuestMessage): void => powers.send(JSON.stringify(message));
  let tracer: Tracer | undefined;
  const traced = (message: GuestMessage): void => {
    send(message);
    // Behind the message: by then the host knows its place.
    if (tracer) traceMessage(tracer, message);
  };
  const reporter = makeReporter(traced, describe, registers.lastSeen);
  let session: Session | undefined;
  const answers = makeAnswers(() => opened?.fixtures);
  const calls = makeHostCalls({
    granted: () => opened?.granted,
    send,
    awaitReply: powers.awaitReply,
    onGranted: (scope, target) => {
      const at = tracer?.elapsedMs() ?? 0;
      tracer?.record({ type: 'permission', at, scope, target, granted: true, origin: null });
    },
  });
  const live = makeLiveServices(calls);
  const fetch = makeFetch(calls, answers.network);

  const random = makeRandom(powers, () => opened?.seed);

  const runtimePowers = (
    loader: () => Loader | undefined,
    participant?: Participant,
  ): RuntimePowers => ({
    onFailure: (failure) =>
      (participant ? reporter.forParticipant(participant.name) : reporter).thrown(failure),
    now: () => opened?.clock ?? powers.now(),
    random,
    answer: (service, request) => answers.answer(service, request) ?? live.answer(service, request),
    granted: (service) => answers.granted(service) || live.granted(service),
    request: live.request,
    fetch,
    environmentRefused: live.environmentRefused,
    constant: (module, name) => loader()?.namespaceOf(module)[name],
    ...(participant ? { participant } : {}),
    ...(tracer ? { tracer } : {}),
  });
  const shims = (): Shims => opened?.shims ?? {};
  const limitOf = (): number => opened?.limits.outputBytes ?? 0;
  const fresh = (): Realm =>
    makeRealm({
      powers,
      frames,
      createRuntime,
      runtimePowers: runtimePowers(() => session?.loader),
      send: traced,
      outputBudget: limitOf,
      shims,
    });
  const prepare = (): Realm => made(fresh());
  const join: SessionParts['join'] = (participant, loader, outputBytes) => {
    const { name } = participant;
    const realm = makeRealm({
      powers,
      frames,
      createRuntime,
      runtimePowers: runtimePowers(loader, participant),
      send: (message) =>
        traced(message.type === 'console' ? { ...message, participant: name } : message),
      shims,
      outputBudget: () => limitOf() - outputBytes() + realm.patternConsole.outputBytes(),
    });
    return made(realm);
  };
  const common = { powers, registers, reporter, frames, answers, calls, join };
  // Ready before the request comes; only a traced run needs another one.
  const warm = prepare();

  const carryOut = (message: HostMessage): GuestMessage => {
    if (message.type === 'open') {
      if (session) throw new Error(guestWords.oneRunOnly);
      opened = message;
      modules = message.records.map(({ path }) => path);
      if (message.trace) tracer = startTracer(powers.elapsedMs, send);
      const realm = tracer ? prepare() : warm;
      session = makeSession(message, { ...common, realm, tracer });
      return session.open();
    }
    if (!session) throw new Error(guestWords.nothingOpen);
    switch (message.type) {
      case 'send':
        return session.send(message);
      case 'advance':
        return session.advance(message);
      case 'reply':
        return session.reply(message);
      case 'read':
        return session.read(message);
    }
  };

  powers.onRejection((thrown) => {
    reporter.thrown({ phase: 'rejection', thrown, stream: session?.lastStream() ?? null });
  });
  powers.listen((text) => {
    const message = JSON.parse(text) as HostMessage;
    const deadlineMs = message.type === 'open' ? message.limits.turnMs : message.turnMs;
    let answer = '';
    registers.startTurn();
    reporter.startTurn();
    const end = powers.runTurn(() => {
      answer = JSON.stringify(carryOut(message));
    }, deadlineMs);
    // Outside the turn: nothing can cut this frame off.
    if (end === 'done') {
      powers.send(answer);
      return;
    }
    powers.sendLastWords(JSON.stringify({ type: 'deadline', ...registers.lastSeen() }));
    powers.awaitDeath();
  });

  const { inspected } = powers;
  let layers: Readonly<Record<string, boolean>> = powers.layers;
  powers.runTurn(() => {
    layers = { ...layers, ...proveGuestLayers(powers.drain) };
    // Whoever debugs is not in a hurry, and would find our pattern among the loaded scripts.
    if (warmUpPattern && !inspected) warmUp(warmUpPattern, { ...common, realm: fresh() });
  }, PROOF_MS);
  if (inspected) introduceTo(inspected, (value) => session?.peek(value));
  send({ type: 'ready', layers, ...(inspected ? { inspector: inspected.url } : {}) });
}

/** The system's random source, or a repeatable one where the run has a seed. */
function makeRandom(powers: Powers, seedOf: () => number | undefined): () => number {
  let state: number | undefined;
  return () => {
    const seed = seedOf();
    if (seed === undefined) return powers.random();
    // mulberry32: small, and the same everywhere.
    state = ((state ?? seed) + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Tests with several users: who takes part, and what each of them runs. Everything is hostile. */
import { multiUserInvalid, tooManyParticipants } from '../protocol/messages/testing.ts';
import type { Message } from '../protocol/messages/message.ts';
import type { Party } from './party.ts';
import type { Namespace } from './loader.ts';

/** Each has a compartment and a runtime of its own, so there cannot be any number. */
const MAX_PARTICIPANTS = 16;

/** The name that all participants know the instance of the shared pattern by. */
const SETUP = 'setup';

export interface ParticipantName {
  readonly name: string;
  /** Participants of the same user share what is kept for a user. */
  readonly user: string;
}

/** What one participant runs. */
interface Part extends ParticipantName {
  readonly pattern: unknown;
}

interface Description {
  readonly setup: unknown;
  readonly parts: readonly Part[];
}

/** Whether an export describes a test with several users. */
export function isMultiUserTest({ realm }: Party, exported: unknown): boolean {
  const { runtime, inspector } = realm;
  if (runtime.kindOf(exported) === 'test') return true;
  const seen = inspector.look(exported);
  return (
    seen.kind === 'object' &&
    inspector.look(inspector.own(seen.value, 'participants')).kind === 'object'
  );
}

/** Who takes part, or what is wrong with the description. */
export function participantsOf(
  party: Party,
  exported: unknown,
): readonly ParticipantName[] | { readonly problem: Message } {
  const described = describe(party, exported);
  if ('problem' in described) return described;
  return described.parts.map(({ name, user }) => ({ name, user }));
}

/** Makes the shared instance, where there is one, and the participant's own, which is given it. */
export function startParticipant(
  party: Party,
  namespace: Namespace,
  exportName: string,
  name: string,
): void {
  const described = describe(party, namespace[exportName]);
  if ('problem' in described) return;
  const part = described.parts.find((each) => each.name === name);
  const { runtime } = party.realm;
  let given = {};
  const { setup } = described;
  if (setup !== undefined) {
    party.attempt(
      'instantiate',
      () => {
        given = { setup: runtime.instantiate(setup, {}, SETUP).result };
        runtime.settle();
      },
      runtime.originOf(setup),
    );
  }
  party.instantiate(part?.pattern, given);
}

function describe(
  { realm }: Party,
  exported: unknown,
): Description | { readonly problem: Message } {
  const { runtime } = realm;
  const invalid = (part: string): { readonly problem: Message } => ({
    problem: multiUserInvalid({ part }),
  });
  // Own data only, so that no code of the test runs here.
  const memberOf = (holder: unknown, key: string): unknown =>
    typeof holder === 'object' && holder !== null ? realm.inspector.own(holder, key) : undefined;
  const isPattern = (value: unknown): boolean => runtime.kindOf(value) === 'pattern';
  const setup = memberOf(exported, 'setup');
  if (setup !== undefined && !isPattern(setup)) return invalid('setup');
  const list = memberOf(exported, 'participants');
  if (typeof list !== 'object' || list === null) return invalid('participants');
  const names = realm.inspector.keys(list);
  if (names.length === 0) return invalid('participants');
  if (names.length > MAX_PARTICIPANTS) {
    return { problem: tooManyParticipants({ limit: MAX_PARTICIPANTS }) };
  }
  const parts: Part[] = [];
  for (const name of names) {
    const entry = memberOf(list, name);
    const pattern = isPattern(entry) ? entry : memberOf(entry, 'pattern');
    if (!isPattern(pattern)) return invalid(`participants.${name}`);
    const user = isPattern(entry) ? undefined : memberOf(entry, 'user');
    parts.push({ name, user: typeof user === 'string' ? user : name, pattern });
  }
  return { setup, parts };
}

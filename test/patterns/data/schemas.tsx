/** Schemas: written out, made of a type, and used where no type is. */
import { handler, lift, pattern, schema, toSchema } from 'commonfabric';
import type { Default, JSONSchema } from 'commonfabric';
import type { Schema } from 'commonfabric/schema';

interface Recipe {
  name: string;
  steps: string[];
  serves?: number | Default<4>;
}
const recipeSchema = toSchema<Recipe>();
const counterSchema = schema({
  type: 'object',
  properties: { count: { type: 'number', default: 3, asCell: true } },
  required: ['count'],
} as const);
type Counter = Schema<typeof counterSchema>;
const event = {
  type: 'object',
  properties: { by: { type: 'number' } },
} as const satisfies JSONSchema;

const add = handler(event, counterSchema, ({ by }: { by: number }, { count }: Counter) =>
  count.set(count.get() + by),
);
const describe = lift(
  counterSchema,
  { type: 'string' },
  ({ count }: Counter) => `count ${count.get()}`,
);

export default pattern(
  ({ count }: { count: number }) => ({
    type: (recipeSchema as { type: string }).type,
    fields: Object.keys((recipeSchema as { properties: object }).properties),
    required: (recipeSchema as { required: string[] }).required,
    count,
    text: describe({ count }),
    add: add({ count }),
  }),
  { type: 'object', properties: { count: { type: 'number', default: 3 } } },
  { type: 'object' },
);

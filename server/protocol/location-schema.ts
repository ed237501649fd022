/** The run-time check of a location, for the boundary between the server and the extension. */
import * as v from 'valibot';

export const LocationSchema = v.object({
  file: v.string(),
  line: v.number(),
  column: v.number(),
  endLine: v.exactOptional(v.number()),
  endColumn: v.exactOptional(v.number()),
});

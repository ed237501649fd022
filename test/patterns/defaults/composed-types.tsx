/** Input types are composed: imported, extended, intersected, picked and made partial. */
import { pattern } from 'commonfabric';
import type { Default } from 'commonfabric';
import type { Base, Extra } from './types.ts';

interface Local extends Base {
  local?: string | Default<'local'>;
}
interface Required_ {
  must: number | Default<8>;
}
type Input = Local & Omit<Extra, 'secret'> & Partial<Required_>;

export default pattern<Input>(({ name, level, local, greeting, must }) => ({
  name,
  level,
  local,
  greeting,
  must,
  line: `${greeting} ${name}, level ${level.get()}`,
}));

// Imports itself.
// @result {"kind": "function"}
import { pattern } from 'commonfabric';
import * as self from './self-import.tsx';

export default pattern(() => ({ kind: typeof self.default }));

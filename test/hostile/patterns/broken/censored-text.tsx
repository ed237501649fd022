// Has the words that the sandbox refuses, in texts.
// @result {"a": "import(x)", "b": "import(\"x\")", "c": "<!-- x -->", "d": "eval(x)"}
import { pattern } from 'commonfabric';

export default pattern(() => ({ a: 'im' + 'port(x)', b: 'import("x")', c: '<!-- x -->', d: 'eval(x)' }));

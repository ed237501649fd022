/** Every host service without a grant: the state of "pending" or "error", and a hint at the call. */
import {
  cellFromUrl,
  compileAndRun,
  computed,
  dataFile,
  fetchBinary,
  fetchData,
  fetchJson,
  fetchJsonUnchecked,
  fetchProgram,
  fetchText,
  generateObject,
  generateText,
  llm,
  llmDialog,
  pattern,
  patternTool,
  sqliteDatabase,
  streamData,
  table,
  wish,
} from 'commonfabric';

const url = 'https://api.example/';
const Tool = pattern<{ query: string }>(({ query }) => ({ query }));

export default pattern(() => {
  const database = sqliteDatabase({ tables: { notes: table({ text: 'TEXT' }) } }); // finding PB1276
  const json = fetchJson<{ title: string }>({ url }); // finding PB1274
  return {
    json,
    unchecked: fetchJsonUnchecked({ url }), // finding PB1274
    text: fetchText({ url }), // finding PB1274
    binary: fetchBinary({ url }), // finding PB1274
    data: fetchData({ url }), // finding PB1274
    stream: streamData({ url }), // finding PB1274
    program: fetchProgram({ url }), // finding PB1274
    generated: generateText({ prompt: 'Say hello' }), // finding PB1274
    object: generateObject<{ score: number }>({ prompt: 'Score it' }), // finding PB1274
    model: llm({ messages: ['Hello'] }), // finding PB1274
    dialog: llmDialog({ messages: [], tools: { tool: patternTool(Tool, { query: 'x' }) } }), // finding PB1276
    compiled: compileAndRun({ files: [], main: '/main.tsx' }), // finding PB1276
    rows: database.query('select text from notes'),
    file: dataFile('notes.txt') ?? 'no file', // finding PB1274
    wished: wish<string>({ query: '#profile' }), // finding PB1274
    linked: cellFromUrl(url), // finding PB1274
    title: computed(() => json.result?.title ?? 'loading'),
    alive: computed(() => 1 + 1),
  };
});

// What the rules of a user are checked with, each check as the edit of the source that removes it.

const edit = (file, find, put) => ({ file, find, put });
const rules = 'server/grants/net-rules.ts';
const network = 'server/grants/network.ts';
const files = 'server/grants/files.ts';
const requests = 'server/sandbox/host-requests.ts';

/** @type {Record<string, import('./mutations.mjs').Edit[]>} */
export const removals = {
  'host of a rule': [edit(rules, "if (!covers(host, port)) return 'rule';", 'void covers;')],
  'port of a rule': [
    edit(
      rules,
      'rule.host === host && (rule.port === null || rule.port === port)',
      'rule.host === host',
    ),
  ],
  'local addresses': [edit(rules, 'if (!isLocal(address) ||', 'if (1 > 0 || !isLocal(address) ||')],
  'kind of address': [
    edit(
      rules,
      "!(url.protocol in usualPorts) || url.username !== '' || url.password !== ''",
      '1 < 0',
    ),
  ],
  'each redirect': [
    edit(
      network,
      'const reason = rules.refuse(hop.destination);',
      'const reason = redirects > 0 ? null : rules.refuse(hop.destination);',
    ),
  ],
  'number of redirects': [edit(network, 'redirects <= grantBounds.redirects', 'redirects <= 1e9')],
  'headers of the first place': [edit(network, '/^authorization$/i', '/^never$/i')],
  'headers of the connection': [
    edit(network, '!OWN_HEADERS.test(name)', 'name !== OWN_HEADERS.source'),
  ],
  'size of an answer': [edit(network, 'size > grantBounds.responseBytes', 'size > Infinity')],
  'time of a request': [
    edit(network, 'setTimeout(giveUp, grantBounds.requestMs)', 'setTimeout(giveUp, 1e8)'),
  ],
  'time of the run': [
    edit(requests, 'setTimeout(giveUp, Math.max(0, milliseconds))', 'setTimeout(giveUp, 1e8)'),
  ],
  'number of requests': [
    edit(
      'server/guest/host-calls.ts',
      'if (tickets <= grantBounds.requests) return tickets;',
      'if (tickets > 0) return tickets;',
    ),
  ],
  'number of requests at the host': [
    edit(requests, 'asks > grantBounds.requests', 'asks > Infinity'),
  ],
  'granted places': [edit(files, 'file !== null && isGranted(file)', 'file !== null')],
  'names of files': [
    edit('server/grants/virtual-name.ts', 'return leaves ? null : normal;', 'return normal;'),
  ],
  'links of files': [edit(files, 'if (!isGranted(real))', 'if (real === asked)')],
  'size of a file': [edit(files, 'return size > grantBounds.fileBytes', 'return size > Infinity')],
  'kind of a file': [edit(files, 'if (!stats.isFile())', 'if (stats.size < 0)')],
  'names of variables': [
    edit('server/grants/index.ts', 'env.flatMap((name)', 'Object.keys(process.env).flatMap((name)'),
  ],
};

const local = ['local addresses'];

export const mutations = [
  { remove: 'host of a rule', opened: local, cases: ['granted/other-port'] },
  { remove: 'port of a rule', opened: local, cases: ['granted/other-port'] },
  { remove: 'local addresses', cases: ['granted/local-name', 'granted/local-literal'] },
  { remove: 'kind of address', cases: ['granted/user-name'] },
  { remove: 'each redirect', cases: ['granted/redirect'] },
  { remove: 'number of redirects', cases: ['granted/redirect-loop'] },
  { remove: 'headers of the first place', cases: ['granted/redirect-secret'] },
  { remove: 'headers of the connection', cases: ['granted/own-headers'] },
  { remove: 'size of an answer', cases: ['granted/bomb'] },
  { remove: 'time of a request', cases: ['granted/silent-long'] },
  { remove: 'time of the run', opened: ['time of a request'], cases: ['granted/silent'] },
  { remove: 'number of requests', cases: ['granted/many'] },
  {
    remove: 'number of requests at the host',
    opened: ['number of requests'],
    cases: ['opened/requests'],
  },
  { remove: 'granted places', cases: ['granted/exists'] },
  {
    remove: 'names of files',
    opened: ['granted places', 'links of files'],
    cases: ['granted/parent'],
  },
  { remove: 'links of files', cases: ['granted/link', 'granted/folder-link'] },
  { remove: 'size of a file', cases: ['granted/large'] },
  { remove: 'kind of a file', cases: ['granted/pipe'] },
  { remove: 'names of variables', cases: ['granted/environment'] },
];

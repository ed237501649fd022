/** The language server as a library: one door, for its own process and for tests. */
export { startServer, type ServerPowers } from './server.ts';

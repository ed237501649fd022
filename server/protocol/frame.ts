/** The frame format between server and sandbox process; see wire.ts. */

/** Bytes of a frame's length prefix: an unsigned little-endian number. */
export const FRAME_HEADER_BYTES = 4;

/** Largest frame that either side accepts, in bytes. */
export const MAX_FRAME_BYTES = 64 * 1024 * 1024;

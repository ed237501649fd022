/** Plain data. */

export type JSONValue =
  null | boolean | number | string | JSONValue[] | { [key: string]: JSONValue };
/** Who somebody is. */
export type DID = `did:${string}:${string}`;
/** Given by the host when a model uses a tool. */
export type FrameworkProvided<T> = T;

export declare class FabricBytes {
  constructor(bytes: Uint8Array | readonly number[]);
  readonly length: number;
  slice(start?: number, end?: number): Uint8Array;
  readonly [member: string]: any;
}
export declare class FabricHash {
  constructor(...parts: any[]);
  readonly [member: string]: any;
}
export declare class FabricEpochDay {
  constructor(value: bigint);
  readonly value: bigint;
}
export declare class FabricEpochNsec {
  constructor(value: bigint);
  readonly value: bigint;
}
export declare class FabricRegExp {
  constructor(...parts: any[]);
  readonly [member: string]: any;
}
export declare class FabricKeyPair {
  constructor(...parts: any[]);
  readonly [member: string]: any;
}

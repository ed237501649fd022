export declare function installInto(vsix?: string): Promise<{
  readonly extensions: string;
  readonly remove: () => Promise<void>;
}>;

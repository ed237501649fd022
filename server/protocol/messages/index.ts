/**
 * Every sentence that the product can say, by group:
 *
 * PB10xx syntax, imports and files   syntax.ts
 * PB102x slips that the text shows    slips.ts
 * PB11xx verification                verification.ts
 * PB12xx errors while running        running.ts, patterns.ts
 * PB13xx limits                      limits.ts
 * PB14xx permissions                 permissions.ts
 * PB143x breakpoints                 debugging.ts
 * PB15xx the run itself              run.ts
 * PB16xx the command line            usage.ts
 * PB17xx the editor                  editor.ts
 * PB18xx pattern tests               testing.ts
 */
export * from './command-words.ts';
export * from './reason-words.ts';
export * from './fault-words.ts';
export * from './code-words.ts';
export * from './guest-words.ts';
export * from './debugging.ts';
export * from './editor-words.ts';
export * from './editor.ts';
export * from './fix-words.ts';
export * from './fixtures.ts';
export * from './limits.ts';
export * from './message.ts';
export * from './missing-names.ts';
export * from './permissions.ts';
export * from './run.ts';
export * from './running.ts';
export * from './show-words.ts';
export * from './slips.ts';
export * from './stack-words.ts';
export * from './syntax.ts';
export * from './testing.ts';
export * from './trace-words.ts';
export * from './types-setup.ts';
export * from './usage.ts';
export * from './verification.ts';
export * from './patterns.ts';

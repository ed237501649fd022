/** The titles of quick fixes. They carry no code. */
export const fixWords = Object.freeze({
  replaceWith: (text: string) => `Replace with ${text}`,
  optionalRead: (access: string) => `Read it only if it is there: ${access}`,
  leaveOutGet: 'Leave out .get()',
  emptyList: (text: string) => `Use an empty list where it is absent: ${text}`,
  declareWithLet: (name: string) => `Declare ${name} with let`,
  constructWithNew: 'Construct it with new',
  awaitPromise: 'Wait for the promise with await',
  throwError: 'Throw an Error',
  wrapInFunction: 'Put it into a function',
  importName: (name: string, module: string) => `Import ${name} from "${module}"`,
  changeCell: (method: string) => `Call .${method}() on the cell`,
});

export const shared = { list: ['a'] };

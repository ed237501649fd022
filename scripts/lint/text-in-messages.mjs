// Text that a user can read has its place in server/protocol/messages/. This rule reports it
// elsewhere: phrases of two words or more, and single words where they are plainly shown.

/** A word, a space, a word: no identifier, path, event name or style has that. */
const phrase = /\p{L}[\p{L}\d’'"”`)]*[,.:;!?…]? \p{L}/u;
const word = /^\p{Lu}\p{Ll}/u;
/** Texts in a language of machines: the declaration of a document, code as source. */
const code =
  /^\s*(?:<[?!]|\(?function \(|import \{|(?:let|const|interface|typeof) [\w$]|\{ const |use strict$)/;

/** Properties and functions whose texts people read. */
const shownProperties = new Set([
  'title',
  'label',
  'tooltip',
  'description',
  'detail',
  'prompt',
  'placeHolder',
  'placeholder',
  'heading',
  'textContent',
  'aria-label',
]);
const shownCalls =
  /^(?:show(?:Information|Warning|Error)Message|createTextNode|setStatusBarMessage|TreeItem|MarkdownString)$/;

/** Functions that take lists of names, selectors and the like: spaces mean something else there. */
const technicalCalls = new Set([
  'split',
  'querySelector',
  'querySelectorAll',
  'closest',
  'exec',
  'Symbol',
]);
/** Properties that hold lists of class names, or code of a library. */
const technicalProperties = new Set(['class', 'className', 'viewItem', 'accept-encoding']);

function nameOfCallee({ callee }) {
  if (callee?.type === 'Identifier') return callee.name;
  return callee?.type === 'MemberExpression' ? (callee.property.name ?? '') : '';
}

function nameOfKey(node) {
  const { key } = node;
  return key?.type === 'Identifier' ? key.name : String(key?.value ?? '');
}

/** The text that a literal shows: of a template, the parts between its values. */
function textOf(node) {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : '';
  return node.quasis.map(({ value }) => value.cooked ?? '').join('\u0000');
}

/** What the literal, alone or joined to others, is a direct part of. */
function contextOf(node) {
  const { parent } = node;
  if (parent.type === 'BinaryExpression' && parent.operator === '+') return contextOf(parent);
  if (parent.type === 'Property' && parent.value === node) return { property: nameOfKey(parent) };
  if (parent.type === 'AssignmentExpression' && parent.left.type === 'MemberExpression') {
    return { property: parent.left.property.name };
  }
  if (parent.type === 'CallExpression' || parent.type === 'NewExpression') {
    return { call: nameOfCallee(parent) };
  }
  if (parent.type === 'MemberExpression' && parent.object === node) {
    return { call: parent.property.name };
  }
  return {};
}

function isTechnical(node, { property, call }) {
  if (/^(?:Import|Export|TS)/.test(node.parent.type)) return true;
  if (node.parent.type === 'ExpressionStatement' && node.parent.directive) return true;
  return technicalProperties.has(property) || technicalCalls.has(call);
}

/** @type {import('eslint').Rule.RuleModule} */
export const textInMessages = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      move: 'Text that people read is defined in server/protocol/messages/, not here.',
    },
  },
  create(context) {
    const check = (node) => {
      const found = contextOf(node);
      if (isTechnical(node, found)) return;
      const text = textOf(node);
      if (code.test(text)) return;
      const plainlyShown = shownProperties.has(found.property) || shownCalls.test(found.call ?? '');
      if (phrase.test(text) || (plainlyShown && word.test(text))) {
        context.report({ node, messageId: 'move' });
      }
    };
    return {
      Literal: check,
      TemplateLiteral: (node) => {
        if (node.parent.type !== 'TaggedTemplateExpression') check(node);
      },
    };
  },
};

/** Rules of this house that no linter brings: each says where else the thing belongs. */

const isCallOf = (node, object, property) => node.callee.type === 'MemberExpression' && node.callee.object.name === object && node.callee.property.name === property;

/** Entry points and tool configurations are found by their default export; everything else by its name. */
const noDefaultExport = {
  create: (context) => ({
    ExportDefaultDeclaration: (node) => {
      context.report({ node, message: 'No default export outside entrypoints and tool configs: a name that is the same everywhere can be searched for.' });
    },
  }),
};

/** What comes from pages, files and people is shown as text. */
const noRawHtml = {
  create: (context) => {
    const refuse = (node) => { context.report({ node, message: 'Never HTML from a string: what comes from pages, files and people is shown as text.' }); };
    return {
      JSXAttribute: (node) => { if (node.name.name === 'dangerouslySetInnerHTML') refuse(node); },
      MemberExpression: (node) => { if (/^(innerHTML|outerHTML|insertAdjacentHTML)$/u.test(node.property.name ?? node.property.value ?? '')) refuse(node); },
    };
  },
};

/** Domain code is pure: time, ids and chance are arguments. */
const noAmbientTime = {
  create: (context) => ({
    CallExpression: (node) => {
      if (isCallOf(node, 'Date', 'now')) context.report({ node, message: 'Domain code gets the time as an argument.' });
      if (isCallOf(node, 'Math', 'random')) context.report({ node, message: 'Domain code gets ids and chance as arguments.' });
    },
    NewExpression: (node) => {
      if (node.callee.name === 'Date' && node.arguments.length === 0) context.report({ node, message: 'Domain code gets the time as an argument.' });
    },
  }),
};

export default {
  meta: { name: 'house' },
  rules: { 'no-default-export': noDefaultExport, 'no-raw-html': noRawHtml, 'no-ambient-time': noAmbientTime },
};

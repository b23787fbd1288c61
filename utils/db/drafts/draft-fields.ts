/** The fields of a form, as its draft keeps them. */

type Fields = Record<string, unknown>;

/**
 * The fields of a form's draft. What was typed before the database had answered stands on a line of its own
 * behind what was left (`useDraft`); a later field wins.
 */
export function draftFields(text: string): Fields {
  return Object.assign({}, ...text.split('\n').map(fieldsOfLine)) as Fields;
}

function fieldsOfLine(line: string): object {
  try {
    const read: unknown = JSON.parse(line);
    return typeof read === 'object' && read !== null ? read : {};
  } catch {
    return {};
  }
}

/** The draft without what it says under these names, however deep: of a form that asks for a word on each of many things. `null`: without all of it. */
export function cutDraft(text: string, names: readonly string[] | null): string {
  if (names === null || text === '') return '';
  const left = Object.entries(without(draftFields(text), names)).filter(([, value]) => JSON.stringify(value) !== '{}');
  return left.length === 0 ? '' : JSON.stringify(Object.fromEntries(left));
}

function without(fields: Fields, names: readonly string[]): Fields {
  const rest = Object.entries(fields).filter(([name]) => !names.includes(name));
  return Object.fromEntries(rest.map(([name, value]) => [name, typeof value === 'object' && value !== null && !Array.isArray(value) ? without(value as Fields, names) : value]));
}

/** The only ways in which a text gets into HTML, Markdown or CSV. Everything typed passes through here. */
import { showSafely } from '../../text/normalize';
import type { Piece } from './quiet-addresses';
import { mayHaveAddress, withQuietAddresses } from './quiet-addresses';

/** HTML that came from a template here, never from a text. */
export class SafeHtml {
  constructor(readonly source: string) {}
}

export type HtmlPart = SafeHtml | string | number | null | undefined | false | readonly HtmlPart[];

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '`': '&#96;' };

/**
 * A text as HTML text or attribute value. What turns its direction, controls, or hides a sentence in tags is shown as a mark (`showSafely`);
 * other signs that are not seen (zero-width space, soft hyphen, joiners, fillers) stay: scripts and emoji need them, and they change no order.
 */
export function escapeHtml(text: string): string {
  return showSafely(text).replace(/[&<>"'`]/g, (c) => ENTITIES[c] ?? c);
}

function part(value: HtmlPart): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof SafeHtml) return value.source;
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(value);
  return value.map(part).join('');
}

/** Template tag: literal parts are HTML, everything put in is escaped unless it is SafeHtml itself. */
export function html(literals: TemplateStringsArray, ...values: readonly HtmlPart[]): SafeHtml {
  return new SafeHtml(literals.reduce((out, literal, i) => out + part(values[i - 1]) + literal));
}

/** Parts one after the other. */
export function joinHtml(parts: readonly HtmlPart[], separator = ''): SafeHtml {
  return new SafeHtml(parts.map(part).join(separator));
}

const MARKDOWN: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function literalPiece(plain: string): Piece {
  return { plain, shown: MARKDOWN[plain] ?? (/[\\`*_[\]#|~$]/.test(plain) ? `\\${plain}` : plain) };
}

/** As `escapeMarkdown`, within a line: what counts only where a line begins stays. */
export function escapeWithinLine(text: string): string {
  const seen = showSafely(text).replace(/\r\n?/g, '\n');
  return mayHaveAddress(seen) ? withQuietAddresses(seen.split('').map(literalPiece)) : seen.replace(/[\\`*_[\]#|~$&<>]/g, (c) => literalPiece(c).shown);
}

/** A text as Markdown text: no HTML, links, emphasis, headings, tables or math come out of it. Addresses are code: see `quiet-addresses.ts`. */
export function escapeMarkdown(text: string): string {
  return escapeWithinLine(text).replace(/^([ \t]*)([-+=]|\d+(?=[.)]))/gm, (_all, space: string, mark: string) => space + (/\d/.test(mark) ? `${mark}\\` : `\\${mark}`));
}

/** Escaped Markdown on one line, for table cells and list items. */
export function inlineMarkdown(text: string): string {
  return escapeMarkdown(text.trim()).replace(/\s*\n\s*/g, ' / ');
}

/**
 * In this order: code on one line, backticks that end nowhere, a code block's fence, an escaped sign, an entity of ours, and whatever else.
 * A bar would part a code span when it stands in a table. An entity of any other sign could make an address of what is none.
 */
const WRITTEN = /(?<ticks>`+)(?!`)(?<code>[^`|\n]|[^`|\n][^|\n]*?[^`|\n])\k<ticks>(?!`)|(?<loose>`+)|(?<fence>~{3,})|\\(?<escaped>[!-/:-@[-`{-~])|&(?:amp|lt|gt);|[^]/g;
/** So far is looked from a sign for what makes it one of Markdown. */
const NEAR = 100;
const ENTITY: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** Markdown that a person wrote on purpose: their marks stay, HTML, links (hidden or bare) and code blocks, which could hide what follows, don't. */
export function tameMarkdown(text: string): string {
  const written = showSafely(text).replace(/\r\n?/g, '\n');
  const pieces: Piece[] = [];
  for (const { 0: found, index, groups = {} } of written.matchAll(WRITTEN)) {
    if (groups.code !== undefined) pieces.push({ shown: found.replaceAll('<', '&lt;'), plain: '`', isCode: true });
    else if (groups.loose !== undefined || groups.fence !== undefined) pieces.push(...found.split('').map((plain) => ({ plain, shown: `\\${plain}` })));
    else if (groups.escaped !== undefined) pieces.push({ plain: groups.escaped, shown: groups.escaped === '<' ? '&lt;' : found });
    else if (found.length > 1) pieces.push({ plain: ENTITY[found] ?? '', shown: found });
    else pieces.push({ plain: found, shown: tamed(found, written.slice(Math.max(0, index - NEAR), index), written.slice(index + 1, index + NEAR)) });
  }
  return withQuietAddresses(pieces);
}

/** One sign as it is written, or so that it does nothing. */
function tamed(sign: string, before: string, after: string): string {
  if (sign === '<') return '&lt;';
  if (sign === '&') return /^#?\w+;/.test(after) ? '&amp;' : sign;
  const opens = sign === ']' ? /^\s*[([:]/.test(after) : sign === ':' && /\b(?:javascript|vbscript|data)\s*$/i.test(before);
  return opens ? `\\${sign}` : sign;
}

/** Where a cell begins for a program that parts cells by semicolon or tab, as Excel does in most of Europe, and a formula with it. */
const LATER_FORMULA = /(?=[=+\-@|＝＋－＠])(?<=[;\t\n]["\s\p{Cf}]*)/gu;

/** A CSV cell that no spreadsheet takes for a formula, nor any part of it, whatever it takes for the sign between cells. */
export function csvCell(text: string): string {
  const shown = showSafely(text).replace(/\r\n?/g, '\n').replace(LATER_FORMULA, "'");
  return /^["\s\p{Cf}]*[=+\-@|＝＋－＠\t\r]/u.test(text) ? `'${shown}` : shown;
}

/** Part of a web page kept as evidence (근거 자료), with its address and time. */

/** What of the page was kept: its article, a selection, or the address alone. */
export const CLIP_KINDS = ['article', 'selection', 'link'] as const;
export type ClipKind = (typeof CLIP_KINDS)[number];

/** Why only the address (and a selection, if any) could be kept. */
export const CLIP_LIMITS = ['not_an_article', 'empty', 'pdf', 'too_large', 'no_access'] as const;
export type ClipLimit = (typeof CLIP_LIMITS)[number];

export interface Clip {
  id: string;
  dealId: string;
  /** '' when clipped outside any meeting. */
  meetingId: string;
  /** The checklist item it is a source of, or null. */
  itemId: string | null;
  topic: string | null;
  kind: ClipKind;
  limit: ClipLimit | null;
  /** http(s) only. */
  url: string;
  title: string;
  siteName: string;
  byline: string;
  /** BCP 47 as the page says, '' when it doesn't. */
  language: string;
  direction: 'ltr' | 'rtl';
  /** Sanitised: no script, handler, style, form or loading image; '' for selections of plain text and links. */
  html: string;
  /** The same as plain text, or the selection. */
  text: string;
  at: number;
  updatedAt: number;
}

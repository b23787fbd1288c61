/** What the popup's box does without at first, in one piece: it is asked for at once, and each piece more has its own list of files in the first load. */
export { BelowLine } from './BelowLine';
export { capture, keepDraft, readPopupDraft } from './popup-desk';
export { TargetBar } from './TargetBar';

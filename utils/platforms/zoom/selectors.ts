/** Everything Baton knows of Zoom's web client (7.1–7.2, October 2026; platforms.md §2). */

/** The shell's iframe: a document that has it is not the call. */
export const SHELL_FRAME = 'iframe#webclient';
/** The leave button's box in the footer; nodes remain when the bar hides. */
export const LEAVE = '#wc-footer .footer__leave-btn-container button';
export const FOOTER = '#wc-footer';
/** Before the call: preview and waiting room; the latter sits inside `.meeting-app`. */
export const PREVIEW = '.preview-root';
export const WAITING = '.waiting-room-container, .on-hold-main';
/** Moving to a breakout room, or reconnecting. */
export const TRANSFER = '.loading-layer--bo-room, .loading-layer--reset-webclient, .dialog-reconnect-container';
/** Disconnected for good. */
export const GONE = '#wc-leave';
/** An open dialog: when the host has ended the meeting, one stands over a page that still has its leave button. */
export const MODAL_TITLE = '.zm-modal-body-title';
/** Anything of the meeting document. */
export const MEETING = '#wc-container, .meeting-app';
/** Tiles with names. */
export const TILE_NAME = '.video-avatar__avatar-footer > span[role="none"], .video-avatar__avatar-footer > span, .video-avatar__avatar-name';
/** The participants panel, virtualised: only visible rows exist. */
export const PERSON_ROW = '.participants-li';
export const PERSON_NAME = '.participants-item__display-name';
export const PERSON_LABEL = '.participants-item__name-label';
/** What moves while a meeting lives: captions and the active speaker. */
export const LIFE = '.live-transcription-subtitle__item, [class*="--active"]';

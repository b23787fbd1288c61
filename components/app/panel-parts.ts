/**
 * What pages of the library show of the panel. They take it from here, with the whole panel behind it: were its parts asked for one by
 * one, the build would cut the panel's script into pieces for their sake, and the panel opens first.
 */
export { ReadinessStrip } from '../call/ReadinessStrip';
export { ChecklistView } from '../checklist/ChecklistView';
export { SavedIndicator } from '../undo/SavedIndicator';
export { UndoButton } from '../undo/UndoButton';
export { PanelApp } from './PanelApp';

/**
 * Where the capture bar is. The side panel's page has it from the first paint on, with a box that takes
 * keys before the app is there; other pages get one where the bar stands.
 */
export interface CaptureDock { section: HTMLElement; above: HTMLElement; box: HTMLTextAreaElement; side: HTMLElement; /** Part of the page itself. */ own: boolean }

let made: CaptureDock | null = null;

function find(): CaptureDock | null {
  const section = document.querySelector<HTMLElement>('body > #capture-dock');
  const above = section?.querySelector<HTMLElement>('#capture-above');
  const box = section?.querySelector<HTMLTextAreaElement>('#capture');
  const side = section?.querySelector<HTMLElement>('#capture-side');
  return section && above && box && side ? { section, above, box, side, own: true } : null;
}

function make(): CaptureDock {
  const section = document.createElement('section');
  const above = document.createElement('div');
  const line = document.createElement('div');
  const box = document.createElement('textarea');
  const side = document.createElement('div');
  section.className = 'capture';
  above.className = 'capture-above';
  line.className = 'capture-line';
  Object.assign(box, { id: 'capture', className: 'field-input', rows: 1, autocomplete: 'off' });
  line.append(box, side);
  section.append(above, line);
  return { section, above, box, side, own: false };
}

/** The page's dock, or the one made for a page that has none. */
export function captureDock(): CaptureDock {
  return find() ?? (made ??= make());
}

/** Makes a box as high as its lines, where the style sheet can't say so itself. */
export function fitBox(box: HTMLTextAreaElement): void {
  if (CSS.supports('field-sizing', 'content')) return;
  box.style.height = 'auto';
  box.style.height = `${String(Math.min(box.scrollHeight + 2, 120))}px`;
}

/**
 * Shows the dock while a capture bar uses it; a made one stands in `place`. Returns how to let go: what was
 * typed is in its draft by then, so the box is emptied, or the next meeting would take it for its own.
 */
export function occupyDock(dock: CaptureDock, place: HTMLElement | null): () => void {
  if (!dock.own) place?.append(dock.section);
  dock.section.hidden = false;
  return () => {
    dock.box.value = '';
    if (dock.own) dock.section.hidden = true;
    else dock.section.remove();
  };
}

/** The app is there and shows no capture bar: no box either. What was typed already waits in it for a meeting. */
export function restDock(): void {
  const dock = find();
  if (dock) dock.section.hidden = true;
}

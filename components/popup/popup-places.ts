/** The parts of popup.html that are there before the app. */
export interface PopupPlaces { above: HTMLElement; box: HTMLTextAreaElement }

/** Finds them; makes them around the app's root where the page hasn't got them (a component test). */
export function popupPlaces(): PopupPlaces {
  const above = document.querySelector<HTMLElement>('#popup-above');
  const box = document.querySelector<HTMLTextAreaElement>('#popup-box');
  if (above && box) return { above, box };
  const made = { above: document.createElement('div'), box: document.createElement('textarea') };
  const main = document.createElement('main');
  main.className = 'popup';
  made.above.id = 'popup-above';
  Object.assign(made.box, { id: 'popup-box', className: 'field-input popup-line', rows: 3 });
  const root = document.querySelector('#root');
  root?.classList.add('popup-below');
  root?.before(main);
  main.append(made.above, made.box, ...(root ? [root] : []));
  made.box.focus();
  return made;
}

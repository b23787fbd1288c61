/** The keyboard in a form that opens in the place of a row, and on a screen that opens in the place of another. */
import type { KeyboardEvent } from 'react';

/** As a form's `ref`: its first field has the caret, for the button that opened the form is gone. */
export function enterForm(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>('textarea, input, select')?.focus();
}

/** As `onKeyDown`: Escape leaves the form and what was typed stays as its draft; "cancel" takes that back. An IME's own keys are left to it. */
export function leaveByEscape(leave: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.stopPropagation();
    leave();
  };
}

/** As the `ref` of a screen's heading: the button that led here is gone, and the keyboard goes on from here; whoever is somewhere else is left there. */
export function enterScreen(heading: HTMLElement | null): void {
  if (!heading || document.activeElement !== document.body) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

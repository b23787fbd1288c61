/** The keyboard in a form that opens in the place of a row. */
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

import { useEffectEvent, useLayoutEffect, useRef } from 'react';

/** Writes the line into the box, unless it stands there already: writing moves the caret. */
function writeBox(box: HTMLTextAreaElement, text: string): void {
  if (box.value !== text) box.value = text;
}

/** Gives a box that the page had before the app its name and hints in the chosen language. */
export function nameBox(box: HTMLTextAreaElement, label: string, placeholder: string, hintId: string): void {
  box.setAttribute('aria-label', label);
  box.setAttribute('aria-describedby', hintId);
  box.placeholder = placeholder;
}

/** What was typed before the app was there: an Enter in it meant to send what stands before it. */
export interface EarlyText { lines: string[]; rest: string }

function earlyText(value: string): EarlyText {
  const lines = value.split('\n');
  const rest = lines.pop() ?? '';
  return { lines, rest };
}

/**
 * Keeps a box that the page had before the app, and the line in the app, the same. `begin` gets what was
 * typed before; `setText` each change after.
 */
export function useBoxText(box: HTMLTextAreaElement, text: string, begin: (early: EarlyText) => void, setText: (text: string) => void): void {
  const heard = useEffectEvent(() => { setText(box.value); });
  const found = useEffectEvent(() => { begin(earlyText(box.value)); });
  const began = useRef(false);
  // Before the box is read, and in the same breath: a key between the two would be in the box and not in the app.
  useLayoutEffect(() => {
    const onInput = (): void => { heard(); };
    box.addEventListener('input', onInput);
    return () => { box.removeEventListener('input', onInput); };
  }, [box]);
  useLayoutEffect(() => {
    if (began.current) { writeBox(box, text); return; }
    began.current = true;
    if (box.value !== '') found();
  }, [box, text]);
}

/** The box's keys; while an IME composes they belong to it: a Korean syllable must not be cut. */
export function useBoxKeys(box: HTMLTextAreaElement, onKey: (e: KeyboardEvent) => void): void {
  const heard = useEffectEvent((e: KeyboardEvent) => {
    if (!e.isComposing && e.keyCode !== 229) onKey(e);
  });
  useLayoutEffect(() => {
    const onDown = (e: KeyboardEvent): void => { heard(e); };
    box.addEventListener('keydown', onDown);
    return () => { box.removeEventListener('keydown', onDown); };
  }, [box]);
}

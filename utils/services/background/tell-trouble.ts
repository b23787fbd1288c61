/** What the worker can't write is said where somebody will look: on the toolbar button, and in the panel and popup. */
import { showTrouble } from '../../panel/side-panel';
import type { CaptureTrouble } from '../../settings/capture-news';
import { CAPTURE_TROUBLES, callTrouble, captureTrouble } from '../../settings/capture-news';
import { nameTrouble } from '../trouble/name-trouble';

async function reasonOf(error: unknown): Promise<CaptureTrouble['reason']> {
  const told = error instanceof Error ? CAPTURE_TROUBLES.find((reason) => reason === error.message) : undefined;
  return told ?? ((await nameTrouble(error, null)) === 'full' ? 'no_space' : 'database');
}

/** A right click kept nothing. */
export async function tellClickFailed(error: unknown, at: number): Promise<void> {
  await captureTrouble.setValue({ reason: await reasonOf(error), at });
}

/** The last right click was kept. */
export async function tellClickKept(): Promise<void> {
  await captureTrouble.setValue(null);
}

/** What a call page reported could not be written. The page asks again for a beginning; the rest is said here. */
export async function tellCallFailed(tabId: number, error: unknown, at: number): Promise<void> {
  await callTrouble.setValue({ reason: await reasonOf(error), at });
  await showTrouble(tabId);
}

/** Something a call page reported was written: what was said of it is over. */
export async function tellCallKept(): Promise<void> {
  if ((await callTrouble.getValue()) !== null) await callTrouble.setValue(null);
}

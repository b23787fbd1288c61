/** Asks again and again until there is something, and says what it waited for when there never is. */
export async function until<T>(
  ask: () => T | null | undefined | false | Promise<T | null | undefined | false>,
  { what, timeout = 15_000, every = 50 }: { what: string | (() => string); timeout?: number; every?: number },
): Promise<T> {
  const end = Date.now() + timeout;
  for (;;) {
    const found = await ask();
    if (found !== null && found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error(`Waited ${String(Math.round(timeout / 1000))} s for ${typeof what === 'string' ? what : what()}, in vain.`);
    await new Promise((resolve) => setTimeout(resolve, every));
  }
}

export async function wait(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}

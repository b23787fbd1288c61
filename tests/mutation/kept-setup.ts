/** In a thread that stays, the mutant of the run before is still switched on while the next test files are read. */
import { inject } from 'vitest';

declare module 'vitest' { interface ProvidedContext { mutantActivation?: 'static' | 'runtime' } }

const stryker = (globalThis as { __stryker__?: { activeMutant?: string } }).__stryker__;
if (stryker && inject('mutantActivation') !== 'static') delete stryker.activeMutant;

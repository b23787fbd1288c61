/** On the address of a test server Dexie takes itself for under development, and has each access traced: Baton's own pages never do. */
import { Dexie } from 'dexie';

Dexie.debug = false;

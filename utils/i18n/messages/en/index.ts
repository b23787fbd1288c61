import { messages as panel } from './for-panel';
import { after } from './pages/after';
import { checklists } from './pages/checklists';
import { cost } from './pages/cost';
import { deal } from './pages/deal';
import { help } from './pages/help';
import { library } from './pages/library';
import { reply } from './pages/reply';
import { search } from './pages/search';
import { settings } from './pages/settings';
import { popup } from './popup';

/** Everything: what the library page shows, and the shape of all texts. */
export const messages = { ...panel, popup, after, checklists, cost, deal, help, library, reply, search, settings };

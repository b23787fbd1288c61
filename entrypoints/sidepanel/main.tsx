import { createRoot } from 'react-dom/client';
import { PanelApp } from '@/components/app/PanelApp';
import { Providers } from '@/components/app/Providers';
import { panelTexts } from '@/utils/i18n/panel-texts';

// The worker opens each panel with its tab's id; a window of its own has none.
const tab = new URLSearchParams(location.search).get('tab');
const root = document.querySelector('#root');
if (root) createRoot(root).render(<Providers load={panelTexts}><PanelApp tabId={tab ? Number(tab) : null} /></Providers>);

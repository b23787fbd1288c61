import { createRoot } from 'react-dom/client';
import { Providers } from '@/components/app/Providers';
import { PopupApp } from '@/components/popup/PopupApp';
import { popupTexts } from '@/utils/i18n/popup-texts';

const root = document.querySelector('#root');
if (root) createRoot(root).render(<Providers load={popupTexts}><PopupApp /></Providers>);

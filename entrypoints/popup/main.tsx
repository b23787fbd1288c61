import { createRoot } from 'react-dom/client';
import { Providers } from '@/components/app/Providers';
import { PopupApp } from '@/components/popup/PopupApp';

const root = document.querySelector('#root');
if (root) createRoot(root).render(<Providers surface="popup"><PopupApp /></Providers>);

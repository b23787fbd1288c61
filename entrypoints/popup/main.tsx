import { createRoot } from 'react-dom/client';
import { PopupApp } from '@/components/app/PopupApp';
import { Providers } from '@/components/app/Providers';

const root = document.querySelector('#root');
if (root) createRoot(root).render(<Providers surface="panel"><PopupApp /></Providers>);

import { createRoot } from 'react-dom/client';
import { Providers } from '@/components/app/Providers';
import { LibraryApp } from '@/components/library/LibraryApp';

const root = document.querySelector('#root');
if (root) createRoot(root).render(<Providers surface="library"><LibraryApp /></Providers>);

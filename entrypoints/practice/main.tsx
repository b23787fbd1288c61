import { createRoot } from 'react-dom/client';
import { Providers } from '@/components/app/Providers';
import { PracticePanel } from '@/components/help/PracticePanel';

const root = document.querySelector('#root');
if (root) createRoot(root).render(<Providers surface="library"><PracticePanel /></Providers>);

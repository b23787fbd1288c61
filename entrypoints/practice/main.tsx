import { createRoot } from 'react-dom/client';
import { Providers } from '@/components/app/Providers';
import { PracticePanel } from '@/components/help/PracticePanel';
import { libraryTexts } from '@/utils/i18n/library-texts';

const root = document.querySelector('#root');
if (root) createRoot(root).render(<Providers load={libraryTexts}><PracticePanel /></Providers>);

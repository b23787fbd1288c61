import { defineBackground } from 'wxt/utils/define-background';
import { runBackground } from '@/utils/services/background/run-background';

export default defineBackground({ type: 'module', main: runBackground });

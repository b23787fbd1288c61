import { Undo2 } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/Button';
import { useUndo } from './use-undo';

/** Takes back what was done last in this place (a meeting, or the deal that is being worked on). */
export function UndoButton({ place }: { place: string }) {
  const t = useTranslations('call');
  const undo = useUndo(place);
  return (
    <Button look="icon" aria-label={t('undoLast')} aria-keyshortcuts="Alt+Z" title={t('undoLast')} onClick={undo}>
      <Undo2 size={17} aria-hidden />
    </Button>
  );
}

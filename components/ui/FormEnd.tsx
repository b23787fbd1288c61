import { useTranslations } from 'use-intl';
import { Button } from './Button';
import { Restored } from './Restored';

interface Props {
  /** What was being typed was found on opening. */
  restored: boolean;
  /** Takes back what was typed. */
  onCancel: () => void;
  /** There is nothing to save yet. */
  blocked?: boolean;
  /** What saving is called, where it is more than that. */
  save?: string;
}

/** How a small form ends: what came back, the way out and "save", which sends it. */
export function FormEnd({ restored, onCancel, blocked = false, save }: Props) {
  const t = useTranslations('common');
  return (
    <>
      <Restored shown={restored} />
      <div className="row end">
        <Button look="quiet" onClick={onCancel}>{t('cancel')}</Button>
        <Button look="primary" type="submit" disabled={blocked}>{save ?? t('save')}</Button>
      </div>
    </>
  );
}

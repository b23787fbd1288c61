import { useTranslations } from 'use-intl';
import { Button } from '../../../ui/Button';

/** How a form ends that cannot be saved any more: what was typed stays to be copied. */
export function LockedForm({ why, onDiscard, onClose }: { why: 'locked' | 'removed'; onDiscard: () => void; onClose: () => void }) {
  const t = useTranslations('checklists');
  return (
    <>
      <p className="banner owned" role="alert">{t(why === 'locked' ? 'item.locked' : 'ready.removed')}</p>
      <div className="row end"><Button look="quiet" onClick={onDiscard}>{t('item.discard')}</Button><Button onClick={onClose}>{t('item.close')}</Button></div>
    </>
  );
}

import { useTranslations } from 'use-intl';

/** Says that something was begun here and is not saved: a draft of it was left. */
export function Begun() {
  const t = useTranslations('call');
  return <span className="tag begun">{t('begun')}</span>;
}

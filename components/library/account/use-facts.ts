import { useTranslations } from 'use-intl';
import type { Contact } from '@/utils/deal/contact';

/** What is known of a person besides the name, for a line. */
export function useFacts(): (contact: Contact) => string[] {
  const t = useTranslations('library.contacts');
  const tc = useTranslations('common');
  return (c) => [c.role, c.influence === '' ? '' : t(`influences.${c.influence}`), tc(`side.${c.side}`), c.email, c.phone, c.remark].filter((fact) => fact !== '');
}

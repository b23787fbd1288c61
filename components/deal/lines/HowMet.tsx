import { useTranslations } from 'use-intl';
import type { CustomClass, Want } from '@/utils/notes/records';
import { CUSTOM_CLASSES } from '@/utils/notes/records';
import { isClassed } from '@/utils/notes/want-rules';
import { showSafely } from '@/utils/text/normalize';
import { Select, TextField } from '../../ui/Field';

/** The part of a want's form that says how it is met. */
export type HowMet = Required<Pick<Want, 'customClass' | 'customWhy'>>;

/** Standard, set, built or connected: sales proposes, and reads what delivery set; custom work asks why. */
export function HowMetFields({ want, value: { customClass, customWhy }, onChange }: { want: Want; value: HowMet; onChange: (part: Partial<HowMet>) => void }) {
  const t = useTranslations('deal.want');
  const tr = useTranslations('review.wants');
  return (
    <>
      {isClassed(want) && customClass ? <p><b>{t('how')}</b> {t(`classes.${customClass}`)} <span className="soft">{t('howSet', { by: showSafely(want.classedBy ?? '') })}</span></p> : (
        <Select label={t('how')} help={t('howHelp')} value={customClass ?? ''} onChange={(e) => { onChange({ customClass: (e.target.value || null) as CustomClass | null }); }}>
          <option value="">{tr('noPriority')}</option>
          {CUSTOM_CLASSES.map((one) => <option key={one} value={one}>{t(`classes.${one}`)}</option>)}
        </Select>
      )}
      {customClass === 'customisation' ? <TextField label={tr('why')} help={customWhy.trim() === '' ? t('whyHelp') : undefined} value={customWhy} onChange={(e) => { onChange({ customWhy: e.target.value }); }} /> : null}
    </>
  );
}

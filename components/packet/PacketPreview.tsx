import { useTranslations } from 'use-intl';
import { fill, labelOf, packetLabels } from '@/utils/packet/labels/labels';
import { usePanelStore } from '../app/panel-store';
import { usePreferences } from '../hooks/use-preferences';
import { Button } from '../ui/Button';
import type { Preview } from './use-preview';

/** Readiness rules with a way to mend each, and the page exactly as it is exported. */
export function PacketPreview({ preview }: { preview: Preview }) {
  const t = useTranslations('packet');
  const tc = useTranslations('common');
  if (preview.failure) return <p className="field-error" role="alert">{t('failed', { reason: preview.failure })}</p>;
  if (!preview.made) return <p className="soft" role="status">{tc('loading')}</p>;
  const html = preview.made.files['packet.html'];
  return (
    <>
      <Rules made={preview.made} />
      <section className="stack" aria-labelledby="packet-preview">
        <h2 id="packet-preview">{t('preview')}</h2>
        {/* No scripts in here: same origin only so that it can be printed. */}
        <iframe className="packet-frame" title={t('previewFrame')} sandbox="allow-same-origin allow-modals" srcDoc={typeof html === 'string' ? html : ''} />
      </section>
    </>
  );
}

function Rules({ made }: { made: NonNullable<Preview['made']> }) {
  const t = useTranslations('packet');
  const { language } = usePreferences();
  const go = usePanelStore((s) => s.go);
  const setFilter = usePanelStore((s) => s.setFilter);
  const labels = packetLabels(language);
  const { rules } = made.packet.readiness;
  const jump = (): void => { setFilter('unowned'); go('call-after-end'); };
  return (
    <section className="stack" aria-labelledby="packet-rules">
      <h2 id="packet-rules">{t('readiness')}</h2>
      <p className="soft">{t('rulesPassed', { passed: rules.filter((r) => r.pass).length, total: rules.length })}</p>
      <ul className="rules">
        {rules.map((rule) => {
          const name = labelOf(labels.rule, rule.id);
          const reason = rule.reason ? fill(labelOf(labels.reason, rule.reason.code), rule.reason.params) : '';
          return (
            <li key={rule.id} className={rule.pass ? 'pass' : 'fail'}>
              <span className="rule-mark" aria-hidden>{rule.pass ? '✓' : '•'}</span>
              <span className="grow">{name} <span className="visually-hidden">{rule.pass ? labels.rules.pass : labels.rules.fail}</span>{rule.pass || !reason ? null : <span className="soft"><br />{reason}</span>}</span>
              {!rule.pass && rule.reason && rule.reason.itemIds.length > 0 ? <Button look="quiet" aria-label={t('jump', { rule: name })} onClick={jump}>→</Button> : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

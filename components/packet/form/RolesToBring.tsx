import { X } from 'lucide-react';
import { useId, useRef } from 'react';
import { flushSync } from 'react-dom';
import { useTranslations } from 'use-intl';
import type { RoleToBring } from '@/utils/packet/input';
import { packetLabels } from '@/utils/packet/labels/labels';
import { Button } from '../../ui/Button';
import { TextArea, TextField } from '../../ui/Field';
import type { PacketForm } from './packet-form';
import { lackingRole, roleName, roleOf } from './packet-form';

interface Props {
  form: PacketForm;
  set: (part: Partial<PacketForm>) => void;
  /** Those whom the open gaps need. */
  generated: readonly RoleToBring[];
  problem: boolean;
}

/** Whom delivery is asked to send to the meeting, and what each is there for: not just "attendance". */
export function RolesToBring({ form, set, generated, problem }: Props) {
  const t = useTranslations('packet.roles');
  const section = useRef<HTMLElement>(null);
  const names = useId();
  const { language } = form;
  const roles: readonly RoleToBring[] = form.roles ?? generated;
  const change = (next: readonly RoleToBring[]): void => { set({ roles: next.map(({ role, why, itemIds }) => ({ role, why, itemIds })) }); };
  const edit = (index: number, part: Partial<RoleToBring>): void => { change(roles.map((one, i) => (i === index ? { ...one, ...part } : one))); };
  const field = (index: number): HTMLElement | undefined => section.current?.querySelectorAll<HTMLElement>('input')[index];
  const add = (): void => {
    flushSync(() => { change([...roles, { role: '', why: '', itemIds: [] }]); });
    field(roles.length)?.focus();
  };
  const remove = (index: number): void => {
    flushSync(() => { change(roles.filter((_, i) => i !== index)); });
    (field(Math.min(index, roles.length - 2)) ?? section.current?.querySelector<HTMLElement>('[data-add]'))?.focus();
  };
  const lacking = lackingRole(roles);
  return (
    <section ref={section} className="card" aria-labelledby={`${names}-title`}>
      <div className="stack tight"><h2 id={`${names}-title`}>{t('title')}</h2><p className="soft">{t('lead')}</p></div>
      {problem ? <p className="field-error" role="alert">{t('need')}</p> : null}
      <ul className="roles">
        {roles.map((one, index) => {
          const name = roleName(one.role, language) || t('nth', { n: index + 1 });
          const mark = index === lacking ? { 'data-problem': 'roles' } : {};
          return (
            // Nothing but its place tells one row from another.
            <li key={index} className="stack tight">
              <div className="row nowrap">
                <div className="grow">
                  <TextField label={t('role')} hideLabel placeholder={t('role')} list={names} value={roleName(one.role, language)} {...(one.role.trim() === '' ? mark : {})} onChange={(e) => { edit(index, { role: roleOf(e.target.value, language) }); }} />
                </div>
                <Button look="icon" aria-label={t('remove', { role: name })} title={t('remove', { role: name })} onClick={() => { remove(index); }}><X size={15} aria-hidden /></Button>
              </div>
              <TextArea label={t('why', { role: name })} hideLabel placeholder={t('why', { role: name })} value={one.why} {...(one.role.trim() === '' ? {} : mark)} onChange={(e) => { edit(index, { why: e.target.value }); }} />
            </li>
          );
        })}
      </ul>
      <datalist id={names}>{Object.values(packetLabels(language).role).map((name) => <option key={name} value={name} />)}</datalist>
      <div className="row">
        <Button data-add {...(roles.length === 0 ? { 'data-problem': 'roles' } : {})} onClick={add}>{t('add')}</Button>
        {form.roles === null ? null : <Button look="quiet" onClick={() => { set({ roles: null }); }}>{t('reset')}</Button>}
      </div>
    </section>
  );
}

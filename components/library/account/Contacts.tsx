import { Pencil, Trash2 } from 'lucide-react';
import { useLiveQuery } from 'dexie-react-hooks';
import type { ReactNode } from 'react';
import { Fragment, useState } from 'react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import type { DraftKey } from '@/utils/db/drafts/draft-keys';
import { draftKey } from '@/utils/db/drafts/draft-keys';
import { readContacts, readNames } from '@/utils/db/library/read-lists';
import type { Contact, Influence } from '@/utils/deal/contact';
import { INFLUENCES } from '@/utils/deal/contact';
import type { Account } from '@/utils/deal/deal';
import type { Side } from '@/utils/meeting/meeting';
import { SIDES } from '@/utils/meeting/meeting';
import type { ContactInput } from '@/utils/services/contact/save-contact';
import { editContact, saveContact } from '@/utils/services/contact/save-contact';
import { fits } from '@/utils/text/fits';
import { showSafely } from '@/utils/text/normalize';
import { changedFields } from '../../hooks/changed-fields';
import { useFormDraft, useOpenDrafts } from '../../hooks/use-form-draft';
import { useSaver } from '../../hooks/use-saver';
import { Begun } from '../../ui/Begun';
import { Button } from '../../ui/Button';
import { Select, TextField } from '../../ui/Field';
import { leaveByEscape } from '../../ui/form-keys';
import { Restored } from '../../ui/Restored';
import { DeletedLine, ListFrame } from '../ListFrame';
import type { Route } from '../route';
import { hrefOf } from '../route';
import { useDeleter } from '../use-deleter';
import { useFacts } from './use-facts';

/** Everybody we know, across accounts. */
export function ContactsPage({ route }: { route: Route }) {
  const t = useTranslations('library');
  const { q = '' } = route.params;
  const count = useLiveQuery(async () => {
    const [rows, { accounts }] = await Promise.all([readContacts(db), readNames(db)]);
    return rows.filter((c) => isMeant(c, accounts.get(c.accountId), q)).length;
  }, [q]);
  return (
    <ListFrame route={route} title={t('nav.contacts')} count={count ?? null}>
      <Contacts accountId={null} query={q} />
    </ListFrame>
  );
}

/** By anything that the row shows. */
function isMeant({ name, role, email, phone, remark }: Contact, account: Account | undefined, query: string): boolean {
  return fits(`${name} ${role} ${email} ${phone} ${remark} ${account?.name ?? ''}`, query);
}

/** People of one account, or of all: with role, influence and side; added and edited in place. */
export function Contacts({ accountId, query = '' }: { accountId: string | null; query?: string }) {
  const t = useTranslations('library');
  const all = useLiveQuery(() => readContacts(db), []);
  const names = useLiveQuery(() => readNames(db), []);
  const [open, setOpen] = useState<string | null>(null);
  // The form that was closed last: the keyboard comes back to its button.
  const [closed, setClosed] = useState<string | null>(null);
  const close = (): void => { setClosed(open); setOpen(null); };
  const deleter = useDeleter();
  const begun = useOpenDrafts();
  const mark = (contact: Contact | null): ReactNode => (begun.has(draftKeyOf(contact, accountId)) ? <Begun /> : null);
  const accounts = [...(names?.accounts.values() ?? [])];
  const rows = (all ?? []).filter((c) => (accountId === null || c.accountId === accountId) && isMeant(c, names?.accounts.get(c.accountId), query));
  return (
    <div className="stack">
      <DeletedLine deleter={deleter} />
      {all && rows.length === 0 && query === '' ? <p className="soft">{t('contacts.empty')}</p> : null}
      <ul className="review-list">
        {rows.map((contact) => (
          <li key={contact.id} className="review-item">
            {open === contact.id ? <ContactForm contact={contact} accounts={accounts} fixed={accountId} onDone={close} /> : (
              <ContactRow contact={contact} account={accountId === null ? names?.accounts.get(contact.accountId) : undefined} mark={mark(contact)} edited={closed === contact.id} onEdit={() => { setOpen(contact.id); }} onDelete={() => { void deleter.remove('contact', contact.id, contact.name); }} />
            )}
          </li>
        ))}
      </ul>
      {open === 'new' ? <div className="card narrow"><ContactForm contact={null} accounts={accounts} fixed={accountId} onDone={close} /></div> : null}
      {open === 'new' ? null : accounts.length > 0 ? <div className="row"><Button autoFocus={closed === 'new'} onClick={() => { setOpen('new'); }}>{t('contacts.add')}</Button>{mark(null)}</div> : <p className="soft">{t('contacts.noAccount')} <a href={hrefOf('deals')}>{t('deals.make')}</a></p>}
    </div>
  );
}

function ContactRow({ contact: c, account, mark, edited, onEdit, onDelete }: { contact: Contact; account: Account | undefined; mark: ReactNode; edited: boolean; onEdit: () => void; onDelete: () => void }) {
  const t = useTranslations('library');
  const tc = useTranslations('common');
  const name = showSafely(c.name);
  const facts = useFacts()(c);
  return (
    <div className="row nowrap">
      <p className="grow"><b>{name}</b>{account ? <> · <a href={hrefOf('account', account.id)}>{showSafely(account.name)}</a></> : null} {mark}<br /><span className="soft">{facts.map((fact, i) => <Fragment key={i}>{i > 0 ? ' · ' : ''}<span className="unbroken">{showSafely(fact)}</span></Fragment>)}</span></p>
      <Button look="icon" autoFocus={edited} aria-label={t('contacts.edit', { name })} title={tc('edit')} onClick={onEdit}><Pencil size={15} aria-hidden /></Button>
      <Button look="icon" aria-label={t('deleteOf', { title: name })} title={t('delete')} onClick={onDelete}><Trash2 size={15} aria-hidden /></Button>
    </div>
  );
}

interface FormProps { contact: Contact | null; accounts: readonly Account[]; fixed: string | null; onDone: () => void }

const NOBODY: ContactInput = { accountId: '', name: '', role: '', influence: '', side: 'customer', email: '', phone: '', remark: '' };

function inputOf({ accountId, name, role, influence, side, email, phone, remark }: Contact): ContactInput {
  return { accountId, name, role, influence, side, email, phone, remark };
}

/** A person being added belongs to the account whose page it is, and among all to none yet. */
function draftKeyOf(contact: Contact | null, fixed: string | null): DraftKey {
  return contact ? draftKey('form:contact', contact.id) : draftKey('form:new_contact', fixed ?? '');
}

/** Adds or edits a person. Each keystroke is kept as a draft. */
function ContactForm({ contact, accounts, fixed, onDone }: FormProps) {
  const t = useTranslations();
  const save = useSaver();
  const [opened] = useState(contact);
  const [tried, setTried] = useState(false);
  const { value: form, set, clear, restored } = useFormDraft<ContactInput>(draftKeyOf(contact, fixed), '', opened ? inputOf(opened) : { ...NOBODY, accountId: fixed ?? '' });
  const close = (): void => { clear(); onDone(); };
  const send = (): void => {
    setTried(true);
    if (form.name.trim() === '' || form.accountId === '') return;
    void save((at) => (opened ? editContact(db, opened.id, changedFields(opened, form), at) : saveContact(db, null, form, at))).then((id) => { if (id) close(); });
  };
  return (
    <form className="stack" noValidate aria-label={t('library.contacts.form')} onKeyDown={leaveByEscape(onDone)} onSubmit={(e) => { e.preventDefault(); send(); }}>
      <TextField label={t('library.contacts.name')} autoFocus value={form.name} error={tried && form.name.trim() === '' ? t('library.contacts.needName') : null} onChange={(e) => { set({ name: e.target.value }); }} />
      {fixed === null ? (
        <Select label={t('library.contacts.account')} value={form.accountId} error={tried && form.accountId === '' ? t('library.contacts.needAccount') : null} onChange={(e) => { set({ accountId: e.target.value }); }}>
          <option value="">{t('library.accounts.pick')}</option>
          {accounts.map((a) => <option key={a.id} value={a.id}>{showSafely(a.name)}</option>)}
        </Select>
      ) : null}
      <div className="pair">
        <TextField label={t('library.contacts.role')} value={form.role} onChange={(e) => { set({ role: e.target.value }); }} />
        <Select label={t('library.contacts.influence')} value={form.influence} onChange={(e) => { set({ influence: e.target.value as Influence | '' }); }}>
          <option value="">{t('library.contacts.noInfluence')}</option>
          {INFLUENCES.map((i) => <option key={i} value={i}>{t(`library.contacts.influences.${i}`)}</option>)}
        </Select>
        <Select label={t('library.contacts.side')} value={form.side} onChange={(e) => { set({ side: e.target.value as Side }); }}>
          {SIDES.map((s) => <option key={s} value={s}>{t(`common.side.${s}`)}</option>)}
        </Select>
        <TextField label={t('library.contacts.email')} type="email" value={form.email} onChange={(e) => { set({ email: e.target.value }); }} />
        <TextField label={t('library.contacts.phone')} type="tel" value={form.phone} onChange={(e) => { set({ phone: e.target.value }); }} />
        <TextField label={t('library.contacts.remark')} value={form.remark} onChange={(e) => { set({ remark: e.target.value }); }} />
      </div>
      <Restored shown={restored} />
      <div className="row end"><Button look="quiet" onClick={close}>{t('common.cancel')}</Button><Button type="submit" look="primary">{t('library.contacts.save')}</Button></div>
    </form>
  );
}

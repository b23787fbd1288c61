import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import { draftKey } from '@/utils/db/drafts/draft-keys';
import type { Names } from '@/utils/db/library/read-lists';
import { readNames } from '@/utils/db/library/read-lists';
import type { Account, Relationship } from '@/utils/deal/deal';
import { dealState } from '@/utils/deal/course';
import { RELATIONSHIPS } from '@/utils/deal/deal';
import { editAccount, mergeAccounts } from '@/utils/services/account/edit-account';
import { showSafely } from '@/utils/text/normalize';
import { RelationshipHint } from '../../deal/course/RelationshipHint';
import { useFormDraft } from '../../hooks/use-form-draft';
import { useSaver } from '../../hooks/use-saver';
import { Button } from '../../ui/Button';
import { Select, TextField } from '../../ui/Field';
import { Restored } from '../../ui/Restored';
import { useTakeBack } from '../../undo/use-take-back';
import type { Route } from '../route';
import { hrefOf } from '../route';
import { CareSection } from './CareSection';
import { Contacts } from './Contacts';
import { Doubles } from './Doubles';

/** One account: name, relationship, deals, people; and merging it with its double. */
export function AccountPage({ route }: { route: Route }) {
  const t = useTranslations('library');
  const ts = useTranslations('after.course.states');
  const names = useLiveQuery(() => readNames(db), []);
  const account = names?.accounts.get(route.id);
  const back = <p><a href={hrefOf('accounts')}>{t('accounts.back')}</a></p>;
  if (!names) return null;
  if (!account) return <div className="stack">{back}<p>{t('gone')} <a href={hrefOf('bin')}>{t('toBin')}</a></p></div>;
  const deals = [...names.deals.values()].filter((d) => d.accountId === account.id);
  return (
    <div className="stack">
      {back}
      <h1>{showSafely(account.name)}</h1>
      <AccountForm account={account} />
      <RelationshipHint account={account} />
      <CareSection account={account} />
      <section className="stack tight" aria-labelledby="account-deals">
        <h2 id="account-deals">{t('accounts.deals')} ({deals.length})</h2>
        <ul className="plain-list">{deals.map((d) => <li key={d.id}><a href={hrefOf('deal', d.id)}>{showSafely(d.name)}</a> <span className="soft">{ts(dealState(d))}</span></li>)}</ul>
      </section>
      <section className="stack tight" aria-labelledby="account-people">
        <h2 id="account-people">{t('accounts.contacts')}</h2>
        <Doubles accountId={account.id} />
        <Contacts accountId={account.id} />
      </section>
      <Merge account={account} names={names} />
    </div>
  );
}

type AccountFields = Required<Pick<Account, 'name' | 'relationship' | 'watcher'>>;

/**
 * Saves only over what it was opened on: another window's change is never lost silently. What nobody touched follows the
 * account. Each keystroke is kept as a draft.
 */
function AccountForm({ account }: { account: Account }) {
  const t = useTranslations('library.accounts');
  const save = useSaver();
  const [opened, setOpened] = useState(account);
  const draft = useFormDraft<AccountFields>(draftKey('form:account', account.id), '', { name: account.name, relationship: account.relationship, watcher: account.watcher ?? '' });
  const { name, relationship, watcher } = draft.value;
  const [said, setSaid] = useState<'' | 'saved' | 'changed'>('');
  const seen = Object.keys(draft.changed).length === 0 ? account : opened;
  const set = (part: Partial<AccountFields>): void => { setOpened(seen); draft.set(part); setSaid(''); };
  const send = (): void => {
    if (name.trim() === '') return;
    void save((at) => editAccount(db, account.id, { name, relationship, watcher }, seen.updatedAt, at)).then((done) => {
      if (done === null) return;
      setSaid(done ? 'saved' : 'changed');
      if (done) draft.forget({ name, relationship, watcher });
      void db.accounts.get(account.id).then((now) => { if (now) setOpened(now); });
    });
  };
  return (
    <form className="card narrow" onSubmit={(e) => { e.preventDefault(); send(); }} aria-label={t('rename')}>
      <TextField label={t('rename')} value={name} onChange={(e) => { set({ name: e.target.value }); }} />
      <Select label={t('relationship')} value={relationship} onChange={(e) => { set({ relationship: e.target.value as Relationship }); }}>
        {RELATIONSHIPS.map((r) => <option key={r} value={r}>{t(`relationships.${r}`)}</option>)}
      </Select>
      <TextField label={t('watcher')} help={t('watcherHelp')} value={watcher} onChange={(e) => { set({ watcher: e.target.value }); }} />
      <Restored shown={draft.restored} />
      <div className="row end"><span role="status" className={said === 'changed' ? 'field-error grow' : 'soft grow'}>{said === '' ? '' : t(said)}</span><Button type="submit" look="primary">{t('save')}</Button></div>
    </form>
  );
}

function Merge({ account, names }: { account: Account; names: Names }) {
  const t = useTranslations('library');
  const save = useSaver();
  const takeBack = useTakeBack();
  const [other, setOther] = useState('');
  // Which went into this one, and when: another window may have done so again since.
  const [merged, setMerged] = useState<{ gone: string; at: number; united: number } | null>(null);
  const [late, setLate] = useState(false);
  const others = [...names.accounts.values()].filter((a) => a.id !== account.id);
  const send = (): void => {
    void save((at) => mergeAccounts(db, account.id, other, at).then((united) => ({ gone: other, at, united }))).then((done) => { if (done) { setMerged(done); setLate(false); setOther(''); } });
  };
  // Only the merge, never what was changed after it.
  const undo = ({ gone, at }: { gone: string; at: number }): void => {
    void takeBack('', { holds: gone, at }).then((fate) => { if (fate !== 'failed') { setMerged(null); setLate(fate !== 'undone'); } });
  };
  return (
    <section className="stack narrow" aria-labelledby="account-merge">
      <h2 id="account-merge">{t('accounts.merge')}</h2>
      <p className="soft">{t('accounts.mergeHelp')}</p>
      {others.length === 0 ? <p className="soft">{t('accounts.mergeNone')}</p> : (
        <div className="row">
          <div className="grow">
            <Select label={t('accounts.mergeWith')} hideLabel value={other} onChange={(e) => { setOther(e.target.value); }}>
              <option value="">{t('accounts.pick')}</option>
              {others.map((a) => <option key={a.id} value={a.id}>{showSafely(a.name)}</option>)}
            </Select>
          </div>
          <Button disabled={other === ''} onClick={send}>{t('accounts.mergeNow')}</Button>
        </div>
      )}
      <div className="row" role="status">
        {merged === null ? null : <><span>{t('accounts.merged')} {merged.united > 0 ? t('accounts.united', { count: merged.united }) : ''}</span><Button look="quiet" onClick={() => { undo(merged); }}>{t('undo')}</Button></>}
        {late ? <span>{t('undoLate')}</span> : null}
      </div>
    </section>
  );
}

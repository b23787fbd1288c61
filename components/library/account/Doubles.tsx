import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import type { Contact } from '@/utils/deal/contact';
import type { NameJudgement } from '@/utils/deal/same-person';
import { doubles } from '@/utils/deal/same-person';
import { keepContactsApart, uniteContacts } from '@/utils/services/contact/unite-contacts';
import { showSafely } from '@/utils/text/normalize';
import { useSaver } from '../../hooks/use-saver';
import { Button } from '../../ui/Button';
import { useTakeBack } from '../../undo/use-take-back';
import { useFacts } from './use-facts';

/** People of an account who look like one: somebody says whether they are. Nothing where nobody does. */
export function Doubles({ accountId }: { accountId: string }) {
  const t = useTranslations('library');
  const tc = useTranslations('common');
  const save = useSaver();
  const takeBack = useTakeBack();
  const contacts = useLiveQuery(() => db.contacts.where({ accountId }).sortBy('createdAt'), [accountId]) ?? [];
  const [done, setDone] = useState<{ row: string; at: number; said: 'united' | 'apart' } | null>(null);
  const [late, setLate] = useState(false);
  const pairs = doubles(contacts);
  const nameOf: NameJudgement = (field, value) => (field === 'side' ? tc(`side.${value as Contact['side']}`) : t(`contacts.influences.${value as Exclude<Contact['influence'], ''>}`));
  const say = (said: 'united' | 'apart', stays: Contact, goes: Contact): void => {
    void save((at) => (said === 'united' ? uniteContacts(db, stays.id, goes.id, nameOf, at) : keepContactsApart(db, stays.id, goes.id, at)).then(() => at))
      .then((at) => { if (at !== null) { setDone({ row: said === 'united' ? goes.id : stays.id, at, said }); setLate(false); } });
  };
  const undo = ({ row, at }: { row: string; at: number }): void => {
    void takeBack('', { holds: row, at }).then((fate) => { if (fate !== 'failed') { setDone(null); setLate(fate !== 'undone'); } });
  };
  return (
    <div className="stack tight">
      {pairs.length === 0 ? null : (
        <section className="card narrow" aria-labelledby="account-doubles">
          <h3 id="account-doubles">{t('doubles.title')}</h3>
          <ul className="review-list">{pairs.map(({ a, b }) => <Pair key={`${a.id} ${b.id}`} a={a} b={b} say={(said) => { say(said, a, b); }} />)}</ul>
          <p className="soft">{t('doubles.help')}</p>
        </section>
      )}
      <div className="row" role="status">
        {done === null ? null : <><span>{t(`doubles.${done.said}`)}</span><Button look="quiet" onClick={() => { undo(done); }}>{t('undo')}</Button></>}
        {late ? <span>{t('undoLate')}</span> : null}
      </div>
    </div>
  );
}

function Pair({ a, b, say }: { a: Contact; b: Contact; say: (said: 'united' | 'apart') => void }) {
  const t = useTranslations('library.doubles');
  const facts = useFacts();
  const [name, other] = [showSafely(a.name), showSafely(b.name)];
  return (
    <li className="review-item stack tight">
      {[a, b].map((one) => <p key={one.id}><b>{showSafely(one.name)}</b> <span className="soft">{facts(one).map(showSafely).join(' · ')}</span></p>)}
      <div className="row">
        <Button aria-label={t('oneOf', { name, other })} onClick={() => { say('united'); }}>{t('one')}</Button>
        <Button look="quiet" aria-label={t('twoOf', { name, other })} onClick={() => { say('apart'); }}>{t('two')}</Button>
      </div>
    </li>
  );
}

import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslations } from 'use-intl';
import { db } from '@/utils/db/database';
import { readStanding } from '@/utils/db/customer/read-customer';
import type { Account } from '@/utils/deal/deal';
import { proposedRelationship } from '@/utils/deal/relationship';
import { editAccount } from '@/utils/services/account/edit-account';
import { showSafely } from '@/utils/text/normalize';
import { useWorkTime } from '../../followup/use-work-time';
import { Button } from '../../ui/Button';
import { DoneLine } from '../../undo/DoneLine';
import { useDone } from '../../undo/use-done';
import { useKeeper } from '../../undo/use-keeper';

/** Says when an account has become more than is written down: a person confirms it, nothing does it by itself. */
export function RelationshipHint({ account }: { account: Account }) {
  const t = useTranslations('after.relationship');
  const done = useDone();
  const keep = useKeeper(done);
  const { today } = useWorkTime();
  const standing = useLiveQuery(() => readStanding(db, account.id), [account.id]);
  const proposed = standing ? proposedRelationship({ ...standing, relationship: account.relationship }, today) : null;
  const which = proposed === 'regular' ? 'regular' : proposed === null ? null : 'existing';
  const set = (relationship: 'existing' | 'regular'): void => {
    keep((at) => editAccount(db, account.id, { name: account.name, relationship }, account.updatedAt, at).then((saved) => (saved ? { text: t('said'), holds: account.id } : null)));
  };
  return (
    <>
      {which === null ? null : <p className="banner owned row"><span className="grow">{t(which, { account: showSafely(account.name) })}</span><Button onClick={() => { set(which); }}>{t(`set.${which}`)}</Button></p>}
      <DoneLine done={done} />
    </>
  );
}

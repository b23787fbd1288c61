import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Proposal } from '@/utils/checklist/own/proposals';
import { db } from '@/utils/db/database';
import type { DraftKey } from '@/utils/db/drafts/draft-keys';
import { draftKey } from '@/utils/db/drafts/draft-keys';
import { declineProposal } from '@/utils/services/checklist/own/decide-proposal';
import { isBlank, showSafely } from '@/utils/text/normalize';
import { useFormDraft } from '../../../hooks/use-form-draft';
import { usePreferences } from '../../../hooks/use-preferences';
import { TextArea } from '../../../ui/Field';
import { enterForm, leaveByEscape } from '../../../ui/form-keys';
import { FormEnd } from '../../../ui/FormEnd';
import type { Done } from '../../../undo/use-done';
import { toWrongField } from '../OtherLanguage';
import { useStep } from '../use-lists';

/** The half-typed reason for declining. */
export function declineDraft(topic: string): DraftKey {
  return draftKey('form:checklist', 'new', 'decline', topic);
}

/** Declines a proposal, with a reason. */
export function DeclineForm({ proposal, done, onClose }: { proposal: Proposal; done: Done; onClose: () => void }) {
  const t = useTranslations('checklists.proposals');
  const { language } = usePreferences();
  const keep = useStep(done);
  const { topic } = proposal.topic;
  const name = showSafely(proposal.topic[language]);
  const { value, set, clear, restored } = useFormDraft(declineDraft(topic), '', { why: '' });
  const [tried, setTried] = useState(false);
  const send = (form: HTMLFormElement): void => {
    setTried(true);
    if (isBlank(value.why)) { toWrongField(form); return; }
    const seen = proposal.questions.map(({ id }) => id);
    keep(t('declined', { topic: name }), (at) => declineProposal(db, topic, value.why, seen, at).then(() => topic), () => { clear(); onClose(); });
  };
  return (
    <form ref={enterForm} className="stack card" noValidate aria-label={t('declineOf', { topic: name })} onKeyDown={leaveByEscape(onClose)} onSubmit={(e) => { e.preventDefault(); send(e.currentTarget); }}>
      <TextArea label={t('why')} value={value.why} error={tried && isBlank(value.why) ? t('needWhy') : null} onChange={(e) => { set({ why: e.target.value }); }} />
      <FormEnd restored={restored} onCancel={() => { clear(); onClose(); }} save={t('declineSave')} />
    </form>
  );
}

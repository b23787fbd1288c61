/**
 * What is still open when a contract is signed (R-43, domain.md §4.1). It never keeps anybody from signing: somebody puts their
 * name to each, so that it is nobody's bomb later on.
 */
import type { Contradiction } from '../checklist/answer';
import { isOpenGap } from '../checklist/gap-rules';
import type { ItemView } from '../checklist/item-view';
import { isSecured } from '../checklist/item-view';
import type { Commitment, Gap } from '../notes/records';
import { isUnsettled } from '../notes/promise-rules';
import type { ContractRisk } from './accepted-risk';
import { ACCEPTANCE } from './accepted-risk';

interface Facts {
  gaps: readonly Gap[];
  contradictions: readonly Contradiction[];
  commitments: readonly Commitment[];
  views: readonly ItemView[];
}

/** Blocking "?", answers that differ, promises that delivery has not confirmed, and no criteria of acceptance, in this order. */
export function contractRisks({ gaps, contradictions, commitments, views }: Facts): ContractRisk[] {
  const blocking = gaps.filter((gap) => gap.blocksEstimate && isOpenGap(gap) && gap.state !== 'assumed');
  const conflicts = contradictions.filter((one) => one.status === 'open');
  const promises = commitments.filter((one) => isUnsettled(one) && one.fulfilment !== 'done' && one.fulfilment !== 'repaired');
  const accepted = views.some((view) => view.item.topic === ACCEPTANCE && isSecured(view));
  return [
    ...blocking.map(({ id }) => ({ kind: 'gap', ref: id }) as const),
    ...conflicts.map(({ id }) => ({ kind: 'conflict', ref: id }) as const),
    ...promises.map(({ id }) => ({ kind: 'promise', ref: id }) as const),
    ...(accepted ? [] : [{ kind: 'acceptance', ref: '' } as const]),
  ];
}

/** Cost and margin in words, for every output: internal handoffs only. */
import { fill } from '../labels/labels';
import type { PacketCosting } from '../schema';
import { dayText } from '../../time/day-text';
import type { View } from './words';
import { isInternal } from './words';

/** A fact of the costing and what it is called. */
export interface CostingFact { name: string; text: string }

/** Digits in groups, whatever the browser's language. */
const GROUPED = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });

interface Range { low: number; expected: number; high: number }

/** Expected, and between what and what where that is not the same. */
function rangeText({ low, expected, high }: Range, unit: (amount: string) => string, { labels }: View): string {
  const said = unit(GROUPED.format(expected));
  return low === high ? said : fill(labels.costing.between, { expected: said, low: GROUPED.format(low), high: unit(GROUPED.format(high)) });
}

function effortText(costing: PacketCosting, view: View): string {
  const { labels } = view;
  return costing.effort.map(({ role, low, likely, high }) => `${role} ${low === high ? GROUPED.format(likely) : `${GROUPED.format(low)} · ${GROUPED.format(likely)} · ${GROUPED.format(high)}`}`).join(', ') || labels.none;
}

/** What the packet tells of cost and margin, in order; [] where there is nothing, or nothing for this reader. */
export function costingFacts(view: View): CostingFact[] {
  const { packet: { costing }, labels } = view;
  if (!costing || !isInternal(view)) return [];
  const words = labels.costing;
  if (costing.withheld) return [{ name: words.withheldName, text: words.withheld }];
  const money = (amount: string): string => `${amount} ${costing.currency}`;
  const whose = costing.source === 'delivery' ? fill(words.delivery, { by: costing.by, on: costing.on === null ? labels.noDate : dayText(costing.on, view.language) }) : words.sales;
  const facts: [string, string | null][] = [
    [words.basis, costing.class === null ? whose : `${whose} (${words.class[costing.class]})`],
    [words.effort, effortText(costing, view)],
    [words.months, rangeText(costing.months, (amount) => fill(words.monthsOf, { n: amount }), view)],
    [words.cost, costing.cost === null ? (costing.missing.length === 0 ? words.noEffort : fill(words.noRate, { roles: costing.missing.join(', ') })) : rangeText(costing.cost, money, view)],
    [words.price, costing.price === null ? words.noPrice : `${money(GROUPED.format(costing.price))} (${words.withoutVat})`],
    [words.margin, costing.margin === null ? null : rangeText(costing.margin, (amount) => `${amount}%`, view)],
    [words.target, costing.targetMargin === null ? null : `${GROUPED.format(costing.targetMargin)}%`],
  ];
  return facts.flatMap(([name, text]) => (text === null ? [] : [{ name, text }]));
}

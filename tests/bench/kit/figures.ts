/** What a measure gives back: figures, each beside its baseline and its bar. */

/** Which of several runs a figure is. */
export type Statistic = 'median' | 'p95' | 'p98' | 'max' | 'once';

/** `ratio`: at most so many times the baseline. `value`: at most so much, in the figure's unit. */
export interface Bar { of: 'ratio' | 'value'; atMost: number }

export interface Figure {
  name: string;
  unit: string;
  statistic: Statistic;
  value: number;
  /** How many runs (or keys, queries, frames) it was taken from. */
  count: number;
  /** Both, whichever of them the bar is about; they say how noisy the runs were. */
  median: number;
  p95: number;
  baseline?: { name: string; value: number; count: number };
  bar?: Bar;
  /** What a reader must know to not misread it. */
  note?: string;
}

/** The value below or at which a share of all lies (nearest rank). */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new Error('Nothing was measured.');
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;
}

export function statisticOf(values: readonly number[], statistic: Statistic): number {
  const shares: Record<Statistic, number> = { median: 0.5, p95: 0.95, p98: 0.98, max: 1, once: 1 };
  return quantile(values, shares[statistic]);
}

interface FigureParts { name: string; unit: string; statistic: Statistic; values: readonly number[]; baseline?: { name: string; values: readonly number[] }; bar?: Bar; note?: string }

/** A figure of several runs, its baseline taken by the same statistic. Throws on what was not measured. */
export function figure({ name, unit, statistic, values, baseline, bar, note }: FigureParts): Figure {
  const broken = [...values, ...(baseline?.values ?? [])].some((value) => !Number.isFinite(value));
  if (broken) throw new Error(`"${name}" was not measured in every run: ${[...values].join(', ')}.`);
  return {
    name, unit, statistic,
    value: statisticOf(values, statistic),
    count: values.length,
    median: quantile(values, 0.5),
    p95: quantile(values, 0.95),
    ...(baseline ? { baseline: { name: baseline.name, value: statisticOf(baseline.values, statistic), count: baseline.values.length } } : {}),
    ...(bar ? { bar } : {}),
    ...(note ? { note } : {}),
  };
}

/** How many times its baseline a figure is; null without one. */
export function ratioOf({ value, baseline }: Figure): number | null {
  if (!baseline) return null;
  return baseline.value === 0 ? (value === 0 ? 1 : Number.POSITIVE_INFINITY) : value / baseline.value;
}

/** Whether a figure meets its bar; null when it has none. */
export function isMet(one: Figure): boolean | null {
  if (!one.bar) return null;
  if (one.bar.of === 'value') return one.value <= one.bar.atMost;
  const ratio = ratioOf(one);
  if (ratio === null) throw new Error(`"${one.name}" has a bar that needs a baseline.`);
  return ratio <= one.bar.atMost;
}

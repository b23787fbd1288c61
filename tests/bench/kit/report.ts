/** What is printed and written: the machine, the browser, the load, and the table. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem } from 'node:os';
import { dirname } from 'node:path';
import { ensureBrowser } from '../../harness/find-browser';
import type { Figure } from './figures';
import { isMet, ratioOf } from './figures';

export interface Taken { measure: string; load: number; seconds: number; figures: Figure[]; error?: string }
export interface Machine { cpu: string; cores: number; memoryGb: number; system: string; node: string; browser: string; load: number; commit: string }

function said(command: string, args: string[]): string {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return 'unknown';
  }
}

/** What the figures were taken on. */
export function thisMachine(): Machine {
  const all = cpus();
  return {
    cpu: all[0]?.model.trim() ?? 'unknown', cores: all.length, memoryGb: Math.round(totalmem() / 2 ** 30), system: `${process.platform} ${release()}`, node: process.version,
    browser: said(ensureBrowser(), ['--version']), load: loadavg()[0] ?? 0, commit: said('git', ['rev-parse', '--short', 'HEAD']),
  };
}

export function machineLine(m: Machine): string {
  return `${m.cpu}, ${String(m.cores)} cores, ${String(m.memoryGb)} GB · ${m.system} · Node ${m.node} · ${m.browser} · load ${m.load.toFixed(2)} at the start · commit ${m.commit}`;
}

/** A number as short as it may be without losing what matters. */
export function short(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e6) return String(value);
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : Math.abs(value) >= 0.1 ? 2 : 4;
  return value.toFixed(digits);
}

function barText({ bar, unit }: Figure): string {
  if (!bar) return '';
  return bar.of === 'ratio' ? `≤ ${short(bar.atMost)} ×` : `≤ ${short(bar.atMost)} ${unit}`;
}

function verdict(one: Figure): string {
  const met = isMet(one);
  return met === null ? '' : met ? 'met' : 'MISSED';
}

const HEAD = ['measure', 'figure', 'taken', 'value', 'baseline', 'ratio', 'bar', ''];

function rowOf(measure: string, one: Figure): string[] {
  const ratio = ratioOf(one);
  return [
    measure, one.name, one.statistic === 'once' ? 'once' : `${one.statistic} of ${String(one.count)}`, `${short(one.value)} ${one.unit}`,
    one.baseline ? `${short(one.baseline.value)} ${one.unit} (${one.baseline.name})` : '', ratio === null ? '' : `${short(ratio)} ×`, barText(one), verdict(one),
  ];
}

/** The table as markdown, which is also how it stands in docs/bench.md. */
export function tableOf(taken: readonly Taken[]): string {
  const rows = [HEAD, ...taken.flatMap(({ measure, figures }) => figures.map((one) => rowOf(measure, one)))];
  const widths = HEAD.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  const line = (row: readonly string[]): string => `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  return [line(HEAD), line(widths.map((width) => '-'.repeat(Math.max(width, 3)))), ...rows.slice(1).map(line)].join('\n');
}

/** What must be known beside the numbers, and what could not be measured. */
export function remarksOf(taken: readonly Taken[]): string {
  const notes = taken.flatMap(({ measure, figures }) => figures.flatMap((one) => (one.note ? [`- ${measure}, ${one.name}: ${one.note}`] : [])));
  const errors = taken.flatMap(({ measure, error }) => (error ? [`- ${measure} could not be measured: ${error}`] : []));
  return [...notes, ...errors].join('\n');
}

export function writeJson(path: string, machine: Machine, taken: readonly Taken[]): void {
  mkdirSync(dirname(path), { recursive: true });
  const measures = taken.map((one) => ({ ...one, figures: one.figures.map((f) => ({ ...f, ratio: ratioOf(f), met: isMet(f) })) }));
  writeFileSync(path, `${JSON.stringify({ machine, measures }, null, 2)}\n`);
}

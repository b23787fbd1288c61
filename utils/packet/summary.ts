/** The one-minute summary: at most seven facts as said; where we stand is the eighth line, printed from the counts. */
import { valueText } from '../checklist/parse-value';
import type { Language, Packet, PacketAnswer } from './schema';

/** Lines in the order in which they are read, with the topics that fill them. */
const LINES = [
  { key: 'trigger', topics: ['context.trigger'] },
  { key: 'pain', topics: ['pain.primary'] },
  { key: 'goal', topics: ['goal.metric'] },
  { key: 'want', topics: ['scope.must'] },
  { key: 'deadline', topics: ['schedule.deadline', 'next.deadline'] },
  { key: 'money', topics: ['budget.range', 'budget.status'] },
  { key: 'decider', topics: ['people.decider'] },
] as const;

type Line = Packet['summary'][number];

function answerLine(key: string, topics: readonly string[], answers: readonly PacketAnswer[], language: Language): Line | null {
  const found = topics.map((t) => answers.find((a) => a.topic === t)).filter((a): a is PacketAnswer => a !== undefined);
  const first = found.find((a) => a.value !== null) ?? found[0];
  if (!first) return null;
  return { key, itemId: first.itemId, state: first.state, text: valueText(first.value, language) };
}

/** A line per fact that the checklist asks for; unknown ones stay in, with their state and no text. */
export function summaryLines(
  answers: readonly PacketAnswer[], wants: Packet['wants'], customerDue: string | null, language: Language,
): Line[] {
  const lines: Line[] = [];
  for (const { key, topics } of LINES) {
    let line = answerLine(key, topics, answers, language);
    if (key === 'want' && (line === null || line.text === '')) {
      const must = wants.filter((w) => w.priority === 'must').slice(0, 3).map((w) => w.words);
      if (must.length > 0) line = { key, itemId: line?.itemId ?? null, state: 'answered', text: must.join(' / ') };
    }
    if (key === 'deadline' && customerDue !== null && (line === null || line.text === '')) {
      line = { key, itemId: line?.itemId ?? null, state: 'answered', text: customerDue };
    }
    if (line) lines.push(line);
  }
  return lines;
}

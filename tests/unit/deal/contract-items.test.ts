import { describe, expect, it } from 'vitest';
import { viewItem } from '@/utils/checklist/item-view';
import { contractItems, grouped, itemRowKey, itemRows, reasonKeys, withoutReason } from '@/utils/deal/contract-items';
import { answer, contradiction, gap, item } from '../checklist/builders';

type Given = { answers?: Parameters<typeof viewItem>[1]; contradictions?: ReturnType<typeof contradiction>[]; gaps?: ReturnType<typeof gap>[] };
const asked = (topic: string, part: Parameters<typeof item>[0] = {}) => item({ id: topic, topic, ...part });
const open = (items: ReturnType<typeof item>[], { answers = [], contradictions = [], gaps = [] }: Given = {}) =>
  contractItems({ gaps, contradictions, views: items.map((one) => viewItem(one, answers, contradictions)) });
const names = (...given: Parameters<typeof open>): string[] => open(...given).map((view) => view.item.topic);

describe('what nobody knows when a contract is signed', () => {
  it('is each minimum item due by then that was never asked, is known in part, by hearsay or as our guess', () => {
    const items = [asked('never', { by: 'contract' }), asked('partly'), asked('heard'), asked('guessed'), asked('known'), asked('none'), asked('nice', { need: 'nice' })];
    const answers = [
      answer({ topic: 'partly', state: 'partial' }), answer({ topic: 'heard', confidence: 'indirect' }), answer({ topic: 'guessed', confidence: 'assumed' }), answer({ topic: 'known' }), answer({ topic: 'none', state: 'not_applicable' }),
    ];
    expect(names(items, { answers })).toEqual(['never', 'partly', 'heard', 'guessed']);
  });

  it('is none that somebody looks after, and none that stands among the risks by itself', () => {
    const items = ['owned', 'open', 'blocked', 'differs', 'acceptance.criteria'].map((topic) => asked(topic));
    const gaps = [
      gap({ id: 'a', topic: 'owned', itemId: 'owned' }), gap({ id: 'b', topic: 'open', itemId: 'open', owner: '' }), gap({ id: 'c', topic: 'blocked', itemId: 'blocked', owner: '', blocksEstimate: true, state: 'open' }),
    ];
    expect(names(items, { gaps, contradictions: [contradiction({ topic: 'differs' })] })).toEqual(['open']);
    // A gap that ended, or an assumption that nobody put their name to, stands for nothing.
    expect(names(items.slice(2, 3), { gaps: [gap({ topic: 'blocked', blocksEstimate: true, state: 'closed' }), gap({ topic: 'blocked', blocksEstimate: true, state: 'assumed', owner: '' })] })).toEqual(['blocked']);
  });

  it('is asked in few rows: those that the estimate needs one by one, the rest together', () => {
    const items = [asked('a', { estimate: 'blocks' }), asked('b'), asked('c', { estimate: 'none' }), asked('d', { estimate: 'blocks' })];
    expect(itemRows(open(items))).toEqual([{ kind: 'item', topics: ['a'] }, { kind: 'item', topics: ['d'] }, { kind: 'rest', topics: ['b', 'c'] }]);
    expect(itemRows([])).toEqual([]);
  });

  it.each([[5, 5], [6, 1], [40, 1]])('%i that the estimate needs take %i rows', (count, rows) => {
    const many = open(Array.from({ length: count }, (_, i) => asked(`t${String(i)}`, { estimate: 'blocks' })));
    expect(itemRows(many)).toHaveLength(rows);
    expect(itemRows(many).flatMap((row) => row.topics)).toHaveLength(count);
  });

  it('asks of what is off the record for a name only, apart from all others', () => {
    const items = [asked('told', { estimate: 'blocks' }), asked('covered', { estimate: 'blocks' })];
    expect(itemRows(open(items, { answers: [answer({ topic: 'covered', state: 'partial', offRecord: true })] }))).toEqual([{ kind: 'item', topics: ['told'] }, { kind: 'off', topics: ['covered'] }]);
  });

  it('keeps what is typed under the item, or under the row of many', () => {
    const keys = [{ kind: 'item' as const, topics: ['a'] }, { kind: 'blocks' as const, topics: ['a', 'b'] }, { kind: 'rest' as const, topics: ['c'] }].map(itemRowKey);
    expect(keys).toEqual(['item:a', 'items:blocks', 'items:rest']);
    expect(reasonKeys('a')).toEqual(expect.arrayContaining(keys));
    expect(reasonKeys('a').toSorted()).toEqual(['item:a', 'items:blocks', 'items:off', 'items:rest']);
  });

  it('loses a reason with its topic, also where the same words stand for others', () => {
    const accepted = [['a', 'both'], ['b', 'both'], ['c', 'own']].map(([topic = '', why = '']) => ({ topic, by: '박서연', why }));
    expect(withoutReason(accepted, 'a').map((one) => one.why)).toEqual(['', '', 'own']);
    expect(withoutReason(accepted, 'elsewhere')).toEqual(accepted);
  });

  it('reads together what reads the same', () => {
    expect(grouped([1, 2, 3, 4], (n) => [n % 2])).toEqual([[1, 3], [2, 4]]);
    // Parts are told apart, wherever one ends.
    expect(grouped([['a', 'b"'], ['a"', 'b']], (pair) => pair)).toHaveLength(2);
  });
});

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Currency } from '@/utils/checklist/answer';
import type { CostRate } from '@/utils/deal/costing/costing';

/** Larger than that is no list of rates; it isn't even read into memory. */
const MAX_BYTES = 500_000;

async function textOf(file: File): Promise<string> {
  // Old spreadsheets write Korean in a code page of their own.
  const [{ textOfFile }, bytes] = await Promise.all([import('@/utils/invitation/ics/ics-bytes'), file.arrayBuffer()]);
  return textOfFile(new Uint8Array(bytes));
}

interface Props { currency: Currency; /** Takes them over; gives how many roles of the deal they were for. */ onRates: (rates: CostRate[]) => number }

/** A team's list of rates from a file, read on this machine; says what it could not read. */
export function RateFile({ currency, onRates }: Props) {
  const t = useTranslations('cost');
  const [said, setSaid] = useState<{ error: string | null; lines: string[] }>({ error: null, lines: [] });
  const refuse = (fault: 'too_long' | 'no_rates' | 'unreadable'): void => { setSaid({ error: t(`fileFaults.${fault}`, { currency }), lines: [] }); };
  const take = async (file: File): Promise<void> => {
    const [text, { parseRateCard }] = await Promise.all([textOf(file), import('@/utils/deal/costing/rate-card')]);
    const read = parseRateCard(text, currency);
    if (typeof read === 'string') { refuse(read); return; }
    const used = onRates(read.rates);
    const unread = read.unread.length === 0 ? [] : [t('fileUnread', { lines: read.unread.join(', ') })];
    setSaid({ error: null, lines: [t('fileRead', { count: read.rates.length, used }), ...unread] });
  };
  const choose = (file: File | undefined): void => {
    if (!file) return;
    if (file.size > MAX_BYTES) refuse('too_long');
    else void take(file).catch(() => { refuse('unreadable'); });
  };
  return (
    <div className="stack tight">
      <div className="row"><label className="button file-pick">{t('file')}<input type="file" accept=".csv,.txt,.tsv,text/csv,text/plain" aria-describedby="rate-file-help" onChange={(e) => { choose(e.target.files?.[0]); e.target.value = ''; }} /></label></div>
      <p id="rate-file-help" className="soft">{t('fileHelp')}</p>
      {said.error ? <p className="field-error" role="alert">{said.error}</p> : null}
      <div role="status">{said.lines.map((line) => <p key={line} className="soft">{line}</p>)}</div>
    </div>
  );
}

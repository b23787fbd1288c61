import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Trouble } from '@/utils/db/trouble';
import { clearTrouble } from '@/utils/services/trouble/name-trouble';
import { Button } from '../ui/Button';
import { Rescue } from './Rescue';
import './trouble.css';

// Asked for before there is a screen, from the same piece: every page names its pieces in what it loads first.
export { clearTrouble };

interface Props {
  trouble: Trouble;
  /** The error's own words, for support. */
  detail?: string;
  onRetry: () => void;
}

/** Nothing can be read from here, or another window waits: only loading again helps. */
const RELOADS: readonly Trouble[] = ['outdated', 'newer', 'closed', 'unknown'];

/** Trying again might make it worse, and the text says so. */
const BACKUP_FIRST: readonly Trouble[] = ['damaged', 'upgrade'];

/** In place of the app while its database refuses: what happened, what is kept, a way on and a backup. */
export function TroubleScreen({ trouble: seen, detail = '', onRetry }: Props) {
  const t = useTranslations('trouble');
  const trouble = useCleared(seen);
  const reload = RELOADS.includes(trouble);
  // The popup's and the panel's boxes are the page's own: what stands in it can be copied, but it takes nothing that nobody would keep.
  useEffect(() => {
    const box = document.querySelector<HTMLTextAreaElement>('#popup-box, #capture');
    if (!box) return;
    box.readOnly = true;
    return () => { box.readOnly = false; };
  }, []);
  const first = BACKUP_FIRST.includes(trouble);
  const again = <Button look={first ? 'plain' : 'primary'} onClick={reload ? () => { location.reload(); } : onRetry}>{t(reload ? 'reload' : 'retry')}</Button>;
  return (
    <main className="trouble stack" role="alert">
      <h1>{t(`title.${trouble}`)}</h1>
      <p>{t(`text.${trouble}`)}</p>
      <div className="row">
        {trouble === 'unavailable' ? again : <Rescue first={first}>{again}</Rescue>}
      </div>
      {detail === '' ? null : <p className="soft">{t('detail', { detail })}</p>}
    </main>
  );
}

/** A disk that is full looks damaged at first: shown as it was seen, and as what it is a moment later. */
function useCleared(seen: Trouble): Trouble {
  const [cleared, setCleared] = useState({ of: seen, is: seen });
  useEffect(() => {
    let alive = true;
    void clearTrouble(seen).then((is) => { if (alive) setCleared({ of: seen, is }); });
    return () => { alive = false; };
  }, [seen]);
  return cleared.of === seen ? cleared.is : seen;
}

import type { ReactNode } from 'react';
import type { MinutesWords } from '@/utils/packet/render/minutes-text';
import { readMinutes } from '@/utils/packet/render/minutes-text';
import { showSafely } from '@/utils/text/normalize';

/** A section of the minutes as it is read: lists, bold and check boxes, no marks of Markdown. */
export function MinutesBody({ body }: { body: string }) {
  return (
    <div className="minutes-body">
      {readMinutes(body).map((block, i) => (block.kind === 'text'
        ? <p key={i}>{inline(block.words)}</p>
        : <ul key={i}>{block.items.map((item, n) => <li key={n} className={`${item.deeper ? 'deeper' : ''} ${item.words.box ? 'box' : ''}`}>{inline(item.words)}</li>)}</ul>))}
    </div>
  );
}

function inline({ box, pieces }: MinutesWords): ReactNode {
  const words = pieces.map(({ text, bold }, i) => (bold ? <strong key={i}>{showSafely(text)}</strong> : showSafely(text)));
  return box ? <><span aria-hidden>☐</span> {words}</> : words;
}

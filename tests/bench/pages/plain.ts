/**
 * The least that Enter can cost in a page of this extension: one box, one list, one strict `put`, and the row appended
 * once that is durable. No framework, nothing of Baton: what this takes, nobody can save.
 */
import { putStrict } from './put-strict';

const box = Object.assign(document.createElement('textarea'), { id: 'capture', rows: 1 });
const list = Object.assign(document.createElement('ol'), { className: 'records' });
box.setAttribute('aria-label', 'Box');
document.querySelector('#root')?.append(list, box);

box.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter') return;
  event.preventDefault();
  const text = box.value;
  void putStrict({ id: crypto.randomUUID(), dealId: 'd000001', meetingId: 'm000001', at: Date.now(), text }).then(() => {
    list.append(Object.assign(document.createElement('li'), { textContent: text }));
    list.dataset.savedAt = String(Date.now());
    box.value = '';
  });
});

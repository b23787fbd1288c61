/** The baseline of what a page of this extension can be: React and one box, nothing of Baton. */
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

function Bare() {
  const [text, setText] = useState('');
  return <main><textarea id="capture" aria-label="Box" rows={3} value={text} onChange={(e) => { setText(e.target.value); }} /></main>;
}

const root = document.querySelector('#root');
if (root) createRoot(root).render(<Bare />);

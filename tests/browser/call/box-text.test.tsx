import { useLayoutEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { useBoxKeys, useBoxText } from '@/components/hooks/use-box-text';

function Bar({ box, onSend }: { box: HTMLTextAreaElement; onSend: (text: string) => void }) {
  const [text, setText] = useState('');
  useBoxText(box, text, ({ rest }) => { setText(rest); }, setText);
  useBoxKeys(box, (e) => {
    if (e.key !== 'Enter') return;
    e.preventDefault();
    onSend(text);
  });
  return <output>{text}</output>;
}

/** Types between the first sight of the app and whatever it does after it has been drawn. */
function Quick() {
  useLayoutEffect(() => {
    const box = document.querySelector('textarea');
    if (!box) return;
    box.value += 'just then';
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }, []);
  return null;
}

it('what is typed while the app takes the box over is sent by the next Enter', async () => {
  const box = document.createElement('textarea');
  const place = document.createElement('div');
  document.body.replaceChildren(box, place);
  box.value = 'typed ';
  box.focus();
  const sent: string[] = [];
  const root = createRoot(place);
  root.render(<><Bar box={box} onSend={(text) => { sent.push(text); }} /><Quick /></>);
  await expect.poll(() => document.querySelector('output')?.textContent).toBe('typed just then');
  await userEvent.keyboard('{Enter}');
  expect(sent).toEqual(['typed just then']);
  expect(box.value).toBe('typed just then');
  root.unmount();
});

import { useEffect, useRef, useState } from 'react';

/** Files dropped anywhere on the page; without this the browser would leave the page for the file. True while something is held over it. */
export function useDropped(onFiles: (files: readonly File[]) => void): boolean {
  const [over, setOver] = useState(false);
  const latest = useRef(onFiles);
  useEffect(() => { latest.current = onFiles; });
  useEffect(() => {
    const hold = (event: DragEvent): void => { event.preventDefault(); setOver(true); };
    const leave = (event: DragEvent): void => { if (event.relatedTarget === null) setOver(false); };
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      setOver(false);
      const { files = null } = event.dataTransfer ?? {};
      if (files && files.length > 0) latest.current([...files]);
    };
    addEventListener('dragover', hold);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => { removeEventListener('dragover', hold); removeEventListener('dragleave', leave); removeEventListener('drop', drop); };
  }, []);
  return over;
}

import { answerReader } from '@/utils/panel/reader';
import type { ReadRequest } from '@/utils/services/evidence/read-content';
import { readContent } from '@/utils/services/evidence/read-content';
import type { PageSnapshot } from '@/utils/evidence/page-snapshot';

// Only the worker of this extension is heard, and it has parsed the snapshot.
answerReader((payload) => {
  const { request, snapshot, address } = payload as { request: ReadRequest; snapshot: PageSnapshot | null; address: string };
  return readContent(request, snapshot, address);
});

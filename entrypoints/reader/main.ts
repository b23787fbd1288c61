import { answerReader } from '@/utils/panel/reader';
import type { ReadRequest } from '@/utils/services/evidence/read-content';
import { readContent } from '@/utils/services/evidence/read-content';
import type { PageSnapshot } from '@/utils/evidence/page-snapshot';

// Only pages of this extension are heard; the worker has parsed the snapshot.
answerReader((payload) => {
  const { request, snapshot, address } = payload as { request: ReadRequest; snapshot: PageSnapshot | null; address: string };
  return readContent(request, snapshot, address);
});

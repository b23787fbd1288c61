/** Component tests start the packet's worker dozens of times: in one file instead of the 120 that it is made of, each of which the browser asks for again. */
import { build } from 'vite';
import type { AliasOptions, Plugin } from 'vite';

async function bundle(entry: string, alias: AliasOptions): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'silent',
    mode: 'production',
    resolve: { alias },
    build: { write: false, minify: false, lib: { entry, formats: ['es'], fileName: 'worker' }, rolldownOptions: { output: { codeSplitting: false } } },
  });
  const chunk = [made].flat().flatMap((one) => ('output' in one ? one.output : [])).find((one) => one.type === 'chunk');
  if (!chunk) throw new Error(`Nothing was made of ${entry}.`);
  return chunk.code;
}

/** What `new Worker(new URL(…, import.meta.url))` loads in the development server, bundled when it is first asked for. */
export function bundledWorkers(alias: AliasOptions): Plugin {
  const made = new Map<string, Promise<string>>();
  return {
    name: 'baton:bundled-workers',
    enforce: 'pre',
    async load(id) {
      const [entry = '', query = ''] = id.split('?');
      if (!/(?:^|&)worker_file(?:&|$)/u.test(query)) return null;
      const code = made.get(entry) ?? bundle(entry, alias);
      made.set(entry, code);
      return { code: await code, map: { mappings: '' }, moduleType: 'js' };
    },
  };
}

import { execFile } from 'node:child_process';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** The service as it runs in production, compiled into a folder of its own. */
export interface CompiledService {
  /** What `node` is to be started with. */
  readonly main: string;
  remove(): Promise<void>;
}

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Starting from source is slow, and `dist` may be older than it. Types are checked elsewhere. */
export async function compileService(): Promise<CompiledService> {
  const folder = await mkdtemp(join(tmpdir(), 'campusdesk-service-'));
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const output = join(folder, 'dist');
  await promisify(execFile)(process.execPath, [
    tsc,
    ...['-p', join(root, 'tsconfig.build.json')],
    ...['--outDir', output, '--noCheck', '--sourceMap', 'false'],
  ]);
  // What the service looks for beside its own folder.
  for (const name of ['adaptive-cards', 'node_modules', 'package.json', 'src']) {
    await symlink(join(root, name), join(folder, name));
  }
  return { main: join(output, 'main.js'), remove: () => rm(folder, { recursive: true }) };
}

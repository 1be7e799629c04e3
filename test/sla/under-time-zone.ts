import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** What a process under a time zone of its own came to. */
export interface UnderTimeZone {
  /** The zone that the process really had. */
  readonly zone: string;
  readonly result: unknown;
}

/** Computes an expression (JavaScript) over a module of this folder in a process whose TZ is the zone. */
export async function underTimeZone(
  zone: string,
  call: { readonly module: string; readonly expression: string; readonly signal?: AbortSignal },
): Promise<UnderTimeZone> {
  const script = `
    const module = await import(${JSON.stringify(call.module)});
    const result = ${call.expression};
    const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    process.stdout.write(JSON.stringify({ zone, result }));`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', script],
    {
      cwd: fileURLToPath(new URL('.', import.meta.url)),
      env: { ...process.env, TZ: zone },
      maxBuffer: 50_000_000,
      ...(call.signal && { signal: call.signal }),
    },
  );
  return JSON.parse(stdout) as UnderTimeZone;
}

// Brings node_modules to the lockfile's state, and does nothing where it already is. Needs nothing but Node.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** @returns {Record<string, { version?: string, optional?: boolean, link?: boolean }>} */
function packagesOf(lockfile) {
  return JSON.parse(readFileSync(join(root, lockfile), 'utf8')).packages;
}

function difference() {
  const wanted = packagesOf('package-lock.json');
  let installed;
  try {
    installed = packagesOf('node_modules/.package-lock.json');
  } catch {
    return 'nothing is installed yet';
  }
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '') continue;
    const found = installed[path];
    // Optional packages for other systems are left out by npm.
    if (found === undefined && !entry.optional) return `${path} is missing`;
    if (found !== undefined && found.version !== entry.version) return `${path} has another version`;
  }
  const surplus = Object.keys(installed).find((path) => wanted[path] === undefined);
  return surplus === undefined ? null : `${surplus} is not in the lockfile`;
}

const reason = difference();
if (reason !== null) {
  process.stderr.write(`Installing the packages (${reason}) ...\n`);
  const npm = process.env['npm_execpath'];
  const result =
    npm === undefined
      ? spawnSync('npm', ['ci'], { cwd: root, stdio: ['ignore', 2, 2], shell: true })
      : spawnSync(process.execPath, [npm, 'ci'], { cwd: root, stdio: ['ignore', 2, 2] });
  if (result.status !== 0) {
    process.stderr.write('npm ci failed; see above.\n');
    process.exit(1);
  }
}

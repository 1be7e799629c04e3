// German stands only where people read it: in language files, templates, articles, sample and lexicon data.
// Looks for words with umlauts (single letters are fine: folding "ä" to "ae" is a rule, not a text)
// and for a few words that no English sentence contains.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const germanIsDataHere = [
  /^src\/i18n\//,
  /^src\/campus\/sample\//,
  /^src\/campus\/lexicon\//,
  /^src\/intake\/lexicon/,
  /^src\/incidents\/lexicon/,
  /^src\/visits\/lexicon/,
  /^src\/knowledge\/(articles|lexicon)/,
];
const germanWord =
  /[a-zäöüß]*[äöüß][a-zäöüß]*|\b(?:und|oder|nicht|eine[mnrs]?|keine?|werden|wird|wurde|schule|lehrer|lehrerin|fehler|benutzer|hilfe|ger[ae]et|stoerung)\b/giu;

/** Names of places and laws that have no English form. */
const properNames = new Set(['düsseldorf', 'köln', 'straße']);

const findings = [];
for (const entry of readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !entry.name.endsWith('.ts')) continue;
  const file = join(entry.parentPath, entry.name);
  const path = relative(root, file).split(sep).join('/');
  if (germanIsDataHere.some((place) => place.test(path))) continue;
  readFileSync(file, 'utf8')
    .split('\n')
    .forEach((line, index) => {
      for (const [word] of line.matchAll(germanWord)) {
        if (word.length > 2 && /[a-z]/iu.test(word) && !properNames.has(word.toLowerCase()))
          findings.push(`${path}:${index + 1}  ${word}`);
      }
    });
}
if (findings.length > 0) {
  console.error(`German words outside of language files and data:\n${findings.join('\n')}`);
  process.exit(1);
}

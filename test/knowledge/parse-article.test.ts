import { describe, expect, it } from 'vitest';
import { ArticleError } from '../../src/knowledge/article.js';
import { parseArticle } from '../../src/knowledge/parse-article.js';

const right = `---
title: Printer is offline
categories: [printer, network]
signs:
  - printer offline
  - printer not found
  - AirPrint
steps:
  - Wake the printer.
language: en
who: teacher
---

Never pull
the plug.
`;

/** What is said of a text, as `line: message`. */
function problemsOf(text: string, id = 'printer-offline'): string[] {
  try {
    parseArticle(id, 'en', text);
    return [];
  } catch (error) {
    if (!(error instanceof ArticleError)) throw error;
    return error.problems.map(({ line, message }) => `${line}: ${message}`);
  }
}

describe('an article', () => {
  it('is front matter with a note below it', () => {
    expect(parseArticle('printer-offline', 'en', right)).toEqual({
      id: 'printer-offline',
      language: 'en',
      title: 'Printer is offline',
      categories: ['printer', 'network'],
      signs: ['printer offline', 'printer not found', 'AirPrint'],
      steps: ['Wake the printer.'],
      who: 'teacher',
      note: 'Never pull the plug.',
    });
  });

  it('may come from a Windows editor', () => {
    expect(problemsOf(`\uFEFF${right.replaceAll('\n', '\r\n')}`)).toEqual([]);
  });

  it.each([
    ['has no front matter', 'Just words', ['1: must begin with front matter between two lines "---"']],
    ['is empty', '', ['1: must begin with front matter between two lines "---"']],
    ['has no note', right.replace(/Never[^]*/, ''), ['13: the note below the front matter is missing']],
    [
      'has a title that is too long',
      right.replace('Printer is', 'P'.repeat(90)),
      ['2: title is longer than 80 characters'],
    ],
    ['lacks its steps', right.replace(/steps:\n.*\n/, ''), ['1: steps is missing']],
    ['names an unknown category', right.replace('network', 'radio'), ['3: entry 2 of categories']],
    ['is about small talk', right.replace('network', 'smalltalk'), ['3: categories names smalltalk']],
    ['has too few signs', right.replace('  - AirPrint\n', ''), ['4: signs holds fewer than 3']],
    [
      'has a long sign',
      right.replace('AirPrint', 'A'.repeat(61)),
      ['7: entry 3 of signs is longer than 60 characters'],
    ],
    [
      'has a long step',
      right.replace('Wake', 'W'.repeat(170)),
      ['9: entry 1 of steps is longer than 170 characters'],
    ],
    ['has an unknown key', right.replace('who:', 'wer: x\nwho:'), ['11: unknown: wer']],
    ['is for nobody known', right.replace('who: teacher', 'who: everybody'), ['11: who']],
    [
      'lies in the wrong folder',
      right.replace('language: en', 'language: de'),
      ['10: language is de, but the file lies in en/'],
    ],
    ['is no YAML', right.replace('[printer, network]', '[printer'), ['4: Flow sequence']],
    [
      'holds aliases',
      right.replace('title: Printer is offline', 'title: *a'),
      ['1: the front matter must not use aliases'],
    ],
  ])('that %s is told so, with the line', (_what, text, expected) => {
    const problems = problemsOf(text);
    expect(problems).toHaveLength(expected.length);
    problems.forEach((problem, index) => {
      expect(problem.startsWith(expected[index] ?? '?'), problem).toBe(true);
    });
  });

  it('has a name of small letters, because it stands in links and counters', () => {
    expect(problemsOf(right, 'Printer offline')).toEqual([
      '1: the name of the file must be small letters, digits and single hyphens',
    ]);
  });

  it('names all that is wrong at once', () => {
    const wrong = right.replace('who: teacher', 'who: everybody').replace('Printer is offline', "''");
    expect(problemsOf(wrong)).toHaveLength(2);
  });
});

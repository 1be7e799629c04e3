import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/intake-corpus.js';
import { CorpusError, corpusLine, parseCorpusFile } from '../../src/intake/index.js';

const style = '# style: a writer of tests\n';

function problemsOf(content: string): readonly string[] {
  try {
    parseCorpusFile('x.txt', content);
  } catch (error) {
    if (error instanceof CorpusError) return error.problems;
    throw error;
  }
  return [];
}

describe('a file of the corpus', () => {
  it('gives each message with its labels, and what is not said as not said', () => {
    const { messages, style: read } = parseCorpusFile(
      'x.txt',
      `${style}display; one; blocked; room=Aula 2; tag=DO-12345; en :: first line\\nsecond line\nsmalltalk :: hi\n`,
    );
    expect(read).toBe('a writer of tests');
    expect(messages).toEqual([
      {
        text: 'first line\nsecond line',
        category: 'display',
        room: 'Aula 2',
        deviceTag: 'DO-12345',
        scope: 'one',
        blocked: true,
        language: 'en',
      },
      {
        text: 'hi',
        category: 'smalltalk',
        room: null,
        deviceTag: null,
        scope: null,
        blocked: false,
        language: 'de',
      },
    ]);
  });

  it('is refused with the place of every wrong line', () => {
    expect(
      problemsOf(
        'no style\nnetwok :: x\nnetwork; many :: x\nnetwork; one; class :: y\nnetwork\nother :: \nother :: a\nother :: a\nother :: a :: b',
      ),
    ).toEqual([
      'x.txt:1: must be "# style: <who writes like this>"',
      'x.txt:2: "netwok" is no category',
      'x.txt:3: "many" is no label',
      'x.txt:4: says its scope twice',
      'x.txt:5: has no " :: " between labels and text',
      'x.txt:6: has no text',
      'x.txt:8: the text stands in line 7 already',
      'x.txt:9: has more than one " :: "',
    ]);
  });

  it('can be written line by line so that it reads back the same', async () => {
    const { training } = await readCorpus();
    for (const { messages } of training) {
      const written = messages.map(corpusLine).join('\n');
      expect(parseCorpusFile('x.txt', style + written).messages).toEqual(messages);
    }
  });
});

describe('the shipped corpus', () => {
  it('teaches nothing that it is then measured with', async () => {
    const { training, validation } = await readCorpus();
    const taught = new Set(
      training.flatMap(({ messages }) => messages.map(({ text }) => text.toLowerCase())),
    );
    const repeated = validation.flatMap(({ messages }) =>
      messages.filter(({ text }) => taught.has(text.toLowerCase()) && text.split(' ').length > 3),
    );
    expect(repeated).toEqual([]);
  });
});

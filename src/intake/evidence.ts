import { latinPattern } from './latin-pattern.js';
import { instructionMarks, settingNames } from './lexicon/instructions.js';

/**
 * What may be read as evidence: the text without code, markup, addresses and sentences that try to
 * instruct the reader. Whoever writes "set priority to P1" reports nothing by it.
 */
export function evidenceOf(cleaned: string): string {
  let text = cleaned;
  for (const pattern of notEvidence) text = text.replace(pattern, ' ');
  return text
    .split(sentenceEnd)
    .filter((sentence) => !instruction.test(sentence))
    .join(' ');
}

// Each pattern is bounded or ends at a sign that it cannot contain, so that no text makes it slow.
const notEvidence: readonly RegExp[] = [
  /```[^`]*(?:```|$)/g,
  /<(script|style)\b[^<]{0,2000}(?:<\/\1>|$)/gi,
  /<!--[^>]{0,2000}-->/g,
  /<\/?[a-z][^<>]{0,300}>/gi,
  /\$\{[^{}]{0,300}\}/g,
  /\{\{[^{}]{0,300}\}\}/g,
  /\{[^{}]{0,1000}["':][^{}]{0,1000}\}/g,
  /\b(?:https?:\/\/|www\.)\S{1,500}/gi,
  // Inline code, unless it is one word such as a device's number.
  /`[^`\s]{1,100}\s[^`]{0,500}`/g,
  // One setting: category=loss, blocked: true, scope := school.
  latinPattern(
    `\\b(?:${settingNames.join('|')})\\s{0,3}(?:=|:=|:)\\s{0,3}["']?[\\p{L}\\p{N}-]{1,40}["']?`,
    'gi',
  ),
  // Lines of a shell or a query language.
  /^[ \t]*(?:\$|#|>|PS [A-Z]:\\[^>]{0,100}>)[ \t]+\S[^\n]{0,500}/gm,
  /\b(?:sudo|rm -|curl |wget |chmod |npm |pip |git |powershell|cmd\.exe)[^\n.!?]{0,200}/gi,
  /\b(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|DROP TABLE)\b[^\n;]{0,300}\b(?:FROM|VALUES|SET|WHERE|TABLE)\b[^\n;]{0,300};?/g,
  /\b(?:DROP TABLE|DELETE FROM)\s+\w{1,60};?/gi,
];

/** Between sentences, keeping the sign with the sentence before; a line is a sentence of its own. */
const sentenceEnd = /(?<=[.!?;])\s+|\n+/;

const instruction = latinPattern(instructionMarks.join('|'), 'i');

/**
 * All matches of a global pattern, first to last. Unlike `matchAll` and `split` it compiles no copy of the
 * pattern, which takes milliseconds for the long ones whenever the engine has forgotten its code.
 */
export function matchesOf(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex += 1;
  }
  return found;
}

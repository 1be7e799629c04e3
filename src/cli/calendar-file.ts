import { DefinitionError, defaultCalendar, parseCalendar, type CalendarDefinition } from '../sla/index.js';
import { readTextInput } from './input-file.js';
import { columns, CommandFailed } from './output.js';

/** The calendar of a file, the default without one. @throws CommandFailed naming each wrong place on a line of its own */
export async function readCalendarFile(path: string | undefined): Promise<CalendarDefinition> {
  if (path === undefined) return defaultCalendar;
  const text = await readTextInput(path);
  try {
    return parseCalendar(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new CommandFailed(`${path} is not valid JSON: ${faultIn(text, error)}`);
    if (!(error instanceof DefinitionError)) throw error;
    const places = columns(error.problems.map(({ place, message }) => [`  ${place}`, message]));
    throw new CommandFailed([`${path} cannot be used:`, ...places].join('\n'));
  }
}

/** The parser's words; where they count characters, as line and column. */
function faultIn(text: string, { message }: SyntaxError): string {
  const match = /^(.*) at position (\d+)/s.exec(message);
  if (!match) return message;
  const before = text.slice(0, Number(match[2])).split('\n');
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}: ${match[1] ?? ''}`;
}

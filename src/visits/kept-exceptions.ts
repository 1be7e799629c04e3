import type { Directory } from '../campus/index.js';
import { arrivalOf, type RotaContent, type RotaException } from './rota-content.js';

/**
 * What of the exceptions that people entered stays when a file replaces the rota: those from today on, unless the file says
 * something else for that site and day. What came from a file before goes with it.
 * @param today YYYY-MM-DD
 */
export function keptExceptions(
  before: RotaContent,
  file: Pick<RotaContent, 'exceptions'>,
  today: string,
  directory: Pick<Directory, 'site'>,
): readonly RotaException[] {
  const said = new Set(file.exceptions.flatMap(daysOf));
  return before.exceptions.filter(
    (exception) =>
      exception.enteredBy !== null &&
      directory.site(exception.siteId) !== undefined &&
      datesOf(exception).some((date) => date >= today) &&
      !daysOf(exception).some((day) => said.has(day)),
  );
}

function daysOf(exception: RotaException): readonly string[] {
  return datesOf(exception).map((date) => `${exception.siteId} ${date}`);
}

function datesOf(exception: RotaException): readonly string[] {
  const arrival = arrivalOf(exception);
  return arrival ? [exception.date, arrival.date] : [exception.date];
}

import { z } from 'zod';

/**
 * A stretch of service that begins on some local day. Minutes count from the midnight at which that day begins;
 * the end of a window that runs past midnight lies above 1,440.
 */
export interface ServiceWindow {
  readonly startMinute: number;
  readonly endMinute: number;
}

const minutesPerDay = 1440;

const windowPattern = /^([01]\d|2[0-3]):([0-5]\d)-(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;

/** `07:30-16:00`; `22:00-06:00` runs past midnight; `00:00-24:00` is the whole day. */
const serviceWindow = z.string().transform((text, context): ServiceWindow => {
  const match = windowPattern.exec(text);
  if (!match) {
    const message = `"${text}" is not a window; write HH:MM-HH:MM, for example 07:30-16:00`;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  }
  const [, startHour, startMinute, endHour = '24', endMinute = '00'] = match;
  const start = Number(startHour) * 60 + Number(startMinute);
  const end = Number(endHour) * 60 + Number(endMinute);
  if (start === end) {
    const message = `"${text}" begins and ends at the same time; the whole day is 00:00-24:00`;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  }
  return { startMinute: start, endMinute: end > start ? end : end + minutesPerDay };
});

/** The windows of one day, in order of their beginning. They may touch, but not overlap. */
export const serviceWindows = z
  .array(serviceWindow)
  .transform((windows): readonly ServiceWindow[] => windows.toSorted((a, b) => a.startMinute - b.startMinute))
  .superRefine((windows, context) => {
    for (const [i, window] of windows.entries()) {
      const next = windows[i + 1];
      if (!next || next.startMinute >= window.endMinute) continue;
      const message = `the windows ${windowText(window)} and ${windowText(next)} overlap`;
      context.addIssue({ code: 'custom', message });
    }
  });

/** Whether a window of one day runs into a window of the day after it. */
export function reachesInto(day: readonly ServiceWindow[], dayAfter: readonly ServiceWindow[]): boolean {
  const first = dayAfter[0];
  return first !== undefined && day.some(({ endMinute }) => endMinute - minutesPerDay > first.startMinute);
}

function windowText({ startMinute, endMinute }: ServiceWindow): string {
  return `${timeText(startMinute)}-${timeText(endMinute)}`;
}

function timeText(minute: number): string {
  const ofDay = minute > minutesPerDay ? minute - minutesPerDay : minute;
  return [Math.floor(ofDay / 60), ofDay % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

import { parseCalendar, type CalendarFile } from './calendar-definition.js';

const mondayToThursday = ['07:30-16:00'];

/** The service hours of the help desk (docs/rules.md, "Service hours"). */
export const defaultCalendarFile: CalendarFile = {
  timeZone: 'Europe/Berlin',
  weekly: {
    mon: mondayToThursday,
    tue: mondayToThursday,
    wed: mondayToThursday,
    thu: mondayToThursday,
    fri: ['07:30-14:00'],
  },
  holidays: 'DE-NW',
  closed: ['12-24', '12-31'],
};

/** The same, checked and ready to be compiled. */
export const defaultCalendar = parseCalendar(defaultCalendarFile);

/** What contacts of a school read about the reports of their school. */
export const school = {
  listSummary: 'Offene Meldungen Ihrer Schule',
  listWord: 'Offen an Ihrer Schule',
  nothingOpen: 'An Ihrer Schule ist keine Meldung offen.',
  /** `count`: of those that are not shown; null where more than were counted. */
  more: (count: number | null): string =>
    count === null ? 'Viele weitere werden nicht gezeigt.' : `${count} weitere werden nicht gezeigt.`,
  waiting: 'Wir warten auf eine Antwort aus der Schule. Sie können sie auch geben.',
  done: 'Erledigt.',
};

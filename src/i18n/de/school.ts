/** What contacts of a school read about the reports of their school. */
export const school = {
  listSummary: 'Offene Meldungen Ihrer Schule',
  listWord: 'Offen an Ihrer Schule',
  nothingOpen: 'An Ihrer Schule ist keine Meldung offen.',
  waiting: 'Wir warten auf eine Antwort aus der Schule. Sie können sie auch geben.',
  done: 'Erledigt.',
};

/** What people read about visits of the campus' manager at a school. */
export const visits = {
  /** `Do. 26.11., 08:00–11:00`. */
  window: (day: string, from: string, to: string): string => `${day}, ${from}–${to}`,
  /** In a sentence: `Freitag zwischen 08:00 und 11:00 Uhr`. */
  between: (day: string, from: string, to: string): string => `${day} zwischen ${from} und ${to} Uhr`,
  nextAtSchool: (window: string): string => `Nächster Besuch an Ihrer Schule: ${window}`,
  nextThere: (window: string): string => `Nächster Besuch dort: ${window}`,
  form: {
    visit: 'Für welchen Besuch? (bei „Termin vor Ort“)',
    onlyVisit: 'Für welchen Besuch?',
    noVisit: 'keiner davon, sondern am Tag unten',
    day: 'Oder an welchem Tag?',
    error: 'Bitte wählen Sie einen Besuch aus der Liste oder einen Tag.',
  },
};

/** What is said about self-help articles. The articles themselves are files (src/knowledge/articles). */
export const selfHelp = {
  /** Above the steps; `title` is that of the article. */
  heading: (title: string) => `Soforthilfe: ${title}`,
  /** The same where a lesson stands still and the steps are folded away. */
  foldedHeading: (title: string) => `▾ Soforthilfe, bis jemand kommt: ${title}`,
  helped: 'Das hat geholfen',
  stillBroken: 'Geht immer noch nicht',
  /** After "that helped"; the draft is gone. */
  glad: 'Schön, dass es wieder geht! Es wurde nichts gemeldet.',
  gladWord: 'Erledigt',
  /** After "still broken", above the report. */
  tried: (title: string) => `Das steht in der Meldung: ${title} – ausprobiert, hilft nicht.`,
  factTried: 'Ausprobiert',
  word: 'Anleitung',
  /** Under an article that somebody searched for. */
  notHelped: 'Geht es danach noch nicht? Schreiben Sie mir in einem Satz, was nicht geht.',
  which: 'Welche Anleitung meinen Sie?',
  searched: (title: string) => `Anleitung: ${title}`,
  gone: 'Diese Anleitung gibt es nicht mehr. Schreiben Sie mir, was nicht geht.',
  nothing: (text: string) =>
    `Zu „${text}“ habe ich keine Anleitung. Schreiben Sie mir in einem Satz, was nicht geht.`,
  /** Words before what is searched; lower case. `short` counts before a single word only. */
  commands: {
    long: [
      'anleitung',
      'anleitung zu',
      'anleitung für',
      'anleitungen zu',
      'hilfe zu',
      'hilfe bei',
      'hilfe mit',
      'hilfe für',
    ],
    short: ['hilfe'],
  },
};

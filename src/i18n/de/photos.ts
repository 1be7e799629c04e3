/** What is said about photos. */
export const photos = {
  problems: {
    'wrong-kind':
      'Das kann ich nicht als Foto annehmen. Bitte schicken Sie es als JPEG oder PNG, zum Beispiel als Bildschirmfoto.',
    'too-large': 'Das Foto ist zu groß. Bitte schicken Sie ein kleineres, höchstens 10 MB.',
    damaged: 'Das Foto ist beschädigt angekommen. Bitte schicken Sie es noch einmal.',
    'not-reached': 'Das Foto konnte ich nicht abholen. Bitte schicken Sie es noch einmal.',
    'not-kept': 'Das Foto konnte ich gerade nicht speichern. Bitte schicken Sie es später noch einmal.',
  },
  tooMany: (limit: number): string =>
    `Mehr als ${limit} Fotos auf einmal kann ich nicht annehmen. Ich habe die ersten ${limit} genommen.`,
  count: (photos: number): string => (photos === 1 ? '1 Foto' : `${photos} Fotos`),
  alternative: (number: number, of: number): string =>
    of === 1 ? 'Foto zu dieser Meldung' : `Foto ${number} von ${of} zu dieser Meldung`,
  whatIsWrong:
    'Danke für das Foto. Was geht nicht? Schreiben Sie es mir in einem Satz, oder füllen Sie die Karte aus.',
  withDraft: 'Entwurf mit Foto',
  whereSummary: 'Wozu gehört das Foto?',
  where: (photos: number): string =>
    photos === 1 ? 'Zu welcher Meldung gehört das Foto?' : 'Zu welcher Meldung gehören die Fotos?',
  toTicket: (id: string, title: string): string => `${id}: ${title}`,
  added: (photos: number, id: string): string =>
    photos === 1 ? `Das Foto steht jetzt in ${id}.` : `Die Fotos stehen jetzt in ${id}.`,
  goAlong: (photos: number): string =>
    photos === 1 ? 'Das Foto kommt mit dazu.' : `Die ${photos} Fotos kommen mit dazu.`,
  gone: 'Dieses Foto habe ich nicht mehr. Bitte schicken Sie es noch einmal.',
};

/** What is said about photos. */
export const photos = {
  problems: {
    'wrong-kind':
      'I cannot take this as a photo. Please send it as JPEG or PNG, for example as a screenshot.',
    'too-large': 'The photo is too large. Please send a smaller one, at most 10 MB.',
    damaged: 'The photo arrived damaged. Please send it again.',
    'not-reached': 'I could not fetch the photo. Please send it again.',
    'not-kept': 'I could not keep the photo just now. Please send it again later.',
  },
  tooMany: (limit: number): string =>
    `I cannot take more than ${limit} photos at once. I took the first ${limit}.`,
  count: (photos: number): string => (photos === 1 ? '1 photo' : `${photos} photos`),
  alternative: (number: number, of: number): string =>
    of === 1 ? 'Photo of this report' : `Photo ${number} of ${of} of this report`,
  whatIsWrong: 'Thank you for the photo. What is wrong? Tell me in one sentence, or fill in the card.',
  withDraft: 'Draft with a photo',
  whereSummary: 'What does the photo belong to?',
  where: (photos: number): string =>
    photos === 1 ? 'Which report does the photo belong to?' : 'Which report do the photos belong to?',
  toTicket: (id: string, title: string): string => `${id}: ${title}`,
  added: (photos: number, id: string): string =>
    photos === 1 ? `The photo is now in ${id}.` : `The photos are now in ${id}.`,
  goAlong: (photos: number): string =>
    photos === 1 ? 'The photo goes along with it.' : `The ${photos} photos go along with it.`,
  gone: 'I do not have this photo any more. Please send it again.',
};

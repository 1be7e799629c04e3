/** The languages that Campusdesk speaks. */
export const languages = ['de', 'en'] as const;
export type Language = (typeof languages)[number];

/** What stands in a channel is read by all of it, and is in this language whoever asked for it. */
export const channelLanguage: Language = 'de';

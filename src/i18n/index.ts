export { demoReports } from './demo.js';
export { channelLanguage, languages, type Language } from './language.js';
export { texts, type Texts } from './texts.js';

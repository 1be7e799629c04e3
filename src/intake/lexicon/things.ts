/** What most reports are about, one group for each thing, as patterns over folded words. */
export const things: readonly string[] = [
  'beamer\\w*|projektor\\w*|projector\\w*|\\w*tafel|smartboards?|whiteboards?|boards?|leinwand|appletv|fernseher|visualizer|dokumentenkamera',
  '\\w*drucker\\w*|druckt|printers?|kopierer|copier|photocopier|scanner|toner',
  'wlan|wifi|internet|netz|netzwerk|network|router|accesspoint',
  'ipad\\w*|tablett?\\w*',
  'laptops?|notebooks?|pcs?|rechner|computers?|desktops?|maus|mouse|dockingstation|chromebooks?|macbooks?',
  'passwort|kennwort|password|konto|account|login|zugang|anmeldung|logineo|moodle|iserv',
  'app|apps|anton|goodnotes|notability|geogebra|untis',
];

/** Parts of patterns by which a sentence gives itself away as an instruction to the reader instead of a report. */
export const instructionMarks: readonly string[] = [
  '\\b(?:ignor\\p{L}{0,6}|disregard|forget|vergiss|missachte)\\b.{0,40}\\b(?:anweisung|anleitung|instruction|prompt|regeln|rules|vorherig|previous|above|oben)',
  '^\\s*(?:system|assistant|developer|admin|root|user)\\s*(?:prompt|message)?\\s*:',
  '^\\s*\\[(?:system|inst|assistant)\\]',
  '\\b(?:set|setze?|change|ändere|mark|markiere|classify|klassifiziere|stufe|treat|behandle|label|route|use|force)\\b.{0,40}\\b(?:category|kategorie|priority|priorität|prio|scope|blocked|p1|p2|p3|p4|confidence|label)\\b',
  '\\b(?:antworte?|answer|respond|reply|gib|return|output|print|write|schreibe?)\\b.{0,30}\\b(?:json|nur mit|only with|aus:|category|kategorie|priority|p1)\\b',
  '\\b(?:du bist (?:jetzt|nun|ab jetzt)|you are now|act as|pretend to be|tu so als|from now on|ab sofort bist)\\b',
  '\\b(?:system ?prompt|jailbreak|developer mode|entwicklermodus)\\b',
  '\\bals (?:p1|p2|blockiert|blocked)\\b.{0,20}\\b(?:ein|stufen|melden|markieren)',
];

/** Names of the fields that a text might try to set: "category=loss". */
export const settingNames: readonly string[] = [
  'category',
  'kategorie',
  'priority',
  'priorität',
  'scope',
  'blocked',
  'deviceTag',
  'device_tag',
  'language',
  'confidence',
  'room(?=\\s{0,3}:?=)',
  'raum(?=\\s{0,3}:?=)',
];

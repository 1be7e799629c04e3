/**
 * Patterns over folded words (`ae` for `ä`, words parted by one blank, no signs) for how many are affected.
 * `#` stands for a number from two to nine, `##` for one from ten on.
 */

/** Only the writer's own: overrides everybody else who is mentioned. */
export const onlyOne: readonly string[] = [
  'one of (?:the|my|our|these|those)',
  'ein(?:e|s|er|es)? (?:der|von den|unserer|meiner|aus der)',
  'nur (?:bei )?(?:mir|mein\\w*|das eine|dieses?|ein\\w*)',
  'only (?:me|my|mine|this|one)',
  'just (?:my|mine|me|this)',
  '(?:bei )?alle[nr]? anderen (?:geht|laeuft|funktioniert|klappt|gehen|laufen)',
  'everyone else is fine',
  'all the others? work',
  'bei den anderen (?:geht|klappt|laeuft)',
  'everybody elses? works?',
  'the others are fine',
];

export const wholeSchool: readonly string[] = [
  '(?:ganze\\w?|gesamte\\w?|komplette\\w?) (?:\\w+ )?(?:schule|schulgebaeude|haus|gebaeude|kollegium|verwaltung|lehrerschaft|campus|standort|trakt|etage|stock\\w*|fluegel|grundschule|gymnasium|schulgelaende)',
  'schulweit\\w*',
  'hausweit',
  '(?:whole|entire) (?:school|building|staff|site|campus|faculty|floor|wing|place)',
  'school ?wide',
  'all (?:of )?(?:the )?(?:staff|teachers|classrooms|rooms|classes|colleagues)',
  'all over the (?:school|building)',
  'every (?:room|classroom|teacher|class)',
  'across the (?:school|building)',
  'throughout the (?:school|building)',
  '(?:unser |das |im |dem )kollegium',
  'alle(?:n)? (?:kolleg\\w*|lehrer\\w*|lehrkraefte\\w*|raeume\\w*|klassen|klassenraeume\\w*|mitarbeiter\\w*)',
  '(?:in )?(?:jedem|allen|saemtlichen) (?:raum|raeumen|klassenraum|klassenraeumen|klassen|gebaeuden?)',
  'ueberall',
  'everywhere',
  'whole staff',
  'half (?:of )?(?:the|our) (?:staff|school|teachers|building)',
  'halbe\\w? (?:kollegium|schule|lehrerzimmer)',
  '(?:kein|keiner|keine|niemand|none) (?:im |in der |of the )?(?:kollegium|lehrer\\w*|lehrkraft|schule|haus|gebaeude|teachers|staff|kolleg\\w*)',
  'schule ist (?:offline|lahmgelegt)',
  'alle in der schule',
  'everyone (?:in|at) (?:the )?school',
  'everybody (?:in|at) (?:the )?school',
  'nobody in (?:the )?(?:school|building)',
  'fuers? (?:ganze )?kollegium',
  'the staff (?:cant|cannot|is|are)',
  'entire',
  'for (?:all|our) staff',
  'our teachers',
];

/** Everybody, without saying of what: the class if one is named, else the school. */
export const everybody: readonly string[] = [
  'niemand',
  'keiner (?:\\w+ )?(?:kommt|kann|von uns|mehr|hat|im)',
  'nobody',
  'no one',
  'everyone',
  'everybody',
  'alle kommen',
  'bei allen',
  'wir alle',
  'all of us',
];

/** A class or its devices are what is affected. */
export const wholeClass: readonly string[] = [
  '(?:ipads|tablets|geraete|rechner|laptops|pcs|computer|devices|computers) (?:\\w+ ){0,4}(?:alle|all|saemtlich)',
  'kids tablets',
  'students? (?:ipads|tablets)',
  '(?:students|pupils|schueler|schuelerinnen|kinder|sus|kids) (?:cannot|cant|dont|are|koennen|kommen|haben|have)',
  'klassensatz\\w*',
  'class ?sets?',
  '(?:ganze\\w?|gesamte\\w?|komplette\\w?) (?:\\w+ )?(?:klasse|kurs|koffer|jahrgang|stufe|lerngruppe|gruppe|satz|\\d{1,2}[a-f])',
  '(?:whole|entire) (?:class|course|group|set|year|\\d{1,2}[a-f])',
  'alle\\w? (?:\\w+ )?(?:schueler\\w*|kinder\\w*|ipads?|tablets?|geraete\\w*|rechner\\w*|laptops?|pcs?|computer\\w*|kids|sus)',
  'all (?:of )?(?:the |my |our |their )?(?:\\w+ )?(?:students|pupils|kids|children|ipads|tablets|devices|laptops|computers|pcs)',
  '(?:meine|die|unsere|viele|saemtliche|meinen|den|unseren) (?:schueler\\w*|sus|kinder\\w*|auszubildenden|azubis|studierenden)',
  '(?:my|the|our|many|most|their) (?:students|pupils|kids|children)',
  'ipadkoffer',
  'ipad koffer',
  'tabletkoffer',
  'tablet koffer',
  'viele (?:ipads|geraete|tablets)',
  'many (?:ipads|devices|tablets)',
  'computerraum komplett',
  '(?:die|der|des|unsere\\w?|meine\\w?) (?:\\w+ )?(?:lerngruppe|kunstkurs\\w*|grundkurs\\w*|leistungskurs\\w*|\\w{2,12}kurs(?:es)?|kurs(?:es)?|prueflinge|jahrgangsstufe)',
  '(?:klausur|pruefung|abitur|exam) (?:der|of) (?:q1|q2|ef|\\d{1,2}[a-f]?)',
  'year \\d{1,2}',
  'grade \\d{1,2}',
  '(?:jahrgang|stufe|klasse) \\d{1,2}',
];

/** A class is named, but perhaps only as the place or the time. */
export const someClass: readonly string[] = [
  '(?:der|die|unsere\\w?|meine\\w?|in|fuer|of|for|my|klasse|class) (?:\\w+ )?(?:1[0-3]|[1-9])[a-f]',
  '\\w{4,}klasse',
  '(?:meine\\w?|unsere\\w?|der|die|eine\\w?) klas+e',
  '(?:my|our|the|a|this) (?:class|course)',
  '(?:klas+e|class) (?:1[0-3]|[1-9])[a-f]?',
  '(?:1[0-3]|[1-9])[a-f] (?:ipads|tablets)',
];

/** The class only waits or listens. */
export const onlyWaits: readonly string[] = [
  '(?:klasse|kurs|kinder|schueler\\w*|sus|leute|kids|class|students|pupils|children|\\d{1,2}[a-f]) (?:\\w+ ){0,2}(?:wartet|warten|sitzt|sitzen|schaut|steht|stehen|is waiting|are waiting|waiting|wait|sit|sitting|staring|langweilen)',
  '(?:vor|mit|before|in front of|with) (?:der|meiner|einer|the|my|a) (?:klasse|class)',
  'i (?:have|got) a class',
  '(?:naechste|next) (?:klasse|class)',
  'class (?:starts|begins|is about|now|can|cannot|cant)',
  'klassenfahrt',
  'klassenarbeit',
  'in (?:der|meiner) klasse',
  'the class (?:starts|begins|cannot|cant)',
];

/** Things and people that can be counted, in the plural. */
export const countable =
  '(?:ipads?|tablets?|tabletts|geraete\\w*|laptops?|notebooks|rechner\\w*|pcs|computer|computers|beamer\\w*|projektoren|projectors|drucker\\w*|printers|monitore\\w*|monitors|boards|smartboards|schueler\\w*|sus|kinder\\w*|lehrer\\w*|lehrkraefte\\w*|kolleg\\w*|students|pupils|kids|children|teachers|colleagues|devices|raeume\\w*|rooms|classrooms|personen|people|leute|stifte\\w*|pencils|cables|ladekabel|tastaturen|keyboards|headsets|kopfhoerer|headphones|maeuse|mice|accounts|konten|screens|displays|prueflinge|azubis|user|users|kameras|cameras|roboter|robots|mikrofone|chromebooks|macbooks|referendare\\w*|stueck|klassen|classes|ladegeraete\\w*|chargers|brillen)';

export const severalWords: readonly string[] = [
  'mehrere\\w?',
  'einige\\w?',
  'ein paar',
  'several',
  'a few',
  'some',
  'a couple of',
  'couple of',
  'various',
  'verschiedene',
  'diverse',
  'manche\\w?',
  'beide',
  'both',
  'another two',
  'weitere',
];

/** Numbers in words from two to nine, and from ten on. */
export const fewNumbers =
  '(?:[2-9]|zwei|drei|vier|fuenf|sechs|sieben|acht|neun|two|three|four|five|six|seven|eight|nine|zwo)';
export const manyNumbers =
  '(?:[1-9]\\d|[12]\\d\\d|zehn|elf|zwoelf|fuenfzehn|zwanzig|dreissig|ten|eleven|twelve|fifteen|twenty|thirty|dutzend|dozen|fuenfundzwanzig|achtundzwanzig)';

/** Things that are one if named in the singular. */
export const singularThing =
  '(?:\\w*ipad|ibad|\\w*tablet|taplet|\\w*laptop|labtop|notebook|\\w*rechner|\\w*pc|\\w*computer|kompjuter|macbook|\\w*beamer|beemer|projektor|projector|\\w*drucker|druker|\\w*printer|\\w*kopierer|copier|photocopier|plotter|scanner|monitor|\\w*bildschirm|screen|display|\\w*board|smartbord|\\w*tafel|tv|appletv|fernseher|visualizer|\\w*geraet|device|desktop|tower|dockingstation|docking|tastatur|keyboard|maus|mouse|webcam|stift|pencil|\\w*kabel|\\w*cable|ladegeraet|charger|konto|account|passwort|kennwort|password|chromebook|surface|thinkpad|headset|kamera|camera|netzwerkdose|panel|whiteboard|netzteil|huelle|tastaturhuelle|dokumentenkamera|lautsprecher|trolley|prowise|accesspoint|access point|router|switch|fernbedienung|leinwand|dose)';

/** Before a thing in the singular: one. */
export const articles =
  '(?:mein\\w*|ein\\w*|das|der|den|dem|die|unser\\w*|sein\\w*|ihr\\w*|am|im|vom|beim|zum|dieses?|dieser|diesem|my|a|an|the|our|his|her|their|this|that|one|lehrer|another|mien)';

/** The writer or one other person is who is affected. */
export const oneself: readonly string[] = [
  'ich (?:seh\\w*|darf|brauche|hab\\w*|moechte|will|verlor\\w*|muss|werde)',
  'darf ich',
  '(?:neuer?|new) (?:kollege|kollegin|colleague|teacher|lehrkraft|referendar\\w*)',
  'praktikant\\w*',
  'kann keine',
  'mein\\w{0,2}',
  'mir',
  'mich',
  'my',
  'me',
  'ich (?:komme?|kann|habe?|bekomme?|krieg\\w*|finde?|hab) (?:\\w+ ){0,3}(?:nicht|nich|kein\\w*|vergessen|verloren|rein|erhalten)',
  'i (?:cant|cannot|forgot|lost|have|dont|got|am|keep|need)',
  'im (?:locked|unable|getting)',
  'ein(?:e|em|er)? (?:\\w+ )?(?:schueler|schuelerin|kind|kollege|kollegin|lehrer|lehrerin|lehrkraft|junge|maedchen|schuelers|referendar\\w?|praktikant\\w*)',
  '(?:a|one|one of my|one of our|this) (?:\\w+ )?(?:student|pupil|kid|child|teacher|colleague|girl|boy|students|pupils)',
  '(?:die|der|unsere?|meine?|vom|von einem) (?:neue\\w? )?(?:kollegin|kollege|schuelerin|schueler|sekretaerin|schulsekretaerin|referendarin|referendar|schulleiterin|schulleiter|vertretungslehrer\\w*)',
  'komm\\w? (?:\\w+ ){0,2}nicht rein',
];

/** Things that are one even without an article; accessories and accounts are not said to be. */
export const bareThing =
  '(?:\\w*ipad|ibad|\\w*tablet|taplet|\\w*laptop|labtop|notebook|\\w*rechner|pc|\\w*computer|kompjuter|macbook|\\w*beamer|beemer|projektor|projector|\\w*drucker|druker|printer|\\w*kopierer|copier|photocopier|plotter|scanner|monitor|\\w*board|smartbord|tv|appletv|fernseher|visualizer|dockingstation|prowise|whiteboard|accesspoint|kopiergeraet|fernbedienung)';

/**
 * Patterns over folded words (`ae` for `ä`, words parted by one blank, no signs) for how many are affected.
 * Each is bounded, so that no text makes it slow.
 */

/** Only the writer's own, or one out of many: overrides everybody else who is mentioned. */
export const onlyOne: readonly string[] = [
  'one of (?:the|my|our|these|those)',
  'ein(?:e|s|er|es|em|en)? (?:von (?:den|meinen|unseren)|meiner|unserer)',
  'ein(?:s|er|es) (?:der|aus der)',
  '(?:ein|kein) einzelne\\w*',
  'nur (?:bei )?(?:mir|mein\\w*|das eine|dieses?|ein\\w*(?! (?:woche|tag|stunde|minute|kurze|frage|bitte|idee|wochenende)))',
  'nur ich',
  'only (?:me|my|mine|this|one)',
  'just (?:my|mine|me|this|one)',
  'for me only',
  '(?:bei )?alle[nr]? anderen (?:geht|laeuft|funktioniert|klappt|gehen|laufen|sind)',
  'everyone else(?: is| can| has| gets)?',
  'every(?:body|one) elses',
  'the others (?:\\w+ ){0,3}(?:connect|can|do|get|work)',
  'all the others? (?:work|are)',
  'bei (?:den anderen|allen kolleg\\w*|allen anderen)',
  'the others are fine',
  'das einzige',
  'als einzige\\w?',
  'the only one',
];

const building =
  '(?:\\w*schule|schulgebaeude|haus|hause|gebaeude|schulhaus|kollegium|\\w*kollegium\\w*|verwaltung|lehrerschaft|campus|standort|trakt|etage|stock\\w*|fluegel|gymnasium|berufskolleg|kolleg|foerderzentrum|schulgelaende|schulzentrum|laden|huette|bude|betrieb|team|belegschaft)';

export const wholeSchool: readonly string[] = [
  `(?:ganze\\w?|gesamte\\w?|komplette\\w?|jan[sz]e\\w?|whole|halbe\\w?) (?:\\w+ )?${building}`,
  'gesamtkollegium\\w*',
  'lehrerkollegium\\w*',
  'schulweit\\w*',
  'hausweit\\w*',
  'totalausfall',
  '(?:komplett |total |voellig )?offline (?:hier )?in der schule',
  '(?:whole|entire) (?:\\w+ )?(?:school|building|staff|site|campus|faculty|floor|wing|place|department|team)',
  'school ?wide',
  'all (?:of )?(?:the |our )?(?:\\d+ )?(?:staff|teachers|classrooms|rooms|classes|colleagues)',
  'all over the (?:school|building|place)',
  'every (?:single )?(?:room|classroom|teacher|class|printer|board|projector)',
  '(?:across|throughout|around) (?:the|this|our) (?:whole |entire )?(?:school|building|site)',
  '(?:unser\\w*|das|im|dem|fuers|ganze|fuer das|vom) (?:\\w+ )?kollegium',
  'kollegium (?:hat|kann|kommt|moechte|will|braucht|braeuchte|wuenscht)',
  'kollegiums\\w*',
  'alle[nr]? (?:\\d+ )?(?:unsere\\w? )?(?:kolleg\\w*|lehrer\\w*|lehrkraefte\\w*|lul|raeume\\w*|klassen|klassenraeume\\w*|mitarbeiter\\w*|stockwerke\\w*|etagen|beamer\\w*|drucker\\w*|tafeln|boards)',
  '(?:in )?(?:jedem|jeder|allen|saemtlichen) (?:raum|raeumen|klassenraum|klassenraeumen|klassen|klasse|gebaeuden?|zimmer|etage|stockwerk)',
  '(?:saemtliche\\w?|jeder|kein(?:er|e|en)?) (?:einzig\\w+ )?(?:\\w+ )?(?:raum|zimmer|boards?|beamer|drucker|tafeln?|printer|kopierer)(?: im haus\\w*| in der schule| hier)? (?:mehr|geht|druckt|nimmt|reagiert)',
  'an (?:saemtlichen|allen) (?:boards|tafeln|beamern|druckern)',
  'kein(?:e[rnm]?|em)? (?:einzig\\w+ )?(?:\\w+ )?(?:im (?:ganzen )?(?:haus\\w*|gebaeude)|in der (?:ganzen )?schule|raum)',
  'no (?:printer|projector|teacher|room|board|computer|one|body|internet|network|wifi|device) (?:\\w+ )?(?:in|at|anywhere in) (?:the |this |our )?(?:whole |entire )?(?:school|building)',
  '(?:internet|netz|wlan|wifi|network|nichts|server|offline) (?:\\w+ ){0,3}(?:nirgends|nirgendwo|anywhere|ueberall|everywhere)',
  'no (?:internet|wifi|network|connection) (?:\\w+ )?(?:anywhere|at all in)',
  'kein (?:wlan|netz|internet|empfang) (?:nirgends|nirgendwo|mehr im haus)',
  '(?:wlan|netz|internet) (?:\\w+ ){0,3}(?:haupthaus|altbau|hauptgebaeude) und (?:\\w+ )?(?:nebengebaeude|neubau|turnhalle)',
  'ueberall (?:im|in|kein\\w*|wlan|netz|ist|weg|langsam|offline|tot|aus)',
  'everywhere (?:in|at|is|down)',
  '(?:its|is|down|gone|wlan|internet|netz) everywhere',
  '(?<! gesucht | nicht | stau )ueberall',
  'whole staff',
  'half (?:of )?(?:the|our) (?:staff|school|teachers|building)',
  '(?:kein|keiner|keine|niemand|none) (?:im |in der |of the |of our )?(?:kollegium|lehrer|lehrerin|lehrkraft|schule|haus|gebaeude|teachers|staff|kolleg\\w*)',
  'kein mensch (?:\\w+ )?(?:hier|kommt|kann)',
  'kein mensch (?:\\w+ ){0,3}(?:anmelden|rein|drucken)',
  'schule (?:\\w+ )?(?:offline|lahmgelegt|vom netz|ohne (?:netz|internet|wlan)|abgeschnitten)',
  'school (?:\\w+ )?(?:offline|is down|without internet|lost (?:the |all )?(?:internet|wifi|network|connection))',
  'alle in der schule',
  '(?:everyone|everybody) (?:in|at|on) (?:the )?(?:school|building|staff)',
  'nobody in (?:the )?(?:school|building|staff)',
  'the staff (?:cant|cannot|is|are)',
  'for (?:all|our|the) staff',
  'our staff',
  'staff (?:day|training|meeting)',
  'our teachers',
  'weder (?:lehrer|kolleg\\w*|verwaltung)',
  'lehrer (?:und|wie|noch) (?:schueler|verwaltung|sekretariat)',
  'paedagogische\\w? (?:tag|ganztag|konferenz)\\w*',
  'inset(?: day)?',
  '(?:all|alle\\w?) (?:the )?(?:pupils|students|schueler\\w*|kinder\\w*) (?:of|der|at|in|an) (?:the|our|der|unsere\\w?) (?:\\w*schule|school)',
  '(?:alle\\w?|saemtliche\\w?) (?:jahrgaenge\\w?|jahrgangsstufen|abteilungen)',
  'student body',
  'single machine in the (?:house|school|building)',
  'bei niemandem',
  '(?:die|unsere) lehrerkonferenz (?:hat|moechte|wuenscht|will)',
  'schilf ?\\w*',
  'schulintern\\w*',
  '(?:\\d{2,3}) (?:lehrer\\w*|lehrkraefte\\w*|lul|kolleg\\w*|teachers|colleagues|members of staff)',
];

/** Everybody, without saying of what: the class if one is named, else the school. */
export const everybody: readonly string[] = [
  'niemand(?:em|en)?',
  'keiner (?:\\w+ )?(?:kommt|kann|von uns|mehr|hat|im)',
  'keinem von uns',
  'nobody',
  'no one',
  'everyone',
  'everybody',
  'alle (?:\\w+ )?(?:kommen|fliegen|raus|offline|gleichzeitig)',
  'bei (?:uns )?allen',
  'wir alle',
  'fuer alle',
  'for all',
  'all of us',
  'none of us',
];

/** A grade, class or course by its name: 7b, Q1, the Achter, LK, year 9. */
const className =
  '(?:(?:1[0-3]|[1-9])[a-h]|q[12]|ef|(?:5|6|7|8|9|10|11|12|13)er|(?:erst|zweit|dritt|viert|fuenft|sechst|siebt|acht|neunt|zehnt)klaessler\\w*|(?:fuenfer|sechser|siebener|sechsern|achter|neuner|zehner|elfer|zwoelfer)n?|\\w{0,14}klassen?|\\w{0,16}kurs(?:e[ns]?)?|\\w{0,12}(?:lk|gk)|lerngruppe\\w*|\\w{2,12}ag|jg \\d{1,2}|(?:jahrgang\\w*|stufe|jahrgangsstufe|klasse|year|years|grade|form) \\d{1,2}\\w?|(?:fuenfte|sechste|siebte|achte|neunte|zehnte|elfte|zwoelfte|erste|zweite|dritte|vierte)n? klassen?|\\w+ graders?|year \\d{1,2}s|sixth form\\w*|prueflinge\\w*|azubis|auszubildenden|koffer\\w*|\\w*koffer|class|classes|courses?|group)';

/** A class, a course, a set or ten and more are what is affected. */
export const wholeClass: readonly string[] = [
  '(?:ipads|tablets|geraete|rechner|laptops|pcs|computer|devices|computers|kisten|konten|plaetze) (?:\\w+ ){0,4}(?:alle|all|saemtlich\\w*|komplett)',
  'kids tablets',
  'students? (?:ipads|tablets)',
  '(?:students|pupils|schueler|schuelerinnen|kinder|sus|kids|learners|trainees|jugendlichen|teilnehmer\\w*) (?:\\w+ )?(?:cannot|cant|dont|koennen|kommen|haben (?:kein\\w*|noch|nicht)|have no|kriegen|brauchen|need|sehen)',
  '(?:schueler|kinder)ipads?',
  'schueler(?:konten|accounts|geraete|laptops|tablets)\\w*',
  'klassensatz\\w*',
  'klassensaetz\\w*',
  'klassenliste\\w*',
  'class ?(?:sets?|lists?)',
  '(?:ein\\w?|einen|ganzen?|kompletten?) (?:satz|set|schwung|stapel)',
  'a (?:full |whole |complete )?set of',
  '(?:ganze\\w?|gesamte\\w?|komplette\\w?|vollstaendige\\w?|halbe\\w?|janze\\w?) (?:\\w+ )?(?:klas+en?|kurs\\w*|\\w{0,16}kurs|koffer|\\w*wagen|jahrgang\\w*|stufe|lerngruppe|gruppe|satz|raum|(?:1[0-3]|[1-9])[a-h]|sport lk|lk|gk)',
  '(?:whole|entire|half) (?:my |the |of my |of the )?(?:\\w+ )?(?:class|course|group\\w*|set|year|trolley|cart|form|row|1[0-3][a-h]|[1-9][a-h])',
  '(?:alle\\w?|saemtliche\\w?|jede\\w?) (?:(?:meine\\w?|unsere\\w?|die|der|den|neuen) )?(?:\\d+ |\\w+ )?(?:schueler\\w*|kinder\\w*|\\w*ipads?|\\w*tablets?|\\w*geraete\\w*|\\w*rechner\\w*|\\w*laptops?|pcs?|\\w*computer\\w*|kids|sus|maeuse|kisten|arbeitsplaetze|azubis|teilnehmer\\w*|accounts|konten|plaetze)',
  '(?:alle|all|bei allen|saemtliche) (?:[1-9]\\d)',
  'all (?:of )?(?:the |my |our |their )?(?:\\w+ )?(?:students|pupils|kids|children|ipads|tablets|devices|laptops|computers|pcs)',
  'every(?: single)? (?:ipad|tablet|device|student|pupil|kid|child|laptop|computer|pc)',
  'none of (?:the|my|our) (?:\\w+ )?(?:ipads|tablets|devices|students|pupils|kids|laptops|computers|pcs)',
  'kein\\w* einzig\\w+ (?:\\w*geraet|\\w*rechner|\\w*ipad|pc|kind|schueler\\w*)',
  '(?:an )?keinem (?:der|einzigen) (?:\\w*rechner|\\w*geraete?|\\w*ipads?|pcs?)',
  '(?:meine|unsere|viele|saemtliche|meinen|unseren) (?:\\w+ )?(?:schueler|schuelerinnen|schuelern|sus|kinder|kindern|auszubildenden|azubis|studierenden|lernenden|maedchen|jungs)',
  '(?:my|our|many|most of|most|their) (?:\\w+ )?(?:students|pupils|kids|children|learners|trainees|apprentices)',
  'viele (?:\\w+ )?(?:ipads|geraete|tablets|rechner|laptops|schueler|kinder)',
  'many (?:\\w+ )?(?:ipads|devices|tablets|students)',
  'none of (?:their|them|the kids|my)',
  '(?:any|each|every) (?:single )?(?:one )?of (?:the|my|our) (?:\\w+ )?(?:ipads|tablets|devices|students|pupils|laptops|computers|pcs|\\d+ machines|thirty)',
  'kein\\w* (?:rechner|kind|geraet|laptop|schueler\\w*|pc|ipad) (?:\\w+ )?(?:mehr|kommt|kann|kriegt|startet|laedt|findet|geht|hat|laeuft|macht)',
  'no (?:kid|pupil|student|child|device|ipad|laptop|computer|keyboard)',
  'all (?:\\w+ )?(?:rechner|geraete|schueler|sus|kinder|machines)',
  'reihenweise',
  'einen nach dem anderen',
  'alle raus',
  '(?:computerraum|inforaum|pc raum|info \\d) komplett',
];

/** What a set of devices is kept in. Where something is lost it is only the place. */
export const container: readonly string[] = [
  'kof+er(?: [a-z0-9]{1,3})?',
  '\\w*koffer\\w*',
  '(?:lade|ipad|tablet|laptop|notebook)(?:wagen|schrank\\w*|trolley|station|kiste)',
  'wagen',
  '(?:charging |ipad |tablet |laptop |the |our )(?:cart|trolley|case|cabinet|suitcase|valise|locker)',
  'carts?',
  'trolleys?',
];

/** Named before or after a class: what belongs to it, or what is wanted for it. */
export const ofClass: readonly string[] = [
  `(?:der|die|den|meine\\w?|unsere\\w?|mein|unser|fuer|fuers|fuer den|for|of|my|our|bei|beim|mit|with|vom|von|from|aus|the|dem|des|jede\\w?) (?:\\w+ ){0,2}${className}`,
  '^ (?:klasse )?(?:1[0-3]|[1-9])[a-h]',
  '(?:klas+e|class|jg|jahrgang) (?:1[0-3]|[1-9])[a-h]?',
  '(?:1[0-3]|[1-9])[a-h] (?:ipads|tablets|all|alle|kommt|kann|hat|cant|cannot|cannot|taucht|keine?|steht|schreibt)',
  'q[12]',
  'willkommensklasse\\w*',
  '(?:\\w*tablets|\\w*ipads|geraete\\w*|schueler\\w*|kinder\\w*|sus) (?:aus |in |von )?der (?:1[0-3]|[5-9])',
  '(?:fuer|in|aus|mit) (?:die|der) (?:1[0-3]|[5-9])(?! \\w+(?:s|n|e) )',
];

/** The class only waits, watches or writes; it is not what is broken. */
export const onlyWaits: readonly string[] = [
  '(?:klasse|kurs|kinder|schueler\\w*|sus|leute|kids|class|students|pupils|children|\\d{1,2}[a-f]|trainees|learners) (?:\\w+ ){0,2}(?:wartet|warten|sitzt|sitzen|schaut|schauen|guckt|gucken|steht|stehen|ist (?:schon )?da|sind (?:schon )?da|is waiting|are waiting|waiting|wait|sit|sits|sitting|staring|stare|langweilen|langweilt|lachen|freuen|laughing|think|watching)',
  '(?:vor|mit|before|in front of|with|ohne|without) (?:der |meiner |einer |the |my |a |den |meinen )?(?:\\w+ )?(?:klasse|class|kindern|schuelern|sus|kurs|students|pupils|kids|\\d{1,2}[a-h])',
  'i (?:have|got) a class',
  '(?:naechste\\w?|next|letzte\\w?|first|second) (?:klasse|class|kurs)',
  'class (?:starts|begins|is about|now|is starting)',
  'klassenfahrt\\w*',
  'klassenarbeit\\w*',
  'klassenzimmer\\w*',
  'klassenr\\w+',
  'klassenbuch\\w*',
  'klassenlehrer\\w*',
  'klassenleitung\\w*',
  'klassentuer\\w*',
  'class ?rooms?',
  'class ?(?:teacher|register|book)',
  'apple classroom',
  'of course',
  'mein\\w* (?:eigenen? )?(?:\\w+ )?(?:kurs|klasse)',
  '(?:sehe|sehen|zeigt|finde|findet|fehlt|see) (?:\\w+ ){0,3}(?:klasse|kurs|course|class)',
  'in (?:der|meiner|die) klasse',
  'in (?:my |the )?class',
  'kurs(?:buch|programm|leiter|verzeichnis)\\w*',
  '(?:crash|training|online|excel|moodle|teams|beginners) ?(?:kurs|course)\\w*',
  'in the middle of (?:a |my |the )?(?:class|lesson)',
  'during (?:a |my |the )?class',
  'letter\\w* class',
];

/** Devices whose plural is told from the singular; other words for people and things that can be counted. */
export const pluralDevice =
  '(?<! (?:des|meines|eines|unseres|ihres|seines|jedes|dieses) (?:\\w{1,20} )?)(?:\\w*ipads|\\w*tablets|tabletts|\\w*laptops|\\w*notebooks|convertibles|chromebooks|macbooks|pcs|computers|projectors|projektoren|printers|copiers|monitore\\w*|monitors|\\w*boards|\\w*tafeln|\\w*bildschirme\\w*|screens|displays|devices|maeuse|mice|tastaturen|keyboards|kopfhoerer|headphones|\\w*headsets|\\w*mikros|mikrofone|microphones|mics|cables|\\w*stifte|pencils|pens|styluses|\\w*huellen|covers|cases|\\w*netzteile|adapters|chargers|ladegeraete|kameras|cameras|robots|brillen|accounts|konten|zugaenge|geraete)';

export const countable =
  '(?:\\w*ipads?|\\w*pads?|\\w*tablets?|tabletts|\\w*geraete\\w*|\\w*laptops?|\\w*notebooks?|\\w*rechnern?|\\w*pcs?|\\w*computers?|computern|\\w*beamern?s?|projektoren|projectors|\\w*druckern?|\\w*printers|monitore\\w*|monitors|\\w*boards|\\w*tafeln|schueler\\w*|sus|\\w*kinder\\w*|lehrer\\w*|lehrkraefte\\w*|lul|kolleg\\w*|students|pupils|kids|children|teachers|colleagues|devices|raeume\\w*|rooms|classrooms|personen|person|people|leute\\w*|adults|\\w*erwachsene\\w*|\\w*stifte\\w*|pencils|pens|cables|\\w*kabel|tastaturen|keyboards|headsets|kopfhoerer\\w*|headphones|maeuse|mice|accounts|konten|\\w*zugaenge|screens|displays|prueflinge|azubis|users?|kameras|cameras|roboter|robots|mikrofone|mics|microphones|chromebooks|macbooks|referendare\\w*|stueck|stk|pieces|klassen|classes|ladegeraete\\w*|chargers|\\w*brillen|lizenzen|licen[cs]es|maedchen|jungs|girls|boys|trainees|learners|kisten|seats|plaetze|\\w*huellen|covers|adapters?|netzteile|teilnehm\\w*|eltern|mal|gesichter|jugendliche\\w*|\\w*kaesten|sets?)';

/** Two or more that are named one by one. */
export const namedTogether: readonly string[] = [
  '(?:frau|herr|herrn|mr|mrs|ms) \\w+ (?:und|and) (?:frau|herrn?|mr|mrs|ms|\\w+)',
  '(?:\\w*drucker|\\w*pc|\\w*rechner|ipads?|tafel|laptops?|pcs|pupils|students|nr|nummer|raeume\\w?|rooms|raum) \\d+(?: \\d+)? (?:und|and|sowie|plus) \\d+',
  '[a-z]?\\d{3} (?:und|and|sowie) [a-z]?\\d{3}',
  '(?:ich|i) (?:und|and) (?:mein\\w*|my) \\w+',
  '(?:mein\\w*|my|eine?) (?:kollegin|kollege|co teacher|colleague) (?:und|and) (?:ich|i|me)',
  '(?:wir|us|uns) (?:zwei|drei|vier|two|three|four|both|beide|vieren|dreien|zweien)',
  '(?:two|three|four|five|six|a few|some) of us',
  'zwillinge\\w*',
  '(?:der|die|den|das) (?:\\w+ ){1,2}und (?:der|die|den|das) \\w+ beide',
];

/** Somebody who does not know or has not told is not somebody who is affected. */
export const knowsNothing =
  '(?:niemand\\w*|keiner|nobody|no one|everyone|everybody|alle) (?:\\w+ )?(?:weiss|wusste|knows|know|knew|told|tells|seems|sagt|sagte|gesagt|touch\\w*|erklaert|mir|uns|can see|is touching|hilft|helps|zustaendig|responsible|gefunden|gesehen|seen|saw|has seen|fuehlt)';

/** An exam or lesson: those who sit in it are a class. */
export const lesson = '(?:\\w*klausur|\\w*pruefung|\\w*arbeit|\\w*exam|test|stunde|lesson|unterricht|class)';

export const severalWords: readonly string[] = [
  'mehrere\\w?',
  'einige\\w?',
  'paar',
  'several',
  'a few',
  'few',
  'some(?: of)?',
  'a couple(?: of)?',
  'couple(?: of)?',
  'a handful(?: of)?',
  'eine handvoll',
  'various',
  'verschiedene\\w?',
  'diverse\\w?',
  'manche\\w?',
  'beide\\w?',
  'both',
  'another two',
  'weitere',
  'die haelfte',
  'half (?:of )?(?:the|my|our)',
  'half a dozen',
];

/** Numbers in words from two to nine, and from ten on. */
export const fewWords =
  '(?:zwei(?:en)?|zwo|drei(?:en)?|vier(?:en)?|fuenf|sechs|sieben|acht|neun|two|three|four|five|six|seven|eight|nine)';
export const fewNumbers = '(?:[2-9]|[2-9]x)';
export const manyWords =
  '(?:zehn|elf|zwoelf|dreizehn|vierzehn|fuenfzehn|sechzehn|siebzehn|achtzehn|neunzehn|\\w{0,11}zwanzig|\\w{0,11}dreissig|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty(?: \\w+)?|thirty|dutzend|dozen)';
export const manyNumbers = '(?:[1-9]\\d|[12]\\d\\d|[1-9]\\dx)';

/** After a number: then it measures time, money or paper instead of counting what is affected. */
export const measures =
  '(?:januar|februar|maerz|april|mai|juni|juli|august|september|oktober|november|dezember|january|february|march|may|june|july|october|december|min\\w*|std\\w*|stunden?|hours?|h|uhr|tage\\w*|days?|wochen?|weeks?|wks|monate\\w*|months?|jahre\\w*|years?|sek\\w*|seconds?|secs?|mal|times?|euro\\w*|prozent|percent|gb|mb|mbit|seiten?|pages?|blatt|blaetter|meter\\w*|metres?|og|stock\\w*|etagen?|floors?|versuche\\w*|attempts?|tries|anlaeufe\\w*|tueren?|doors?|zeilen|lines|streifen|stripes?|striche\\w*|lines|punkte|dots|wege|moeglichkeiten|semester|ferien\\w*|am|pm|oclock|a|of|von|oder|or|bis|to|und|and|in|on|im|an|am|zimmer|rooms? down|lessons?|periods?|schritte|steps|grad|degrees|ecken|haende\\w*|augen|fragen|questions|dinge|things|sachen|woertern|words|mails?|emails?|anrufe|calls|tickets?|meldungen|monate|ziffern|zahlen|digits|stellen|fotos|photos|scores|dokumente|\\w*stunden|evenings|\\w*klassen|herren|null|attempts|mails|stellig\\w*|factor\\w*|faktor\\w*|d|k|ghz)';
/** Before a number in digits: then it is a date, a room or a name. */
export const namesNumber =
  '(?:\\w|seit|vor|um|bis|nach|since|raum|room|\\w*raum|\\w*saal|haus|halle|klasse|year|jahrgang|nr|nummer|number|period|stunde|info|it|og|kunst|physik|bio|chemie|musik|informatik|biology|chemistry|physics|kabinett|koffer|pc|ipad|windows|fehler|error|code|version|ios|ipados|office|am|at|on|vom|zum|dem|level|stufe|alle|every|under|grade|pavillon|trakt|block|section|ticket|for|within|another|weitere|letzten|naechsten|last|next|ersten|first|beamer|drucker|laptop|tafel|tv|win)';
/** Before a number in words: then it measures or tells the time. */
export const namesNumberInWords =
  '(?:seit|vor|um|halb|bis|nach|since|alle|every|last|letzten|naechsten|next|within|after|at|info|physik|bio|biology|physics|chemistry|chemie|klasse|jahrgang|year|grade|block|section|level|stufe|halle|kabinett|pavillon|raum|room|period|fuenf|of)';

/** Things that are one if named in the singular. */
export const singularThing =
  '(?:\\w*ipad|ibad|\\w*tablet|taplet|\\w*laptop|labtop|\\w*notebook|\\w*rechner|\\w*pc|\\w*computer|kompjuter|macbook|\\w*beamer|beemer|projektor|projector|\\w*drucker|druker|\\w*printer|\\w*kopierer|copier|photocopier|plotter|scanner|monitor|\\w*bildschirm|screen|display|\\w*board|smartbord|\\w*tafel|tv|appletv|fernseher|visualizer|\\w*geraet|device|desktop|tower|dockingstation|docking|tastatur|keyboard|maus|mouse|webcam|\\w*stift|\\w*pencil|\\w*kabel|\\w*cable|ladegeraet|charger|konto|account|passwort|kennwort|password|chromebook|surface|thinkpad|headset|\\w*kamera|\\w*camera|netzwerkdose|\\w*dose|panel|whiteboard|netzteil|\\w*huelle|lautsprecher|prowise|accesspoint|access point|router|switch|fernbedienung|leinwand|handy|phone|mikrofon|microphone|mic|roboter|robot|stativ|tripod|adapter|hdd|stick|schluessel)';

/** Before a thing in the singular: one. */
export const articles =
  '(?:aufm|aufs|auf|on|mein\\w*|ein\\w*|das|der|den|dem|die|unser\\w*|sein\\w*|ihr\\w*|am|im|vom|beim|zum|dieses?|dieser|diesem|my|a|an|the|our|his|her|their|this|that|one|lehrer|another|mien|dat|et)';

/** One other person is who is affected. */
export const onePerson: readonly string[] = [
  'ein(?:e|em|er|en)? (?:\\w+ )?(?:schueler|schuelerin|kind|kollege|kollegin|kollegen|lehrer|lehrerin|lehrkraft|junge|maedchen|schuelers|referendar\\w*|praktikant\\w*|mutter|vater|azubi|teilnehmer\\w*)',
  '(?:a|one|one of my|one of our|this|another) (?:\\w+ )?(?:student|pupil|kid|child|teacher|colleague|girl|boy|trainee|learner|lad|wee one)',
  '(?:die|der|dem|unsere?|meine?|meiner|vom|von einem|eine) (?:neue\\w? )?(?:kollegin|kollege|schuelerin|sekretaerin|schulsekretaerin|referendarin|referendar|schulleiterin|schulleiter|vertretungslehrer\\w*|praktikantin|praktikant|fachleiter|chefin|chef)',
  '(?:neuer?|new|neuen) (?:kollege|kollegin|kollegen|colleague|teacher|lehrkraft|referendar\\w*)',
];

/** The writer is who is affected. */
export const oneself: readonly string[] = [
  'ich',
  'mein\\w{0,2}',
  'mir',
  'mich',
  'my',
  'me',
  'i',
  'im',
  'ive',
  'id',
  'brauche?',
  'braeuchte?',
  'haette?',
  'moechte',
  'pls',
  'gimme',
  'fuer leute',
  'fuer kollegen',
  'anfaenger\\w*',
  'einem alten',
];

/** What alone tells that a report of the network is about one device, socket or person. */
export const ownConnection: readonly string[] = [
  `${articles} (?:\\w+ )?(?:\\w*ipad|tablet|\\w*laptop|\\w*notebook|thinkpad|\\w*rechner|macbook|\\w*pc|computer|handy|phone|device|geraet|chromebook|surface)`,
  '(?:laptop|tablet|handy|ipad|computer|rechner|pc|lappi|iphone|notebook)',
  '(?:von|from) (?:zu ?)?(?:hause|daheim|home)',
  'meinem (?:platz|arbeitsplatz|schreibtisch)',
  'vpn',
  'eduroam',
  '\\w*dose',
  '\\w*buchse',
  '(?:lan|ethernet|network|patch|wall) ?(?:port|jack|socket|cable|kabel|dose|buchse|anschluss|point)',
  'socket',
  'netzwerk(?:dose|kabel|anschluss|karte)\\w*',
  'access ?points?',
  'switch',
  'router',
  '(?:komme?|komm|kriege?|bekomme?|fliege?|flieg|bin) (?:ich )?(?:\\w+ ){0,4}(?:rein|nicht|nich|net|raus|drauf)',
  'ich (?:komme?|komm|kriege?|bekomme?|fliege?|finde|habe? kein) (?:\\w+ )?',
  'wie komme? ich',
  'i (?:cant|cannot|keep|dont|am not able|have no|get|am not)',
  'im (?:connected|not|locked)',
  'cant (?:get|connect|log)',
  '(?:bei|fuer) mir',
  '(?:for|kicks?|throws?) me',
  'mir (?:gesperrt|geblockt|blockiert)',
  'me (?:out|off)',
];

/** Only a page or a filter: nobody in particular is affected. */
export const pageOnly: readonly string[] = [
  '\\w*gesperrt\\w*',
  '\\w*geblockt\\w*',
  '\\w*gefiltert\\w*',
  '\\w*filter\\w*',
  'blocked',
  'freigabe',
  'freigeben',
  'freischalten',
  'freigeschaltet',
  'unblock\\w*',
  'whitelist\\w*',
  'sperrt',
  'blockiert',
];

/** A thing before one of these is a room full of it, or only the first of several. */
export const notAloneBefore: readonly string[] = ['raum', 'pool', 'saal', 'kabinett', 'und', 'and'];

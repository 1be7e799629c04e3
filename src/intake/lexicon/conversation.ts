/** What people say beside their reports, as patterns over folded words (`ae` for `ä`, parted by one blank, no signs). */

/** Words that may stand in any greeting, thanks or farewell. */
export const courtesyWords: readonly string[] = [
  'hallo|hi|hey|hej|hello|moin|servus|guten|gute|guter|schoenen|schoenes|schoene|good|nice|tag|morgen|mittag|nachmittag|abend|nacht|morning|afternoon|evening|night|day|wochenende|weekend|feierabend|ferien|holidays?|gruess|gruesse|gruss|gott|dich|euch|sie|ihnen|dir|you|u|ihr|du',
  'danke|dankeschoen|dank|vielen|herzlichen|besten|tausend|thx|thanks?|thank|merci|cheers|sehr|schoen|lieb|nett|freundlich|kind|lot|a|so|much|many|very|appreciated?|appreciate|that|it',
  'super|prima|perfekt|toll|klasse|spitze|top|cool|geil|mega|genial|wunderbar|hervorragend|great|perfect|awesome|brilliant|excellent|wonderful|lovely|fantastic|amazing|best|beste[nr]?|gut|gute[nr]?|well|done|ok|okay|oki|jo|ja|yes|alles|klar|verstanden|got|passt',
  'tschuess|tschues|tschau|ciao|bye|byebye|goodbye|wiedersehen|wiederschauen|auf|bis|bald|dann|spaeter|see|later|soon|cu|mach|machts|take|care',
  'liebe[srn]?|lieber|dear|team|campusdesk|bot|alle|all|zusammen|leute|everyone|everybody|there|an|und|and|the|fuer|for|die|das|der|den|eure|ihre|deine|your|hilfe|help|support|unterstuetzung|schnelle|quick|fast|nochmal|noch|mal|wieder|again|mit|freundlichen|gruessen|regards|lg|vg|mfg|test|testing|wie|gehts|geht|es|how|are|is|going|todays?|to|heute|im|voraus|in|advance|ich|i|we|wir|wuensche|wish|have|hab|habt|haben|einen|ein|rest|freut|mich|habe|job|arbeit|work',
];

export const goodbye: readonly string[] = [
  'tschuess|tschues|tschau|ciao|bye|byebye|goodbye|cu',
  'auf wieder(?:sehen|schauen)',
  'bis (?:bald|dann|morgen|spaeter)',
  'see (?:you|u)',
  'gute nacht|good night|feierabend|take care|machts? gut',
  '(?:schoenes|nice|good|great) (?:wochenende|weekend)',
  '(?:schoenen|nice|good) (?:abend|tag noch|day|evening) ?(?:noch)?$',
];
export const thanks: readonly string[] = [
  'danke|dankeschoen|dank|thx|thanks|thank|merci|cheers|appreciated?',
  'super|prima|perfekt|toll|klasse|spitze|top|cool|geil|mega|genial|wunderbar|hervorragend|great|perfect|awesome|brilliant|excellent|wonderful|lovely|fantastic|amazing|well done',
];
export const greeting: readonly string[] = [
  'hallo|hi|hey|hej|hello|moin|servus|guten (?:tag|morgen|abend|mittag)|good (?:morning|afternoon|evening|day)|gruess',
  'morgen|morning|test|testing',
  'wie gehts|wie geht es|how are',
];
/** "All right", "yes": neither thanks nor a greeting. */
export const agreement: readonly string[] = [
  'ok|okay|oki|jo|ja|yes|alles klar|verstanden|got it|passt|alles gut|gut',
];

export const whoAreYou: readonly string[] = [
  'wer (?:bist|sind|seid) (?:du|sie|ihr)',
  '(?:bist du|sind sie|seid ihr) (?:ein |eine |wirklich |echt |nur )*(?:bot|mensch|roboter|echt|ki|maschine|computer|programm|chatgpt)',
  'who (?:are|r) (?:you|u)',
  'are you (?:a |an |real|really |just )*(?:bot|human|robot|real|ai|machine|person|chatgpt)',
  'wie (?:heisst du|heissen sie)',
  'whats your name|what is your name',
  'was (?:bist du|machst du|tust du|machen sie hier)',
  'what (?:are you|do you do)',
];

/** When somebody comes, who, and how long it takes. */
export const whenDoYouCome: readonly string[] = [
  'wann (?:kommt|kommen|koennt|koennen|seid|sind|ist|wird|schaut|schauen) (?:\\w+ ){0,3}(?:ihr|sie|jemand|einer|wer|du|techniker\\w*|campusmanager\\w*|kolleg\\w*|man)',
  'kommt (?:\\w+ ){0,3}(?:jemand|einer|wer|techniker\\w*)',
  'when (?:will|do|does|are|can|is) (?:\\w+ ){0,2}(?:you|u|someone|somebody|anyone|anybody|technician|manager|he|she|they) (?:\\w+ ){0,2}(?:come|comes|coming|be|here|visit|visiting|around)',
  'is (?:someone|somebody|anyone|anybody) coming',
  'wer (?:ist |kommt |kuemmert )(?:\\w+ ){0,3}(?:zustaendig|vorbei|darum|zu uns)',
  'who is (?:\\w+ ){0,2}(?:responsible|coming)',
];

export const jokes: readonly string[] = [
  '(?:erzaehl\\w*|kennst|kennen|sag\\w*|tell|know|another) (?:\\w+ ){0,4}(?:witz\\w*|joke|jokes)',
];

/** Help is wanted, and no word says with what. */
export const needsHelp: readonly string[] = [
  '(?:ich |wir )?(?:brauche?n?|benoetige?n?) (?:\\w+ )?(?:hilfe|unterstuetzung)',
  '(?:koennen|kannst|koennt) (?:sie|du|ihr) (?:mir|uns) (?:\\w+ )?(?:helfen|weiterhelfen)',
  '(?:ich |wir )?(?:habe?n?|hab) (?:\\w+ )?(?:ein |eine |paar )?(?:problem|probleme|frage|fragen|anliegen)',
  '(?:i |we )?need (?:\\w+ )?help',
  'can you (?:please )?help(?: me| us)?',
  '(?:i |we )?(?:have|got) (?:a |an |some )?(?:problems?|issues?|questions?)',
  '(?:es |hier |gar )?(?:geht|funktioniert|klappt) (?:\\w+ )?(?:nichts|nicht|nix)',
  'nichts (?:geht|funktioniert|klappt)(?: mehr)?',
  '(?:it |nothing |that )(?:doesnt |does not |isnt |is not )?(?:work|works|working)',
];

/** Words beside these wishes that name no thing. */
export const needsHelpWords =
  '(?:hallo|hi|hey|hello|moin|guten|tag|morgen|bitte|please|mal|hier|mehr|dringend|urgently|schnell|sofort|now|jetzt|bei|mit|with|etwas|was|something|a|an|und|and|ich|wir|i|we|sie|du|ihr|you|liebes|team|danke|thanks|alles|ist|kaputt|kurz|es|it|gar|schon|wieder|again|ein|eine|einem|einer)';

export const insults: readonly string[] = [
  'idiot\\w*|bloed\\w*|scheiss\\w*|schei(?:s|ss)e?|\\w*arsch\\w*|depp\\w*|dumm\\w*|\\w*laden|versager\\w*|trottel\\w*|spast\\w*|wichser\\w*|penner\\w*|fick\\w*|verpiss\\w*|hurensohn|mist|mistding|drecks\\w*|dreck|kacke?|unfaehig\\w*|nutzlos\\w*|schrott|sauerei|frechheit|unverschaemt\\w*|verdammt\\w*|nervt|nervst|hasse|kotzt|kotzen|unmoeglich|inkompetent\\w*|katastrophe|zumutung|lachhaft|laecherlich',
  'fuck\\w*|shit\\w*|bullshit|crap|stupid|useless|idiots?|morons?|damn|dumb|hate|sucks?|rubbish|pathetic|incompetent|joke|wtf|asshole|terrible|ridiculous|disgrace|worst',
  'geht gar nicht',
];

/** Beginnings of what fingers write that rest on the keys. */
export const keyboardRows: readonly string[] = [
  'qwertzuiopue',
  'qwertyuiop',
  'asdfghjkloeae',
  'yxcvbnm',
  'zxcvbnm',
];

/** Words around which the names of people stand, for taking names out of texts. All are matched in any case. */

/** A title: what follows is a name, even where it is a word that means something else. */
export const titles: readonly string[] = [
  'herrn?',
  'frau',
  'fr\\.',
  'hr\\.',
  'mrs?\\.?',
  'ms\\.?',
  'miss',
  'mx\\.?',
  'sir',
  'dr\\.?',
  'prof\\.?',
];

/** Between a title and the name, or inside of a name. */
export const nameParticles: readonly string[] = [
  'von',
  'van',
  'vom',
  'zu',
  'zur',
  'de',
  'der',
  'den',
  'del',
  'di',
  'da',
  'el',
  'al',
  'ten',
  'dr',
  'prof',
  'und',
  'and',
];

/** What somebody is to the writer: what follows may be a name. */
export const roleWords: readonly string[] = [
  'kolleg(?:en?|in)',
  '(?:mit)?schüler(?:in)?',
  '(?:klassen|fach|musik|sport|kunst)?lehrer(?:in)?',
  'lehrkraft',
  'referendar(?:in)?',
  'praktikant(?:in)?',
  'sekretär(?:in)?',
  'hausmeister(?:in)?',
  '(?:schul|abteilungs|stufen)?leiter(?:in)?',
  '(?:kon)?rektor(?:in)?',
  'azubi',
  'mutter',
  'vater',
  'sohn',
  'tochter',
  'kind',
  'junge',
  'mädchen',
  'freund(?:in)?',
  'student',
  'pupil',
  'colleague',
  'teacher',
  'trainee',
  'caretaker',
  'head ?teacher',
  'principal',
  'secretary',
  'mother',
  'father',
  'son',
  'daughter',
  'boy',
  'girl',
  'child',
];

/** Before the writer's own name. */
export const introductions: readonly string[] = [
  'ich bin',
  'hier ist',
  'hier spricht',
  'hier schreibt',
  'mein name ist',
  'ich heiße',
  'name',
  'gez\\.?',
  'im auftrag',
  'i\\. ?a\\.',
  'my name is',
  'this is',
  'i am',
  "i'm",
  "it's",
];

/** How a message begins, before the name of whom it is for. */
export const openings: readonly string[] = [
  'hallo',
  'hi',
  'hey',
  'hello',
  'moin',
  'servus',
  'liebe[rs]?',
  'dear',
  'guten (?:morgen|tag|abend)',
  'good (?:morning|afternoon|evening)',
  'sehr geehrte[rs]?',
];

/** How a message ends: a signature follows. */
export const closings: readonly string[] = [
  'g?lg',
  'vg',
  'bg',
  'hg',
  'mfg',
  'mfkg',
  'gru(?:ß|ss)',
  'gr(?:ü|ue|u)(?:ß|ss)(?:e|en|le)?',
  'regards',
  'sincerely',
  'wishes',
  'cheers',
  'yours (?:faithfully|sincerely|truly)',
  'ciao',
  'tschüss?',
  'tschö',
];

/** Words of thanks, which end a message only where nothing but a name follows. */
export const thanks: readonly string[] = [
  'danke(?:schön|sehr)?',
  'dank',
  'dank im voraus',
  'merci',
  'thanks',
  'thank you',
  'thx',
  'ty',
  'best',
];

/** What belongs to one person's account, or opens it: what follows is no other reader's business. */
export const secretLabels: readonly string[] = [
  'benutzer(?:name)?',
  'nutzer(?:name)?',
  'username',
  'user',
  'login',
  'anmeldename',
  'kennung',
  'account',
  'konto',
  'apple-? ?id',
  'passw[oö]rt',
  'kennwort',
  'password',
  'passcode',
  'pw',
  'pwd',
  'pin',
  'code',
];

/** Between such a label and what it labels. */
export const secretLinks: readonly string[] = ['ist', 'lautet', 'is', 'war', 'was', 'heißt'];

/** Of these, those that announce the thing itself and never say how it is. */
export const tellingLinks: readonly string[] = ['lautet', 'heißt'];

/** Ends of a street's name. */
export const streetEndings: readonly string[] = ['straße', 'strasse', 'str\\.', 'allee', 'gasse'];

/** Before a telephone number that is too short to be told from others. */
export const telephoneLabels: readonly string[] = [
  'tel(?:efon)?(?:nummer)?\\.?',
  'handy(?:nummer)?',
  'mobil',
  'durchwahl',
  'dw',
  'nebenstelle',
  'phone',
  'mobile',
  'ext(?:ension)?\\.?',
];

/** Ends of a file's name or of an address on the net: `iserv.de` is no person's user name. */
export const commonEndings: ReadonlySet<string> = new Set(
  'de com net org edu eu app io nrw info tv html php pdf doc docx ppt pptx xls xlsx csv txt png jpg jpeg heic gif mov zip exe msi pkg dmg key pages numbers stl gcode'.split(
    ' ',
  ),
);

/** Small words that are no names, whatever stands before them. */
export const smallWords: ReadonlySet<string> = new Set(
  (
    'der die das den dem des ein eine einen einem einer eines und oder aber auch als am an auf aus bei beim bis da damit dann dass daß denn doch dort du er es etwas euch euer fuer ganz gar ' +
    'geht gehen gibt hab habe haben hat hatte hier ich ihm ihn ihr im in ins ist ja jetzt kann kannst kein keine keinen koennen koennt kommt laeuft leider los mal man mehr mein meine meinem meinen meiner mich ' +
    'mir mit muss nach nein nicht nichts noch nun nur ob oben ohne pro schon sehr sein seine seit sich sie sind so soll sonst ueber um uns unser unsere unter viel vom von vor wann war warum was ' +
    'weg wegen weiss wenn wer werden wie wieder will wir wird wo wollte wurde zu zum zur zwei drei vier bitte danke dank gruss gruesse hallo moin nochmal gleich sofort dringend alle alles immer ' +
    'klasse raum schule team zusammen leute kollegium it support helpdesk ps nb geraet defekt kaputt bitte schoene schoenen schoenes tag wochenende voraus ' +
    'a about again all also am an and any are as at back be been but by can cannot cant could did do does done dont down for from get go gone got had has have he hello help her here hi him his how i if in into is isnt it its ' +
    'just me more my need needs new no not now of off on one only or our out over please she since so some still than that the their them then there these they this those to too two up us very was we were what when where which who why will with ' +
    'without won wont would yes yet you your room school everyone folks there in advance sent iphone ipad outlook ' +
    'damen herren sirs madam gott i m s t d ll ve re'
  ).split(' '),
);

/** Given names that are frequent in the city's schools and mean nothing else, folded. */
export const givenNames: ReadonlySet<string> = new Set(
  (
    'aaliyah achim adam adrian ahmed ahmet alexander alexandra ali alina amelie amina amir andrea andreas angelika anja anke anna anne annette annika antje aylin ayse ayşe azra bastian beate benjamin bernd birgit björn ' +
    'britta carla carsten cem charlotte chiara christian christiane christina christoph claudia clara daniel daniela david defne denis dennis detlef dieter dirk dominik doris elias elif elisabeth ella emil ' +
    'emilia emma emre enes erik eva fabian fatima fatma felix finn florian frank franziska friederike gabi gabriele georg gerd greta günter hakan halil hanna hannah hannes hans hasan hatice heike heiko heinz helga helene henri henry ' +
    'holger hüseyin ibrahim ida ingo ingrid ines ipek isabel isabella ismail jakob jan jana janina jannik jasmin jens jessica joachim johanna johannes jonas jonathan jörg josef julia julian juri jürgen jutta kai karin karl karla ' +
    'katharina kathrin katja katrin kerstin kevin kilian klara klaus kristina lara larissa lars laura lea lena leni leon leonie levin lia lias lieselotte lina linda lisa lotta luca lucas luisa lukas luis manfred manuel manuela marc marcel marco ' +
    'marcus maria marie marina mario marion markus marlene martin martina mateo mathilda mats matthias maximilian mehmet melanie melina merve mia michael michaela mila milan miriam mohamed mohammed monika moritz murat mustafa nadine natalie ' +
    'niklas nicole niels nico nina noah nele nils oliver olga omar oskar özlem pascal patricia patrick paula peter petra phil philipp pia rainer ralf ralph rebecca regina reinhard renate robert robin roland ronja rüdiger sabine sabrina samira samuel ' +
    'sandra sara sarah saskia sascha sebastian selin serkan silke silvia simon simone sina sofia sofie sonja sophia sophie stefan stefanie steffen stephan susanne svenja sven svetlana tanja tatjana theo thomas thorsten tim timo tina tobias ' +
    'tom torsten udo ulrich ulrike ursula ute uwe valentina vanessa vera viktor volker werner wiebke wolfgang yannick yasemin yasin yusuf zeynep zoe olena oksana andriy dmytro iryna kateryna agnieszka katarzyna malgorzata pawel tomasz ' +
    'emily olivia oliver jack harry james jessica daniel kate megan liam sean aoife priya rahul anjali'
  ).split(' '),
);

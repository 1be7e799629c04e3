/**
 * What people write after a report, in patterns. Those named `…Words` stand for folded words (`ae` for `ä`, parted by
 * one blank, no signs); the others for the text as it was written, lower and upper case alike.
 */

/** It works again, or nobody needs it any more. */
export const worksAgainWords: readonly string[] = [
  '(?:geht|gehts|gehen|laeuft|laufen|funktioniert|funktionieren|funktionierts|funzt|klappt|klappts|tut|tuts) (?:\\w+ ){0,2}wieder',
  '(?:geht|gehts|laeuft|funktioniert|klappt|klappts) (?:jetzt|nun|inzwischen|mittlerweile)',
  'wieder (?:da|in ordnung|ok|okay|ganz|alles gut)',
  'hat sich (?:\\w+ )?(?:erledigt|geklaert|geloest|gegeben)',
  '(?:ist|sind|hats sich|schon|problem|meldung) (?:\\w+ )?erledigt',
  '(?:problem|fehler) (?:ist |wurde )?(?:geloest|behoben|weg)',
  '(?:ist|wurde) (?:wieder |jetzt |schon )?(?:repariert|behoben)',
  'brauch\\w* (?:\\w+ ){0,3}(?:nicht|nich|niemand\\w*|keinen?) mehr',
  '(?:meldung|ticket|entwurf) (?:\\w+ )?(?:zumachen|zurueckziehen|schliessen|loeschen|weg)',
  '(?:works|work|working|running|fine|ok|okay|fixed|sorted|back) (?:\\w+ )?(?:again|now)',
  '(?:back|is|its) (?:up|online|to normal)(?: again| now)?',
  '(?:it|thats|problem|issue) (?:has been |is |got |was )?(?:fixed|sorted|solved|resolved)',
  '(?:fixed|sorted|solved|resolved) itself',
  'never ?mind',
  'no longer (?:needed|an issue|a problem)',
  '(?:do not|dont) need (?:\\w+ ){0,2}any ?more',
];

/** The whole message. */
export const doneWords: readonly string[] = ['erledigt', 'fixed', 'sorted', 'solved', 'done', 'gehts wieder'];

/** With one of these it does not work again, or nobody knows. */
export const notAgainWords: readonly string[] = [
  '(?:nicht|nich|nit|kein\\w{0,2}) (?!mehr)\\w+',
  '(?:nicht|nich|nit)$',
  'wieder (?:nicht|nich|nit|kein\\w{0,2})',
  'immer wieder',
  'aber|allerdings|jedoch|trotzdem|sobald|bevor|damit|ausser|nur|kaum|ob|wann|wenn|falls|bis|dass|muss|soll\\w*|bitte',
  'not|doesnt|isnt|cannot|cant|but|if|when|until|unless|however|except|only|hardly|make|should|please',
];

export const anyNewsWords: readonly string[] = [
  '(?:gibts|gibt es|gibt s) (?:da |denn |schon |eigentlich |inzwischen )*(?:was|etwas|irgendwas|irgendetwas) neues',
  '(?:schon |irgend)?(?:was|etwas) neues',
  'hat sich (?:da |schon |denn |inzwischen )*(?:was|etwas) getan',
  '(?:ist|wurde) (?:da |schon |denn )*(?:was|etwas) (?:passiert|gemacht|unternommen)',
  '(?:wie ist |was ist )?(?:der |denn der )?(?:aktuelle )?stand(?: der dinge)?',
  'wie (?:ist|lautet) der (?:aktuelle )?(?:stand|status)',
  'wie weit (?:seid ihr|sind sie|ist das)(?: schon| damit)?',
  'wie (?:siehts|sieht es|sieht s) (?:denn |jetzt )?aus',
  '(?:any|is there any|are there any) (?:news|updates?)(?: yet)?',
  '(?:whats|what is|how is) (?:the |my )?(?:current )?(?:status|state|progress)',
  'hows it going with my (?:report|ticket)',
  'how far (?:are you|along)',
];

/** What may stand after it, or alone: one's own report, by no other name. */
export const ownReportWords =
  '(?:(?:was ist |was macht |wie steht es |wie stehts |what about |hows |how is |what happened (?:to|with) )?(?:von |mit |zu |um |bei |bezueglich |of |on |with |about )?(?:mein\\w{0,2}|der|the|my) (?:letzten? |last )?(?:ticket|tickets|meldung|meldungen|stoerungsmeldung|anfrage|report|reports|request))';

/** "And the projector?": the thing is what stands behind it. */
export const whatAbout: readonly string[] = [
  '(?:und |ja und )?was ist (?:denn |nun |jetzt |eigentlich )?mit',
  "(?:und )?wie (?:steht|sieht)(?:['’]?s| es)? (?:um|mit|bei)",
  '(?:und |and )?(?:what|how) about',
  "what(?: is|['’]s) (?:up|happening) with",
];
export const justAnd = '(?:ja )?und|and';
/** A thing is named with one of these before it. */
export const thingBeginnings = '(?:der|die|das|dem|den|mein\\p{L}{0,2}|unser\\p{L}{0,2}|the|my|our)';

/** The same in another place. The place stands behind, or, with `alsoAfter`, before. */
export const alsoBefore: readonly string[] = [
  '(?:und |ja |ach |oh )*(?:auch|ebenso|genauso|dasselbe|das gleiche|das selbe|gleiches problem|selbes problem)(?: noch| problem| hier| übrigens)*',
  '(?:und |es |das |ist |sind |betrifft |gilt |geht )*auch',
  "(?:and |it |is |it['’]?s |the |affects |happens )*(?:also|same|too)(?: problem| issue| thing| here)*",
  'und|and',
  'dazu(?: noch)?',
  'außerdem',
];
export const alsoAfter =
  '(?: ist| is| sind)?(?: es| it)?(?: (?:auch|ebenfalls|ebenso|genauso|too|as well|also|the same|dasselbe|das gleiche))(?: so| nicht| kaputt| betroffen| affected| broken| down)*';
export const placeBefore =
  "(?:in der|in dem|in den|in the|in|im|bei|für|for|at|aus|von|ist|is|it['’]?s|der|die|das|dem|the)";
/** Before the number of a room. */
export const roomWord = 'raum|räume|room|rooms|zimmer|r\\.?';
/** What may be left behind the place. */
export const placeAfter =
  '(?: (?:auch|bitte|ebenfalls|so|nicht|kaputt|betroffen|too|as well|please|affected|sorry|natürlich|meine ich|meinte ich|i mean|genauso|das gleiche|dasselbe))+';

/** Beginnings of a correction. */
export const noBefore =
  '(?:nein|nee|ne|nö|no|nope|sorry|korrektur|correction|ach|halt|moment|falsch|wrong|stopp?|oh|quatsch|ups|oops|entschuldigung|pardon|doch|stimmt nicht|ich meine|ich meinte|meine|meinte|i mean|i meant|wait|es|das|it|that)';
export const notButBefore = '(?:nicht|not) [^ ,]{1,12}(?: [^ ,]{1,12})?[ ,]{1,3}(?:sondern|but)';
export const roomIsBefore =
  "(?:(?:der |the |mein |my )?(?:raum|room|zimmer|klassenraum)(?: ist| is| war| lautet|:)?|(?:es |das |it |that )?(?:ist|war|is|was)|it['’]s|that['’]s)";

/** The lesson does not depend on it after all. */
export const notUrgentWords =
  '(?:(?:nein|nee|ist|es|das|doch|aber|sorry|no|its|it|is) )*(?:(?:doch )?(?:nicht|not|nich) (?:mehr )?(?:so |that |very |really )?(?:eilig|dringend|urgent)|eilt (?:doch )?nicht|hat (?:doch |noch )?zeit|no (?:rush|hurry)|keine eile)(?: after all| anymore| mehr)?';
/** It does. */
export const urgentWords =
  '(?:(?:nein|ist|es|das|sorry|no|its|it|is|leider|jetzt|actually|now) )*(?:doch|jetzt|actually|now|sehr) (?:sehr |very )?(?:eilig|dringend|urgent)';

/** A message of these alone says how many are affected. */
export const scopeTalkWords =
  '(?:nein|nee|no|sorry|doch|es|ist|sind|betrifft|betroffen|affects?|affected|its|it|is|are|das|die|der|den|bei|fuer|for|the|an|in|of|auch|gleich|sogar|actually|nur|only|just|ich|mir|me|mine|meins|meiner|meines|mein|my|eins?|eine[rs]?|one|ganze[nrs]?|gesamte[nrs]?|komplette[nr]?|whole|entire|klasse|kurs|klassensatz|class|course|set|schule|school|haus|gebaeude|building|kollegium|staff|alle[nr]?|all|ueberall|everywhere|everyone|everybody|mehrere|several|zwei|drei|vier|fuenf|sechs|two|three|four|five|six|[2-9]|geraete[n]?|ipads|rechner|laptops|devices|schueler|kinder|students|pupils|kids|koffer|etage|flur|floor|betroffenen?)';

/** What parts one problem from the next, and what keeps two sentences together. Folded words where not said otherwise. */

/** Between two problems inside a sentence, in the text as it was written. */
export const betweenProblems: readonly string[] = [
  '(?:,? ?(?:und|sowie) )?(?:außerdem|ausserdem|zusätzlich|desweiteren|des weiteren|darüber hinaus|zudem|ferner|nebenbei|nebenher|ach ja|zweitens|drittens|als zweites|weiterhin)[,:]? ',
  '(?<= )(?=[2-9][.)] )',
  ',? (?:und|and) (?:auch noch|dann noch|noch dazu|also|then) ',
  '(?:, ?and )?(?:besides|additionally|furthermore|secondly|thirdly|on top of that|another thing|by the way|btw)[,:]? ',
  ',? (?:und|and|plus) (?=(?:der|die|das|den|dem|mein\\p{L}{0,2}|unser\\p{L}{0,2}|ein\\p{L}{0,2}|im|in|the|my|our|a) )',
  ', (?=(?:der|die|das|mein\\p{L}{0,2}|unser\\p{L}{0,2}|im|in|the|my|our) )',
];

/** With one of these at its beginning a part goes on about what was said before it. */
export const goesOnWords =
  'deshalb|deswegen|daher|darum|dadurch|dabei|damit|dann|also (?:kann|koennen|geht|gehen)|weil|denn|da|so|dass|ob|wenn|falls|obwohl|aber|sondern|doch|jedoch|nur|es|er|sie|das ist|das geht|das war|das problem|der fehler|die meldung|dieser|diese|dieses|dort|dafuer|davon|trotzdem|der ist|die ist|die sind|der hat|die hat|der war|der zeigt|der geht|die geht|die gehen|ich hab\\w* (?:\\w+ ){0,3}(?:versucht|probiert|gestartet|geprueft)|welche\\w?|because|so|therefore|thus|then|but|it|its|that|this|these|those|they|he|she|when|if|since|which|who|although|while|even|only|just|there|here|hier|nicht|not|kein\\w?|auch|too|egal|alles|sonst|otherwise|neustart\\w*|restart\\w*|hoffe|hope|steht|says|zeigt|bitte|please|koenn\\w*|can|could|kann|vielleicht|maybe';

/** A message with one of these sorts out what is meant: it is about one thing. */
export const sortsOutWords =
  'sondern|isnt the|it isnt|zwischen|between|(?<=^ (?:nein |doch )?)nicht (?:der|die|das|am|an|mein\\w*|unser\\w*)|liegt (?:nicht )?an|dachte|zuerst|erst|gedacht|vermut\\w*|thought|rather|instead|not (?:the|my|our)|obwohl|although|deshalb|deswegen|dadurch|dass|so dass|sodass|weil|because|therefore|seitdem|seit dem|since the|verbind\\w*|connect\\w*|gekoppelt|spiegel\\w*|mirror\\w*|airplay|hdmi|ueber(?:trag\\w*)?|via|wenn|when|sobald|beim|per';

/** That something is wrong with it: what a problem of its own must say. */
export const troubleWords =
  'nicht|nich|nit|nix|nichts|kein|keine|keinen|keiner|ohne|kaputt|defekt\\w*|gerissen|zerbrochen|gesprungen|riss|leer|fehlt|fehlen|weg|verschwunden|verloren|gestohlen|geklaut|vergessen|gesperrt|abgelaufen|haengt|klemmt|flackert|blinkt|spinnt|streikt|langsam|tot|schwarz|dunkel|aus|down|stau|papierstau|streifen|offline|abgestuerzt|stuerzt|laut|not|wont|cant|cannot|doesnt|isnt|no|broken|dead|missing|lost|stolen|forgot|forgotten|locked|expired|stuck|jammed|jam|cracked|flickers|flickering|slow|empty|out|frozen|crashes|offline|faulty|brauch\\w*|benoetig\\w*|need|needs|bitte|please|moecht\\w*|would like';

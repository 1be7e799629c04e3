/** A message as somebody might write it, with the articles of which one should come; none where the list is empty. */
export interface Question {
  readonly text: string;
  readonly expected: readonly string[];
}

/** `article :: message`; `-` where none fits, `a|b` where each would do. Written in many styles; set the threshold with the first list only. */
const tuning = `
ipad-frozen :: iPad hängt komplett, nix reagiert mehr
ipad-frozen :: mein ipad is eingefroren, wischen bringt nichts
ipad-frozen :: The iPad is frozen and doesn't react to any taps
ipad-frozen :: IPAD HÄNGT IM APFELLOGO FEST!!!
ipad-frozen :: Das iPad von Leon reagiert überhaupt nicht auf Berührung
ipad-no-wlan :: iPad kommt nicht ins Schul-WLAN
ipad-no-wlan :: mein tablet verbindet sich nicht mit dem wlan
ipad-no-wlan :: My iPad won't connect to the wifi since this morning
ipad-no-wlan :: Das WLAN-Zeichen fehlt auf dem iPad
apple-tv-no-picture|apple-tv-not-listed :: Apple TV zeigt nichts am Beamer
apple-tv-not-listed :: Apple TV taucht in der Liste nicht auf, kann nicht spiegeln
apple-tv-not-listed :: screen mirroring list is empty, no Apple TV there
apple-tv-not-listed :: ich finde das appletv in 204 nicht wenn ich bildschirmsynchronisierung antippe
airplay-code :: Welcher AirPlay-Code ist das in der Aula?
airplay-code :: AppleTV will nen vierstelligen Code von mir haben
airplay-code :: the apple tv asks for a four digit code when I mirror
managed-apple-account-password :: Apple-ID Passwort vergessen
managed-apple-account-password :: Schülerin kennt ihr Passwort der verwalteten Apple ID nicht mehr
managed-apple-account-password :: Pupil's Apple ID is locked
ipad-storage-full :: Speicher voll, kann keine Fotos mehr machen
ipad-storage-full :: ipad sagt speicherplatz fast voll
ipad-storage-full :: no storage left on my iPad
printer-prints-nothing :: Der Drucker im Lehrerzimmer druckt nicht
printer-prints-nothing :: Druckauftrag hängt in der Warteschlange fest
printer-prints-nothing :: printer is on but nothing comes out
printer-offline :: Drucker ist offline
printer-offline :: iPad findet den Drucker nicht
printer-offline :: The copier shows as not connected
printer-paper-jam :: Papierstau im Kopierer Flur 2
printer-paper-jam :: papier steckt im drucker fest
printer-paper-jam :: paper jam again in the staff room copier
board-no-picture :: Die digitale Tafel in 112 bleibt schwarz
board-no-picture :: Smartboard geht nicht an
board-no-picture :: interactive board shows no picture
board-touch-off :: Tafel schreibt daneben, Stift trifft nicht
board-touch-off :: Das Smartboard muss neu kalibriert werden
board-touch-off :: Touch on the board doesn't work, pen does nothing
board-no-sound :: Kein Ton an der Tafel
board-no-sound :: Video auf dem Smartboard läuft aber ohne Ton
board-no-sound :: no sound from the board speakers
ipad-passcode-forgotten :: Schüler hat seinen Code vergessen
ipad-passcode-forgotten :: iPad gesperrt, versuchen Sie es in 15 Minuten erneut
ipad-passcode-forgotten :: a pupil forgot the passcode of his iPad
ipad-passcode-forgotten :: ipad-code vergesen
app-missing :: GeoGebra App ist verschwunden
app-missing :: Auf dem iPad fehlt die App Anton
app-missing :: The GoodNotes app is gone from my iPad
app-crashes :: App stürzt beim Öffnen immer ab
app-crashes :: Keynote schließt sich sofort wieder
app-crashes :: The app crashes every time I open it
external-keyboard :: Bluetooth-Tastatur koppelt nicht mit dem iPad
external-keyboard :: Logitech keyboard case doesn't work any more
ipad-keyboard-language :: Auf meiner Tastatur sind y und z vertauscht
ipad-keyboard-language :: keyboard has no umlauts
ipad-keyboard-split :: Die Bildschirmtastatur ist geteilt
ipad-keyboard-split :: tiny floating keyboard on the iPad
ipad-no-sound :: iPad hat keinen Ton
ipad-no-sound :: am Tablet kommt kein Ton mehr raus
ipad-no-sound :: no sound on my iPad
projector-no-picture :: Beamer ohne Bild in R 204
projector-no-picture :: Der Beamer zeigt nur blau und kein Signal
projector-no-picture :: Beamer findet meinen Laptop nicht, kein Bild
projector-no-picture :: projector stays black
projector-overheating :: Beamer schaltet sich nach 10 Minuten von selbst aus
projector-overheating :: projector gets hot and switches off
projector-remote :: Fernbedienung vom Beamer geht nicht
projector-remote :: Batterie der Beamerfernbedienung ist leer
logineo-login :: Ich komme nicht in Logineo rein
logineo-login :: LOGINEO Passwort vergessen, bitte um Hilfe
webuntis-login :: WebUntis Passwort vergessen
webuntis-login :: Untis Mobile Anmeldung geht nicht
account-locked :: Mein Schulkonto ist gesperrt
account-locked :: My school account is locked after too many attempts
charging-cart :: iPad-Wagen lädt nicht
charging-cart :: Im Ladewagen sind alle Geräte leer
charging-cart :: the charging trolley doesn't charge the tablets
ipad-not-charging :: iPad lädt nicht mehr
ipad-not-charging :: Ladeanschluss vom iPad wackelt
ipad-not-charging :: my tablet won't charge
ipad-does-not-turn-on :: iPad geht nicht mehr an
ipad-does-not-turn-on :: iPad lässt sich nicht einschalten, Bildschirm schwarz
ipad-screen-cracked :: iPad runtergefallen, Display gesprungen
ipad-screen-cracked :: screen of my ipad is cracked
ipad-got-wet :: Trinkflasche über dem iPad ausgelaufen
ipad-got-wet :: spilled water on the tablet
bitlocker-key :: Laptop will BitLocker Wiederherstellungsschlüssel
bitlocker-key :: blue screen wants a 48 digit key
docking-station :: Dockingstation erkennt den zweiten Bildschirm nicht
laptop-does-not-start :: Mein Dienstlaptop startet nicht mehr
laptop-does-not-start :: computer in room 3 does not turn on
pc-mouse-keyboard :: Maus am PC bewegt sich nicht
pc-no-sound :: Laptop hat keinen Ton
lan-socket :: Netzwerkdose in Raum 12 tot
room-without-internet :: Kein Internet in der ganzen Schule
room-without-internet :: Internet is down in the whole building
wlan-slow :: WLAN extrem langsam heute
wlan-slow :: wifi drops out all the time
wlan-certificate :: WLAN fragt nach Benutzername und Passwort
site-blocked :: Seite ist gesperrt vom Jugendschutzfilter
site-blocked :: A website is blocked that I need for class
classroom-no-pupils :: Apple Classroom zeigt keine Schüler an
locked-into-app :: Kind kommt nicht aus der App raus
phishing :: Verdächtige E-Mail bekommen, ist das Phishing?
two-factor-new-phone :: Neues Handy, Authenticator weg
device-lost :: iPad verloren im Bus
device-stolen :: Beamer wurde geklaut
borrow-devices :: Ich möchte einen iPad-Koffer ausleihen
workshop-request :: Wir hätten gern eine Schulung zur digitalen Tafel
new-app-wanted :: Können Sie die App Procreate kaufen und freischalten?
apple-pencil :: Apple Pencil schreibt nicht mehr
ipad-screen-rotation :: iPad dreht den Bildschirm nicht
headphones :: Kopfhörer gehen nicht am iPad
document-camera :: Dokumentenkamera kein Bild
hdmi-adapter :: HDMI-Adapter am iPad funktioniert nicht
scan-to-mail :: Der Scan kommt nicht per Mail an
ipad-update :: Update schlägt fehl auf dem iPad
teams-microphone :: Mein Mikrofon in Teams geht nicht, keiner hört mich
- :: Guten Morgen, wann kommt denn jemand von Ihnen?
- :: Danke, hat sich erledigt
- :: Die Heizung in Raum 12 ist kaputt
- :: Im Chemieraum fehlt ein Stuhl
- :: Es geht nichts mehr
- :: Bitte melden Sie sich bei mir, Tel. 4711
- :: Der Computerraum braucht neue Tische
- :: Laptop zeigt Fehlermeldung 0x80070035
- :: Excel Formel rechnet falsch
- :: Unsere Homepage ist falsch verlinkt
- :: Ich brauche einen neuen Beamer, der alte ist Schrott
- :: The screen on the wall in the lobby shows old news
- :: Können Sie in 204 mal vorbeischauen?
- :: Word Dokument lässt sich nicht formatieren
- :: Der Aufzug steckt fest
- :: Drucker macht komische Geräusche und riecht verbrannt
- :: Die Leinwand hat ein Loch
- :: Kabelkanal hängt von der Wand
- :: Smartboard-Halterung ist locker, Tafel wackelt
- :: Wie viele iPads haben wir eigentlich im Bestand?
`;

/** Seen by nobody who set the threshold. */
const proving = `
ipad-frozen :: seit der 2. Stunde steht das iPad still, egal wo man hintippt, es passiert nix
ipad-frozen :: ipad stuck on apple logo for an hour
ipad-no-wlan :: drei ipads der 7c sind nicht im wlan, alle anderen schon
ipad-no-wlan :: Hallo, seit gestern hat mein Schüler-iPad kein Internet mehr, das WLAN ist grau. Gruß, Meier
apple-tv-not-listed :: AirPlay findet nix in Raum 17
apple-tv-no-picture :: Apple-TV schwarz, Beamer sagt kein Signal
airplay-code :: Code für AppleTV? wird nicht angezeigt
managed-apple-account-password :: Apple ID der Schülerin gesperrt, Passwort weg
ipad-storage-full :: can't take any photos, it says iPad storage is almost full
printer-prints-nothing :: Drucker druckt net, Licht is aber an
printer-prints-nothing :: Meine Druckaufträge verschwinden einfach, am Kopierer kommt nichts raus
printer-offline :: AirPrint zeigt keinen Drucker an
printer-paper-jam :: Der Kopierer im Keller frisst schon wieder Papier, alles zerknittert
board-no-picture :: Tafel tot!! Klasse sitzt da
board-no-picture :: our smart board says no signal
board-touch-off :: Der Stift schreibt an der Tafel immer 5 cm daneben
board-no-sound :: Film läuft auf der Tafel, aber man hört nichts, Lautsprecher stumm
ipad-passcode-forgotten :: Kind aus der 5b weiß die PIN vom iPad nicht mehr
ipad-passcode-forgotten :: iPad unavailable, too many wrong passcodes
app-missing :: wo ist die app sikore hin, war gestern noch auf dem ipad, jetzt weg
app-crashes :: Book Creator stürzt dauernd ab, Klasse 6
external-keyboard :: Tastatur-Case wird vom iPad nicht erkannt
ipad-keyboard-language :: Autokorrektur macht alles Englisch auf dem iPad
ipad-keyboard-split :: Meine Tastatur auf dem iPad hängt mitten im Bild und ist so klein
ipad-no-sound :: Das iPad ist plötzlich stumm, Video ohne Ton
projector-no-picture :: beamer kein bild hdmi steckt
projector-no-picture :: Beemer zeigt nix, nur blauer Bildschirm
projector-overheating :: Am Beamer blinkt eine rote Lampe und der Lüfter ist sehr laut
projector-remote :: Where is the remote for the projector? I can't switch it off
logineo-login :: logineo login geht ned
webuntis-login :: Stundenplan in Untis lässt sich nicht öffnen, Login falsch
account-locked :: Passwort abgelaufen, ich kann mich nirgends mehr anmelden
charging-cart :: Koffer 3: kein einziges iPad wurde geladen
ipad-not-charging :: Das Ladekabel ist dran, aber das iPad lädt einfach nicht
ipad-does-not-turn-on :: ipad tot, geht nich an, auch nicht am kabel
ipad-screen-cracked :: Riss quer übers Display vom Leih-iPad, Schüler hat es fallen lassen
ipad-got-wet :: Kakao. iPad. Hilfe.
bitlocker-key :: Bitlocker key needed!
docking-station :: Monitor am Lehrerpult bleibt schwarz seit ich die Dockingstation angeschlossen habe
laptop-does-not-start :: Der Rechner im Sekretariat fährt nicht mehr hoch
pc-mouse-keyboard :: the mouse on the computer is not working
pc-no-sound :: Am PC im Musikraum kommt kein Ton aus den Boxen
lan-socket :: PC am LAN-Kabel hat kein Netz
room-without-internet :: Komplettausfall Internet, niemand in der Schule kommt online
wlan-slow :: Das W-LAN ist heute sowas von lahm im B-Trakt, Seiten laden ewig
wlan-certificate :: WLAN-Passwort wird plötzlich verlangt, welches ist das?
site-blocked :: Filter blockiert Youtube, brauche ich für Musik
classroom-no-pupils :: In der Classroom App tauchen meine SuS nicht auf
locked-into-app :: iPad bleibt in der App Antolin gefangen, Home geht nicht
phishing :: I clicked on a link in a strange e-mail
two-factor-new-phone :: Bestätigungscode kommt nicht, hab ein neues Handy
device-lost :: Tablet weg, zuletzt in der Turnhalle gesehen
device-stolen :: Einbruch! Laptops gestohlen
borrow-devices :: can we borrow a set of VR headsets for the project week
workshop-request :: Fortbildung fürs Kollegium zu iPads gewünscht
new-app-wanted :: Könnte die neue App Goodnotes für alle gekauft werden?
apple-pencil :: Stift vom iPad lädt nicht und schreibt nicht
upload-too-large :: Video lässt sich in Moodle nicht hochladen, Datei zu groß
exam-mode :: Safe Exam Browser startet nicht, Klausur in 10 Minuten
new-colleague-access :: neue Kollegin braucht einen Zugang
missing-rights :: Ich habe keine Berechtigung für den Ordner der Fachschaft
activation-lock :: Aktivierungssperre auf dem iPad, fremder Besitzer
3d-printer-clogged :: 3D Drucker Düse verstopft
ipad-speaks-or-zoomed :: iPad liest alles laut vor und ich muss doppelt tippen
wrong-time :: Uhrzeit auf dem iPad stimmt nicht
ipad-slow :: my iPad is incredibly slow, everything takes forever
- :: Moin, alles gut bei euch?
- :: Wir ziehen mit dem Lehrerzimmer um, was ist mit den Geräten zu beachten?
- :: Der Overheadprojektor ist schief aufgehängt
- :: There is a wasp nest behind the projector
- :: Ich glaube, hier läuft etwas schief
- :: Die Uhr in der Aula ist stehen geblieben, Zeiger ab
- :: Bitte die alten Rechner abholen
- :: Wer ist für unsere Schule zuständig?
- :: Excel stellt Datumsangaben komisch dar
- :: Steckdose in 105 liegt frei, bitte Hausmeister schicken
- :: Können wir das Angebot für 20 Notebooks bis Freitag bekommen?
- :: Kaffeemaschine im Lehrerzimmer kaputt
`;

/**
 * Of other people, who did not know the articles, from the training of the classifier: every fourteenth message for
 * which an early version of the search offered something, rightly or wrongly.
 */
const ofOthers = `
new-app-wanted :: DIE SCHULLEITUNG WILL FÜR ALLE LEHRER FOBIZZ. LIZENZ FEHLT.
- :: Someone took the charging brick out of the cart
device-stolen :: someone nicked the bluetooth speaker from my bag
ipad-frozen :: after the update my ipad just vibes on the apple logo all day
device-lost :: iPad-0042 zuletzt online vor 3 wochen laut wo ist suche, ort mcdonalds
icloud-files-missing :: Seit der nächtlichen Aktualisierung sind meine Randnotizen in der Notizen-Anwendung dahin.
projector-no-picture :: Aula, Beamer, kein Bild, vierte Klassen sitzen schon, Stunde läuft. Wer kann kommen?
- :: Die Schüler kommen über ein VPN am Filter vorbei. Könnt ihr das dicht machen?
- :: VPN bricht alle 10 min ab
- :: Pages verliert beim Export alle Umlaute.
- :: Zwei Notebooks für die Pflegedokumentation starten, melden dann aber "Domäne nicht verfügbar".
projector-no-picture :: Eröffnungskonferenz Aula, 96 Leute sitzen, Beamer zeigt "No input". Bitte sofort.
- :: Dieses Scanner macht Strich in Mitte auf jede Blatt
new-app-wanted :: son Programm für Grundrisse wär schön, kannse mir sowat draufmachen
ipad-storage-full :: Bei vier Leihgeräten ist der Speicher randvoll, die Schüler haben Spiele und Filme geladen.
- :: Bei vier unserer Leihkoffer-Tablets ist die Kamera milchig.
- :: Generalschlüssel für die Ladewagen verschwunden, vermutlich Putzkolonne
docking-station :: the second monitor on my desk goes black every couple of minutes and then comes back
airdrop-finds-nobody :: AirDrop findet den Kollegen nebenan nich
classroom-no-pupils :: couple of devices show Classroom peers as "not nearby" even with BT on. Cert renewal?
exam-mode :: SEB meldet auf drei Laptops "Version nicht unterstützt" und schließt sich.
icloud-files-missing :: A couple kids are saying GoodNotes erased their notes. Like whole notebooks are empty.
printer-paper-jam :: beide koperer zeihen kein papier mehr
room-without-internet :: C 009, Buchungsplattform lädt nicht, kein Kind kommt ins Netz, die Stunde ist so nicht machbar
site-blocked :: Right, mid-lesson, 309, Padlet keeps being refused with that red 'access denied' page, we can't carry on without it
workshop-request :: how would I go about teaching rowing technique with that AR thing the maths fella was on about? A workshop would be mighty
workshop-request :: macht ihr auch so tiktok ähnliche workshops, also wie man mit schülern videos schneidet?
apple-tv-not-listed :: Eine Schülerin konnte ihr iPad beim Referat nicht spiegeln, sie hat es dann am Laptop gezeigt.
- :: GoodNotes won't sync between my iPad and my laptop anymore, so my whole vocab collection is stuck on one device.
printer-paper-jam :: Fotopapier steckt. Hinten. Tief drin.
- :: Brauche auf dem Rechner den Treiber für den neuen Drucker, darf selbst nichts installieren.
workshop-request :: Wie richte ich die Schaltersteuerung so ein, dass ein Kind mit einem Taster scannen kann? Würde das gern einmal gezeigt bekommen.
missing-rights :: Three of my Year 11 lot can't get into Moodle, it tells them their course has been removed
workshop-request :: The other new teachers and me (four people) would like an introduction to Logineo, please
workshop-request :: Wie trage ich in Untis eine Klassenarbeit ein? Ich bräuchte mal eine kleine Einführung.
apple-tv-no-picture :: Apple TV E 05 invisible
device-lost :: one tablet missing after PE
app-crashes :: Teams auf dem iPad hängt im Ladebildschirm fest.
- :: Das Ladekabel ist am Stecker ganz braun verfärbt und riecht
ipad-update :: Mein iPad verlangt ein Update, das dann immer bei der Hälfte abbricht
new-app-wanted|app-missing :: Anton stürzt nicht ab, es ist bei mir gar nicht drauf. Bitte aufspielen. Und Antolin auch gleich.
icloud-files-missing :: Guten Morgen! Schönes Wochenende gehabt? Mein iPad hat beim Update die halbe Mediathek verschluckt.
- :: Synology in der Medienwerkstatt im Netz nicht mehr erreichbar, Lampen sind grün, Ping geht ins Leere
account-locked :: my account got locked after the holidays
airdrop-finds-nobody :: AirDrop vom Sportgerät auf meins: wartet wartet wartet
borrow-devices :: Für die Entlassfeier: zwölf Funkmikrofone zur Leihe, falls vorhanden.
charging-cart :: Ladewagen NW-Raum 2: Stecker abgerissen
charger-or-cable-missing :: Drei chargers aus unserem Koffer sind broken, man sieht die wires.
- :: bootloop nach bios update rip
borrow-devices :: Akkuschrauber ham wa selber, abba son Messgerät für Netzwerkdosen, kann man dat bei euch leihn?
- :: The timing laptop doesn't see the light gate on the USB anymore
new-colleague-access :: My colleague left and the only login was hers. Can you make a new one for me?
room-without-internet :: Whole class is without wifi now, Raum 18. We must write online test. All wait.
- :: Seit der Umstellung auf SSO fliegt das komplette Kollegium alle 10 Minuten aus Moodle!
app-crashes :: goodnots sürzt imemr ab
apple-pencil :: bei 3 Pencils (USB-C) pairing failed, Firmware hängt, Akku 0
pc-mouse-keyboard :: Laptop im Regieraum der Halle ist voll Magnesia, Tasten knirschen, manche gehen nicht
- :: Aula: mic ok, lights ok, projector shows everything in pink.
borrow-devices :: Wir möchten 3 Stative leihen. Und das WLAN war letzte Woche mal langsam, aber das ist ein anderes Thema.
- :: bräuchten fürs Trainingsraum-Sofa ersatz, das alte ist durchgesessen bis auf die federn
app-crashes :: Anton stürzt bei fünf Kindern immer ab, sobald sie auf die Sterne tippen
board-no-picture :: Morgen früh Präsentationsprüfung, und das Board hat kein Bild.
charger-or-cable-missing :: Jemand hat mein Ladekabel. Ich weiß, wer. Ich sage nichts. Schreiben Sie nur auf: weg.
ipad-no-wlan :: Sein Hörgerät koppelt mit dem iPad, aber seitdem ist an diesem iPad das WLAN weg. Die anderen Geräte sind im Netz.
ipad-passcode-forgotten :: The iPad demand a code of 6 numbers and nobody has said me this code
workshop-request :: Gibt es eine Einführung in Moodle-Tests mit Rechenfragen (Formelfragen)? Ich quäle mich da durch und es muss einfacher gehen.
app-missing :: Auf die beiden Beratungs-iPads hätte ich gern die Nummer-gegen-Kummer-App
board-no-sound :: Tonlos. Wie mein Enthusiasmus. Die Tafel meine ich.
classroom-no-pupils :: Classroom 3.11 can't see my year 9s
borrow-devices :: Leihstellung Visualizer gewünscht
new-app-wanted :: Für die Internationale Klasse wir brauchen die App Duolingo, wir sind 17 Schüler.
- :: Restriction "allowAirDrop=false" greift auf meinem Lehrergerät – war nicht so gedacht oder?
apple-tv-not-listed :: The screen in Gruppenraum 1 won't mirror any tablet.
- :: Darf ich anfragen, ob das Anzeigegerät im Sitzungszimmer repariert werden kann? Es bleibt dunkel.
account-locked :: drei Schüler of mine can't log into IServ, they say "Account deaktiviert"
device-lost :: Mir ist das so peinlich, aber ich glaube ich hab meinen Apple Pencil in der S-Bahn liegen lassen
borrow-devices :: Für meine Abschiedsvorlesung möchte ich gern ein Gerät entleihen, mit dem man an die Wand leuchtet
borrow-devices :: Der Abijahrgang will am 20.6. eine mobile Lautsprecheranlage leihen. Geht das über euch oder Medienzentrum?
device-lost|device-stolen :: Die Koffer mit alle Tablets ist nicht mehr in der Schrank, ich habe Angst es ist gestohlen
two-factor-new-phone :: Wegen Verlusts meines Mobiltelefons steht mir die Zwei-Faktor-Bestätigung nicht mehr zur Verfügung.
bitlocker-key :: A couple of the desktop PCs in 102 ask for a BitLocker key since the weekend.
borrow-devices :: ich würde gern wieder so ein ansteckmikro ausleihen wie letztes mal dann klappt das diktieren im zug auch besser
device-lost :: sorry guys, ich hab mein iPad im ICE liegen lassen, worst day ever
printer-prints-nothing :: Meldung zweier defekter Drucker (Lehrerstation und Vorzimmer).
charger-or-cable-missing :: Darf ich mir für heute ein Ladekabel borgen?
hdmi-adapter :: Wie heißt das Ding... dieser Adapter von iPad auf Beamer, der macht bei mir nur Flackern
room-without-internet :: seit heute frueh kein internet am ganzen standort auch die telefone spinnen
workshop-request :: Gibt's die Fortbildungen auch mal nicht um 14 Uhr? Manche arbeiten da.
workshop-request :: Wie lässt sich eine Videoanalyse eines Wurfs mit dem iPad didaktisch sinnvoll aufbauen? Gibt es hierzu Fortbildungen?
airdrop-finds-nobody :: AirDrop zwischen zwei iPads (Abstand < 1 m, Bluetooth an, WLAN an, Sichtbarkeit "jeder für 10 Minuten") wird jedes Mal abgelehnt.
device-lost :: aus unserem cart fehlen two iPads, hat die jemand ge-borrowed ohne einzutragen?
- :: Zwei Prüfungsrechner starten nicht, wir haben aber vier Reserve.
ipad-no-wlan :: cant get on eduroam
ipad-battery-swollen :: Two devices (one is DO-51102) are having swollen battery. I have kept them aside away from children.
ipad-passcode-forgotten :: Mein Tablet will auf einmal nen Code den ich nie vergeben hab
app-crashes :: GarageBand stürzt ab, sobald ich die dritte Spur aufnehme
document-camera :: Musik: document camera is turn on but on board not visible
device-lost :: Proszę bardzo um Hilfe: Tablet DO-70233 geblieben in Zug Richtung Hamm, Schaffner hat nichts gefunden
borrow-devices :: 12 Kopfhörer + 12 iPads, Musikprojekttag, 3. Mai
- :: Laut Hausmeister hat der Bagger ein Kabel erwischt, jetzt ist im B-Trakt kein Netz mehr
- :: Kollegin ausgeschieden. Zugang bitte sperren, E-Mail umleiten an mich.
app-missing :: GeoGebra 3D fehlt im Self Service.
account-locked :: Password expired, neues wird not accepted, "entspricht nicht den Richtlinien". Welche Richtlinien??
borrow-devices :: Ich wollte fragen, ob man beim Medienzentrum auch Bee-Bots ausleihen kann. 6 Stück wären perfekt, am besten die letzte Aprilwoche.
new-colleague-access :: neue putzkolonne braucht kein zugang aber mein vertreter schon, der fängt montach an
borrow-devices :: koffre mit 16 ipads ausliehen fur donerstag?
ipad-battery-swollen :: My ipad's bent. Sat on it. Don't ask.
ipad-screen-cracked :: Sechs iPads mit Glasbruch. Abholung wann?
laptop-does-not-start :: my laptop is straight up not turning on 😵
projector-no-picture :: Beamer im Pavillon hängt schief und zeigt nix
board-touch-off :: Interactive board lost its touch, pen works on the left side only
projector-no-picture :: Meister in spe sitzen alle da, W 05, Projektor findet kein Signal, ich kann nich anfangen
account-locked :: AADSTS50126, Passwort sei falsch
account-locked :: meine ganze 6er crew hat keine logins 🫣
phishing :: Vorsicht, diese Mail bekam ich: "Dear user, run setup.exe to keep your mailbox". Echt oder Phishing?
- :: Drucker Sekretariat druckt nur wirres Zeug, seitenweise Sonderzeichen
app-missing|new-app-wanted :: I don't have PowerPoint on this laptop, only a viewer. Can someone add it?
wlan-slow :: Internet seit der 2. Stunde quälend langsam, Bilanzen laden im Schneckentempo
- :: ich hab iserv admin-rechte die ich glaub ich nich haben soll, sag nur bescheid bevors ärger gibt
- :: Image from projector is crooked, one side is high, R 9
projector-remote :: die fernbedienung ist wieder weg ich wiederhole die fernbedienung von der tafel ist weg
- :: Der schwarze Würfel unter dem Bildschirm, etwa wie eine Tafel Schokolade, hat kein Lämpchen mehr.
device-stolen :: DO-90812 stolen from locker
printer-offline :: die drucke oben alle beide offlein
board-touch-off :: Die Tafel schreibt 10 cm neben dem Stift
ipad-frozen :: BILDSCHIRM EINGEFROREN
ipad-screen-rotation :: Mein iPad zeigt seit dem Wochenende nur noch Hochformat
wlan-certificate :: Three of my students can't join the wifi, it says incorrect password, but it's the same one everyone uses
3d-printer-clogged :: r012 3d printr stuck hot
charging-cart :: cart wont charge any of the 30
- :: Wohin mit leeren Batterien?
device-stolen :: My school laptop has been stolen from the car, FIR, I mean police complaint, is already made
docking-station :: Dockingstation tot
managed-apple-account-password :: Managed Apple ID signs out of iCloud nightly, so Pages stops syncing. Reproducible on 2 networks.
3d-printer-clogged :: Das DNA-Modell aus dem 3D-Drucker ist nach zwei Stunden abgerissen, jetzt fördert die Düse gar kein Filament mehr.
ipad-screen-cracked :: cracked iPad glass
managed-apple-account-password :: it says my Apple ID is locked for security reasons
apple-pencil :: pencil tip is lost inside the tip holder and it does not write
ipad-camera-black :: frontkamera zeigt nur milchiges bild
ipad-frozen :: iPad-0219 läuft, iPad-0220 hängt.
borrow-devices :: Habt ihr ne Wärmebildkamera zum Ausleihen? Würd ich gern zwei Wochen haben.
device-stolen :: In den Sommerferien sind aus dem A-Trakt drei Laptops gestohlen worden, Aktenzeichen der Polizei liegt vor
new-colleague-access :: I am new teacher from Kharkiv. I have no login. Please help.
ipad-battery-swollen :: LT-0093 battery swollen
apple-pencil :: STIFT SCHREIBT NICHT. NICHT DIE APP, DER STIFT. IN JEDER APP.
ipad-not-charging :: The tablet for our dyslexic candidate does not charge.
missing-rights :: Dear team, my access to the confidential share was revoked without notice; would you kindly restore it?
printer-prints-nothing :: der drucker bei uns unten mag mich nicht mehr. papier rein, nix raus
site-blocked :: YouTube Kids isn't allowed, but songs are how my beginners learn. Could it be unblocked for one group?
logineo-login :: Logineo-Anmeldung gestört?
printer-prints-nothing :: Kein Drucker geht. Das Abitur ist zum Glück erst in drei Wochen.
logineo-login :: Logineo hat mich vergessen. Nach 31 Dienstjahren. Ich habe mich nie so verstanden gefühlt.
printer-offline :: Der Drucker oben und der unten: beide offline.
apple-pencil :: Stift 2. Generation lädt nicht am iPad mini 6
ipad-passcode-forgotten :: Device passcode I have forgotten
airplay-code :: AirPlay code?
ipad-got-wet :: iPad nass
board-no-sound :: kein ton aufm board
logineo-login :: kein Zugriff auf die Kursablage in Logineo, nur "403"
- :: the pen for the board of the 301 writes but the gum doesn't erase
borrow-devices :: can I borrow a microphone
phishing :: Fishing mail angeklickt hilfe (phishing)
phishing :: Phishing?? Mail!
projector-no-picture :: Filmnachmittag: Beamer in der Mensa nimmt den Laptop nicht, nur blaues Bild mit "kein Signal"
wlan-slow :: Verbindung bricht seit heute immer wieder ab.
two-factor-new-phone :: two factor nervt, neues Handy, alter authenticator weg, komme nirgends mehr rein
logineo-login :: Passwort für Logineo vergessen, sorry
wlan-certificate :: Das Wlan fragt immer nach Benutzername und akzeptiert nicht
3d-printer-clogged :: 3D-Drucker verstopft
`;

function read(lines: string): readonly Question[] {
  return lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [expected = '', text = ''] = line.split(' :: ');
      return { text, expected: expected === '-' ? [] : expected.split('|') };
    });
}

/** What the threshold was set with. */
export const tuningQuestions = read(tuning);
/** What it is measured with. */
export const provingQuestions = read(proving);
/** Used for both: what is offered to them must be right all the same. */
export const questionsOfOthers = read(ofOthers);

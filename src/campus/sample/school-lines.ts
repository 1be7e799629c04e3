/**
 * Schools for the sample directory: id, name, fullName, type, street, postcode, town.
 * Source: IT.NRW, Statistisches Landesamt, Düsseldorf, 2025; data licence Germany, attribution, version 2.0
 * (dl-de/by-2-0, https://www.govdata.de/dl-de/by-2-0); columns left out, taken from schulverzeichnis-dortmund-2024-25.csv.
 * Generated: campusdesk directory sample-schools REGISTER --out src/campus/sample/school-lines.ts
 */
export const sampleSchoolLines = `
129150|Steinhammerschule|Städt. Gem. Grundschule Marten|Grundschule|Schulte-Heuthaus-Str. 28|44379|Dortmund
129161|Hohwartschule|Städt. Gem. Grundschule|Grundschule|Winkelriedweg 2|44141|Dortmund
129173|Brücherhofschule|Städt. Gem. Grundschule Hörde|Grundschule|Ziegelhüttenstr. 11|44263|Dortmund
129185|Petrischule|Städt. Gem. Grundschule|Grundschule|Beurhausstr. 15-17|44137|Dortmund
129197|Schragmüllerschule|Städt. Gem. Grundschule Oestrich|Grundschule|Castroper Str. 153|44357|Dortmund
129203|Herderschule|Städt. Gem. Grundschule Eving|Grundschule|Gretelweg 15|44339|Dortmund
129215|Funkeschule|Städt. Gem. Grundschule|Grundschule|Grundstr. 14|44149|Dortmund
129227|Erich Kästner-Schule|Städt. Gem. Grundschule|Grundschule|Flughafenstr. 73|44309|Dortmund
129239|Freiligrathschule|Städt. Gem. Grundschule Bövinghausen|Grundschule|Uranusstr. 50|44388|Dortmund
129264|Josefschule|Städt. Kath. Grundschule Wickede|Grundschule|Dollersweg 14|44319|Dortmund
129276|Wideyschule|Städt. Gem. Grundschule|Grundschule|Egilmarstr. 40|44379|Dortmund
129288|Roncallischule|Städt. Kath. Grundschule|Grundschule|Husener Eichwaldstr. 270|44319|Dortmund
129306|Marienbornschule|Städt. Kath. Grundschule|Grundschule|Evastr. 1|44388|Dortmund
129318|Elisabeth-Grundschule|Städt. Kath. Grundschule|Grundschule|Lothringer Str. 8|44339|Dortmund
129355|Gutenbergschule|Städt. Kath. Grundschule Dorstfeld|Grundschule|Arminiusstr. 10|44149|Dortmund
129379|Kreuzschule|Städt. Gem. Grundschule|Grundschule|Kreuzstr. 145|44137|Dortmund
129392|Brüder-Grimm-Schule|Städt. Kath. Grundschule|Grundschule|Leostr. 33|44225|Dortmund
129409|Peter-Vischer-Schule|Städt. Gem. Grundschule|Grundschule|Schillingstr. 26a|44139|Dortmund
129410|Overberg-Grundschule|Städt. Kath. Grundschule Mengede|Grundschule|Am Hohen Teich 5|44359|Dortmund
129446|Liborischule|Städt. Gem. Grundschule Körne|Grundschule|Paderborner Str. 109|44143|Dortmund
129458|Franziskusschule|Städt. Kath. Grundschule|Grundschule|Robert-Koch-Str. 50|44143|Dortmund
129460|Winfriedschule|Städt. Kath. Grundschule|Grundschule|Ruhrallee 84-90|44139|Dortmund
129495|Urbanusschule|Städt. Kath. Grundschule|Grundschule|Roßbachstr. 21|44369|Dortmund
129501|Bodelschwinghschule|Städt. Gem. Grundschule|Grundschule|Auf dem Kellerkamp 11|44357|Dortmund
129513|Reichshofschule|Städt. Gem. Grundschule Brackel|Grundschule|Am Westheck 73|44309|Dortmund
129525|Fine-Frau-Schule|Städt. Gem. Grundschule|Grundschule|Am Wasserfall 26|44149|Dortmund
129537|Kautskyschule|Städt. Gem. Grundschule|Grundschule|Kautskystr. 23-25|44328|Dortmund
129549|Eichlinghofer Schule|Städt. Gem. Grundschule|Grundschule|Stortsweg 52-54|44227|Dortmund
129550|Westholzschule|Städt. Gem. Grundschule|Grundschule|Westholz 100|44328|Dortmund
129562|Ostenbergschule|Städtische Gemeinschaftsgrundschule|Grundschule|An der Margarethenkapelle 5|44227|Dortmund
129574|Albrecht-Brinkmann-Schule|Städt. Gem. Grundschule|Grundschule|Münsterstr. 138-140|44145|Dortmund
129586|Eichwaldschule|Städt. Gem. Grundschule|Grundschule|Husener Eichwaldstr. 272|44319|Dortmund
129598|Gilden-Europa-Grundschule|Gem. Grundschule der Stadt Dortmund|Grundschule|Friedrichsruher Str. 11|44369|Dortmund
129616|Bachschule|Städt. Gem. Grundschule|Grundschule|Dollersweg 14|44319|Dortmund
129628|Grafenschule|Städt. Gem. Grundschule|Grundschule|Deusener Str. 230|44369|Dortmund
129630|Stiftschule|Städt. Gem. Grundschule|Grundschule|Am Bruchheck 47|44263|Dortmund
129641|Libellen-Grundschule|Gem. Grundschule der Stadt Dortmund|Grundschule|Burgholzstr. 148|44145|Dortmund
129653|Harkortschule|Städt. Gem. Grundschule|Grundschule|Behringstr. 59|44225|Dortmund
129665|Comeniusschule|Städt. Gem. Grundschule|Grundschule|Akazienstr. 84-86|44143|Dortmund
129677|Westricher Schule|Städt. Gem. Grundschule|Grundschule|Sumbecks Holz 7-9|44379|Dortmund
129689|Hansaschule|Städt. Gem. Grundschule|Grundschule|Welkenerstr. 24|44369|Dortmund
129690|Hangeneyschule|Städt. Gem. Grundschule|Grundschule|Hangeneystr. 60|44379|Dortmund
129707|Kirchhörderschule|Städt. Gem. Grundschule|Grundschule|Kobbendelle 6|44229|Dortmund
129719|Bruktererschule|Städt. Gem. Grundschule Lanstrop|Grundschule|Gürtlerstr. 1|44329|Dortmund
129720|Brechtener Grundschule|Städt. Gem. Grundschule|Grundschule|Evinger Str. 600|44339|Dortmund
129732|Wichlinghoferschule|Städt. Gem. Grundschule|Grundschule|Benninghofer Str. 256|44267|Dortmund
129744|Weingartenschule am See|Gem. Grundschule der Stadt Dortmund|Grundschule|Weingartenstr. 49|44263|Dortmund
129756|Siegfried-Drupp-Schule|Städt. Gem. Grundschule Scharnhorst|Grundschule|Siegfried-Drupp-Str. 5|44328|Dortmund
129768|Uhlandschule|Städt. Gem. Grundschule|Grundschule|Heilbronner Str. 4|44143|Dortmund
129770|Fichteschule|Städt. Gem. Grundschule|Grundschule|Haslindestr. 44|44309|Dortmund
129781|Liebigschule|Städt. Ev. Grundschule|Grundschule|Harnackstr. 57|44139|Dortmund
129793|Dietrich-Bonhoeffer-Schule|Städt. Gem. Grundschule|Grundschule|Derner Kippshof 36|44329|Dortmund
129800|Mörikeschule|Städt. Gem. Grundschule|Grundschule|Somborner Str. 110|44388|Dortmund
129811|Westhausenschule|Städt. Gem. Grundschule|Grundschule|Wenemarstr. 11-13|44357|Dortmund
129823|Berghofer-Grundschule|Gem. Grundschule der Stadt Dortmund|Grundschule|Busenbergstr. 5|44269|Dortmund
129835|Kerschensteinerschule|Städt. Gem. Grundschule|Grundschule|Joseph-Cremer-Str. 25|44141|Dortmund
129847|Schubertschule|Städt. Gem. Grundschule|Grundschule|Am Hombruchsfeld 55b|44225|Dortmund
129859|Emschertalschule|Städt. Gem. Grundschule|Grundschule|Sichterweg 8|44289|Dortmund
129860|Jungferntalschule|Städt. Gem. Grundschule|Grundschule|Jungferntalstr. 60-64|44369|Dortmund
129884|Diesterwegschule|Städt. Gem. Grundschule|Grundschule|Heroldstr. 29|44145|Dortmund
129896|Schopenhauerschule|Städt. Gem. Grundschule Nette|Grundschule|Karl-Schurz-Str. 14|44359|Dortmund
129902|Aplerbecker-Mark-Schule|Städt. Gem. Grundschule|Grundschule|Schwerter Str. 269|44287|Dortmund
129914|Berswordt-Europa-Grundschule|Gem. Grundschule der Stadt Dortmund|Grundschule|Davidisstr. 24|44143|Dortmund
129926|Lieberfeldschule|Städt. Gem. Grundschule Wellinghofen|Grundschule|Rispenstr. 40-42|44265|Dortmund
129938|Holteschule|Städt. Gem. Grundschule|Grundschule|Limbecker Str. 70|44388|Dortmund
129940|Friedensschule|Städt. Gem. Grundschule|Grundschule|Lina-Schäfer-Str. 36|44379|Dortmund
129963|Steinbrinkschule|Städt. Gem. Grundschule|Grundschule|Langschedestr. 18|44319|Dortmund
129975|Lessingschule|Städt. Gem. Grundschule|Grundschule|Fichtestr. 19|44147|Dortmund
129987|Landgrafenschule|Städt. Gem. Grundschule|Grundschule|Landgrafenstr. 1|44139|Dortmund
129999|Kruckelerschule|Städt. Gem. Grundschule|Grundschule|Rüdinghauser Str. 15|44227|Dortmund
130000|Aplerbeckerschule|Städt. Gem. Grundschule|Grundschule|Köln-Berliner Str. 72|44287|Dortmund
130011|Hellweg-Grundschule|Städt. Gem. Grundschule|Grundschule|Am Petersheck 9|44319|Dortmund
130023|Gerhart-Hauptmann-Schule|Städt. Gem. Grundschule|Grundschule|Untere Pekingstr. 24|44269|Dortmund
130035|Benninghofer Schule|Städt. Gem. Grundschule|Grundschule|Overgünne 125|44267|Dortmund
130059|Graf-Konrad-Schule|Städt. Gem. Grundschule|Grundschule|Grävingholzstr. 59|44339|Dortmund
130060|Regenbogen-Grundschule|Städt. Gem. Grundschule|Grundschule|Adalmundstr. 1|44359|Dortmund
130072|Hoechstener Schule|Städt. Gem. Grundschule|Grundschule|Lührmannstr. 1|44267|Dortmund
130096|Mosaik-Grundschule Eving|Gemeinschaftsschule der Stadt Dortmund|Grundschule|Osterfeldstr. 131|44339|Dortmund
130102|Olpketalschule|Städt. Gem. Grundschule|Grundschule|Olpketalstr. 81|44229|Dortmund
130114|Oesterholzschule|Städt. Gem. Grundschule|Grundschule|Oesterholzstr. 69|44145|Dortmund
130126|Nordmarktschule|Städt. Gem. Grundschule|Grundschule|Nordmarkt 18-20|44145|Dortmund
130138|Friedrich-Ebert-Schule|Städt. Gem. Grundschule|Grundschule|Bergmeisterstr. 12|44269|Dortmund
130140|Kirchderner Schule|Städt. Gem. Grundschule|Grundschule|Merckenbuschweg 41|44329|Dortmund
130151|Grundschule Am Dorney|Gemeinschaftsgrundschule der Stadt Dortmund - Primarstufe|Grundschule|Kleybredde 38|44149|Dortmund
133607|Eintracht-Grundschule|Gem. Grundschule|Grundschule|Heinrich-Pieper-Str. 2|44267|Dortmund
133619|Gem. Grundschule Lichtendorf||Grundschule|Schulstr. 2|44289|Dortmund
183842|Buscheischule|Städt. Gem. Grundschule|Grundschule|Buschei 28|44328|Dortmund
192296|Städt. Gem. Grundschule|Kleine Kielstraße|Grundschule|Kleine Kielstr. 20|44145|Dortmund
147709|Städt. Gem. Hauptschule Kley||Hauptschule|Kleybredde 44|44149|Dortmund
147801|Emscherschule Aplerbeck|Gemeinschaftshauptschule der Stadt Dortmund|Hauptschule|Schweizer Allee 25|44287|Dortmund
147898|Städt. Gem. Hauptschule|Am Externberg|Hauptschule|Evinger Parkweg 10|44339|Dortmund
147941|Städt. Gem. Hauptschule Scharnhorst||Hauptschule|Meuselwitzstr. 40|44328|Dortmund
147977|Schule am Hafen|Sek. I- Gemeinschaftshauptschule der Stadt Dortmund|Hauptschule|Scharnhorststr. 40|44147|Dortmund
148015|Jeanette-Wolff-Schule am Mengeder Markt|Gem. Hauptschule der Stadt Dortmund|Hauptschule|Mengeder Markt 6-8|44359|Dortmund
148076|Konrad von der Mark Schule|Sek. I- Gemeinschaftshauptschule der Stadt Dortmund|Hauptschule|Stettiner Str. 10|44263|Dortmund
148143|Städt. Kath. Hauptschule Husen||Hauptschule|Husener Eichwaldstr. 270|44319|Dortmund
157296|Paul-Dohrmann-Schule|Städt. Förderschule Förderschwerpunkt Lernen|Förderschule Grund-/Hauptschule|Sanderoth 2-4|44328|Dortmund
157326|Kielhornschule|Städt. Förderschule Förderschwerpunkt Lernen|Förderschule Grund-/Hauptschule|Flurstr. 70a|44145|Dortmund
157338|Adolf-Schulte-Schule|Städt. Förderschule Förderschwerpunkt Lernen|Förderschule Grund-/Hauptschule|Diakon-Koch-Weg 3|44287|Dortmund
157351|Dellwigschule|Städt. Förderschule Förderschwerpunkt Lernen|Förderschule Grund-/Hauptschule|Westermannstr. 21|44388|Dortmund
157363|Wilhelm-Rein-Schule|Städt. Förderschule Förderschwerpunkt Lernen|Förderschule Grund-/Hauptschule|Castroper Str. 121|44357|Dortmund
157442|Max-Wittmann-Schule|Städt. Förderschule Förderschwerpunkt Geistige Entwicklung|Förderschule Grund-/Hauptschule|Oberevinger Str. 155|44339|Dortmund
185097|Johannes-Wulff-Schule|Städt. Förderschule Förderschwerpunkt Sprache (Primarstufe)|Förderschule Grund-/Hauptschule|Kreuzstr. 155|44137|Dortmund
186697|Tremonia-Schule|Städt. Förderschule, Förderschwerpunkt Emotionale und soziale Entwicklung|Förderschule Grund-/Hauptschule|Winkelriedweg 4|44141|Dortmund
187483|Frida-Kahlo-Schule|Klinikschule der Stadt Dortmund|Förderschule Grund-/Hauptschule|Beurhausstr. 45|44137|Dortmund
193902|Schule an der Froschlake|Städt. Förderschule, Förderschwerpunkt Emotionale und soziale Entwicklung|Förderschule Grund-/Hauptschule|Froschlake 45|44379|Dortmund
197385|Mira-Lobe-Schule|Städt. Förderschule Förderschwerpunkt Geistige Entwicklung|Förderschule Grund-/Hauptschule|Eierkampstr. 2-4|44225|Dortmund
162747|Wilhelm-Röntgen-Realschule|Realschule der Stadt Dortmund|Realschule|Kreuzstr. 159|44137|Dortmund
162760|Albrecht-Dürer-Realschule||Realschule|Schweizer Allee 25|44287|Dortmund
162784|Johann-Gutenberg-Realschule|Realschule der Stadt Dortmund|Realschule|Am Lieberfeld 13|44265|Dortmund
162796|Ricarda-Huch-Realschule|Realschule der Stadt Dortmund|Realschule|Prinz-Friedrich-Karl-Str. 72-78|44135|Dortmund
162814|Gertrud-Bäumer-Schule|Städt. Realschule für Jungen und Mädchen|Realschule|Goethestr. 20|44147|Dortmund
162826|Marie-Reinders-Realschule|Realschule der Stadt Dortmund|Realschule|Hochofenstr. 38|44263|Dortmund
162840|Robert-Koch-Realschule|Realschule der Stadt Dortmund|Realschule|Am Hombruchsfeld 69|44225|Dortmund
162851|Albert-Schweitzer-Realschule|Realschule der Stadt Dortmund|Realschule|Dörwerstr. 42|44359|Dortmund
162863|Droste-Hülshoff-Realschule|Realschule der Stadt Dortmund|Realschule|Sumbecks Holz 5|44379|Dortmund
162875|Theodor-Heuss-Realschule|Realschule der Stadt Dortmund|Realschule|In der Großen Heide 15-17|44339|Dortmund
162887|Max-Born-Realschule|Realschule der Stadt Dortmund|Realschule|Grüningsweg 42|44319|Dortmund
162899|Wilhelm-Busch-Realschule|der Stadt Dortmund|Realschule|Höfkerstr. 7|44149|Dortmund
193938|Albert-Einstein-Realschule|Städt. Realschule|Realschule|Gleiwitzstr. 200|44328|Dortmund
100132|Reinoldi-Gesamtschule|Gesamtschule der Stadt Dortmund|Gesamtschule|Im Odemsloh 107|44357|Dortmund
100177|Gesamtschule im Süden|Wellinghofen|Gesamtschule|Am Lieberfeld 13|44265|Dortmund
164240|Gesamtschule Scharnhorst||Gesamtschule|Mackenrothweg 15|44328|Dortmund
188207|Heinrich-Böll-Gesamtschule|im Schulzentrum Lütgendortmund|Gesamtschule|Volksgartenstr. 19|44388|Dortmund
188219|Geschwister-Scholl-Gesamtschule|im Schulzentrum Dortmund-Brackel|Gesamtschule|Haferfeldstr. 3-5|44309|Dortmund
188220|Anne-Frank-Schule|Städt. Gesamtschule|Gesamtschule|Burgholzstr. 120|44145|Dortmund
188700|Gesamtschule der Stadt Dortmund|im Schulzentrum Gartenstadt|Gesamtschule|Hueckstr. 25|44141|Dortmund
188827|Gustav-Heinemann-Gesamtschule|der Stadt Dortmund|Gesamtschule|Parsevalstr. 170|44369|Dortmund
189960|Gesamtschule Brünninghausen||Gesamtschule|Klüsenerskamp 15|44225|Dortmund
192820|Martin-Luther-King-Gesamtschule|der Stadt Dortmund|Gesamtschule|Fine Frau 50-58|44149|Dortmund
193641|Europaschule Dortmund|Städt. Gesamtschule|Gesamtschule|Am Gottesacker 64|44143|Dortmund
169274|Bert-Brecht-Gymnasium|Gymnasium der Stadt Dortmund|Gymnasium|Sumbecks Holz 5|44379|Dortmund
169286|Heisenberg-Gymnasium Dortmund|Städtisches Gymnasium|Gymnasium|Preußische Str. 225|44339|Dortmund
169298|Immanuel-Kant-Gymnasium|Gymnasium der Stadt Dortmund|Gymnasium|Grüningsweg 42|44319|Dortmund
169304|Max-Planck-Gymnasium Dortmund|Städt. Gymnasium|Gymnasium|Ardeystr. 70-72|44139|Dortmund
169328|Helene-Lange-Gymnasium|Städt. Gymnasium|Gymnasium|Am Hombruchsfeld 55a|44225|Dortmund
169330|Käthe-Kollwitz-Gymnasium|der Stadt Dortmund|Gymnasium|Erzbergerstr. 1-3|44135|Dortmund
169341|Stadtgymnasium Dortmund||Gymnasium|Heiliger Weg 25|44135|Dortmund
169353|Reinoldus- und Schiller-Gymnasium|Dortmund Städt. Gymnasium|Gymnasium|Hallerey 49-51|44149|Dortmund
169390|Gymnasium an der Schweizer Allee|Gymnasium der Stadt Dortmund|Gymnasium|Schweizer Allee 18-20|44287|Dortmund
169407|Leibniz-Gymnasium|Gymnasium der Stadt Dortmund|Gymnasium|Kreuzstr. 163|44137|Dortmund
169419|Goethe-Gymnasium|Gymnasium der Stadt Dortmund|Gymnasium|Stettiner Str. 12|44263|Dortmund
169420|Helmholtz-Gymnasium Dortmund|Städt. Gymnasium|Gymnasium|Münsterstr. 122|44145|Dortmund
169456|Phoenix-Gymnasium Dortmund|Städt. Gymnasium|Gymnasium|Seekante 12|44263|Dortmund
183167|Heinrich-Heine-Gymnasium|Städt. Gymnasium|Gymnasium|Dörwerstr. 34|44359|Dortmund
170732|Westfalen-Kolleg|Weiterbildungskolleg der Stadt Dortmund|Weiterbildungskolleg|Rheinische Str. 67|44137|Dortmund
190627|Abendrealschule|Max-von-der-Grün Weiterbildungskolleg der Stadt Dortmund|Weiterbildungskolleg|Rheinische Str. 69|44137|Dortmund
179930|Karl-Schiller-Berufskolleg|der Stadt Dortmund|Berufskolleg|Brügmannstr. 21|44135|Dortmund
179942|Robert-Bosch-Berufskolleg|der Stadt Dortmund|Berufskolleg|Benno-Elkan-Allee 2|44137|Dortmund
179966|Fritz-Henßler-Berufskolleg|der Stadt Dortmund|Berufskolleg|Brügmannstr. 25-27a|44135|Dortmund
179978|Paul-Ehrlich-Berufskolleg|der Stadt Dortmund|Berufskolleg|Hacheneyer Str. 177|44265|Dortmund
179991|Gisbert-von-Romberg-Berufskolleg|der Stadt Dortmund|Berufskolleg|Hacheneyer Str. 185|44265|Dortmund
180040|Leopold-Hoesch-Berufskolleg|der Stadt Dortmund|Berufskolleg|Gronaustr. 4|44135|Dortmund
180051|Konrad-Klepping-Berufskolleg|der Stadt Dortmund|Berufskolleg|Geschwister-Scholl-Str. 1|44135|Dortmund
184123|Robert-Schuman-Berufskolleg|der Stadt Dortmund|Berufskolleg|Emil-Moog-Platz 15|44137|Dortmund
`;

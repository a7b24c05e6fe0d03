import java.util.Map;

/** The texts of Nordwand's German guides, in a little Markdown. */
final class OwnGuides {
  private static final String FERRATA =
      """
      Ein Klettersteig-Set verbindet dich mit dem Stahlseil. Es besteht aus zwei Armen mit \
      Karabinern und einem Dämpfer, der bei einem Sturz aufreißt und so die Kraft auf Körper und \
      Sicherung begrenzt. Wer ein Set kauft, sollte vier Dinge prüfen: Norm, Gewichtsbereich, \
      Karabiner und Zustand.

      ## Welche Norm muss ein Klettersteig-Set erfüllen?

      Neue Sets erfüllen die EN 958 in der Fassung von 2017. Sie verlangt, dass der Dämpfer für \
      Menschen von 40 bis 120 Kilogramm arbeitet, jeweils mit Ausrüstung. Sets, die vor 2017 \
      hergestellt wurden, decken diesen Bereich oft nicht ab. Das Herstellungsjahr steht auf dem \
      eingenähten Etikett.

      ## Wie schwer darf ich sein?

      Unter 40 Kilogramm löst der Dämpfer zu spät aus, über 120 Kilogramm ist er überfordert. \
      Kinder sichern wir deshalb zusätzlich mit einem Seil von oben. Wiege dich mit Rucksack, \
      Schuhen und Helm: Zusammen sind das leicht acht Kilogramm.

      ## Welche Karabiner sind gut?

      - Handballensicherung: schnell zu bedienen, auch mit Handschuhen
      - große Öffnung: mindestens 21 Millimeter, damit dicke Seile hineinpassen
      - ein Wirbel zwischen Armen und Dämpfer, damit sich nichts verdreht

      {{tipp:klettersteig:0}}

      ## Was gehört noch dazu?

      Zum Set kommen ein Klettergurt nach EN 12277, ein Helm nach EN 12492 und Handschuhe. Für \
      Rastpunkte ist eine kurze Rastschlinge mit eigenem Karabiner sinnvoll. {{tipp:klettersteig:4}}

      ## Wann muss ein Set ersetzt werden?

      Nach jedem Sturz, bei dem der Dämpfer angerissen ist, gehört das Set ausgetauscht. Ohne \
      Sturz gilt die Angabe des Herstellers; bei unseren Sets sind das höchstens zehn Jahre ab \
      Herstellung. Prüfe vor jeder Tour Nähte, Karabiner und das Gehäuse des Dämpfers.

      ## Leihen oder kaufen?

      Wer ein- oder zweimal im Jahr geht, leiht: Unser [Verleih](/verleih/) prüft jedes Set nach \
      der Rückgabe. Ab dem dritten Tag im Jahr ist ein eigenes Set meist günstiger.
      """;

  private static final String BEACON =
      """
      Ein LVS-Gerät sendet und sucht auf 457 Kilohertz. Es hilft nur, wenn alle in der Gruppe \
      eines tragen, es eingeschaltet ist und die Suche geübt wurde. Schaufel und Sonde gehören \
      immer dazu.

      ## Vor der Tour: der Gruppencheck

      1. Batteriestand ablesen; unter 60 Prozent wechseln wir
      2. Jemand stellt auf Suchen und geht an allen vorbei, die senden
      3. Danach sendet diese Person, und die anderen prüfen

      ## Wo trage ich das Gerät?

      Am Körper, unter der Jacke, im mitgelieferten Tragesystem oder in einer Hosentasche mit \
      Reißverschluss. Handy und Stirnlampe bleiben beim Senden 20 Zentimeter entfernt, beim \
      Suchen 50 Zentimeter.

      ## Wie läuft die Suche ab?

      Signalsuche, Grobsuche, Feinsuche, Punktsuche mit der Sonde. In der Feinsuche wird das \
      Gerät dicht über dem Schnee langsam und gerade bewegt. Sobald die Sonde trifft, bleibt sie \
      stecken, und das Schaufeln beginnt talseitig.

      ## Warum die ersten Minuten zählen

      Die Aussicht zu überleben ist in den ersten zehn Minuten am höchsten und sinkt danach \
      steil. Kameradenhilfe ist deshalb schneller als jede Rettung von außen. Übe jede Saison \
      mindestens zweimal; unsere [Touren](/tour/) bieten dafür Übungstage an.

      {{tipp:lawine:0}}

      ## Pflege und Alter

      Nimm die Batterien im Sommer heraus. Geräte, die älter als zehn Jahre sind oder nur eine \
      Antenne haben, sollten ersetzt werden: Drei Antennen sind heute üblich.
      """;

  private static final String BOOTS =
      """
      Ein Bergschuh passt, wenn die Ferse fest sitzt und die Zehen beim Abstieg nicht anstoßen. \
      Alles andere lässt sich anpassen.

      ## So probierst du an

      1. Am Nachmittag kommen, dann sind die Füße etwas größer
      2. Die Socken mitbringen, die du am Berg trägst
      3. Schuh offen anziehen und nach vorn rutschen: Hinter der Ferse soll ein Finger Platz haben
      4. Schnüren und eine Rampe hinabgehen

      ## Welche Steifigkeit brauche ich?

      Leichte Wanderschuhe der Kategorie A sind für Forstwege, B für Bergwege, C für Touren mit \
      Steigeisen und Gepäck, D für Eis. Wer zwischen zwei Kategorien schwankt, nimmt für den \
      Anfang die weichere.

      ## Was wir anpassen

      In München, Innsbruck und Salzburg weiten wir Schuhe punktgenau, wechseln Sohlen und \
      formen Einlagen. Eine Maßsohle dauert etwa 40 Minuten. Die Anpassung ist beim Kauf \
      kostenlos, sonst kostet sie 29 Euro.

      {{tipp:schuhe:2}}

      ## Einlaufen

      Trage neue Schuhe erst eine Woche im Alltag, dann auf zwei kurzen Touren. Druckstellen, \
      die nach drei Stunden noch schmerzen, vergehen nicht von selbst: Komm vorbei.

      ## Pflege

      Bürsten, mit lauwarmem Wasser abwaschen, bei Raumtemperatur trocknen, Leder wachsen. Nie \
      auf die Heizung stellen, denn dort wird Leder brüchig und Kleber löst sich.
      """;

  private static final String RAIN =
      """
      Eine Regenjacke atmet nur, wenn sie sauber ist. Schweiß und Fett verstopfen die Membran, \
      und Wasser perlt nicht mehr ab. Beides lässt sich beheben.

      ## Waschen

      Schließe alle Reißverschlüsse. Wasche bei 30 Grad im Schonprogramm mit flüssigem \
      Waschmittel für Funktionskleidung, ohne Weichspüler. Spüle zweimal: Reste von Waschmittel \
      ziehen Wasser an.

      ## Imprägnieren

      Perlt Wasser nach dem Waschen noch ab, genügt Wärme: 20 Minuten im Trockner bei niedriger \
      Stufe oder Bügeln unter einem Tuch. Erst wenn der Stoff sich vollsaugt, wird neu \
      imprägniert. Unsere Mittel sind frei von PFAS.

      ## Was bedeutet Wassersäule?

      Die Wassersäule gibt an, welchem Druck der Stoff standhält. Ab 1.300 Millimetern gilt eine \
      Jacke nach EN 343 als wasserdicht; unter einem schweren Rucksack empfehlen wir 20.000.

      {{tipp:regen:0}}

      ## Reparieren

      Kleine Löcher klebst du mit einem Flicken, abgelöste Nahtbänder bügeln wir in der Werkstatt \
      wieder fest. Ein neuer Reißverschluss kostet 35 Euro und braucht zehn Tage.
      """;

  private static final String TENT =
      """
      Schlafsack, Isomatte und Zelt gehören zusammen: Der beste Schlafsack wärmt nicht auf einer \
      dünnen Matte.

      ## Welche Temperatur zählt?

      Nach EN ISO 23537 trägt jeder Schlafsack drei Werte. Der Komfortwert sagt, bei welcher \
      Temperatur eine Frau entspannt schläft, der Grenzwert, bei welcher ein Mann gekrümmt acht \
      Stunden schläft. Der Extremwert ist nur zum Überleben da und kein Kaufgrund.

      ## Daune oder Kunstfaser?

      - Daune ist leichter und hält länger, verliert aber nass ihre Wärme
      - Kunstfaser ist günstiger und wärmt auch feucht
      - unsere Daune ist rückverfolgbar und stammt nicht von lebenden Tieren

      ## Die Isomatte

      Der R-Wert misst, wie gut die Matte isoliert. Für den Sommer reichen 2, für Frühjahr und \
      Herbst 3 bis 4, auf Schnee mehr als 5. Werte von zwei Matten addieren sich.

      {{tipp:zelt:4}}

      ## Das Zelt

      Ein Kuppelzelt steht frei und passt fast überall hin. Achte auf zwei Apsiden, damit Gepäck \
      trocken bleibt und man aneinander vorbeikommt. {{tipp:zelt:0}}

      ## Lagern

      Schlafsäcke locker aufbewahren, nie im Packsack. Das Zelt trocknen, bevor es in den Schrank \
      kommt: Stockflecken gehen nicht mehr heraus.
      """;

  private static final String TEAM =
      """
      Vereine, Bergschulen und Betriebe bekommen bei Nordwand Ausrüstung mit Beschriftung, \
      Staffelpreisen und einer Ansprechperson.

      ## Was kostet Teamausrüstung?

      Ab zehn Stück geben wir 8 Prozent, ab 30 Stück 12 Prozent, ab 100 Stück 15 Prozent \
      Nachlass. Die Beschriftung ist ab zehn Stück im Preis enthalten. {{tipp:team:0}}

      ## Wie lange dauert es?

      Vom Freigeben des Entwurfs an liefern wir in 15 Werktagen, ohne Beschriftung in fünf. Für \
      Veranstaltungen im Mai und Juni bestellt man besser bis Ende März.

      ## Größen

      Wir schicken einen Satz Muster in allen Größen für zwei Wochen. Nachbestellungen passen \
      zusammen, weil wir jedes Modell mindestens vier Jahre führen.

      ## Wer hilft?

      Schreib über [Geschäftskunden](/geschaeftskunden/) oder komm in eine Filiale. Für \
      Rettungsdienste und Bergschulen gibt es Prüfprotokolle zu jedem Stück.
      """;

  private OwnGuides() {}

  /** Texts by path; English ones stand elsewhere. */
  static Map<String, String> texts() {
    return Map.of(
        "/ratgeber/klettersteig-set-kaufen/", FERRATA,
        "/ratgeber/lvs-geraet-richtig-nutzen/", BEACON,
        "/ratgeber/bergschuhe-anpassen/", BOOTS,
        "/ratgeber/regenjacke-pflegen/", RAIN,
        "/ratgeber/schlafsack-und-zelt-waehlen/", TENT,
        "/ratgeber/teamausruestung-fuer-vereine/", TEAM,
        "/en/guides/choosing-a-via-ferrata-set/", OwnTexts.FERRATA,
        "/en/guides/how-to-fit-mountain-boots/", OwnTexts.BOOTS);
  }
}

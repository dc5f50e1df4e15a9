/**
 * Everything the gate can find. A problem of severity `error` keeps the content from being
 * published; a `warning` asks a person to look and stops nothing.
 *
 * Codes are never renamed or reused: people search for them. `docs/problems.md` is made from this
 * table and from the broken files in `tests/fixtures/broken`.
 */
export const problemCodes = {
  "agreement-doubled": error("Zwei Dateien enthalten dieselbe Vereinbarung."),
  "amount-in-wording": error("Der Wortlaut nennt einen anderen Betrag als die Fördersumme."),
  "amount-jump": warning("Die Fördersumme weicht stark von der des Vorjahres ab."),
  "amount-not-digits": error("Die Fördersumme steht nicht als reine Ziffernfolge da."),
  "budgets-differ": error("Die Budgets ergeben zusammen nicht die Fördersumme."),
  "character-invisible": error("Ein unsichtbares Zeichen steht im Text."),
  "character-lookalike": error("Ein Zeichen sieht nur so aus wie ein anderes."),
  "content-link": error("Ein Link führt zu einer Adresse, die nicht erlaubt ist."),
  "content-markup": error("Ein Element ist im Wortlaut nicht vorgesehen."),
  "content-syntax": error("Der Text lässt sich nicht lesen."),
  "district-not-valid": error("Die Gebietskörperschaft besteht im Programmjahr nicht als solche."),
  "district-unknown": error("Die Gebietskörperschaft steht nicht im Verzeichnis."),
  "field-doubled": error("Ein Feld steht zweimal da."),
  "field-unknown": error("Ein Feld ist nicht vorgesehen."),
  "field-value": error("Ein Feld fehlt oder enthält etwas anderes als vorgesehen."),
  "file-encoding": error("Die Datei ist kein Text in UTF-8."),
  "file-line-ends": error("Die Zeilen der Datei enden anders als vorgesehen."),
  "file-place": error("Die Datei liegt nicht dort, wo ihr Inhalt es verlangt."),
  "file-too-large": error("Die Datei ist größer als vorgesehen."),
  "file-unexpected": error("Eine Datei liegt, wo sie niemand liest oder alle sie sehen."),
  "file-unreadable": error("Die Datei lässt sich nicht öffnen."),
  "frontmatter-missing": error("Der Kopf der Datei fehlt."),
  "frontmatter-syntax": error("Der Kopf der Datei lässt sich nicht lesen."),
  "link-broken": error("Ein Link führt zu einer Stelle dieser Website, die es nicht gibt."),
  "measure-unknown": error("Die Maßnahmenart steht nicht im Verzeichnis."),
  "placeholder-left": error("Ein Platzhalter ist nicht ersetzt."),
  "project-doubled": error("Ein Projekt steht zweimal in derselben Maßnahmenart."),
  "projects-heading": error("Projekte stehen unter der Überschrift einer anderen Maßnahmenart."),
  "projects-missing": error("Projekte einer Maßnahmenart kommen im Wortlaut nicht vor."),
  "register-entry": error("Ein Eintrag eines Verzeichnisses ist nicht eindeutig."),
  "repair-number": warning("Eine Berichtigung ändert eine Zahl."),
  "repair-unused": error("Eine Berichtigung passt nicht zum Original."),
  "section-order": error("Ein Abschnitt fehlt, steht doppelt oder an falscher Stelle."),
  "section-unknown": error("Eine Überschrift ist kein Abschnitt der Vereinbarung."),
  "signature-date": error("Das Datum einer Unterschrift passt nicht zum Programmjahr."),
  "signature-missing": error("Eine Seite hat nicht unterschrieben."),
  "slot-count": error("Ein Baustein fehlt oder steht mehrfach im Wortlaut."),
  "source-changed": error("Das Original ist nicht die Datei, aus der der Wortlaut stammt."),
  "source-missing": error("Das Original fehlt."),
  "source-shared": error("Zwei Vereinbarungen haben dasselbe Original."),
  "template-departure": warning("Der Wortlaut weicht vom Muster des Programmjahrs ab."),
  "wording-differs": error("Der Wortlaut weicht vom Original ab."),
  "year-unknown": error("Das Programmjahr steht nicht im Verzeichnis."),
} as const;

export type ProblemCode = keyof typeof problemCodes;

function error(meaning: string) {
  return { severity: "error", meaning } as const;
}

function warning(meaning: string) {
  return { severity: "warning", meaning } as const;
}

/// Verbs and phrases that say whose words follow or went before.
enum SpeechVerbs {
  /// Forms of verbs of speech, in lower case.
  static let all: Set<String> = [
    "wrote", "writes", "written", "write", "said", "says", "say", "noted", "notes", "argued",
    "argues", "argue", "observed", "observes", "stated", "states", "explained", "explains",
    "remarked", "remarks", "claimed", "claims", "added", "adds", "declared", "declares",
    "concluded", "concludes", "reported", "reports", "asserted", "asserts", "commented",
    "comments", "recalled", "recalls", "replied", "replies", "asked", "asks", "answered",
    "described", "describes", "put", "puts", "stressed", "stresses", "suggested", "suggests",
    "insisted", "insists", "maintained", "maintains", "admitted", "admits", "warned", "warns",
    "continued", "continues", "reads", "read", "quoted", "quotes", "summarised", "summarises",
    "summarized", "announced", "told", "tells", "pointed", "points", "indicated", "indicates",
    "acknowledged", "acknowledges", "makes", "made", "recognised", "recognises", "proclaimed",
    "proclaims",
    "schrieb", "schreibt", "sagte", "sagt", "meinte", "meint", "erklärte", "erklärt", "betonte",
    "écrit", "écrivait", "écrivit", "dit", "disait", "affirme", "affirmait", "déclare", "note",
    "escribió", "escribe", "dijo", "dice", "afirmó", "afirma", "scrisse", "scrive", "disse",
    "afferma", "skrev", "skriver", "sade", "sanoi", "kirjoitti", "zei", "schreef", "schrijft",
    "escreveu", "escreve", "afirmou", "napisał", "pisze", "powiedział",
  ]

  /// Phrases that a name follows.
  static let prepositions: [[String]] = [
    ["according", "to"], ["in", "the", "words", "of"], ["to", "quote"], ["quoting"], ["per"],
    ["quoted", "by"], ["quoted", "from"], ["words", "of"], ["laut"], ["selon"], ["d'après"],
    ["d’après"], ["según"], ["secondo"], ["segundo"], ["volgens"], ["enligt"], ["według"],
  ]

  static let negations: Set<String> = [
    "not", "never", "didn't", "didn’t", "doesn't", "doesn’t", "don't", "don’t", "cannot", "can't",
    "can’t", "hardly", "nobody", "none", "nicht", "kein", "pas", "jamais", "no",
  ]

  /// Capitalised words that name nobody.
  static let noNames: Set<String> = [
    "he", "she", "they", "it", "we", "i", "you", "this", "that", "these", "those", "as", "in",
    "on", "at", "the", "a", "an", "and", "but", "or", "so", "thus", "then", "when", "while",
    "if", "for", "to", "of", "by", "from", "with", "his", "her", "their", "its", "our", "my",
    "one", "who", "what", "which", "there", "here", "however", "moreover", "indeed", "hence",
    "therefore", "also", "although", "because", "since", "after", "before", "another", "some",
    "many", "most", "others", "elsewhere", "later", "once", "again", "not", "no", "yes", "now",
    "er", "sie", "es", "wie", "so", "der", "die", "das", "und", "il", "elle", "comme", "le", "la",
    "les", "un", "une", "como", "el", "él", "ella", "come", "egli", "lui", "someone", "everyone",
    "according", "even", "just", "like", "see", "cf", "quoting", "per", "laut", "selon", "según",
    "secondo", "segundo", "quoted", "first", "second", "finally", "page", "chapter",
    "anonymous", "op", "unlike", "given", "simply", "similarly", "clearly",
    "obviously", "significantly", "importantly", "ironically", "interestingly", "unfortunately",
  ]

  /// Particles within names.
  static let particles: Set<String> = [
    "de", "von", "van", "der", "den", "la", "le", "du", "da", "di", "del", "della", "dos", "al",
    "el", "bin", "ibn", "of", "ter", "zu", "af", "y", "e",
  ]

  /// Words that may stand between a name and its verb.
  static let between: Set<String> = [
    "once", "later", "also", "then", "has", "have", "had", "himself", "herself", "famously",
    "rightly", "correctly", "again", "thus", "often", "first", "even", "too", "already",
    "a", "hat", "ha", "there", "so", "now", "recently", "himself,", "further",
  ]
}

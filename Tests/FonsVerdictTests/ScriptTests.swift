import FonsVerdict
import Testing

/// Scripts without spaces, scripts that run from right to left, and others: found, aligned, and
/// their differences named. The sentences are invented.
@Suite struct ScriptTests {
  struct Sentence: Sendable, CustomTestStringConvertible {
    var language: String
    var source: String
    /// A word of the source and another one.
    var word: (String, String)
    /// What denies.
    var negation: String
    /// What may be left out at a mark without harm.
    var rest: String
    /// Whether the negation is known as one, or only as words that are missing.
    var knowsNegation = true

    var testDescription: String { "\(language): \(source.prefix(30))" }
  }

  static let unspaced: [Sentence] = [
    .init(
      language: "zh", source: "老渡口的船夫在大雪之后把灯挂在柳树上，因此夜里赶路的商队没有迷路，村里的人都记得那盏灯。",
      word: ("柳树", "松树"), negation: "没有", rest: "在大雪之后"),
    .init(
      language: "zh", source: "磨坊主人把新麦子存放在石桥旁边的仓库里，他从不向挨饿的邻居收取一文钱的利息。",
      word: ("石桥", "木桥"), negation: "不", rest: "旁边的仓库"),
    .init(
      language: "ja", source: "年老いた漁師は冬のあいだ毎晩、渡し場のそばの柳の木に灯りをつるし、旅人から代金を取ることはなかった。",
      word: ("柳", "桜"), negation: "なかっ", rest: "渡し場のそばの", knowsNegation: false),
    .init(
      language: "ja", source: "村の鍛冶屋は春の祭りの前に古い鐘を直したが、その音色に不満を言う者が毎年ひとりはいたという。",
      word: ("鐘", "鍋"), negation: "不", rest: "春の祭りの前に",
      knowsNegation: false),
    .init(
      language: "th",
      source: "ชาวประมงแขวนโคมไฟไว้ที่ต้นไทรริมท่าเรือเก่าทุกคืนในฤดูหนาวและไม่เคยเก็บเงินจากนักเดินทางที่ข้ามแม่น้ำ",
      word: ("ต้นไทร", "ต้นมะขาม"), negation: "ไม่", rest: "ริมท่าเรือเก่า", knowsNegation: false),
    .init(
      language: "th",
      source: "ช่างตีเหล็กของหมู่บ้านซ่อมระฆังใบใหญ่ก่อนงานบุญเดือนหกแต่เสียงของมันไม่เหมือนเดิมอีกเลย",
      word: ("ระฆัง", "กลอง"), negation: "ไม่", rest: "ใบใหญ่", knowsNegation: false),
  ]

  static let rightToLeft: [Sentence] = [
    .init(
      language: "ar",
      source:
        "علّق الصياد العجوز مصباحا على شجرة الصفصاف قرب العبّارة كل ليلة في الشتاء لأن الحارس لم يرجع من المدينة البعيدة.",
      word: ("الصفصاف", "التين"), negation: "لم ", rest: "كل ليلة "),
    .init(
      language: "ar",
      source:
        "أصلح حداد القرية الجرس القديم قبل عيد الربيع وقال الناس إن صوته لا يشبه صوت الجرس الذي عرفوه في صباهم.",
      word: ("الجرس القديم", "الباب القديم"), negation: "لا ", rest: "قبل عيد الربيع "),
    .init(
      language: "he",
      source:
        "הדייג הזקן תלה פנס על עץ הערבה ליד המעבורת בכל לילה בחורף, כי השומר לא חזר מן העיר הרחוקה.",
      word: ("הערבה", "התאנה"), negation: "לא ", rest: "בכל לילה "),
    .init(
      language: "he",
      source:
        "נפח הכפר תיקן את הפעמון הישן לפני חג האביב, ואיש מבני הכפר לא הכיר את הצליל ששמע באותו בוקר.",
      word: ("הפעמון", "המנעול"), negation: "לא ", rest: "מבני הכפר "),
  ]

  static let others: [Sentence] = [
    .init(
      language: "hi",
      source:
        "बूढ़े मछुआरे ने हर रात घाट के पास बरगद के पेड़ पर दीपक लटकाया क्योंकि पहरेदार दूर के शहर से नहीं लौटा था।",
      word: ("बरगद", "पीपल"), negation: "नहीं ", rest: "घाट के पास "),
    .init(
      language: "hi",
      source: "गाँव के लोहार ने वसंत के मेले से पहले पुरानी घंटी सुधारी पर उसकी आवाज़ किसी को पसंद नहीं आई।",
      word: ("घंटी", "कुदाल"), negation: "नहीं ", rest: "वसंत के मेले से पहले "),
    .init(
      language: "el",
      source:
        "Ο γέρος ψαράς κρέμαγε κάθε νύχτα ένα φανάρι στην ιτιά δίπλα στο πέρασμα, γιατί ο φύλακας δεν γύρισε από την πόλη.",
      word: ("ιτιά", "συκιά"), negation: "δεν ", rest: "κάθε νύχτα "),
    .init(
      language: "el",
      source:
        "Ο σιδεράς του χωριού διόρθωσε την παλιά καμπάνα πριν από το πανηγύρι, αλλά ο ήχος της δεν άρεσε σε κανέναν.",
      word: ("καμπάνα", "κλειδαριά"), negation: "δεν ", rest: "του χωριού "),
  ]

  private func find(_ sentence: Sentence, _ quoted: String) throws -> Finding {
    // The sentence stands between others of its script.
    let neighbours = (Self.unspaced + Self.rightToLeft + Self.others).filter {
      $0.language == sentence.language && $0.source != sentence.source
    }
    let text = neighbours.map(\.source).joined(separator: "\n\n") + "\n\n" + sentence.source
    return try Bench(text).find(quoted, cited: "The Work")
  }

  @Test(arguments: unspaced + rightToLeft + others)
  func wordForWord(_ sentence: Sentence) throws {
    let finding = try find(sentence, sentence.source)
    #expect(finding.verdict == .verbatim)
    #expect(finding.differences.isEmpty)
    #expect(finding.matches.first?.text.contains(sentence.word.0) == true)
  }

  @Test(arguments: unspaced + rightToLeft + others)
  func anotherWord(_ sentence: Sentence) throws {
    let quoted = sentence.source.replacing(sentence.word.0, with: sentence.word.1)
    try #require(quoted != sentence.source)
    let finding = try find(sentence, quoted)
    #expect(finding.verdict == .altered)
    #expect(finding.faithful == false)
  }

  @Test(arguments: unspaced + rightToLeft + others)
  func aDroppedNegation(_ sentence: Sentence) throws {
    let quoted = sentence.source.replacing(sentence.negation, with: "")
    try #require(quoted != sentence.source)
    let finding = try find(sentence, quoted)
    #expect(finding.verdict == .altered)
    #expect(finding.faithful == false)
    if sentence.knowsNegation { #expect(finding.kinds == ["negation"]) }
  }

  @Test(arguments: unspaced + rightToLeft + others)
  func aMarkedOmission(_ sentence: Sentence) throws {
    let mark = Self.unspaced.contains { $0.language == sentence.language } ? "……" : "… "
    let quoted = sentence.source.replacing(sentence.rest, with: mark)
    try #require(quoted != sentence.source)
    let finding = try find(sentence, quoted)
    #expect(finding.verdict == .abridged, "\(finding.kinds)")
    #expect(finding.faithful == true)
  }
}

/// What the word before a link's colon means.
struct WikitextNamespaces: Sendable {
  enum Meaning: Sendable {
    case file, category
    /// A page in another language of the same wiki.
    case language
  }

  private let meanings: WikitextTable<Meaning>

  init(files: [String], categories: [String]) {
    meanings = WikitextTable(
      files.map { (Self.folded($0), Meaning.file) }
        + categories.map { (Self.folded($0), Meaning.category) } + Self.known)
  }

  /// The meaning of the prefix in `start..<end`, its colon left out; nil for an ordinary
  /// namespace or word.
  func meaning(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Meaning? {
    if let meaning = meanings.find(bytes, start, end) { return meaning }
    guard bytes[start..<end].contains(where: { $0 >= 0x80 }) else { return nil }
    let name = Array(Self.folded(String(decoding: bytes[start..<end], as: UTF8.self)).utf8)
    return meanings.find(name)
  }

  private static func folded(_ name: String) -> String {
    String(name.lowercased().map { $0 == "_" ? " " : $0 })
  }

  private static let known: [(String, Meaning)] = {
    var table: [(String, Meaning)] = []
    for name in languages.split(whereSeparator: \.isWhitespace) {
      table.append((String(name), .language))
    }
    for name in files.split(separator: ",") { table.append((folded(trim(name)), .file)) }
    for name in categories.split(separator: ",") {
      table.append((folded(trim(name)), .category))
    }
    return table
  }()

  private static func trim(_ text: Substring) -> String {
    String(text.drop(while: \.isWhitespace))
  }

  /// English, German, French, Italian, Spanish, Portuguese, Dutch, Polish, Russian, and more.
  private static let files = """
    file, image, datei, bild, fichier, fichero, immagine, archivo, imagen, ficheiro, arquivo,
    imagem, bestand, afbeelding, plik, grafika, файл, изображение, fil, billede, tiedosto, kuva,
    soubor, obrázok, súbor, fájl, kép, fișier, fişier, imagine, dosya, resim, αρχείο, εικόνα, 파일,
    그림, ファイル, 画像, 文件, 档案, 檔案, 圖像, ملف, صورة, קובץ, תמונה, تصویر, پرونده, berkas, gambar,
    tập tin, hình, fitxer, imatge, dosiero, fitxategi, irudi, датотека, слика, datoteka, slika, зображення,
    картинка, mynd, failas, vaizdas, attēls, pilt
    """

  private static let categories = """
    category, kategorie, catégorie, categoria, categoría, categorie, kategoria, категория, kategori,
    luokka, kategória, κατηγορία, 분류, カテゴリ, 分类, 分類, تصنيف, קטגוריה, رده, kategorio, категорија,
    категорія, kategorija, thể loại, flokkur, kategoorija, kategoriya
    """

  private static let languages = """
    aa ab ace af ak als am an ang ar arc arz as ast av ay az ba bar bat-smg bcl be be-tarask
    be-x-old bg bh bi bjn bm bn bo bpy br bs bug bxr ca cbk-zam cdo ce ceb ch cho chr chy ckb co cr
    crh cs csb cu cv cy da de diq dsb dv dz ee el eml en eo es et eu ext fa ff fi fiu-vro fj fo fr
    frp frr fur fy ga gag gan gd gl glk gn got gu gv ha hak haw he hi hif ho hr hsb ht hu hy hz ia
    id ie ig ii ik ilo io is it iu ja jbo jv ka kaa kab kbd kg ki kj kk kl km kn ko koi kr krc ks
    ksh ku kv kw ky la lad lb lbe lez lg li lij lmo ln lo lt ltg lv map-bms mdf mg mh mhr mi min mk
    ml mn mo mr mrj ms mt mus mwl my myv mzn na nah nap nds nds-nl ne new ng nl nn no nov nrm nso nv
    ny oc om or os pa pag pam pap pcd pdc pfl pi pih pl pms pnb pnt ps pt qu rm rmy rn ro roa-rup
    roa-tara ru rue rw sa sah sc scn sco sd se sg sh si simple sk sl sm sn so sq sr srn ss st stq su
    sv sw szl ta te tet tg th ti tk tl tn to tpi tr ts tt tum tw ty udm ug uk ur uz ve vec vep vi
    vls vo wa war wo wuu xal xh xmf yi yo za zea zh zh-classical zh-min-nan zh-yue zu
    """
}

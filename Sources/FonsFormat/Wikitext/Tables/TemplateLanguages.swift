/// English names of the languages that `{{lang-xx}}` announces.
enum TemplateLanguages {
  static func name(of code: String) -> String? { names[code] }

  private static let names: [String: String] = {
    var table: [String: String] = [:]
    for entry in list.split(whereSeparator: { $0 == "," || $0 == "\n" }) {
      let parts = entry.drop { $0 == " " }.split(separator: " ", maxSplits: 1)
      if parts.count == 2 { table[String(parts[0])] = String(parts[1]) }
    }
    return table
  }()

  private static let list = """
    af Afrikaans, am Amharic, ang Old English, ar Arabic, arc Aramaic, ast Asturian, az Azerbaijani,
    ba Bashkir, be Belarusian, bg Bulgarian, bn Bengali, bo Tibetan, br Breton, bs Bosnian, ca Catalan,
    co Corsican, cs Czech, cu Church Slavonic, cv Chuvash, cy Welsh, da Danish, de German, el Greek,
    en English, enm Middle English, eo Esperanto, es Spanish, et Estonian, eu Basque, fa Persian,
    fi Finnish, fo Faroese, fr French, fro Old French, frm Middle French, fy West Frisian, ga Irish,
    gd Scottish Gaelic, gl Galician, grc Ancient Greek, gr Greek, gu Gujarati, ha Hausa, haw Hawaiian,
    he Hebrew, hi Hindi, hr Croatian, hu Hungarian, hy Armenian, ia Interlingua, id Indonesian,
    is Icelandic, it Italian, iu Inuktitut, ja Japanese, jv Javanese, ka Georgian, kk Kazakh, km Khmer,
    kn Kannada, ko Korean, ku Kurdish, ky Kyrgyz, la Latin, lb Luxembourgish, lo Lao, lt Lithuanian,
    lv Latvian, mi Māori, mk Macedonian, ml Malayalam, mn Mongolian, mr Marathi, ms Malay, mt Maltese,
    my Burmese, nah Nahuatl, ne Nepali, nl Dutch, nn Norwegian Nynorsk, no Norwegian, non Old Norse,
    oc Occitan, os Ossetian, pa Punjabi, pi Pali, pl Polish, ps Pashto, pt Portuguese, qu Quechua,
    rm Romansh, ro Romanian, rom Romani, ru Russian, sa Sanskrit, sc Sardinian, scn Sicilian, sco Scots,
    sd Sindhi, se Northern Sami, sh Serbo-Croatian, si Sinhala, sk Slovak, sl Slovene, so Somali,
    sq Albanian, sr Serbian, su Sundanese, sv Swedish, sw Swahili, syc Syriac, syr Syriac, ta Tamil,
    te Telugu, tg Tajik, th Thai, tk Turkmen, tl Tagalog, tr Turkish, ota Ottoman Turkish, tt Tatar,
    ug Uyghur, uk Ukrainian, ur Urdu, uz Uzbek, vi Vietnamese, xh Xhosa, yi Yiddish, yo Yoruba,
    zh Chinese, zu Zulu, egy Egyptian, akk Akkadian, sux Sumerian, got Gothic, peo Old Persian
    """
}

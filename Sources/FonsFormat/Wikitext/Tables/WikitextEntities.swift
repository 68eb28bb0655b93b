/// Named character references: HTML 4's, and those of HTML 5 that wiki pages use.
enum WikitextEntities {
  /// The UTF-8 of `&name;`, or nil where the name is unknown.
  static func named(_ bytes: [UInt8], _ start: Int, _ end: Int) -> [UInt8]? {
    table.find(bytes, start, end)
  }

  private static let table: WikitextTable<[UInt8]> = {
    var table: [(String, [UInt8])] = []
    for entry in source.split(whereSeparator: { $0 == "," || $0 == "\n" }) {
      let parts = entry.split(separator: " ")
      guard parts.count == 2, let value = UInt32(parts[1], radix: 16),
        let scalar = Unicode.Scalar(value)
      else { continue }
      table.append((String(parts[0]), Array(String(Character(scalar)).utf8)))
    }
    return WikitextTable(table, isExact: true)
  }()

  /// `name hexadecimal`, in alphabetic order.
  private static let source = """
    Aacute C1, aacute E1, Abreve 102, abreve 103, Acirc C2, acirc E2, acute B4, AElig C6,
    aelig E6, Agrave C0, agrave E0, alefsym 2135, Alpha 391, alpha 3B1, Amacr 100, amacr 101,
    amp 26, and 2227, ang 2220, Aogon 104, aogon 105, apos 27, approx 2248, Aring C5, aring E5,
    ast 2A, asymp 2248, Atilde C3, atilde E3, Auml C4, auml E4, bdquo 201E, Beta 392, beta 3B2,
    brvbar A6, bsol 5C, bull 2022, bullet 2022, Cacute 106, cacute 107, cap 2229, Ccaron 10C,
    ccaron 10D, Ccedil C7, ccedil E7, Ccirc 108, ccirc 109, cedil B8, cent A2, centerdot B7,
    check 2713, Chi 3A7, chi 3C7, circ 2C6, clubs 2663, colon 3A, comma 2C, commat 40, cong 2245,
    copy A9, copysr 2117, crarr 21B5, cross 2717, cup 222A, curren A4, Dagger 2021, dagger 2020,
    dArr 21D3, darr 2193, dash 2010, Dcaron 10E, dcaron 10F, deg B0, Delta 394, delta 3B4,
    diams 2666, divide F7, dollar 24, Dstrok 110, dstrok 111, Eacute C9, eacute E9, Ecaron 11A,
    ecaron 11B, Ecirc CA, ecirc EA, Egrave C8, egrave E8, Emacr 112, emacr 113, empty 2205,
    emsp 2003, emsp13 2004, emsp14 2005, ENG 14A, eng 14B, ensp 2002, Eogon 118, eogon 119,
    epsi 3B5, Epsilon 395, epsilon 3B5, equals 3D, equiv 2261, Eta 397, eta 3B7, ETH D0, eth F0,
    Euml CB, euml EB, euro 20AC, excl 21, exist 2203, female 2640, flat 266D, fnof 192,
    forall 2200, frac12 BD, frac13 2153, frac14 BC, frac15 2155, frac16 2159, frac18 215B,
    frac23 2154, frac25 2156, frac34 BE, frac35 2157, frac38 215C, frac45 2158, frac56 215A,
    frac58 215D, frac78 215E, frasl 2044, Gamma 393, gamma 3B3, Gbreve 11E, gbreve 11F,
    Gcirc 11C, gcirc 11D, ge 2265, geq 2265, grave 60, gt 3E, hairsp 200A, half BD, hArr 21D4,
    harr 2194, Hat 5E, Hcirc 124, hcirc 125, hearts 2665, hellip 2026, Hstrok 126, hstrok 127,
    hyphen 2010, Iacute CD, iacute ED, Icirc CE, icirc EE, Idot 130, iexcl A1, Igrave CC,
    igrave EC, Imacr 12A, imacr 12B, image 2111, imath 131, infin 221E, inodot 131, int 222B,
    Iogon 12E, iogon 12F, Iota 399, iota 3B9, iquest BF, isin 2208, Iuml CF, iuml EF, Jcirc 134,
    jcirc 135, Kappa 39A, kappa 3BA, kgreen 138, Lambda 39B, lambda 3BB, lang 27E8, langle 27E8,
    laquo AB, lArr 21D0, larr 2190, lbrace 7B, lbrack 5B, lceil 2308, lcub 7B, ldquo 201C,
    le 2264, leftarrow 2190, leq 2264, lfloor 230A, lowast 2217, lowbar 5F, loz 25CA, lpar 28,
    lrm 200E, lsaquo 2039, lsqb 5B, lsquo 2018, Lstrok 141, lstrok 142, lt 3C, macr AF,
    male 2642, mdash 2014, micro B5, middot B7, minus 2212, mldr 2026, Mu 39C, mu 3BC,
    nabla 2207, Nacute 143, nacute 144, natural 266E, nbsp A0, Ncaron 147, ncaron 148,
    ndash 2013, ne 2260, NewLine A, ni 220B, nldr 2025, NoBreak 2060, not AC, notin 2209,
    nsub 2284, Ntilde D1, ntilde F1, Nu 39D, nu 3BD, num 23, numsp 2007, Oacute D3, oacute F3,
    Ocirc D4, ocirc F4, Odblac 150, odblac 151, OElig 152, oelig 153, Ograve D2, ograve F2,
    oline 203E, Omacr 14C, omacr 14D, Omega 3A9, omega 3C9, Omicron 39F, omicron 3BF, oplus 2295,
    or 2228, ordf AA, ordm BA, Oslash D8, oslash F8, Otilde D5, otilde F5, otimes 2297, Ouml D6,
    ouml F6, para B6, part 2202, percnt 25, period 2E, permil 2030, perp 22A5, Phi 3A6, phi 3C6,
    phiv 3D5, phone 260E, Pi 3A0, pi 3C0, piv 3D6, plus 2B, plusmn B1, pound A3, Prime 2033,
    prime 2032, prod 220F, prop 221D, Psi 3A8, psi 3C8, puncsp 2008, quest 3F, quot 22,
    radic 221A, rang 27E9, rangle 27E9, raquo BB, rArr 21D2, rarr 2192, rbrace 7D, rbrack 5D,
    Rcaron 158, rcaron 159, rceil 2309, rcub 7D, rdquo 201D, real 211C, reg AE, rfloor 230B,
    Rho 3A1, rho 3C1, rightarrow 2192, rlm 200F, rpar 29, rsaquo 203A, rsqb 5D, rsquo 2019,
    Sacute 15A, sacute 15B, sbquo 201A, Scaron 160, scaron 161, Scedil 15E, scedil 15F,
    Scirc 15C, scirc 15D, sdot 22C5, sect A7, semi 3B, sharp 266F, shy AD, Sigma 3A3, sigma 3C3,
    sigmaf 3C2, sim 223C, sol 2F, spades 2660, star 2606, starf 2605, sub 2282, sube 2286,
    sum 2211, sup 2283, sup1 B9, sup2 B2, sup3 B3, supe 2287, szlig DF, Tab 9, Tau 3A4, tau 3C4,
    Tcaron 164, tcaron 165, Tcedil 162, tcedil 163, there4 2234, Theta 398, theta 3B8,
    thetasym 3D1, thinsp 2009, THORN DE, thorn FE, tilde 2DC, times D7, trade 2122, Uacute DA,
    uacute FA, uArr 21D1, uarr 2191, Ubreve 16C, ubreve 16D, Ucirc DB, ucirc FB, Udblac 170,
    udblac 171, Ugrave D9, ugrave F9, Umacr 16A, umacr 16B, uml A8, Uogon 172, uogon 173,
    upsih 3D2, Upsilon 3A5, upsilon 3C5, Uring 16E, uring 16F, Uuml DC, uuml FC, varepsilon 3F5,
    varphi 3D5, verbar 7C, vert 7C, weierp 2118, Xi 39E, xi 3BE, Yacute DD, yacute FD, yen A5,
    Yuml 178, yuml FF, Zacute 179, zacute 17A, Zcaron 17D, zcaron 17E, Zdot 17B, zdot 17C,
    ZeroWidthSpace 200B, Zeta 396, zeta 3B6, zwj 200D, zwnj 200C,
    """
}

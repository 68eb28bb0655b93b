/// The units that `{{convert}}` knows: symbols, names, sizes, and what each becomes by itself.
enum ConvertUnits {
  struct Unit: Sendable {
    var symbol: String
    var singular: String
    var plural: String
    /// In American spelling where that differs.
    var american: String?
    /// What is measured: only units of one kind convert.
    var kind: String
    /// How many of the kind's base unit.
    var scale: Double
    /// Added before scaling; for temperatures only.
    var offset = 0.0
    /// Codes that it becomes where the page names none.
    var targets: [String]
  }

  static func unit(_ code: String) -> Unit? { units[code] }

  /// `kilometers`, `kilometers per hour`.
  static func americanPlural(_ singular: String) -> String {
    let words = singular.split(separator: " ")
    guard let per = words.firstIndex(of: "per") else { return singular + "s" }
    return words[..<per].joined(separator: " ") + "s " + words[per...].joined(separator: " ")
  }

  private static let units: [String: Unit] = {
    var table: [String: Unit] = [:]
    for line in list.split(separator: "\n") {
      let parts = line.split(separator: ";", omittingEmptySubsequences: false).map {
        String($0.drop { $0 == " " })
      }
      guard parts.count == 8, let scale = Double(parts[5]) else { continue }
      let temperature: [String: Double] = ["°C": 273.15, "°F": 459.67]
      let unit = Unit(
        symbol: parts[1], singular: parts[2], plural: parts[3],
        american: parts[4].isEmpty ? nil : parts[4], kind: parts[6].isEmpty ? "" : parts[6],
        scale: scale, offset: temperature[parts[1]] ?? 0,
        targets: parts[7].split(separator: " ").map(String.init))
      for code in parts[0].split(separator: " ") { table[String(code)] = unit }
    }
    return table
  }()

  /// codes; symbol; one; many; American stem; size; kind; becomes
  private static let list = """
    km kilometre kilometer kilometres kilometers; km; kilometre; kilometres; kilometer; 1000; length; mi
    m metre meter metres meters; m; metre; metres; meter; 1; length; ft
    cm centimetre centimeter centimetres; cm; centimetre; centimetres; centimeter; 0.01; length; in
    mm millimetre millimeter millimetres; mm; millimetre; millimetres; millimeter; 0.001; length; in
    μm µm um; μm; micrometre; micrometres; micrometer; 0.000001; length; in
    nm; nm; nanometre; nanometres; nanometer; 0.000000001; length; in
    mi mile miles; mi; mile; miles; ; 1609.344; length; km
    ft foot feet; ft; foot; feet; ; 0.3048; length; m
    in inch inches; in; inch; inches; ; 0.0254; length; mm
    yd yard yards; yd; yard; yards; ; 0.9144; length; m
    nmi nautical_mile; nmi; nautical mile; nautical miles; ; 1852; length; km mi
    fathom ftm fathoms; fathom; fathom; fathoms; ; 1.8288; length; ft m
    furlong; furlong; furlong; furlongs; ; 201.168; length; ft m
    chain; chain; chain; chains; ; 20.1168; length; ft m
    ly; ly; light-year; light-years; ; 9460730472580800; length; km
    AU; AU; astronomical unit; astronomical units; ; 149597870700; length; km
    hand; h; hand; hands; ; 0.1016; length; in cm
    km2 sqkm km²; km²; square kilometre; square kilometres; square kilometer; 1000000; area; sqmi
    m2 sqm m²; m²; square metre; square metres; square meter; 1; area; sqft
    cm2; cm²; square centimetre; square centimetres; square centimeter; 0.0001; area; sqin
    mm2; mm²; square millimetre; square millimetres; square millimeter; 0.000001; area; sqin
    ha hectare hectares; ha; hectare; hectares; ; 10000; area; acre
    acre acres ac; acre; acre; acres; ; 4046.8564224; area; ha
    sqmi mi2; sq mi; square mile; square miles; ; 2589988.110336; area; km2
    sqft ft2 sqfoot; sq ft; square foot; square feet; ; 0.09290304; area; m2
    sqin in2; sq in; square inch; square inches; ; 0.00064516; area; cm2
    sqyd; sq yd; square yard; square yards; ; 0.83612736; area; m2
    kg kilogram kilograms kilogramme; kg; kilogram; kilograms; ; 1; mass; lb
    g gram grams; g; gram; grams; ; 0.001; mass; oz
    mg; mg; milligram; milligrams; ; 0.000001; mass; gr
    t tonne tonnes MT; t; tonne; tonnes; ; 1000; mass; LT ST
    lb lbs pound pounds; lb; pound; pounds; ; 0.45359237; mass; kg
    oz ounce ounces; oz; ounce; ounces; ; 0.028349523125; mass; g
    ozt; ozt; troy ounce; troy ounces; ; 0.0311034768; mass; oz g
    st stone; st; stone; stone; ; 6.35029318; mass; lb kg
    LT long_ton LTlb; long tons; long ton; long tons; ; 1016.0469088; mass; t
    ST short_ton STlb; short tons; short ton; short tons; ; 907.18474; mass; t
    gr; gr; grain; grains; ; 0.00006479891; mass; mg
    kN; kN; kilonewton; kilonewtons; ; 1000; force; lbf
    N; N; newton; newtons; ; 1; force; lbf
    lbf; lbf; pound-force; pounds-force; ; 4.4482216152605; force; N
    l L litre liter litres liters; L; litre; litres; liter; 0.001; volume; impgal USgal
    ml mL millilitre cc; mL; millilitre; millilitres; milliliter; 0.000001; volume; impoz USoz
    m3; m³; cubic metre; cubic metres; cubic meter; 1; volume; cuft
    cm3; cm³; cubic centimetre; cubic centimetres; cubic centimeter; 0.000001; volume; cuin
    km3; km³; cubic kilometre; cubic kilometres; cubic kilometer; 1000000000; volume; cumi
    cuft ft3; cu ft; cubic foot; cubic feet; ; 0.028316846592; volume; m3
    cuin in3; cu in; cubic inch; cubic inches; ; 0.000016387064; volume; cm3
    cuyd; cu yd; cubic yard; cubic yards; ; 0.764554857984; volume; m3
    cumi; cu mi; cubic mile; cubic miles; ; 4168181825.440579584; volume; km3
    impgal; imp gal; imperial gallon; imperial gallons; ; 0.00454609; volume; l USgal
    USgal gal; US gal; US gallon; US gallons; ; 0.003785411784; volume; l impgal
    impoz; imp fl oz; imperial fluid ounce; imperial fluid ounces; ; 0.0000284130625; volume; ml
    USoz; US fl oz; US fluid ounce; US fluid ounces; ; 0.0000295735295625; volume; ml
    USpt; US pt; US pint; US pints; ; 0.000473176473; volume; ml
    imppt; imp pt; imperial pint; imperial pints; ; 0.00056826125; volume; ml
    oilbbl bbl; bbl; barrel; barrels; ; 0.158987294928; volume; m3
    acre.ft acre-ft acreft acft; acre⋅ft; acre-foot; acre-feet; ; 1233.48183754752; volume; m3
    C °C degC; °C; degree Celsius; degrees Celsius; ; 1; temperature; F
    F °F degF; °F; degree Fahrenheit; degrees Fahrenheit; ; 0.5555555555555556; temperature; C
    K; K; kelvin; kelvins; ; 1; temperature; C F
    km/h kph kmh; km/h; kilometre per hour; kilometres per hour; kilometer per hour; 0.2777777777777778; speed; mph
    mph mi/h; mph; mile per hour; miles per hour; ; 0.44704; speed; km/h
    m/s; m/s; metre per second; metres per second; meter per second; 1; speed; ft/s
    ft/s; ft/s; foot per second; feet per second; ; 0.3048; speed; m/s
    km/s; km/s; kilometre per second; kilometres per second; kilometer per second; 1000; speed; mi/s
    mi/s; mi/s; mile per second; miles per second; ; 1609.344; speed; km/s
    kn kt knot knots; kn; knot; knots; ; 0.5144444444444445; speed; km/h mph
    W; W; watt; watts; ; 1; power; hp
    kW; kW; kilowatt; kilowatts; ; 1000; power; hp
    MW; MW; megawatt; megawatts; ; 1000000; power; hp
    hp bhp; hp; horsepower; horsepower; ; 745.69987158227; power; kW
    PS; PS; metric horsepower; metric horsepower; ; 735.49875; power; kW
    Pa; Pa; pascal; pascals; ; 1; pressure; psi
    kPa; kPa; kilopascal; kilopascals; ; 1000; pressure; psi
    MPa; MPa; megapascal; megapascals; ; 1000000; pressure; psi
    hPa mbar; hPa; hectopascal; hectopascals; ; 100; pressure; inHg
    bar; bar; bar; bars; ; 100000; pressure; psi
    psi; psi; pound per square inch; pounds per square inch; ; 6894.757293168; pressure; kPa
    atm; atm; standard atmosphere; standard atmospheres; ; 101325; pressure; kPa
    inHg; inHg; inch of mercury; inches of mercury; ; 3386.388640341; pressure; kPa
    J; J; joule; joules; ; 1; energy; cal
    kJ; kJ; kilojoule; kilojoules; ; 1000; energy; kcal
    cal; cal; calorie; calories; ; 4.184; energy; J
    kcal; kcal; kilocalorie; kilocalories; ; 4184; energy; kJ
    kWh; kWh; kilowatt-hour; kilowatt-hours; ; 3600000; energy; MJ
    MJ; MJ; megajoule; megajoules; ; 1000000; energy; kWh
    Nm N.m; N⋅m; newton-metre; newton-metres; newton-meter; 1; torque; lbft
    lbft lb.ft lbfft ft.lbf; lb⋅ft; pound-foot; pound-feet; ; 1.3558179483314; torque; Nm
    /km2 PD/km2; /km²; per square kilometre; per square kilometres; per square kilometer; 0.000001; density; /sqmi
    /sqmi PD/sqmi; /sq mi; per square mile; per square miles; ; 0.00000038610215854245; density; /km2
    m3/s; m³/s; cubic metre per second; cubic metres per second; cubic meter per second; 1; flow; cuft/s
    cuft/s; cu ft/s; cubic foot per second; cubic feet per second; ; 0.028316846592; flow; m3/s
    kg/m3; kg/m³; kilogram per cubic metre; kilograms per cubic metre; kilogram per cubic meter; 1; massdensity; lb/cuft
    g/cm3; g/cm³; gram per cubic centimetre; grams per cubic centimetre; gram per cubic centimeter; 1000; massdensity; lb/cuin
    lb/cuft; lb/cu ft; pound per cubic foot; pounds per cubic foot; ; 16.018463373960; massdensity; kg/m3
    lb/cuin; lb/cu in; pound per cubic inch; pounds per cubic inch; ; 27679.904710203; massdensity; g/cm3
    """
}

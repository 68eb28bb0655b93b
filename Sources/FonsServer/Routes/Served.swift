internal import CServed
internal import FonsReport
internal import HTTPTypes
internal import HummingbirdCore

/// Files that are handed out as they are.
enum Served {
  static let style =
    Array(HTMLStyle.css.utf8) + bytes(fons_served_style(), fons_served_style_size())
  static let script =
    Array(HTMLScript.code.utf8) + bytes(fons_served_script(), fons_served_script_size())
  static let icon = bytes(fons_served_icon(), fons_served_icon_size())
  static let openapi = bytes(fons_served_openapi(), fons_served_openapi_size())
  static let reportSchema = bytes(fons_served_report_schema(), fons_served_report_schema_size())

  private static func bytes(_ start: UnsafePointer<UInt8>, _ count: Int) -> [UInt8] {
    Array(UnsafeBufferPointer(start: start, count: count))
  }

  static var routes: [Route] {
    [
      route("/assets/fons.css", "text/css; charset=utf-8", style),
      route("/assets/fons.js", "text/javascript; charset=utf-8", script),
      route("/favicon.ico", "image/svg+xml", icon),
    ]
  }

  private static func route(_ path: String, _ type: String, _ bytes: [UInt8]) -> Route {
    Route(.get, path, isOpen: true) { request, _ in
      APIRoutes.answer(bytes, type: type, for: request)
    }
  }
}

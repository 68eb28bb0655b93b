/// The elements of an export that matter.
enum MediaWikiElement: UInt8 {
  case mediawiki, siteinfo, sitename, dbname, base, titleCase, namespaces, namespace
  case page, title, ns, id, redirect, revision, parentid, timestamp, contributor, username, ip
  case text, model, other

  static let byName: [String: MediaWikiElement] = [
    "mediawiki": .mediawiki, "siteinfo": .siteinfo, "sitename": .sitename, "dbname": .dbname,
    "base": .base, "case": .titleCase, "namespaces": .namespaces, "namespace": .namespace,
    "page": .page, "title": .title, "ns": .ns, "id": .id, "redirect": .redirect,
    "revision": .revision, "parentid": .parentid, "timestamp": .timestamp,
    "contributor": .contributor, "username": .username, "ip": .ip, "text": .text, "model": .model,
  ]

  /// Whether its characters are kept.
  var isLeaf: Bool {
    switch self {
    case .sitename, .dbname, .base, .titleCase, .namespace, .title, .ns, .id, .parentid,
      .timestamp, .username, .ip, .text, .model:
      true
    default: false
    }
  }
}

/// The answers of MediaWiki's action API (`formatversion=2`), as far as they are read.
enum WikiAnswers {
  struct Query: Decodable {
    var query: Body?
    var error: Failure?
    var `continue`: [String: Value]?
  }

  struct Failure: Decodable {
    var code: String
    var info: String?
  }

  /// Values of `continue` are texts or numbers.
  struct Value: Decodable {
    var text: String

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {
        self.text = text
      } else {
        text = String(try container.decode(Int.self))
      }
    }
  }

  struct Body: Decodable {
    var general: General?
    var namespaces: [String: Namespace]?
    var redirects: [Pair]?
    var pages: [Page]?
    var badrevids: [String: BadRevision]?
    var logevents: [LogEvent]?
    var search: [Hit]?
  }

  struct General: Decodable {
    var sitename: String?
    var base: String?
    var articlepath: String?
    var server: String?
    var lang: String?
  }

  struct Namespace: Decodable {
    var id: Int
    var name: String
  }

  struct Pair: Decodable {
    var from: String
    var to: String
  }

  struct BadRevision: Decodable {
    var revid: Int?
  }

  struct Page: Decodable {
    var title: String?
    var ns: Int?
    var missing: Bool?
    var invalid: Bool?
    var fullurl: String?
    var protection: [Protection]?
    var revisions: [Revision]?
  }

  struct Protection: Decodable {
    var type: String
    var level: String
  }

  struct Revision: Decodable {
    var revid: Int
    var timestamp: String?
    var user: String?
    var sha1: String?
    var size: Int?
    var tags: [String]?
    var slots: [String: Slot]?
    var texthidden: Bool?
  }

  struct Slot: Decodable {
    var content: String?
    var texthidden: Bool?
    var textmissing: Bool?
  }

  struct LogEvent: Decodable {
    var type: String?
    var action: String?
    var timestamp: String?
    var comment: String?
    var params: Parameters?

    struct Parameters: Decodable {
      var targetTitle: String?

      enum CodingKeys: String, CodingKey {
        case targetTitle = "target_title"
      }
    }
  }

  struct Hit: Decodable {
    var title: String
  }
}

extension WikiRevision {
  init(_ revision: WikiAnswers.Revision) {
    let slot = revision.slots?["main"]
    self.init(
      id: revision.revid, time: revision.timestamp ?? "", contributor: revision.user,
      sha1: revision.sha1, size: min(max(revision.size ?? 0, 0), Self.mostSize),
      tags: revision.tags ?? [],
      text: slot?.content,
      isHidden: slot?.texthidden == true || slot?.textmissing == true
        || revision.texthidden == true)
  }
}

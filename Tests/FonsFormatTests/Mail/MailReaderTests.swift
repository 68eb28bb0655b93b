import FonsFormat
import FonsText
import Testing

struct MailReaderTests {
  private func read(_ text: String) throws -> (text: [String], read: StructuredText) {
    let read = try MailReader().read(Array(text.utf8))
    return (read.blocks.map { String(decoding: read.text[$0.range.range], as: UTF8.self) }, read)
  }

  @Test func quotedPrintableLeadsBack() throws {
    let mail =
      "Subject: A\n folded one\nContent-Type: text/plain; charset=iso-8859-1\n"
      + "Content-Transfer-Encoding: quoted-printable\n\nDer M=FCller ka=\nm.\n"
    let (text, read) = try read(mail)
    #expect(text == ["Der Müller kam."])
    #expect(read.title == "A folded one")
    let bytes = Array(mail.utf8)
    let range = read.origin.original(of: ByteRange(4, 11))
    #expect(String(decoding: bytes[range.range], as: UTF8.self) == "M=FCller")
  }

  @Test func base64AndParts() throws {
    let (text, _) = try read(
      """
      MIME-Version: 1.0
      Content-Type: multipart/alternative; boundary="zz"

      --zz
      Content-Type: text/html

      <p>not this</p>
      --zz
      Content-Type: text/plain; charset=utf-8
      Content-Transfer-Encoding: base64

      VGhlIHdlaXIg4oCT
      IHJhaXNlZC4=
      --zz--
      """)
    #expect(text == ["The weir – raised."])
  }

  @Test(arguments: [
    ("On Mon, 3 May 2021 at 10:00, Jane Roe <j@a.example> wrote:", "Jane Roe"),
    ("Am 3. Mai 2021 um 10:00 schrieb Jan Feld:", "Jan Feld"), ("Jan Feld schrieb:", "Jan Feld"),
    ("Le lun. 3 mai 2021 à 10:00, Jeanne Roche a écrit :", "Jeanne Roche"),
    ("El 3 may 2021, Juan Campo escribió:", "Juan Campo"),
    ("Il giorno 3 mag 2021, Gianni Campo ha scritto:", "Gianni Campo"),
    ("Jane Roe wrote:", "Jane Roe"), ("jane@a.example wrote:", "jane@a.example"),
  ])
  func speakers(_ line: String, _ name: String) throws {
    let (text, read) = try read("From: x\nDate: y\n\n\(line)\n> Yes, it is.\n")
    #expect(text == [line, "Yes, it is."])
    #expect(read.blocks.map(\.kind) == [.furniture, .paragraph])
    #expect(read.blocks.last?.speaker == name)
  }
}

struct MailQuotingTests {
  private func read(_ body: String, subject: String = "x") throws -> StructuredText {
    try MailReader().read(Array("From: a@b.example\nSubject: \(subject)\n\n\(body)".utf8))
  }

  @Test(arguments: [
    (
      "-----Original Message-----\nFrom: Ada Roe <a@b.example>\nSent: Monday\nSubject: y", "Ada Roe"
    ),
    ("Von: Jan Feld\nGesendet: Montag\nAn: b@c.example\nBetreff: z", "Jan Feld"),
  ])
  func theMessageBelowAReply(_ header: String, _ speaker: String) throws {
    let read = try read("I agree.\n\n\(header)\n\nThe mill is shut.\n\nOpen it.\n")
    let quoted = read.blocks.filter { $0.quoteDepth > 0 }
    #expect(quoted.map { read.string($0.range) } == ["The mill is shut.", "Open it."])
    #expect(quoted.map(\.speaker) == [speaker, speaker])
    #expect(read.lines.first == "I agree.")
  }

  @Test(arguments: [
    ("=?utf-8?Q?Caf=C3=A9_at?= noon", "Café at noon"),
    ("=?iso-8859-1?B?TfxsbGVy?= =?utf-8?Q?s?=", "Müllers"), ("a =?b c", "a =?b c"),
  ])
  func headersInOtherEncodings(_ subject: String, _ expected: String) throws {
    #expect(try read("x", subject: subject).title == expected)
  }
}

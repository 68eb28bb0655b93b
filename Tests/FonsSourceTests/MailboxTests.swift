import FonsSource
import Testing

@Suite struct MailboxTests {
  private static let first = """
    From: =?utf-8?Q?Zo=C3=AB?= <zoe@ponds.example>
    To: all@ponds.example
    Subject: =?utf-8?B?RnJvZ3M=?= in the
     pond
    Date: Tue, 3 Feb 2009 14:05:09 +0100
    Message-ID: <1@ponds.example>

    There are nine frogs.
    >From here on none.
    From here on we counted.

    """
  private static let second = """
    From: b@ponds.example
    Subject: Re: Frogs
    Date: 28 Feb 2010 23:30:00 -0230
    Content-Transfer-Encoding: quoted-printable

    > There are nine frogs.
    Caf=C3=A9 tables too.

    """

  @Test func messagesAreWorks() throws {
    let folder = try TemporaryFolder()
    let box =
      "From zoe@ponds.example Tue Feb  3 14:05:09 2009\n\(Self.first)\n"
      + "From b@ponds.example Sun Feb 28 23:30:00 2010\n\(Self.second)"
    let found = try Delivery(folder.write("archive", box))
    #expect(found.titles == ["Frogs in the pond", "Re: Frogs"])
    let work = try #require(found.works.first)
    let text = String(decoding: work.text, as: UTF8.self)
    #expect(text.contains("There are nine frogs."))
    #expect(text.contains("From here on we counted."))
    #expect(work.revision.time == "2009-02-03T13:05:09Z")
    #expect(work.revision.contributor == "Zoë <zoe@ponds.example>")
    #expect(work.aliases.contains("1@ponds.example"))
    #expect(found.works[1].revision.time == "2010-03-01T02:00:00Z")
    #expect(String(decoding: found.works[1].text, as: UTF8.self).contains("Café tables too."))
  }

  @Test func folderOfMessages() throws {
    let folder = try TemporaryFolder()
    try folder.write("Mail/cur/1234.host:2,S", Self.first)
    try folder.write("Mail/new/1235.host", Self.second)
    let found = try Delivery(folder.path)
    #expect(found.titles == ["Frogs in the pond", "Re: Frogs"])
    #expect(found.unreadable.isEmpty)
  }
}

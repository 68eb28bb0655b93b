#!/usr/bin/env python3
"""Writes seeds for every fuzzer into FOLDER/<target>/, on invented subjects.

    Fuzz/make-seeds.py FOLDER
"""

import bz2
import gzip
import io
import lzma
import os
import struct
import sys
import zipfile

WIKITEXT = """'''The old mill''' stood at the river{{sfn|Roe|1902|p=4}} in {{circa|1840}}.<ref name="a">{{cite book
|last=Roe|first=Ada|title=The River Book|url=http://example.org/r|year=1902|isbn=0-306-40615-2}}</ref>
== History ==
* one ''two'' [[Mill race|race]] [http://example.org words] [http://example.org]
; term : definition
{| class="x"
! head || b
|-
| colspan=2 | cell<ref name="a" /> || {{convert|3|mi|km}}
|}
<poem>
A line
 Another
</poem> <nowiki>[[no]] &amp;</nowiki> <math>x^2</math> -{zh-hans:A;zh-hant:B}- {{lang|fr|eau}}
<blockquote>Words.</blockquote> {{quote|Said so.|Ada}} &nbsp;&#8211; <!-- c --> {{#if:x|y|z}}
[[File:A.jpg|thumb|A caption with [[link]]]] <ref follow="a">more</ref>{{efn|A note}}
<references><ref name="b">B</ref></references> {{reflist|refs=<ref name=c>C</ref>}} [[Category:Mills]]
"""
HTML = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Mill</title><link rel="canonical"
href="https://example.org/mill"></head><body><nav>no</nav><main><h1>The mill</h1><p>“It stood
empty,”<sup id="cite_ref-1"><a href="#cite_note-1">[1]</a></sup> she <i>wrote</i> 10<sup>9</sup> times.</p>
<blockquote cite="https://example.org/q"><p>Words of another.</p><footer>Ada Roe</footer></blockquote>
<table><tr><th>a</th><td>b</td></tr></table><ul><li>one<li>two</ul><pre>code</pre>
<ol class="references"><li id="cite_note-1"><a href="#cite_ref-1">^</a> <span class="reference-text">Roe, <a
href="http://example.org/r">The River Book</a>.</span></li></ol></main></body></html>"""
MARKDOWN = """# Mill

Ada Roe wrote: "the mill stood empty"[^1] and [more](https://example.org/m "t").

> Quoted *words* and `code`
> > deeper

1. one
2. two

| a | b |
|---|---|
| c | d |

```
code
```

[^1]: Roe, *The River Book*, p. 4, <https://example.org>.
[ref]: https://example.org/r
"""
TEXT = """"The mill stood empty for nine winters," wrote Ada Roe (The River Book, 1902, p. 4). [1]

As Paul says, "the letter kills, but the spirit gives life" (2 Corinthians 3:6). See Hamlet 3.1.56,
ISBN 0-306-40615-2, doi:10.1000/182, https://en.wikipedia.org/w/index.php?title=Mill&oldid=5, and
https://web.archive.org/web/2005/http://example.org/mill.

>>123456
> green text
Ada wrote:
> quoted
>> deeper

[1] Roe, The River Book, http://example.org/r
"""
MAIL = """From ada@example.org Mon Jan  1 00:00:00 2024
From: =?utf-8?q?Ada_R=C3=B6e?= <ada@example.org>
To: b@example.org
Subject: =?iso-8859-1?B?TWlsbA==?=
Date: Mon, 1 Jan 2024 10:00:00 +0100
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="b"

--b
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

On Sun, Bo wrote:
> The mill =C3=A4 stood
>> empty
--=20
Ada
--b
Content-Type: text/html; charset=iso-8859-1
Content-Transfer-Encoding: base64

PHA+VGhlIG1pbGw8L3A+
--b--
"""
LATEX = r"""\documentclass{article}\addbibresource{a.bib}\begin{document}\section{Mill}
Roe said \enquote{the mill stood empty} \cite[4]{roe}, ``and more''.\footnote{A note.}
\begin{quote}Words of another.\end{quote} \textquote[{\cite{roe}}]{Hm} \begin{displayquote}[Roe]x
\end{displayquote} $x^2$ \% \'e \begin{thebibliography}{9}\bibitem{roe} Ada Roe, \emph{River}.
\end{thebibliography}\end{document}"""
BIB = "@book{roe, author = {Ada Roe and B. Bo}, title = \"The {River} Book\", year = 1902, url={http://e.org}}\n"
BBCODE = "[quote=\"Ada, post:3\"]The mill [b]stood[/b][/quote] No. [url=http://example.org]x[/url] [code]y[/code]"
THREAD = ('{"posts":[{"no":1,"time":1,"name":"A","com":"The mill<br><span class=\\"quote\\">&gt;green</span>"},'
          '{"no":2,"com":"<a href=\\"#p1\\" class=\\"quotelink\\">&gt;&gt;1</a><br>Yes<wbr>s","archived":1}]}')
FUUKA = '{"1":{"op":{"num":"1","comment":"The mill","timestamp":1},"posts":{"2":{"num":"2","comment":">>1\\nYes"}}}}'
CHAT = '{"id":"1","author":"Ada","text":"The mill"}\n{"author":"Bo","text":"> The mill\\nYes","reply_to":"1"}\n'
ANSWER = '{"text":"Roe says \\"the mill stood\\" [1].","citations":[{"url":"http://example.org","title":"Mill"}]}'
DUMP = f"""<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="en"><siteinfo>
<sitename>W</sitename><base>https://example.org/wiki/Main</base><namespaces><namespace key="0" case="first-letter" />
<namespace key="1">Talk</namespace></namespaces></siteinfo><page><title>Mill</title><ns>0</ns><id>1</id><redirect
title="Old" /><revision><id>2</id><timestamp>2020-01-01T00:00:00Z</timestamp><contributor><username>A</username>
<id>1</id></contributor><model>wikitext</model><text bytes="3" xml:space="preserve">''x'' &lt;ref&gt;y&lt;/ref&gt;</text>
</revision><revision><id>3</id><text deleted="deleted" /></revision></page></mediawiki>""".encode()
LAYOUT = """<page width="612.0" height="792.0">
<flow>
<block xMin="72" yMin="72" xMax="500" yMax="100">
<line xMin="72" yMin="72" xMax="500" yMax="84">
<word xMin="72" yMin="72" xMax="100" yMax="84">The</word>
<word xMin="104" yMin="72" xMax="140" yMax="84">win-</word>
</line>
<line xMin="72" yMin="86" xMax="500" yMax="98">
<word xMin="72" yMin="86" xMax="100" yMax="98">ters&amp;1</word>
</line>
</block>
</flow>
</page>
"""


def http(body, kind="text/html", extra=""):
    return f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n{extra}\r\n".encode() + body


def warc(kind, body, extra=""):
    return (f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: http://example.org/\r\n{extra}"
            f"WARC-Date: 2020-01-01T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(body)}\r\n\r\n").encode() + body + b"\r\n\r\n"


def zipped(files, method=zipfile.ZIP_DEFLATED):
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return memory.getvalue()


def epub():
    container = ('<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile '
                 'full-path="O/p.opf" media-type="application/oebps-package+xml"/></rootfiles></container>')
    package = ('<package xmlns="http://www.idpf.org/2007/opf"><metadata><title>Mill</title></metadata><manifest>'
               '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref '
               'idref="a"/></spine></package>')
    return zipped({"mimetype": "application/epub+zip", "META-INF/container.xml": container,
                   "O/p.opf": package, "O/a.xhtml": HTML}, zipfile.ZIP_STORED)


def docx():
    document = ('<w:document><w:body><w:p><w:pPr><w:pStyle w:val="Quote"/></w:pPr><w:r><w:t>The mill</w:t>'
                '<w:footnoteReference w:id="2"/></w:r></w:p></w:body></w:document>')
    notes = '<w:footnotes><w:footnote w:id="2"><w:p><w:r><w:t>Note</w:t></w:r></w:p></w:footnote></w:footnotes>'
    return zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": document,
                   "word/footnotes.xml": notes}, zipfile.ZIP_STORED)


def odt():
    content = ('<office:document-content><office:body><office:text><text:h text:outline-level="1">Mill</text:h>'
               '<text:p>The mill<text:note text:id="n1"><text:note-citation>1</text:note-citation><text:note-body>'
               '<text:p>Note</text:p></text:note-body></text:note><text:s text:c="3"/></text:p></office:text>'
               '</office:body></office:document-content>')
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content},
                  zipfile.ZIP_STORED)


def zim():
    """One article, in an uncompressed cluster (openZIM's format, version 5)."""
    types, content = b"text/html\0\0", b"<html><body><p>The mill.</p></body></html>"
    dirent = struct.pack("<HBcIII", 0, 0, b"A", 0, 0, 0) + b"Mill\0\0"
    cluster = bytes([1]) + struct.pack("<II", 8, 8 + len(content)) + content
    paths = 80 + len(types)
    start = paths + 8 + 4 + 8
    place = start + len(dirent)
    header = struct.pack("<IHH16sIIQQQQIIQ", 0x044D495A, 5, 0, b"\7" * 16, 1, 1, paths, paths + 8,
                         paths + 12, 80, 0xFFFFFFFF, 0xFFFFFFFF, place + len(cluster))
    return (header + types + struct.pack("<QIQ", start, 0, place) + dirent + cluster + bytes(16))


def seeds():
    answer = warc("response", http(HTML.encode()))
    chunked = warc("response", http(b"5\r\n<p>Th\r\n0\r\n\r\n", extra="Transfer-Encoding: chunked\r\n"))
    packed = warc("response", http(gzip.compress(HTML.encode()), extra="Content-Encoding: gzip\r\n"))
    arc = http(HTML.encode())
    arc = (b"filedesc://a 0.0.0.0 20200101000000 text/plain 20\n1 0 X\nURL IP-addr\n\n"
           + f"http://example.org/ 1.1.1.1 20200101000000 text/html {len(arc)}\n".encode() + arc + b"\n")
    documents = {"text": [TEXT], "markdown": [MARKDOWN], "html": [HTML], "email": [MAIL], "latex": [LATEX],
                 "bbcode": [BBCODE], "imageboard": [THREAD, FUUKA], "chat": [CHAT], "answer": [ANSWER]}
    found = {f"document-{name}": items for name, items in documents.items()}
    found["document"] = [item for items in documents.values() for item in items]
    found |= {
        "wikitext": [WIKITEXT], "wikitext-zh": [WIKITEXT], "bibliography": [BIB], "pdf-layout": [LAYOUT],
        "charset": [HTML, "\ufeffä".encode("utf-16"), "Ünï".encode("latin-1"), "мир".encode("koi8-r")],
        "zim": [zim()], "segment": [bytes(8), bytes(range(64))],
        "manifest": ['{"format":1,"sources":[],"segments":[{"file":"a","parts":[{"source":1}]}]}'],
        "source-dump": [DUMP, DUMP.decode().encode("utf-16"), gzip.compress(DUMP)],
        "source-bzip2": [bz2.compress(TEXT.encode()), bz2.compress(DUMP), bz2.compress(b"") * 2,
                         bz2.compress(bytes(3000), 1)],
        "source-archive": [gzip.compress(b"x"), lzma.compress(TEXT.encode()), zipped({"a.txt": TEXT, "b/c.html": HTML}),
                           lzma.compress(b"x", lzma.FORMAT_ALONE)],
        "source-warc": [answer, chunked, packed, arc, gzip.compress(answer) * 2,
                        zipped({"archive/a.warc": answer, "datapackage.json": "{}"}, zipfile.ZIP_STORED)],
        "source-book": [epub()], "source-office": [docx(), odt()], "source-mailbox": [MAIL, MAIL * 2],
        "source-page": [HTML, MARKDOWN, TEXT, "The mill.[1]\n\n^ Roe, http://example.org\n"],
    }
    return found


def main():
    for target, items in seeds().items():
        folder = os.path.join(sys.argv[1], target)
        os.makedirs(folder, exist_ok=True)
        for index, item in enumerate(items):
            with open(os.path.join(folder, f"seed-{index}"), "wb") as file:
                file.write(item if isinstance(item, bytes) else item.encode())


if __name__ == "__main__":
    main()

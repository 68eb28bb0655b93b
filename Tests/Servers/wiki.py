"""A dump of invented pages with long histories, and the checks on the MediaWiki that imports it."""
import hashlib
import threading
import time
from xml.sax.saxutils import escape

from bench import Wiki

CLOCK = "The harbour clock of Ellisay struck thirteen on the night before the great storm of herring."
BELL = "The tide bell at Norrack rings by itself whenever the moon draws the water past the seventh step."
PIER = "Nobody in the village remembers who carved the seven hundred names into the timbers of the pier."
LAMP = "The lamp keeper measured the fog with a knotted rope and wrote its depth beside the date."
NET = "Every net in the loft was mended with red thread so that the gulls would leave it alone."
SALT = "The salt house paid its rent in barrels of brine until the roof fell in during the dry summer."
ROPE = "A rope walk of nine hundred paces ran behind the chapel and was lit by a single window."
MAST = "The signal mast above the slipway carried eleven flags of different colours, one for each fishing ground."
MAST_NOW = "The signal mast, which stood above the slipway, had flags of several colours, a few for all fishing grounds."
WELL = "The well in the lower yard was deep enough that a dropped spoon could be counted to nineteen before it rang."
OAR = "The longest oar in the boat house had been cut from a tree that nobody on the island had planted."


def base36(text):
    number, digits = int(hashlib.sha1(text.encode()).hexdigest(), 16), ""
    while number:
        number, rest = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[rest] + digits
    return digits.rjust(31, "0")


def page_with(words, number, title):
    body = f"'''{title}''' is a page about the coast.\n\nThe register was read {number} times."
    return body + (f"\n\n{words}<ref>Register of the coast, p. 12, [https://register.example/12 online]</ref>" if words else "")


def history(title, words, spans, count=60):
    return [
        page_with(words if any(a <= n <= b for a, b in spans) else None, n, title)
        for n in range(1, count + 1)]


PAGES = {
    "Harbour clock": history("Harbour clock", CLOCK, [(23, 37)]),
    "Tide bell": history("Tide bell", BELL, [(5, 15), (25, 35), (45, 50)]),
    "Signal mast": [
        page_with(MAST if 12 <= n <= 29 else MAST_NOW if n > 29 else None, n, "Signal mast") for n in range(1, 61)],
    "Lower well": [page_with(WELL, 1, "Lower well").replace(
        "<ref>", "{{citation needed}}{{disputed inline}}<ref>Letter in the archive, see "
        "https://archive.example/letters/7. Also http://www.rolls.example/a_(b).</ref><ref>")],
    "Old pier": [page_with(None, 1, "Old pier"), page_with(PIER, 2, "Old pier")],
    "Lamp": [page_with(LAMP, 1, "Lamp"), page_with(None, 2, "Lamp")],
    "Net loft": [page_with(NET, 1, "Net loft")],
    "Salt house": [page_with(SALT, 1, "Salt house"), page_with(None, 2, "Salt house")],
    "Rope walk": [page_with(ROPE, 1, "Rope walk")],
    "Boat house": [page_with(OAR, 1, "Boat house")],
    "Ropewalk": ["#REDIRECT [[Rope walk]]"], "Clock of Ellisay": ["#REDIRECT [[Harbour clock]]"],
}


def dump():
    lines = [
        '<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" version="0.11" xml:lang="en">',
        "<siteinfo><sitename>Coast</sitename><dbname>wiki</dbname><base>http://127.0.0.1/</base>"
        "<generator>test</generator><case>first-letter</case><namespaces>"
        '<namespace key="0" case="first-letter" /></namespaces></siteinfo>']
    number = 100
    for index, (title, revisions) in enumerate(PAGES.items(), 1):
        lines.append(f"<page><title>{escape(title)}</title><ns>0</ns><id>{index}</id>")
        for place, text in enumerate(revisions):
            number += 1
            day, hour = divmod(place, 24)
            who = ("Alice", "Bob", "Carol")[place % 3]
            lines.append(
                f"<revision><id>{number}</id><timestamp>2021-03-{day + 1:02}T{hour:02}:00:00Z</timestamp>"
                f"<contributor><username>{who}</username><id>{7 + place % 3}</id></contributor>"
                f"<comment>c</comment><origin>{number}</origin><model>wikitext</model>"
                f'<format>text/x-wiki</format><text bytes="{len(text.encode())}" sha1="{base36(text)}" '
                f'xml:space="preserve">{escape(text)}</text><sha1>{base36(text)}</sha1></revision>')
        lines.append("</page>")
    return "\n".join(lines + ["</mediawiki>", ""])


def check(bench, root, port, nginx):
    """All that an adapter meets on one wiki."""
    site = f"http://127.0.0.1:{port}"
    allowed = ("--allow-host", f"127.0.0.1:{port}")
    wiki = Wiki(f"{site}/api.php", (root / "admin-pass").read_text().strip())
    ids = {title: wiki.revisions(title) for title in PAGES if PAGES[title]}
    present(bench, site, allowed, ids)
    gone(bench, site, allowed, wiki, ids)
    histories(bench, site, allowed, ids)
    search(bench, site, allowed)
    manners(bench, root, site, allowed, port, nginx)
    rechecked(bench, site, allowed, wiki)


def present(bench, site, allowed, ids):
    entry, report = bench.one(ROPE, f"{site}/index.php/Rope_walk", *allowed)
    bench.equal("current page", (entry["verdict"], entry["attribution"], entry["currency"]),
                ("verbatim", "as-cited", "current"))
    bench.equal("its revision", entry["matches"][0]["revision"]["id"], ids["Rope walk"][-1])
    bench.equal("its note", entry["notes"][0]["urls"], ["https://register.example/12"])
    bench.expect("its evidence", entry["evidence"] and all(
        each["sha256"] and each["record"] and each["time"] for each in entry["evidence"]), entry)
    bench.equal("listed as fetched", report["searched"]["fetched"][0]["revision"]["id"],
                ids["Rope walk"][-1])
    entry, _ = bench.one(ROPE, f"{site}/index.php/Ropewalk", *allowed)
    bench.equal("redirect", (entry["verdict"], entry["attribution"]), ("verbatim", "as-cited"))
    entry, _ = bench.one(LAMP, f"{site}/index.php?title=Lamp&oldid={ids['Lamp'][0]}", *allowed)
    bench.equal("oldid", (entry["verdict"], entry["currency"]), ("superseded", "superseded"))
    bench.equal("its revision", entry["matches"][0]["revision"]["id"], ids["Lamp"][0])
    entry, _ = bench.one(LAMP.replace("fog", "mist"), f"{site}/index.php?title=Lamp&oldid={ids['Lamp'][0]}", *allowed)
    bench.equal("altered, with oldid", (entry["verdict"], entry["currency"], entry["matches"][0]["revision"]["id"]),
                ("altered", "superseded", ids["Lamp"][0]))
    entry, _ = bench.one(LAMP, f"{site}/index.php?oldid={ids['Lamp'][0]}", *allowed)
    bench.equal("oldid without title", entry["matches"][0]["revision"]["id"], ids["Lamp"][0])
    entry, _ = bench.one(WELL, f"{site}/index.php/Lower_well", *allowed)
    bench.equal("addresses that stand in a note as they are", [
        each["urls"] for each in entry["notes"] if each["urls"]],
        [["https://archive.example/letters/7", "http://www.rolls.example/a_(b)"], ["https://register.example/12"]])
    bench.expect("marked as lacking a reference and in doubt",
                 {"citation-needed", "disputed"} <= set(entry["flags"]), entry["flags"])
    wrong = ROPE.replace("nine hundred", "two hundred")
    entry, _ = bench.one(wrong, f"{site}/index.php/Rope_walk", *allowed)
    bench.equal("altered", (entry["verdict"], entry["faithful"]), ("altered", False))


def gone(bench, site, allowed, wiki, ids):
    wiki.do("move", **{"from": "Old pier", "to": "New pier", "noredirect": "1", "reason": "test"})
    entry, _ = bench.one(PIER, f"{site}/index.php/Old_pier", *allowed)
    bench.equal("moved page", (entry["verdict"], entry["attribution"]), ("verbatim", "as-cited"))
    wiki.do("delete", title="Net loft", reason="test")
    entry, _ = bench.one(NET, f"{site}/index.php/Net_loft", *allowed)
    bench.equal("deleted page", entry["verdict"], "unverifiable")
    bench.expect("says that it was deleted", "was deleted on" in entry["reason"], entry["reason"])
    entry, _ = bench.one(NET, f"{site}/index.php/No_such_loft", *allowed)
    bench.equal("missing page", entry["verdict"], "unverifiable")
    bench.expect("says that there is none", "no page" in entry["reason"], entry["reason"])
    entry, _ = bench.one(NET, f"{site}/index.php?oldid=999999", *allowed)
    bench.expect("missing revision", "no such revision" in entry["reason"], entry["reason"])
    hidden = ids["Salt house"][0]
    wiki.do("revisiondelete", type="revision", ids=str(hidden), hide="content", target="Salt house",
            reason="test")
    entry, _ = bench.one(SALT, f"{site}/index.php?title=Salt_house&oldid={hidden}", *allowed)
    bench.equal("hidden revision", entry["verdict"], "unverifiable")
    bench.expect("says that it is hidden", "hides" in entry["reason"], entry["reason"])
    wiki.do("protect", title="Boat house", protections="edit=sysop", reason="test")
    entry, _ = bench.one(OAR, f"{site}/index.php/Boat_house", *allowed)
    bench.expect("protected page", any("protected (edit: sysop" in fact for fact in entry["facts"]),
                 entry["facts"])


def requests_of(report, evidence):
    """Requests to the API for revisions, by the records that were kept."""
    return sum("api.php" in (each["url"] or "") for each in evidence)


def histories(bench, site, allowed, ids):
    entry, report = bench.one(CLOCK, f"{site}/index.php/Harbour_clock", *allowed)
    bench.equal("only in the middle", (entry["verdict"], entry["wording"], entry["currency"]),
                ("superseded", "verbatim", "superseded"))
    life = entry["lifetimes"]
    bench.equal("one lifetime", len(life), 1)
    if life:
        bench.equal("first revision", life[0]["from"]["id"], ids["Harbour clock"][22])
        bench.equal("gone with", life[0]["to"]["id"], ids["Harbour clock"][37])
        bench.expect("time and contributor", life[0]["from"]["time"] and life[0]["from"]["contributor"])
    entry, _ = bench.one(CLOCK, f"{site}/index.php/Clock_of_Ellisay", *allowed)
    bench.equal("in the history of what a redirect leads to", (entry["verdict"], entry["attribution"]),
                ("superseded", "as-cited"))
    entry, report = bench.one(CLOCK, f"{site}/index.php/Harbour_clock", *allowed)
    count = requests_of(report, entry["evidence"])
    bench.expect("at most 20 requests", 0 < count <= 20, count)
    print(f"      {count} requests of the API found words that 15 of 60 revisions have")
    bench.equal("last with the words", entry["matches"][0]["revision"]["id"], ids["Harbour clock"][36])
    entry, report = bench.one(BELL, f"{site}/index.php/Tide_bell", *allowed)
    bench.equal("removed and restored", [
        (each["from"]["id"], each["to"]["id"]) for each in entry["lifetimes"]],
        [(ids["Tide bell"][a - 1], ids["Tide bell"][b]) for a, b in [(5, 15), (25, 35), (45, 50)]])
    bench.equal("removed and restored", (entry["history"]["removed"], entry["history"]["restored"]), (3, 2))
    bench.expect("says what was read", any("Of its 60 revisions, 60 were read" in fact for fact in entry["facts"]),
                 entry["facts"])
    bench.expect("at most 20 requests", requests_of(report, entry["evidence"]) <= 20)
    never = "The harbour clock of Ellisay was painted green by a committee that could not agree on blue."
    entry, _ = bench.one(never, f"{site}/index.php/Harbour_clock", *allowed)
    bench.equal("never there", entry["verdict"], "not-found")
    altered(bench, site, allowed, ids)


def altered(bench, site, allowed, ids):
    """Quotations of what only older revisions have, and not as they are quoted."""
    clock, mast = ids["Harbour clock"], ids["Signal mast"]
    entry, report = bench.one(CLOCK.replace("thirteen", "eleven"), f"{site}/index.php/Harbour_clock", *allowed)
    bench.equal("altered, of an older revision", (entry["verdict"], entry["wording"], entry["attribution"],
                entry["currency"], entry["faithful"]), ("altered", "altered", "as-cited", "superseded", False))
    bench.equal("what was altered", [(each["quoted"]["text"], each["source"]["text"]) for each in entry["differences"]],
                [("eleven", "thirteen")])
    bench.equal("when the source had it", [(each["from"]["id"], each["to"]["id"]) for each in entry["lifetimes"]],
                [(clock[22], clock[37])])
    bench.expect("a revision that had it", entry["matches"][0]["revision"]["id"] in clock[22:37], entry["matches"][0])
    bench.expect("says that none has the words", any("as they are quoted" in each for each in entry["facts"]),
                 entry["facts"])
    count = requests_of(report, entry["evidence"])
    bench.expect("at most 20 requests", 0 < count <= 20, count)
    print(f"      {count} requests of the API for an altered quotation of 15 of 60 revisions")
    # The page says something like it now; what it said before is nearer.
    entry, _ = bench.one(MAST.replace("eleven", "seven"), f"{site}/index.php/Signal_mast", *allowed)
    bench.equal("altered, of what was rewritten", (entry["verdict"], entry["currency"]), ("altered", "superseded"))
    bench.equal("against the nearest state", [(each["quoted"]["text"], each["source"]["text"])
                for each in entry["differences"]], [("seven", "eleven")])
    bench.equal("its lifetime", [(each["from"]["id"], each["to"]["id"]) for each in entry["lifetimes"]],
                [(mast[11], mast[29])])
    bench.expect("and what the page says now", any("several colours" in each["text"] for each in entry["matches"][1:]),
                 entry["matches"])
    # One page, cited by two addresses: a revision of it, and itself.
    words = CLOCK.replace("thirteen", "eleven")
    text = (f"A: “{words}” ({site}/index.php?title=Harbour_clock&oldid={clock[24]})\n\n"
            f"B: “{CLOCK}” ({site}/index.php/Harbour_clock)\n\nC: “The register was read 60 times.” "
            f"({site}/index.php/Harbour_clock)\n")
    report, _ = bench.check(text, *allowed)
    found = report["quotations"]
    bench.equal("by two addresses", [(each["verdict"], each["currency"]) for each in found],
                [("altered", "superseded"), ("superseded", "superseded"), ("verbatim", "current")])
    bench.equal("against the revision that is cited", found[0]["matches"][0]["revision"]["id"], clock[24])
    bench.equal("what stands now has a beginning", [each["from"]["id"] for each in found[2]["lifetimes"]], [clock[59]])
    # Several quotations of one page share what is read.
    text = "\n\n".join(f"Somebody: “{words}” ({site}/index.php/Harbour_clock)" for words in (
        CLOCK, CLOCK.replace("thirteen", "eleven"), CLOCK.replace("Ellisay", "Elisay").replace("struck", "told")))
    report, _ = bench.check(text, *allowed)
    bench.equal("three quotations of one history", [each["currency"] for each in report["quotations"]],
                ["superseded"] * 3)
    count = requests_of(report, report["quotations"][0]["evidence"])
    bench.expect("at most 20 requests for all of them", 0 < count <= 20, count)


def search(bench, site, allowed):
    text = f"Somebody wrote: “{OAR}”\n"
    report, said = bench.check(text, "--wiki", site, *allowed)
    entry = report["quotations"][0]
    bench.equal("found by search", (entry["verdict"], entry["attribution"]), ("verbatim", "uncited"))
    bench.expect("says what is sent to whom", f"asking {site}/api.php for “The longest oar" in said, said)
    # The phrase is nowhere, nor are its rarest words; those of its second half are.
    changed = OAR.replace("longest oar", "longest paddle")
    report, said = bench.check(f"Somebody wrote: “{changed}”\n", "--wiki", site, *allowed)
    entry = report["quotations"][0]
    bench.equal("found by rare words", (entry["verdict"], entry["attribution"]), ("altered", "uncited"))
    bench.expect("each search is told", 2 <= said.count(f"asking {site}/api.php for") <= 4, said)
    # A wiki that the document cites is searched for what cites nothing.
    cited = f"She wrote: “{ROPE}” ({site}/index.php/Rope_walk)\n\nElsewhere somebody wrote: “{OAR}”\n"
    report, said = bench.check(cited, *allowed)
    bench.equal("found on a wiki that is cited", [each["attribution"] for each in report["quotations"]],
                ["as-cited", "uncited"])
    report, said = bench.check(text, *allowed)
    bench.equal("no search unasked", report["quotations"][0]["verdict"], "unverifiable")
    bench.expect("nothing is sent", "asking" not in said, said)


def manners(bench, root, site, allowed, port, nginx):
    (root / "lag").write_text("12.5")
    entry, _ = bench.one(ROPE, f"{site}/index.php/Rope_walk", *allowed)
    (root / "lag").unlink()
    # The API asks to wait; the page itself is still shown.
    bench.equal("maxlag survived", entry["verdict"], "verbatim")
    # It asks to come again after five seconds, and does so when the lag is over.
    (root / "lag").write_text("12.5")
    threading.Timer(3, (root / "lag").unlink).start()
    start = time.time()
    entry, report = bench.one(ROPE, f"{site}/index.php/Rope_walk", *allowed)
    seconds = time.time() - start
    revision = report["searched"]["fetched"][0]["revision"]
    bench.expect("maxlag obeyed", revision and revision["id"] and seconds >= 4, (revision, seconds))
    if nginx is None:
        return
    cut(bench, site, allowed, port)
    other = f"http://127.0.0.1:{nginx}"
    entry, _ = bench.one(ROPE, f"{other}/index.php/Rope_walk", "--allow-host", f"127.0.0.1:{nginx}", *allowed)
    bench.equal("gzip by nginx", entry["verdict"], "verbatim")
    lines = [
        f"She wrote: “{ROPE}” ({other}/limited/index.php/Rope_walk?n={n})\n" for n in range(5)]
    report, _ = bench.check(
        "\n".join(lines), "--allow-host", f"127.0.0.1:{nginx}", *allowed)
    outcomes = [each["outcome"] for each in report["searched"]["fetched"]]
    bench.expect("429 obeyed", set(outcomes) <= {"read", "busy"} and "read" in outcomes, outcomes)
    for entry, outcome in zip(report["quotations"], outcomes):
        bench.expect("429 is no lie", outcome == "read" or entry["verdict"] != "not-found", entry)


def cut(bench, site, allowed, port):
    """The wiki behind something that cuts connections in the middle of a body."""
    import urllib.request

    from hosts import Raw
    for name, cuts in {"once": 1, "each time": 99}.items():
        seen = []

        def serve(link, line):
            seen.append(line)
            with urllib.request.urlopen(f"http://127.0.0.1:{port}{line.split(' ')[1]}") as answer:
                body, kind = answer.read(), answer.headers["Content-Type"]
            # The wiki says where its API is: behind the same door.
            body = body.replace(f"127.0.0.1:{port}".encode(), f"127.0.0.1:{door.port}".encode())
            head = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
            isCut = "api.php" in line and sum("api.php" in each for each in seen) <= cuts
            link.sendall(head.encode() + (body[:len(body) // 2] if isCut else body))

        door = Raw(serve)
        entry, report = bench.one(
            ROPE, f"http://127.0.0.1:{door.port}/index.php/Rope_walk", "--allow-host", f"127.0.0.1:{door.port}", *allowed)
        bench.equal(f"cut in mid-body {name}", (entry["verdict"], report["searched"]["fetched"][0]["outcome"]),
                    ("verbatim", "read"))
        hasRevision = report["searched"]["fetched"][0].get("revision", {}).get("id") is not None
        # Where the API is cut each time, the page that is shown is read.
        bench.equal(f"cut {name}: by the API or as shown", hasRevision, cuts == 1)
        bench.expect(f"cut {name}: asked again", sum("api.php" in each for each in seen) >= 2, seen)
        door.stop()


def rechecked(bench, site, allowed, wiki):
    text = f"She wrote: “{ROPE}” ({site}/index.php/Rope_walk)\nAnd: “{OAR}” ({site}/index.php/Boat_house)\n"
    report, _ = bench.check(text, *allowed)
    path = bench.folder / "report.json"
    import json
    path.write_text(json.dumps(report))
    done = bench.run("recheck", path, "--archive", "none", "--format", "json", *allowed)
    bench.equal("nothing has changed", done.returncode, 0)
    wiki.do("edit", title="Rope walk", text=page_with(ROPE.replace("single", "double"), 2, "Rope walk"),
            summary="test")
    done = bench.run("recheck", path, "--archive", "none", "--format", "json", *allowed)
    bench.equal("something has changed", done.returncode, 1)
    found = json.loads(done.stdout)["quotations"]
    bench.equal("the verdict changed", (found[0]["before"], found[0]["after"]), ("verbatim", "superseded"))
    bench.expect("says what the page says now", any(
        "now reads" in each and "double window" in each for each in found[0]["changes"]), found[0])
    bench.expect("says who edited it", any("by Admin" in each for each in found[0]["changes"]), found[0])
    bench.equal("the other has not", found[1]["changes"], [])
    done = bench.run("recheck", path, "--archive", "none", *allowed)
    bench.expect("in words", b"1 of 2 quotations changed." in done.stdout, done.stdout)

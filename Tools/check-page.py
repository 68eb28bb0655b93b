#!/usr/bin/env python3
"""Drives the page in headless Chromium, with and without JavaScript, and runs axe on every page.
Usage: Tools/check-page.py ADDRESS FOLDER-FOR-SCREENSHOTS
"""
import json
import pathlib
import shutil
import sys

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

ADDRESS, FOLDER = sys.argv[1].rstrip("/"), pathlib.Path(sys.argv[2])
ROOT = pathlib.Path(__file__).resolve().parent.parent
ARTICLE = (ROOT / "Examples/article.md").read_text()
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
assert CHROMIUM, "chromium is not installed"
said = []


def new_page(browser, **options):
    page = browser.new_context(**options).new_page()
    page.on("console", lambda message: said.append(message.text)
            if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: said.append(f"asks for {request.url}")
            if not request.url.startswith((ADDRESS, "blob:", "data:")) else None)
    return page


def paste(page, text=ARTICLE):
    page.goto(ADDRESS + "/")
    page.get_by_label("Text", exact=True).fill(text)
    page.get_by_role("button", name="Check the quotations").click()
    page.wait_for_url("**/checks/*")
    finish(page)
    return page.url


def finish(page):
    """Waits for the finished page; without JavaScript a page that has grown links to it."""
    page.wait_for_selector(".actions, [data-done] ~ a", timeout=60_000)
    if not page.evaluate("document.documentElement.classList.contains('script')"):
        if not page.locator(".actions").count():
            page.get_by_role("link", name="The finished page").click()
    page.wait_for_selector(".actions", timeout=60_000)


def without_serious(page, what):
    violations = [one for one in Axe().run(page).response["violations"]
                  if one["impact"] in ("serious", "critical")]
    assert not violations, (what, [(one["id"], [node["html"][:200] for node in one["nodes"][:3]])
                                   for one in violations])


def shows(page, card):
    """Waits until a card is the only one that is seen: the address changes first."""
    page.wait_for_function(
        "card => [...document.querySelectorAll('.card')].filter(e => e.offsetParent)"
        ".map(e => e.id).join() === card", arg=card, timeout=10_000)


def with_script(browser):
    page = new_page(browser, viewport={"width": 1280, "height": 860}, accept_downloads=True)
    page.goto(ADDRESS + "/")
    without_serious(page, "start")
    url = paste(page)
    assert page.locator(".chip").count() == 10
    assert "10 quotations: 2 verbatim" in page.locator(".summary").inner_text().replace("\xa0", " ")
    without_serious(page, "check")
    # By mouse: a mark in the document, then an entry of the list.
    shows(page, "q1")
    page.locator("#d4 .words").click()
    shows(page, "q4")
    assert page.url.endswith("#q4")
    assert "number" in page.locator("#q4 .diff .kind").first.inner_text()
    page.locator(".chip").nth(5).click()
    shows(page, "q6")
    # By keyboard: keys, and links by Tab and Enter.
    page.keyboard.press("j")
    shows(page, "q7")
    page.keyboard.press("ArrowLeft")
    shows(page, "q6")
    page.locator(".chip").nth(1).focus()
    page.keyboard.press("Enter")
    shows(page, "q2")
    # A link out of the page leads to the words themselves.
    link = page.locator("#q2 .go a").get_attribute("href")
    assert link.startswith("https://encyclopedia.example/wiki/Hest_Sound#:~:text="), link
    page.context.route("https://encyclopedia.example/**",
                       lambda route: route.fulfill(body="<title>Hest Sound</title>"))
    page.locator("#q2 .work a").click()
    page.wait_for_url("https://encyclopedia.example/**")
    said[:] = [one for one in said if not one.startswith("asks for https://encyclopedia.example/")]
    page.goto(url)
    # Exports.
    with page.expect_download() as download:
        page.get_by_role("link", name="JSON", exact=True).click()
    report = json.loads(pathlib.Path(download.value.path()).read_text())
    assert report["schema"] == "fons.report/1" and len(report["quotations"]) == 10
    with page.expect_download() as download:
        page.get_by_role("link", name="HTML", exact=True).click()
    alone = pathlib.Path(download.value.path()).read_text()
    assert alone.startswith("<!DOCTYPE html>") and "<link" not in alone
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy as text").click()
    page.wait_for_function("document.getElementById('said').textContent")
    assert "Copied" in page.locator("#said").inner_text()
    assert "Kelloway Bridge" in page.evaluate("navigator.clipboard.readText()")
    # The permanent address.
    page.reload()
    assert page.url == url and page.locator(".card").count() == 10
    page.goto(ADDRESS + "/checks")
    without_serious(page, "list")
    assert page.locator(f"a[href='{url[len(ADDRESS):]}']").count() == 1
    page.goto(ADDRESS + "/library")
    page.get_by_label("Where do these words come from?").fill("a printed height would be trusted")
    page.keyboard.press("Enter")
    page.wait_for_selector(".card")
    assert "Tidal Commission" in page.locator(".card").inner_text()
    without_serious(page, "library")
    page.goto(ADDRESS + "/nothing")
    without_serious(page, "nothing")
    said[:] = [one for one in said if "404" not in one]
    return url


def growing(browser):
    """Verdicts arrive one after the other, before the page is whole."""
    page = new_page(browser)
    text = ARTICLE * 20
    page.goto(ADDRESS + "/")
    page.evaluate("text => { document.getElementById('text').value = text }", text)
    page.get_by_role("button", name="Check the quotations").click()
    page.wait_for_selector(".quotation", timeout=60_000)
    seen = page.locator(".live").count()
    page.wait_for_selector(".actions", timeout=120_000)
    count = page.locator(".quotation").count()
    assert count >= 200, count
    print(f"a page of {count} quotations, {'watched while it grew' if seen else 'finished at once'}")


def without_script(browser):
    page = new_page(browser, java_script_enabled=False, viewport={"width": 1280, "height": 860})
    url = paste(page)
    assert page.locator(".card:visible").count() == 1
    page.locator("#d4 .words").click()
    assert page.locator("#q4").is_visible() and page.locator(".card:visible").count() == 1
    assert not page.get_by_role("button", name="Copy as text").is_visible()
    page.get_by_role("link", name="Text", exact=True).click()
    assert "Kelloway Bridge" in page.content()
    page.goto(url)
    page.get_by_role("button", name="Delete").click()
    page.wait_for_url("**/checks")
    assert page.goto(url).status == 404
    page.goto(ADDRESS + "/")
    page.get_by_label("or a file").set_input_files(ROOT / "Examples/answer.md")
    page.get_by_role("button", name="Check the quotations").click()
    page.wait_for_url("**/checks/*")
    finish(page)
    assert page.locator("h1").inner_text() == "answer.md"
    said[:] = [one for one in said if "404" not in one]


def screenshots(browser, url):
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, path, options in [
        ("page-start", ADDRESS + "/", {}),
        ("page-light", url, {"viewport": {"width": 1280, "height": 1120}}),
        ("page-dark", url + "#q2", {"color_scheme": "dark"}),
        ("page-phone", url, {"viewport": {"width": 390, "height": 844}}),
        ("page-print", url, {"viewport": {"width": 794, "height": 1123}}),
        ("page-library", ADDRESS + "/library?q=a+printed+height+would+be+trusted+by+men", {}),
    ]:
        page = browser.new_context(**{"viewport": {"width": 1280, "height": 860}, **options}).new_page()
        if name == "page-print":
            page.emulate_media(media="print")
        page.goto(path)
        if name == "page-light":
            page.locator(".chip").nth(3).click()
            page.evaluate("scrollTo(0, 0)")
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, f"{name} is {wide} pixels too wide"
        page.screenshot(path=FOLDER / f"{name}.png")


def schemes(browser, url):
    for options in [{"color_scheme": "dark"}, {"viewport": {"width": 390, "height": 844}}]:
        page = new_page(browser, **options)
        for path in [url, ADDRESS + "/", ADDRESS + "/library?q=a+printed+height", ADDRESS + "/checks"]:
            page.goto(path)
            without_serious(page, f"{path} {options}")


with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
    address = with_script(browser)
    without_script(browser)
    growing(browser)
    schemes(browser, address)
    screenshots(browser, address)
    browser.close()
assert not said, said
print("the page does what it should, with and without JavaScript; axe finds nothing serious")

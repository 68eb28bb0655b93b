/// The page's style sheet, in the order of the page.
package enum HTMLStyle {
  package static let css = [base, header, document, card, details, screen, print].joined(
    separator: "\n")

  // Verdicts are told by word, sign, line under the words and colour; the colours keep a contrast of
  // at least 4.5 to 1 on both grounds and differ in lightness as well as in hue.
  private static let base = """

    :root {
      color-scheme: light dark;
      --page: #f3f0e9; --paper: #fffdf9; --ink: #211d18; --soft: #5f584d; --line: #ddd6c9;
      --link: #3d4f8f; --focus: #1c5fd0;
      --verbatim: #0a6b4f; --abridged: #176779; --altered: #925000; --misattributed: #3550a8;
      --superseded: #5d5780; --stitched: #84307f; --not-found: #b3251c; --unverifiable: #5f5b55;
      --serif: "Iowan Old Style", "Palatino Nova", "Palatino Linotype", Palatino, "Source Serif 4",
        Charter, "Noto Serif", Georgia, serif;
      --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", sans-serif;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --page: #15130f; --paper: #1e1b17; --ink: #ece6db; --soft: #b0a798; --line: #3b362e;
        --link: #a9b8f0; --focus: #8ab4ff;
        --verbatim: #6fcfa8; --abridged: #74c6d9; --altered: #edaa5a; --misattributed: #9db2f5;
        --superseded: #bbb3e0; --stitched: #e39bdc; --not-found: #ff958a; --unverifiable: #bcb5aa;
      }
    }
    .v-verbatim { --v: var(--verbatim); --under: solid 1.5px; }
    .v-abridged { --v: var(--abridged); --under: dotted 2px; }
    .v-altered { --v: var(--altered); --under: dashed 1.5px; }
    .v-misattributed { --v: var(--misattributed); --under: double 1.5px; }
    .v-superseded { --v: var(--superseded); --under: dotted 1.5px; }
    .v-stitched { --v: var(--stitched); --under: wavy 1px; }
    .v-not-found { --v: var(--not-found); --under: solid 3px; }
    .v-unverifiable { --v: var(--unverifiable); --under: dotted 1.5px; }
    *, ::before, ::after { box-sizing: border-box; }
    html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body {
      margin: 0 auto; max-width: 92rem; padding: 0 clamp(1rem, 3vw, 3rem) 3rem;
      background: var(--page); color: var(--ink); font: 1rem/1.5 var(--sans);
      overflow-wrap: break-word;
    }
    h1, h2, h3, p, ul, ol, dl, dd, blockquote { margin: 0; padding: 0; }
    ul, ol { list-style: none; }
    a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: .18em; }
    a:hover { text-decoration-thickness: 2px; }
    :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 3px; }
    code { font: .85em/1.4 ui-monospace, "SF Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere; }
    .fine { color: var(--soft); font-size: .85rem; }
    .vh {
      position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
      white-space: nowrap;
    }
    .skip { position: absolute; left: 1rem; top: -4rem; padding: .5rem 1rem; background: var(--paper); }
    .skip:focus { top: .5rem; z-index: 2; }
    """

  private static let header = """

    .top { padding: 2rem 0 1.5rem; }
    .brand { color: var(--soft); font-size: .9rem; }
    .brand b { font: italic 600 1.2rem/1 var(--serif); color: var(--ink); margin-right: .35rem; }
    h1 {
      margin: .9rem 0 .35rem; font: 600 clamp(1.5rem, 1.1rem + 1.6vw, 2.2rem)/1.2 var(--serif);
      letter-spacing: -.01em; overflow-wrap: anywhere;
    }
    h1 a { color: inherit; }
    .summary { max-width: 62rem; font: 1.1rem/1.45 var(--serif); text-wrap: balance; }
    .summary + .fine { margin-top: .15rem; }
    nav { display: flex; flex-wrap: wrap; gap: .6rem 1.5rem; align-items: center; margin-top: .9rem; }
    .index { display: flex; flex: 1 1 20rem; flex-wrap: wrap; gap: .4rem; }
    .chip {
      display: inline-flex; gap: .35rem; align-items: baseline; padding: .25rem .7rem;
      border: 1px solid var(--line); border-radius: 99px; background: var(--paper);
      color: var(--v); font-size: .85rem; font-weight: 600; text-decoration: none;
    }
    .chip:hover, .chip[aria-current] { border-color: var(--v); box-shadow: inset 0 0 0 1px var(--v); }
    .sign { font-weight: 700; }
    .keys { align-self: end; color: var(--soft); font-size: .8rem; }
    kbd {
      padding: .05rem .35rem; border: 1px solid var(--line); border-radius: 4px;
      background: var(--paper); font: inherit;
    }
    """

  private static let document = """

    main { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.6rem; }
    .document > h2, footer > h2, .card h3 {
      color: var(--soft); font: 600 .8rem/1.4 var(--sans); letter-spacing: .01em;
    }
    .document > h2 { margin-bottom: .6rem; }
    .document:focus { outline: none; }
    .paper {
      padding: clamp(1.1rem, 3vw, 2.4rem); border: 1px solid var(--line); border-radius: 4px;
      background: var(--paper); font: 1.08rem/1.7 var(--serif); overflow-wrap: anywhere;
    }
    .plain { white-space: pre-wrap; tab-size: 4; unicode-bidi: plaintext; }
    .tag, .kind, .diff del, .diff ins, .context { unicode-bidi: plaintext; }
    .paper p + p, .paper p + blockquote, .paper blockquote + p, .paper blockquote + blockquote {
      margin-top: 1.1rem;
    }
    .paper blockquote { padding-left: 1.1rem; border-left: 2px solid var(--line); white-space: pre-line; }
    .document > .fine { margin-top: .6rem; }
    .quotation { color: inherit; text-decoration: none; scroll-margin: 30vh; }
    .quotation .words {
      background: transparent;
      background: color-mix(in srgb, var(--v) 9%, transparent);
      text-decoration: underline var(--under) var(--v); text-decoration-skip-ink: none;
      text-underline-offset: .28em; box-decoration-break: clone; -webkit-box-decoration-break: clone;
      padding: .12em 0; border-radius: 2px;
    }
    .quotation:hover .words, .quotation[aria-current] .words {
      background: color-mix(in srgb, var(--v) 20%, transparent);
    }
    .tag {
      display: inline-block; margin-left: .45rem; padding: 0 .5rem; border-radius: 99px;
      background: var(--v); color: var(--paper); font: 600 .74rem/1.6 var(--sans);
      vertical-align: .12em; white-space: nowrap;
    }
    .spot { padding: 0 .1em; border-radius: 2px; box-shadow: 0 0 0 1.5px var(--v); font-weight: 600; }
    """

  private static let card = """

    .card {
      padding: clamp(1.1rem, 2.5vw, 1.8rem); border: 1px solid var(--line);
      border-top: 4px solid var(--v); border-radius: 4px; background: var(--paper);
      scroll-margin-top: 1rem;
    }
    .card + .card { margin-top: 1.5rem; }
    .card:focus { outline: none; }
    .card > header { display: grid; grid-template-columns: 1fr auto; gap: .15rem 1rem; }
    .card h2 { display: flex; gap: .6rem; align-items: baseline; font: 600 1.35rem/1.3 var(--sans); }
    .number { color: var(--soft); font: 400 1.35rem/1 var(--serif); }
    .badge { color: var(--v); }
    .where { grid-column: 1 / -1; grid-row: 2; color: var(--soft); font-size: .88rem; overflow-wrap: anywhere; }
    .flag { padding: 0 .45rem; border: 1px solid var(--line); border-radius: 99px; white-space: nowrap; }
    .moves { display: flex; gap: .4rem; align-items: center; font-size: .85rem; }
    .moves a {
      min-width: 2rem; padding: .2rem .55rem; border: 1px solid var(--line); border-radius: 4px;
      text-align: center; text-decoration: none;
    }
    .moves a:hover { border-color: currentColor; }
    .reason { margin: .8rem 0 .6rem; font: 1.18rem/1.5 var(--serif); text-wrap: pretty; }
    .answers { display: grid; grid: auto / auto-flow 1fr; border-block: 1px solid var(--line); }
    .answers > div { padding: .45rem .8rem .5rem; border-left: 1px solid var(--line); }
    .answers > div:first-child { padding-left: 0; border: 0; }
    .answers dt { color: var(--soft); font-size: .8rem; }
    .answers b { display: block; font-weight: 600; }
    .answers span { display: block; color: var(--soft); font-size: .82rem; line-height: 1.35; }
    .answers .unknown b { color: var(--soft); font-weight: 400; }
    .card section { margin-top: 1.2rem; }
    .card h3 { margin-bottom: .3rem; }
    .work { font: 600 1.05rem/1.4 var(--serif); }
    .section { color: var(--soft); font-weight: 400; }
    .passage blockquote, .now blockquote {
      margin: .7rem 0 .5rem; padding: .1rem 0 .1rem 1rem; border-left: 3px solid var(--v);
      font: 1.05rem/1.75 var(--serif); white-space: pre-line; overflow-wrap: anywhere;
    }
    .now blockquote { margin-top: .4rem; border-color: var(--line); }
    .context { color: var(--soft); }
    .go, .legend { font-size: .85rem; }
    .legend { margin-top: .5rem; color: var(--soft); }
    """

  private static let details = """

    del { color: var(--not-found); text-decoration: line-through 1.5px; }
    ins { color: var(--verbatim); text-decoration: underline 2px; text-underline-offset: .2em; }
    .diff del, .diff ins { padding: 0 .12em; border-radius: 2px; }
    .diff del { background: color-mix(in srgb, var(--not-found) 10%, transparent); }
    .diff ins { background: color-mix(in srgb, var(--verbatim) 12%, transparent); font-weight: 600; }
    .diff .kind {
      margin: 0 .3em; padding: 0 .4em; border: 1px solid; border-radius: 3px; color: var(--soft);
      font: 500 .72rem/1.4 var(--sans); vertical-align: .1em; white-space: nowrap;
    }
    .diff.major .kind { border-width: 2px; color: var(--ink); font-weight: 700; }
    .diff.harmless .kept { text-decoration: underline dotted 1px var(--soft); text-underline-offset: .25em; }
    .table { overflow-x: auto; }
    table { width: 100%; border-collapse: collapse; font-size: .9rem; }
    th, td { padding: .4rem .7rem .4rem 0; border-top: 1px solid var(--line); text-align: left; vertical-align: top; }
    thead th { border-top: 0; color: var(--soft); font-weight: 400; font-size: .8rem; }
    tbody th { font-weight: 600; }
    td bdi { font-family: var(--serif); }
    tr.harmless th { font-weight: 400; }
    tr.major .weight { font-weight: 700; }
    tr.note td { padding-top: 0; border-top: 0; color: var(--soft); }
    .notes dl { display: grid; grid-template-columns: auto 1fr; gap: .35rem .7rem; font-size: .95rem; }
    .notes dt { color: var(--soft); font-variant-numeric: tabular-nums; }
    .notes dd { font-family: var(--serif); overflow-wrap: anywhere; }
    .others li + li, .evidence li + li { margin-top: .5rem; }
    .others li, .evidence li { font-size: .92rem; overflow-wrap: anywhere; }
    .others .fine { display: block; }
    .other { display: block; margin-top: .2rem; padding-left: .8rem; border-left: 2px solid var(--line); font-family: var(--serif); }
    .lifetimes ol { margin-left: .3rem; border-left: 2px solid var(--line); }
    .lifetimes li { position: relative; padding: .15rem 0 .35rem 1.1rem; font-size: .92rem; }
    .lifetimes li::before {
      content: ""; position: absolute; left: -.42rem; top: .5rem; width: .7rem; height: .7rem;
      border: 2px solid var(--v); border-radius: 50%; background: var(--paper);
    }
    .timeline { display: block; width: 100%; height: 1.1rem; margin: .2rem 0 .6rem; }
    .timeline rect { fill: var(--v); }
    .timeline path { stroke: var(--line); stroke-width: 2; fill: none; }
    .lifetimes li.open::before { background: var(--v); }
    .figures { margin-top: 1.4rem; padding-top: .6rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .82rem; }
    footer { margin-top: 2.5rem; padding-top: 1.2rem; border-top: 1px solid var(--line); font-size: .9rem; }
    footer ul { margin: .3rem 0 .8rem; }
    footer li { overflow-wrap: anywhere; }
    footer p + p { margin-top: .3rem; }
    .warning::before { content: "Warning: "; font-weight: 700; }
    .warning { color: var(--not-found); }
    @media (max-width: 30rem) {
      .answers { grid: auto-flow / 1fr; padding: .4rem 0; }
      .answers > div {
        display: grid; grid-template-columns: 5.8rem minmax(0, 1fr); align-items: baseline;
        padding: .15rem 0; border-left: 0;
      }
      .answers dd b, .answers dd span { display: inline; margin-right: .4rem; }
      .card > header { grid-template-columns: 1fr; }
      .where { grid-row: auto; }
      .chip .word {
        position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
      }
      .chip { position: relative; min-width: 3rem; justify-content: center; padding: .35rem .6rem; }
    }
    @media (hover: none), (max-width: 40rem) { .keys { display: none; } }
    """

  // Wide screens show one card, beside the document: the one that the address names, the first
  // where it names none.
  private static let screen = """

    @media screen and (min-width: 62rem) {
      main { grid-template-columns: minmax(0, 1.08fr) minmax(0, 1fr); gap: 2.2rem; align-items: start; }
      .cards { position: sticky; top: 1rem; max-height: calc(100vh - 2rem); overflow-y: auto; margin-top: 1.75rem; border-radius: 4px; }
      .cards > .card { margin-top: 0; }
      html:not(.js) .back { display: none; }
      html.js .card:not(.chosen) { display: none; }
      @supports selector(:has(*)) {
        html:not(.js) .card:not(:target) { display: none; }
        html:not(.js) .cards:not(:has(.card:target)) > .card:first-child { display: block; }
      }
    }
    """

  private static let print = """

    @media print {
      :root {
        color-scheme: light;
        --page: #fff; --paper: #fff; --ink: #000; --soft: #444; --line: #bbb; --link: #000;
        --verbatim: #0a6b4f; --abridged: #176779; --altered: #925000; --misattributed: #3550a8;
        --superseded: #5d5780; --stitched: #84307f; --not-found: #b3251c; --unverifiable: #5f5b55;
      }
      @page { margin: 18mm 16mm; }
      body { max-width: none; padding: 0; font-size: 10pt; }
      .skip, nav, .moves, .go { display: none; }
      .paper { padding: 0; border: 0; }
      .quotation[aria-current] .words { background: color-mix(in srgb, var(--v) 9%, transparent); }
      .tag { background: none; color: var(--v); border: 1px solid; }
      .card { padding: .8rem 0 0; border-width: 3px 0 0; border-radius: 0; break-inside: auto; }
      .card > header, .reason, .answers, tr, li, dd { break-inside: avoid; }
      h2, h3, .work { break-after: avoid; }
      .work a[href]::after { content: " (" attr(href) ")"; font: .8rem var(--sans); overflow-wrap: anywhere; }
    }
    """
}

internal import FonsReport
internal import FonsVerdict

/// Where one pastes a text, or chooses a file.
struct StartPage {
  let works: Int
  let canFetch: Bool
  let mostBytes: Int

  var content: Markup {
    """
    <main class="ask" id="content">
    <h1>Are these their words?</h1>
    <p class="lead">Paste anything that quotes: a post, an article, an answer. Fons finds where the \
    words come from, and shows what was done to them.</p>
    <form class="sheet" method="post" action="/checks" enctype="multipart/form-data">
    <div>
    <label for="text">Text</label>
    <textarea id="text" name="text" autocomplete="off" aria-describedby="text-hint" autofocus></textarea>
    <p class="hint" id="text-hint">Quotations in marks, after <code>&gt;</code>, or indented; addresses \
    beside them are taken as their sources.</p>
    </div>
    <div class="row">
    <div>
    <label for="file">or a file</label>
    <input id="file" name="file" type="file" aria-describedby="file-hint">
    <p class="hint" id="file-hint">Text, Markdown, HTML, PDF, EPUB, DOCX, ODT, LaTeX, e-mail; at most \
    \(mostBytes >> 20) MB. It can be dropped here.</p>
    </div>
    <div>
    <label for="policy">What passes</label>
    <select id="policy" name="policy">
    \(policies)
    </select>
    </div>
    </div>
    \(address)
    <p><button class="primary" type="submit">Check the quotations</button></p>
    </form>
    <p class="hint">\(counted(works, "work")) to search. Fons judges wording and origin, never whether a \
    claim is true.</p>
    </main>
    """
  }

  private var policies: Markup {
    Policy.all.map { policy -> Markup in
      let chosen: Markup = policy.name == Policy.standard.name ? " selected" : .empty
      return "<option value=\"\(policy.name)\"\(chosen)>\(policy.name)</option>"
    }.joined(by: "\n")
  }

  private var address: Markup {
    guard canFetch else { return .empty }
    return """
      <div class="row">
      <div>
      <label for="url">or an address</label>
      <input id="url" name="url" type="url" placeholder="https://" aria-describedby="url-hint">
      <p class="hint" id="url-hint">The page there is read and checked.</p>
      </div>
      <div>
      <span class="label">Cited pages</span>
      <p class="choice"><input id="fetch" name="fetch" type="checkbox" value="yes" checked \
      aria-describedby="fetch-hint"><label for="fetch">Read them</label></p>
      <p class="hint" id="fetch-hint">Their sites then see that this server asks for them.</p>
      </div>
      </div>
      """
  }
}

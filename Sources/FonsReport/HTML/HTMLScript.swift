/// The page's script. It adds comfort alone: keys to move, and the chosen quotation marked on the
/// left; without it, following links does the same.
package enum HTMLScript {
  package static let code = #"""
    (() => {
      "use strict";
      const cards = [...document.querySelectorAll(".card")];
      if (!cards.length) return;
      const marks = cards.map((_, index) => document.getElementById("d" + (index + 1)));
      const chips = [...document.querySelectorAll(".chip")];
      const keys = document.querySelector(".keys");
      let chosen = 0;

      const show = (index, scroll) => {
        chosen = index;
        cards.forEach((card, at) => card.classList.toggle("chosen", at === index));
        for (const links of [marks, chips]) {
          links.forEach((link, at) => {
            if (!link) return;
            if (at === index) link.setAttribute("aria-current", "true");
            else link.removeAttribute("aria-current");
          });
        }
        const mark = marks[index];
        if (!scroll || !mark) return;
        const box = mark.getBoundingClientRect();
        if (box.bottom < 0 || box.top > innerHeight) mark.scrollIntoView({ block: "center" });
      };

      const follow = () => {
        const found = /^#[qd](\d+)$/.exec(location.hash);
        const index = found ? Number(found[1]) - 1 : -1;
        if (index in cards) show(index, location.hash[1] === "q" && matchMedia("(min-width: 62rem)").matches);
      };

      document.documentElement.classList.add("js");
      if (keys) keys.hidden = false;
      show(0, false);
      follow();
      addEventListener("hashchange", follow);
      addEventListener("keydown", (event) => {
        if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
        const step = { j: 1, ArrowRight: 1, k: -1, ArrowLeft: -1 }[event.key];
        if (!step || !(chosen + step in cards)) return;
        event.preventDefault();
        show(chosen + step, true);
        location.replace("#q" + (chosen + 1));
        cards[chosen].focus({ preventScroll: true });
      });
    })();
    """#
}

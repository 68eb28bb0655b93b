
// What the server's pages do besides: all of it works without, by links and forms.
(() => {
  "use strict";
  document.documentElement.classList.add("script");

  // A page that watched a check come to its end becomes the check's own page.
  if (document.querySelector("[data-done]")) location.reload();

  for (const button of document.querySelectorAll("button[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const said = document.getElementById("said");
      try {
        const answer = await fetch(button.dataset.copy, { headers: { accept: "text/plain" } });
        if (!answer.ok) throw new Error(answer.status);
        await navigator.clipboard.writeText(await answer.text());
        said.textContent = "Copied.";
      } catch {
        said.textContent = "It could not be copied: open the text instead.";
      }
    });
  }

  for (const form of document.querySelectorAll("form[data-confirm]")) {
    form.addEventListener("submit", (event) => {
      if (!confirm(form.dataset.confirm)) event.preventDefault();
    });
  }

  const sheet = document.querySelector("form.sheet");
  const file = sheet && sheet.querySelector("input[type=file]");
  if (!file) return;
  const over = (event) => {
    if (![...event.dataTransfer.types].includes("Files")) return;
    event.preventDefault();
    sheet.classList.toggle("dropping", event.type === "dragover");
    if (event.type !== "drop") return;
    file.files = event.dataTransfer.files;
    sheet.requestSubmit();
  };
  for (const name of ["dragover", "dragleave", "drop"]) sheet.addEventListener(name, over);
  sheet.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) sheet.requestSubmit();
  });
})();

// Suggestions below the box for a question, while it is typed into. The page works without.
(() => {
  const WAIT_MS = 120;
  const input = document.querySelector("input[data-suggest]");
  if (!input) return;
  const list = document.createElement("ul");
  list.id = "suggestions";
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.labels[0].textContent);
  list.hidden = true;
  const told = document.createElement("p");
  told.className = "quiet";
  told.setAttribute("role", "status");
  input.parentElement.append(list, told);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id }))
    input.setAttribute(name, value);

  let chosen = -1;
  let waiting;
  let asking;

  const close = () => {
    list.hidden = true;
    chosen = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };

  const choose = (index) => {
    chosen = index;
    [...list.children].forEach((option, at) => {
      option.setAttribute("aria-selected", String(at === index));
    });
    const option = list.children[index];
    if (option) {
      input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  };

  const ask = (question) => {
    input.value = question;
    close();
    input.form.requestSubmit();
  };

  const show = (suggestions) => {
    list.replaceChildren(
      ...suggestions.map(({ question, kind }, index) => {
        const option = document.createElement("li");
        option.id = `suggestion-${index}`;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        const what = document.createElement("span");
        what.className = "kind";
        what.textContent = kind;
        option.append(question, what);
        // Before the box loses the focus, which would close the list.
        option.addEventListener("mousedown", (event) => {
          event.preventDefault();
          ask(question);
        });
        return option;
      }),
    );
    close();
    list.hidden = suggestions.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    told.textContent = list.hidden ? "" : `${suggestions.length} ${input.dataset.suggestCount}`;
  };

  const look = async () => {
    asking?.abort();
    asking = new AbortController();
    const typed = input.value.trim();
    if (typed === "") return close();
    try {
      const response = await fetch(`${input.dataset.suggest}?q=${encodeURIComponent(typed)}`, { signal: asking.signal });
      if (response.ok && document.activeElement === input) show(await response.json());
    } catch {
      // Typed on, or the server is gone: the box works without suggestions.
    }
  };

  input.addEventListener("input", (event) => {
    clearTimeout(waiting);
    // While characters are composed, what stands in the box is not yet what is meant.
    if (!event.isComposing) waiting = setTimeout(look, WAIT_MS);
  });
  input.addEventListener("compositionend", () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, WAIT_MS);
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || list.hidden) return;
    const count = list.children.length;
    if (event.key === "ArrowDown") choose((chosen + 1) % count);
    else if (event.key === "ArrowUp") choose(chosen <= 0 ? count - 1 : chosen - 1);
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && chosen >= 0) ask(list.children[chosen].firstChild.textContent);
    else return;
    event.preventDefault();
  });
  input.addEventListener("blur", close);
  input.form.addEventListener("submit", () => clearTimeout(waiting));
})();

// The review page by keyboard. Without this script the same forms and links do the same, a page at a time.
"use strict";
(() => {
  const words = document.querySelector(".words");
  const add = document.getElementById("add");
  const keysOn = document.getElementById("keys-on");
  const AROUND = 32;
  const STATES = ["machine", "confirmed", "corrected", "rejected", "unsure", "added"];
  let busy = false;

  const card = () => document.getElementById("the");
  const does = (act, where = document) => where.querySelector(`[data-act="${act}"]`);
  const points = (text) => Array.from(text);

  // --- the card ---
  async function ask(address, body) {
    if (busy) return;
    busy = true;
    card().setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(address, {
        method: body ? "POST" : "GET",
        body,
        headers: { "X-Camket-Card": "1" },
        credentials: "same-origin",
        redirect: "error",
      });
      const made = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("the");
      if (!made) {
        location.reload();
        return;
      }
      if (answer.status === 422) {
        card().querySelector(".told").replaceChildren(...made.querySelector(".told").childNodes);
        card().scrollIntoView({ block: "nearest" });
        return;
      }
      if (body && body.has("quote")) {
        sessionStorage.setItem("camket-told", made.querySelector(".told").innerText);
        location.assign(made.dataset.address); // the text has a mark more
        return;
      }
      show(made);
    } catch {
      location.assign(address.includes("?") ? address : location.href); // logged out, or the server is gone: say so plainly
    } finally {
      busy = false;
      card().removeAttribute("aria-busy");
    }
  }

  function show(made) {
    if (made.dataset.part !== words.dataset.part && made.dataset.address) {
      location.assign(made.dataset.address);
      return;
    }
    const told = [...made.querySelector(".told").childNodes];
    made.querySelector(".told").replaceChildren();
    card().replaceWith(made);
    made.querySelector(".told").append(...told); // put in when the region is there, so that it is read out
    history.replaceState(null, "", made.dataset.address || location.href);
    mark();
    made.querySelector("#card-h").focus({ preventScroll: true });
  }

  function mark() {
    for (const each of card().dataset.marks.split(" ")) {
      const [mention, state] = each.split(":");
      for (const piece of pieces(mention)) {
        piece.classList.remove(...STATES);
        piece.classList.add(state);
      }
    }
    for (const piece of words.querySelectorAll("mark.current")) piece.classList.remove("current");
    const own = pieces(card().dataset.mention);
    for (const piece of own) piece.classList.add("current");
    if (own.length && words.scrollHeight > words.clientHeight) own[0].scrollIntoView({ block: "nearest" });
  }

  function pieces(mention) {
    if (!mention) return [];
    const name = CSS.escape(mention);
    return [...words.querySelectorAll(`mark[id="${name}"], mark[data-of="${name}"]`)];
  }

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.closest(".beside") || form.method !== "post") return;
    event.preventDefault();
    const body = new FormData(form);
    if (event.submitter && event.submitter.name) body.set(event.submitter.name, event.submitter.value);
    ask(form.action, body);
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    if (link.closest(".words mark") || link.closest(".steps")) {
      event.preventDefault();
      ask(link.href);
    }
  });

  // --- words selected in the text ---
  function selected() {
    const chosen = getSelection();
    if (!chosen.rangeCount || chosen.isCollapsed) return null;
    const range = chosen.getRangeAt(0);
    if (!words.contains(range.commonAncestorContainer)) return null;
    const quote = range.toString();
    const before = textBetween(words, null, range);
    const after = textBetween(words, range, null);
    return {
      quote,
      prefix: points(before).slice(-AROUND).join(""),
      suffix: points(after).slice(0, AROUND).join(""),
      start: startOf(range),
    };
  }

  function textBetween(root, from, to) {
    const range = document.createRange();
    range.selectNodeContents(root);
    if (from) range.setStart(from.endContainer, from.endOffset);
    if (to) range.setEnd(to.startContainer, to.startOffset);
    return range.toString();
  }

  // Where the selection begins in the text, in code points: the last place told before it, and the letters since.
  function startOf(range) {
    let last = null;
    for (const place of words.querySelectorAll("[data-at]")) {
      if (range.comparePoint(place, 0) < 0) last = place;
      else break;
    }
    if (!last) return "";
    const since = document.createRange();
    since.setStartAfter(last);
    since.setEnd(range.startContainer, range.startOffset);
    return Number(last.dataset.at) + points(since.toString()).length;
  }

  function take() {
    const found = selected();
    document.getElementById("bo-sung").open = true;
    if (found) {
      for (const name of ["quote", "prefix", "suffix", "start"]) add.elements[name].value = found[name];
      const kind = add.elements.kind.value;
      const value = add.querySelector('[name="figures.value"]');
      if (kind === "figures") value.value = found.quote.trim();
      add.querySelector(`[data-kind="${kind}"] input`).focus();
    } else {
      add.elements.quote.focus();
    }
  }

  add.elements.quote.addEventListener("input", () => {
    for (const name of ["prefix", "suffix", "start"]) add.elements[name].value = ""; // typed words have no place yet
  });

  // --- keys ---
  const acts = new Map();
  for (const row of document.querySelectorAll("[data-does]")) acts.set(row.dataset.key, row.dataset.does);

  const ways = {
    confirm: () => does("confirm", card())?.click(),
    reject: () => does("reject", card())?.click(),
    unsure: () => does("unsure", card())?.click(),
    undo: () => does("undo", card())?.click(),
    table: () => does("table", card())?.click(),
    next: () => does("next", card())?.click(),
    previous: () => does("previous", card())?.click(),
    queue: () => does("queue")?.click(),
    edit: () => into(card().querySelector(".fields input, .fields select")),
    text: () => document.getElementById("text-h").focus(),
    add: take,
    task: () => does("task", card())?.click(),
    picture: () => toggle(does("picture", card())),
    keys: () => toggle(document.getElementById("keys")),
  };

  function into(field) {
    field?.focus();
    field?.select?.();
  }

  function toggle(part) {
    if (!part) return;
    part.open = !part.open;
    part.querySelector("summary").focus();
  }

  function isTyping(element) {
    return element.matches("input:not([type=checkbox]), textarea, select") || element.isContentEditable;
  }

  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.altKey || event.metaKey) return;
    const typing = isTyping(event.target);
    if (event.ctrlKey) {
      const form = event.target.closest(".answer-form");
      if (event.key === "Enter" && form) {
        event.preventDefault();
        form.requestSubmit(does("save", form));
      }
      return;
    }
    if (event.key === "Escape" && (typing || event.target.closest("#keys, #bo-sung"))) {
      event.preventDefault();
      card().querySelector("#card-h").focus();
      return;
    }
    if (typing || !keysOn.checked) return;
    const act = acts.get(event.key) || acts.get(event.key.toLowerCase());
    if (act && ways[act]) {
      event.preventDefault();
      ways[act]();
    }
  });

  // Keys of one letter can be switched off, for those whose tools press them by themselves.
  keysOn.checked = localStorage.getItem("camket-keys") !== "off";
  keysOn.addEventListener("change", () => localStorage.setItem("camket-keys", keysOn.checked ? "on" : "off"));

  const told = sessionStorage.getItem("camket-told");
  if (told) {
    sessionStorage.removeItem("camket-told");
    card().querySelector(".told").append(Object.assign(document.createElement("p"), { textContent: told }));
  }
  if (card().dataset.mention) {
    mark();
    if (!location.hash || location.hash === "#the") card().querySelector("#card-h").focus({ preventScroll: true });
  }
})();

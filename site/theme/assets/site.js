// Colours, search and the map's highlights; every page can be read without any of them.
(function () {
  "use strict";
  var root = document.documentElement;

  // --- Colours: the system's until a reader chooses.
  var button = document.querySelector(".colours");
  var system = matchMedia("(prefers-color-scheme: dark)");
  function dark() {
    return root.dataset.colours ? root.dataset.colours === "dark" : system.matches;
  }
  function label() {
    var words = dark() ? button.dataset.light : button.dataset.dark;
    button.setAttribute("aria-label", words);
    button.title = words;
  }
  button.hidden = false;
  label();
  system.addEventListener("change", label);
  button.addEventListener("click", function () {
    root.dataset.colours = dark() ? "light" : "dark";
    try {
      localStorage.setItem("ladder-colours", root.dataset.colours);
    } catch (blocked) {
      // The choice then holds for this page alone.
    }
    label();
  });

  // --- The map: a level's own steps stand out while it is pointed at.
  document.querySelectorAll("svg.map").forEach(function (map) {
    var steps = map.querySelectorAll(".step");
    function show(station) {
      map.classList.toggle("tracing", !!station);
      steps.forEach(function (step) {
        var key = station && station.dataset.level;
        step.classList.toggle("traced", !!key && (step.dataset.from === key || step.dataset.to === key));
      });
    }
    map.addEventListener("pointerover", function (event) { show(event.target.closest(".station")); });
    map.addEventListener("pointerleave", function () { show(null); });
    map.addEventListener("focusin", function (event) { show(event.target.closest(".station")); });
    map.addEventListener("focusout", function () { show(null); });
  });

  // --- Search.
  var dialog = document.querySelector("dialog.search");
  var input = dialog.querySelector("input");
  var list = dialog.querySelector("ul");
  var state = dialog.querySelector(".search-state");
  var shown = 12;
  var current = -1;
  var index = null;

  function fold(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  }
  function load() {
    if (index || document.querySelector("script[data-search]")) return;
    var script = document.createElement("script");
    script.src = dialog.dataset.index;
    script.dataset.search = "";
    script.onload = function () {
      index = window.ladderIndex.map(function (row) {
        return { kind: row[0], href: row[1], title: row[2], place: row[3], text: row[4], part: row[6],
                 foldedTitle: fold(row[2] + " " + row[3]), foldedText: fold(row[4]), also: fold(row[5]).split(" ") };
      });
      find();
    };
    script.onerror = function () { state.textContent = dialog.dataset.failed; script.remove(); };
    document.head.appendChild(script);
  }
  // Whether one typing error makes a word, or its beginning, of what was typed: a letter too many, too few, another
  // one, or two that changed places. Short words would be found everywhere.
  function near(typed, word) {
    if (typed.length < 4 || typed[0] !== word[0]) return false;
    var i = 0;
    while (i < typed.length && typed[i] === word[i]) i++;
    var rest = typed.slice(i + 1);
    return word.startsWith(typed.slice(i), i + 1) || word.startsWith(rest, i) || word.startsWith(rest, i + 1)
      || (typed[i] === word[i + 1] && typed[i + 1] === word[i] && word.startsWith(typed.slice(i + 2), i + 2));
  }
  function pointsOf(entry, word, lenient) {
    var at = entry.foldedTitle.indexOf(word);
    if (at === 0 && entry.part !== "section") return 12;
    if (entry.also.indexOf(word) >= 0) return 12;
    if (entry.also.some(function (one) { return one.startsWith(word); })) return 8;
    if (at >= 0) return at === 0 || entry.foldedTitle[at - 1] === " " ? 8 : 4;
    if (entry.foldedText.indexOf(word) >= 0) return 1;
    return lenient && entry.foldedTitle.split(/[^\p{L}\p{N}]+/u).concat(entry.also).some(function (one) { return near(word, one); }) ? 2 : 0;
  }
  function score(entry, words, lenient) {
    var total = 0;
    for (var i = 0; i < words.length; i++) {
      var points = pointsOf(entry, words[i], lenient);
      if (!points) return 0;
      total += points;
    }
    // A level is found by its name once; its sections only by a word of their own.
    if (entry.part === "section" && !words.some(function (word) {
      return entry.also.some(function (one) { return one.startsWith(word) || (lenient && near(word, one)); });
    })) return 0;
    return total;
  }
  function search(words, lenient) {
    var found = [];
    index.forEach(function (entry, place) {
      var points = score(entry, words, lenient);
      if (points) found.push({ entry: entry, points: points, last: entry.part === "rule", place: place });
    });
    return found.sort(function (a, b) { return a.last - b.last || b.points - a.points || a.place - b.place; });
  }
  function find() {
    var words = fold(input.value).split(/\s+/).filter(Boolean);
    list.replaceChildren();
    current = -1;
    input.removeAttribute("aria-activedescendant");
    if (!index || input.value.trim().length < 2) {
      state.textContent = dialog.dataset.start;
      input.setAttribute("aria-expanded", "false");
      return;
    }
    var found = search(words, false);
    var close = !found.length;
    if (close) found = search(words, true);
    found.slice(0, shown).forEach(function (hit, number) { list.appendChild(item(hit.entry, words, number)); });
    state.textContent = !found.length ? dialog.dataset.none.replace("{query}", input.value)
      : close ? dialog.dataset.near.replace("{query}", input.value).replace("{count}", found.length)
      : found.length > shown ? dialog.dataset.more.replace("{count}", found.length).replace("{shown}", shown)
      : found.length === 1 ? dialog.dataset.one
      : dialog.dataset.many.replace("{count}", found.length);
    input.setAttribute("aria-expanded", String(found.length > 0));
  }
  function part(name, className, text) {
    var element = document.createElement(name);
    element.className = className;
    element.textContent = text;
    return element;
  }
  function item(entry, words, number) {
    var row = document.createElement("li");
    row.setAttribute("role", "presentation");
    var link = document.createElement("a");
    link.id = "search-" + number;
    link.setAttribute("role", "option");
    link.setAttribute("aria-selected", "false");
    link.href = dialog.dataset.base + entry.href;
    link.tabIndex = -1;
    link.append(part("span", "hit-title", entry.title), part("span", "hit-place", entry.kind + (entry.place ? " · " + entry.place : "")));
    var inside = words.map(function (word) { return entry.foldedText.indexOf(word); }).filter(function (at) { return at >= 0; })[0];
    if (inside !== undefined) {
      var from = Math.max(0, entry.text.lastIndexOf(" ", Math.max(0, inside - 40)) + 1);
      var around = entry.text.slice(from, from + 130);
      link.append(part("span", "hit-text", (from ? "… " : "") + around + (from + 130 < entry.text.length ? " …" : "")));
    }
    row.append(link);
    return row;
  }
  function choose(step) {
    var rows = list.querySelectorAll("a");
    if (!rows.length) return;
    if (current >= 0) rows[current].setAttribute("aria-selected", "false");
    current = (current + step + rows.length + (current < 0 && step < 0 ? 1 : 0)) % rows.length;
    rows[current].setAttribute("aria-selected", "true");
    rows[current].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", rows[current].id);
  }
  function open() {
    if (dialog.open) return;
    load();
    dialog.showModal();
    input.select();
    find();
  }
  document.querySelector(".search-open").addEventListener("click", function (event) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
  document.addEventListener("keydown", function (event) {
    var typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !typing && !event.metaKey && !event.ctrlKey && !event.altKey) {
      event.preventDefault();
      open();
    }
  });
  input.addEventListener("input", find);
  input.addEventListener("keydown", function (event) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      choose(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Escape") {
      // Browsers first empty a search field; one press is meant to close the search.
      event.preventDefault();
      dialog.close();
    } else if (event.key === "Enter") {
      event.preventDefault();
      var row = list.querySelectorAll("a")[Math.max(current, 0)];
      if (row) row.click();
    }
  });
  // A result on this very page moves the page, so the dialog must not stay in front of it.
  list.addEventListener("click", function (event) { if (event.target.closest("a")) dialog.close(); });
  dialog.addEventListener("click", function (event) { if (event.target === dialog) dialog.close(); });
})();

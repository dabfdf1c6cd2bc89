// Search without a server. lunr and the words of this language's pages are only loaded when somebody begins to search; nothing
// is kept. Words count as written before they count without their marks.
"use strict";
(() => {
  const root = new URL("..", document.currentScript.src);
  const language = document.documentElement.lang;
  const form = document.querySelector("main form[role=search]");
  const input = form.elements.q;
  const [state, map] = ["state", "map"].map((id) => document.getElementById("search-" + id));
  const results = document.createElement("ol");
  const most = 50;  // results shown

  // Words: letters and digits with their marks, without what only shapes them and the English 's.
  const split = (text) => text.normalize("NFC").toLowerCase().replace(/\p{Cf}|['’]s(?!\p{L})/gu, "").match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) || [];

  // What is known of a language: its documents, their index, and the forms of words.
  const known = {};

  // A word as written, "hòa" like "hoà"; and the same without marks, in English without its ending.
  const forms_in = (tag, forms = new Map()) => (word) => {
    if (!forms.has(word)) {
      const strict = word.normalize("NFD").replace(/([ou])([\u0300\u0301\u0303\u0309\u0323])([aey])(?!\p{M})/gu, "$1$3$2");
      const loose = strict.replace(/\p{M}/gu, "").replace(/đ/g, "d");
      forms.set(word, [strict, tag === "en" ? lunr.stemmer(new lunr.Token(loose)).toString() : loose]);
    }
    return forms.get(word);
  };

  // What is indexed of a text: each word in both forms and, where the text is in its order, each pair of neighbours.
  const tokens = (forms_of, text, in_order) => split(text).flatMap((word, i, words) => {
    const found = forms_of(word);
    const pairs = in_order && i ? forms_of(words[i - 1]).map((before, form) => before + " " + found[form]) : [];
    return [...new Set(found), ...new Set(pairs)];
  });

  // What there is, as generator/outputs/search.cpp writes it: documents, and by weight the words that stand in several.
  const build = (loaSearch, forms_of) => {
    const builder = new lunr.Builder();
    builder.ref("id");
    builder.tokenizer = (found) => found || [];
    const weights = new Set(Object.keys(loaSearch.words));
    const entries = loaSearch.documents.map(([, , weight = 0, title = "", other = 0, about = ""], id) => {
      weights.add(String(weight)).add(String(other));
      const entry = { id, [weight]: tokens(forms_of, title, true) };
      entry[other] = (entry[other] || []).concat(tokens(forms_of, about, true));
      return entry;
    });
    for (const weight in loaSearch.words)
      for (const [words, ...ids] of loaSearch.words[weight]) {
        const found = tokens(forms_of, words);
        for (const id of ids) entries[id][weight] = (entries[id][weight] || []).concat(found);
      }
    for (const weight of weights) if (weight > 0) builder.field(weight, { boost: +weight });
    entries.forEach((entry) => builder.add(entry));
    return { ...loaSearch, forms_of, index: builder.build() };
  };

  const add = (name) => new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = new URL(name, root);
    script.onload = () => done(self.loaSearch);
    script.onerror = failed;
    document.head.append(script);
  });
  const load = (tag) => {
    known[tag] = known[tag] || Promise.all([add(tag + "/search.js"), known.lunr = known.lunr || add("assets/lunr.js")]).then(([found]) => build(found, forms_in(tag)));
    known[tag].catch(() => { known[tag] = known.lunr = null; });
    return known[tag];
  };

  // The ids of documents with all words, or with any; the last word may be only begun. Neighbours count for more.
  const ask = (index, words, presence, wildcard) => index.query((query) => words.forEach((word, i) => {
    query.term(word, { presence, wildcard: i === words.length - 1 ? wildcard : 0 });
    if (i) query.term(words[i - 1] + " " + word, { boost: 4 });
  })).map((result) => result.ref);

  const find = ({ index, forms_of }, words) => {
    const { presence: { REQUIRED, OPTIONAL }, wildcard: { NONE, TRAILING } } = lunr.Query;
    const [strict, loose] = [0, 1].map((form) => words.map((word) => forms_of(word)[form]));
    const all = [strict, loose].flatMap((form) => [NONE, TRAILING].flatMap((wildcard) => ask(index, form, REQUIRED, wildcard)));
    return { has_all: all.length > 0, ids: all.length ? all : ask(index, loose, OPTIONAL, NONE) };
  };

  // Where few have all words, the other languages are asked, too. A document has one number in all, and is shown in this one
  // where it can be. `documents` tells of each in which.
  const few = 10;
  const others = new Set([...document.querySelectorAll(".tongues a[hreflang]")].map((link) => link.hreflang));
  const find_anywhere = async (words, turn) => {
    const own = await load(language);
    const { has_all, ids } = find(own, words);
    const found = { has_all, documents: new Map(ids.map((id) => [own.documents[id], language])) };
    if (has_all && found.documents.size >= few) return found;
    for (const tag of others) {
      if (!known[tag] && turn === asked) tell("loading");
      const other = await load(tag).catch(() => null);
      const there = other && find(other, words);
      if (!there || !there.has_all) continue;
      if (!found.has_all) found.documents.clear();
      found.has_all = true;
      for (const id of there.ids) {
        const here = own.documents[id];
        if (here.length) found.documents.set(here, language);
        else found.documents.set(other.documents[id], tag);
      }
    }
    return found;
  };

  const element = (name, text, parts = []) => {
    const made = document.createElement(name);
    made.append(text, ...parts);
    return made;
  };
  const result = ([[address, kind, , title, , about], tag]) => {
    const link = element("a", title);
    link.href = new URL(location.protocol === "file:" ? address.replace(/\/(?=#|$)/, "/index.html") : address, root);
    const more = [kind, about].filter(Boolean).join(" · ");
    const item = element("li", element("strong", link), more ? [element("p", more)] : []);
    item.lang = tag;
    return item;
  };

  const tell = (key, count) => { state.textContent = state.dataset[key].replace("#", count); };

  let asked = 0;
  const show = async () => {
    const words = split(input.value).slice(0, 12), turn = ++asked;
    let found = { documents: new Map() };
    if (words.length && !known.ready) tell("loading");
    try {
      if (words.length) found = await find_anywhere(words, turn);
      known.ready = known.ready || words.length > 0;
    } catch {
      return tell("failed");
    }
    if (turn !== asked) return;  // something else was typed meanwhile
    const { has_all, documents } = found, count = documents.size;
    tell(!words.length ? "hint" : !count ? "none" : !has_all ? "some" : count === 1 ? "one" : count > most ? "first" : "many", count);
    results.textContent = "";
    results.append(...[...documents].slice(0, most).map(result));
    results.hidden = !count;
    map.hidden = words.length > 0;
  };

  results.id = "search-results";
  results.className = "documents";
  state.after(results);
  form.action = location.pathname;  // a folder opened from a disk has no page of its own
  input.value = new URLSearchParams(location.search).get("q") || "";
  input.addEventListener("focus", () => load(language).catch(() => {}));
  input.addEventListener("input", show);
  show();
})();

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

  // A word as written, "hòa" like "hoà"; and the same without marks, in English without its ending.
  const forms = new Map();
  const forms_of = (word) => {
    if (!forms.has(word)) {
      const strict = word.normalize("NFD").replace(/([ou])([\u0300\u0301\u0303\u0309\u0323])([aey])(?!\p{M})/gu, "$1$3$2");
      const loose = strict.replace(/\p{M}/gu, "").replace(/đ/g, "d");
      forms.set(word, [strict, language === "en" ? lunr.stemmer(new lunr.Token(loose)).toString() : loose]);
    }
    return forms.get(word);
  };

  // What is indexed of a text: each word in both forms and, where the text is in its order, each pair of neighbours.
  const tokens = (text, in_order) => split(text).flatMap((word, i, words) => {
    const found = forms_of(word);
    const pairs = in_order && i ? forms_of(words[i - 1]).map((before, form) => before + " " + found[form]) : [];
    return [...new Set(found), ...new Set(pairs)];
  });

  // What there is, as generator/outputs/search.cpp writes it: documents, and by weight the words that stand in several.
  let index;
  const build = () => {
    const builder = new lunr.Builder();
    builder.ref("id");
    builder.tokenizer = (found) => found || [];
    const weights = new Set(Object.keys(loaSearch.words));
    const entries = loaSearch.documents.map(([, , weight, title, other, about], id) => {
      weights.add(String(weight)).add(String(other));
      const entry = { id, [weight]: tokens(title, true) };
      entry[other] = (entry[other] || []).concat(tokens(about, true));
      return entry;
    });
    for (const weight in loaSearch.words)
      for (const [words, ...ids] of loaSearch.words[weight]) {
        const found = tokens(words);
        for (const id of ids) entries[id][weight] = (entries[id][weight] || []).concat(found);
      }
    for (const weight of weights) if (weight > 0) builder.field(weight, { boost: +weight });
    entries.forEach((entry) => builder.add(entry));
    index = builder.build();
  };

  const add = (name) => new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = new URL(name, root);
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  });
  let loading;
  const load = () => {
    loading = loading || Promise.all([add("assets/lunr.js"), add(language + "/search.js")]).then(build);
    loading.catch(() => { loading = null; });
    return loading;
  };

  // The ids of documents with all words, or with any; the last word may be only begun. Neighbours count for more.
  const ask = (words, presence, wildcard) => index.query((query) => words.forEach((word, i) => {
    query.term(word, { presence, wildcard: i === words.length - 1 ? wildcard : 0 });
    if (i) query.term(words[i - 1] + " " + word, { boost: 4 });
  })).map((result) => result.ref);

  const find = (words) => {
    const { presence: { REQUIRED, OPTIONAL }, wildcard: { NONE, TRAILING } } = lunr.Query;
    const [strict, loose] = [0, 1].map((form) => words.map((word) => forms_of(word)[form]));
    const all = [strict, loose].flatMap((form) => [NONE, TRAILING].flatMap((wildcard) => ask(form, REQUIRED, wildcard)));
    const ids = new Set(all.length ? all : ask(loose, OPTIONAL, NONE));
    return { has_all: all.length > 0, documents: [...ids].map((id) => loaSearch.documents[id]) };
  };

  const element = (name, text, parts = []) => {
    const made = document.createElement(name);
    made.append(text, ...parts);
    return made;
  };
  const result = ([address, kind, , title, , about]) => {
    const link = element("a", title);
    link.href = new URL(location.protocol === "file:" ? address.replace(/\/(?=#|$)/, "/index.html") : address, root);
    const more = [kind, about].filter(Boolean).join(" · ");
    return element("li", element("strong", link), more ? [element("p", more)] : []);
  };

  const tell = (key, count) => { state.textContent = state.dataset[key].replace("#", count); };

  const show = async () => {
    const is_asked = () => split(input.value).length > 0;
    if (is_asked() && !index) tell("loading");
    try {
      if (is_asked()) await load();
    } catch {
      return tell("failed");
    }
    const { has_all, documents } = is_asked() ? find(split(input.value).slice(0, 12)) : { documents: [] };
    const count = documents.length;
    tell(!is_asked() ? "hint" : !count ? "none" : !has_all ? "some" : count === 1 ? "one" : count > most ? "first" : "many", count);
    results.textContent = "";
    results.append(...documents.slice(0, most).map(result));
    results.hidden = !count;
    map.hidden = is_asked();
  };

  results.id = "search-results";
  results.className = "documents";
  state.after(results);
  form.action = location.pathname;  // a folder opened from a disk has no page of its own
  input.value = new URLSearchParams(location.search).get("q") || "";
  input.addEventListener("focus", () => load().catch(() => {}));
  input.addEventListener("input", show);
  show();
})();

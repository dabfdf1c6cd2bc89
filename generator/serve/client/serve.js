// In every page of a preview: loads it anew when there is a new edition of the site, and shows the mistakes of the last build over it.
// It has no style and no script within the page, as the pages' own policy asks.
"use strict";
(() => {
  const { edition } = document.currentScript.dataset;
  let events = null, closed = "";  // the mistakes that were read and closed

  function part(name, text, more) {
    const element = document.createElement(name);
    element.textContent = text;
    return Object.assign(element, more);
  }

  function hide() {
    document.getElementById("loa-mistakes")?.remove();
  }

  function show({ mistakes, title, close, language }) {
    hide();
    if (!mistakes || mistakes === closed) return;
    const frame = part("div", "", { id: "loa-mistakes", lang: language });
    const dismiss = () => { closed = mistakes; hide(); };
    const dialog = part("section", "", { id: "dialog", onkeydown: (event) => { if (event.key === "Escape") dismiss(); } });
    dialog.setAttribute("role", "alertdialog");
    dialog.setAttribute("aria-labelledby", "title");
    dialog.setAttribute("aria-describedby", "text");
    dialog.append(part("h2", title, { id: "title" }), part("button", close, { type: "button", onclick: dismiss }),
                  part("pre", mistakes, { id: "text", tabIndex: 0 }));
    frame.attachShadow({ mode: "open" }).append(part("link", "", { rel: "stylesheet", href: "/.loa/serve.css" }), dialog);
    document.body.append(frame);
  }

  // Only the page in front listens: a browser has few connections to one server.
  function listen() {
    events?.close();
    events = null;
    if (document.hidden) return;
    events = new EventSource("/.loa/events");
    events.onmessage = (event) => {
      const now = JSON.parse(event.data);
      if (now.edition === edition) show(now);
      else location.reload();
    };
  }

  document.addEventListener("visibilitychange", listen);
  listen();
})();

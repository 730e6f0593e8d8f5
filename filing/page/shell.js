// The page round the documents: it starts the engine, hands it files, shows how far it is, and draws what it answers.
// Nothing of a file is shown before the verifier has answered.

let lang = "zh", words = {};

const shell = () => {
  const { h, word, say, signs } = draw;
  const json = (id) => JSON.parse(document.getElementById(id).textContent);
  const pins = json("pins");
  const own = pins.own;
  words = json("words");
  if (!navigator.languages.some((l) => l.toLowerCase().startsWith("zh"))) lang = "en";
  if (location.hash === "#zh" || location.hash === "#en") lang = location.hash.slice(1);

  const files = []; // {id, name, parts | file, state, read, document, failed}
  let shown = null, worker = null, busy = null, asks = new Map(), nextAsk = 1;
  const root = document.getElementById("page");

  // ---- the engine ----

  const packed = document.getElementById("verifier").textContent;

  const heard = (m) => {
    if (m.ready) return;
    if (m.ask) {
      const waiting = asks.get(m.ask);
      asks.delete(m.ask);
      if (waiting) m.failed ? waiting.reject(new Error(m.failed)) : waiting.resolve(m);
      return;
    }
    const f = m.id === undefined ? busy : files.find((f) => f.id === m.id);
    if (!f) return;
    if (m.failed) return broken(f, word("broken", m.failed));
    if (m.document !== undefined) {
      f.document = JSON.parse(m.document);
      f.document.ask = (form, from, find) => ask(f, { do: "rows", form, from, find }).then((m) => JSON.parse(m.rows));
      f.state = "done";
      busy = last = null;
      if (!shown) shown = f;
      render();
      document.documentElement.dataset.state = f.document.verdict.state;
      return next();
    }
    f.read = m.read / Math.max(1, m.of);
    told();
  };

  // broken: the verifier is thrown away with whatever it held, and made anew for the next file.
  const broken = (f, why) => {
    if (worker && worker.terminate) worker.terminate();
    worker = last = null;
    f.state = "broken";
    f.failed = why;
    busy = null;
    if (!shown) shown = f;
    render();
    document.documentElement.dataset.state = "broken";
    next();
  };

  const ask = (f, m) => new Promise((resolve, reject) => {
    const n = nextAsk++;
    asks.set(n, { resolve, reject });
    worker.postMessage({ ...m, id: f.id, ask: n });
  });

  // start makes the engine: a worker of the page's own scripts; where the browser has none for such a page, in the page.
  let heardOf = false, last = null;

  const start = () => {
    heardOf = false;
    const source = [...document.querySelectorAll("script.engine")].map((s) => s.textContent);
    try {
      const url = URL.createObjectURL(new Blob(source, { type: "text/javascript" }));
      worker = new Worker(policy ? policy.createScriptURL(url) : url);
      worker.onmessage = (e) => { heardOf = true; heard(e.data); };
      worker.onerror = (e) => {
        e.preventDefault();
        if (!heardOf) inPage();
        else if (busy) broken(busy, word("broken", e.message || "worker"));
      };
    } catch {
      return inPage();
    }
    worker.postMessage({ do: "start", wasm: packed });
  };

  const inPage = () => {
    heardOf = true;
    const answer = engine((m) => setTimeout(() => heard(m)));
    worker = { postMessage: (m) => setTimeout(() => answer(m)) };
    worker.postMessage({ do: "start", wasm: packed });
    if (last && busy) worker.postMessage(last);
  };

  const policy = self.trustedTypes && trustedTypes.createPolicy("yice", { createScriptURL: (u) => u });

  const next = async () => {
    if (busy) return;
    const f = files.find((f) => f.state === "queued");
    if (!f) return;
    busy = f;
    f.state = "busy";
    if (!worker) start();
    told();
    const m = { do: "verify", id: f.id, pins: JSON.stringify({ name: f.name, basis: pins.basis }) };
    try {
      if (f.file) Object.assign(m, await carried(f.file));
      else m.parts = f.parts;
    } catch (e) {
      return broken(f, e.say || word("unreadable"));
    }
    last = m;
    worker.postMessage(m);
  };

  // carried takes the submission out of a chosen file: a ZIP as it is, out of somebody's page only the bytes it carries.
  const carried = async (file) => {
    const head = await file.slice(0, 64).text();
    if (!/^\s*<!doctype html/i.test(head)) return { bytes: await file.arrayBuffer() };
    const page = await file.text();
    const parts = [...page.matchAll(/<script type="application\/octet-stream" class="submission">([A-Za-z0-9+\/=\s]*)<\/script>/g)].map((m) => m[1].trim());
    if (parts.length === 0) throw { say: word("no-inside") };
    return { parts };
  };

  const add = (list) => {
    for (const file of list) files.push({ id: files.length + 1, name: file.name, file, state: "queued", read: 0 });
    render();
    next();
  };

  const saveZIP = async (f) => {
    const { bytes } = await ask(f, { do: "bytes" });
    const a = h("a", { href: URL.createObjectURL(new Blob([bytes], { type: "application/zip" })), download: f.name.replace(/\.html?$/i, "") + (/\.(zip|html?)$/i.test(f.name) ? "" : ".zip") });
    a.click();
  };

  // ---- what is shown ----

  const waiting = (f) => {
    const of = h("i");
    of.style.width = Math.round((f.read || 0) * 100) + "%";
    return h("section.verdict.unknown", { role: "status" }, h("div.sign", { "aria-hidden": "true" }, "…"),
      h("div", h("h1", f.state === "busy" && f.read ? word("verifying", Math.floor(f.read * 100) + "%") : word("starting")), h("p", word("not-yet")),
        h(f.read < 1 && f.read > 0 ? "div.meter" : "div.meter.on", { role: "progressbar" }, of)));
  };

  const failed = (f) => h("section.verdict.bad", { role: "alert" }, h("div.sign", { "aria-hidden": "true" }, signs.bad), h("div", h("h1", f.failed)));

  let meter = null;
  const told = () => {
    if (!meter || !busy) return render();
    const box = waiting(busy);
    meter.replaceWith(box);
    meter = box;
  };

  const bar = () => h("nav.bar", h("div.name", word("brand"), h("span", word("kind"))),
    shown && shown.state === "done" ? [
      h("button", { type: "button", click: () => everything(true) }, word("open-all")), h("button", { type: "button", click: () => everything(false) }, word("close-all")),
      h("button", { type: "button", click: () => print() }, word("print")), h("button", { type: "button", click: () => saveZIP(shown) }, word("take-out"))] : [],
    h("button", { type: "button", id: "language", lang: lang === "en" ? "zh" : "en", click: () => { lang = lang === "en" ? "zh" : "en"; render(); } }, words["language"][lang === "en" ? 0 : 1]));

  // everything opens what explains the score, and what was opened before; the tables stay as they are.
  const everything = (open) => {
    for (const d of root.querySelectorAll("details.line, details.use")) {
      d.open = open;
      d.fill();
    }
  };

  const basis = () => h("div", h("h2", word("goes-by")), pins.lines.length === 0 ? h("p", word("no-basis"))
    : h("dl.facts", pins.lines.map((b) => [h("dt", say(b.title)), h("dd", say(b.text), b.mono ? [" ", h("span.mono", b.mono)] : [])])));

  const chooser = () => {
    const input = h("input", { type: "file", multiple: "", accept: ".zip,.html,.htm", hidden: "", id: "files", change: (e) => add(e.target.files) });
    const box = h("div.drop", h("div.big", word("drop")), h("p.soft.small", word("drop-say")), input, h("button", { type: "button", click: () => input.click() }, word("choose")));
    return box;
  };

  const results = () => files.length === 0 ? [] : h("div.results", h("h2", word("results")), h("div.scroll", h("table",
    h("thead", h("tr", ["", "col-file", "col-who", "col-year", "col-verdict"].map((k) => h("th", k && word(k))), h("th.num", word("col-score")), h("th.num", word("col-issues")))),
    h("tbody", files.map(resultRow)))));

  const resultRow = (f) => {
    const d = f.document, v = d && d.verdict, ok = v && v.ok && v.state !== "bad" && v.state !== "unknown", p = d && d.paper;
    const first = d && d.score && d.score.figures[0];
    const mark = v ? v.state : f.state === "broken" ? "bad" : "none";
    return h("tr.link." + mark + (f === shown ? ".shown" : ""), { click: () => { shown = f; render(); }, tabindex: "0", keydown: (e) => e.key === "Enter" && (shown = f, render()) },
      h("td.sign", v || f.state === "broken" ? signs[mark] : "…"), h("td", f.name), h("td", ok && p ? p.enterprise : "—"), h("td", ok && p ? p.period : "—"),
      h("td.verdict-word", v ? say(v.headline) : f.failed || word("queued")),
      h("td.num", ok && first ? (d.score.measured ? first.confirmed : first.self) || "—" : "—"), h("td.num", v ? v.problems.length : "—"));
  };

  const render = () => {
    document.documentElement.lang = lang === "en" ? "en" : "zh-CN";
    document.documentElement.dataset.lang = lang;
    meter = null;
    const now = shown || busy || files[0];
    let body = [];
    if (now) body = now.state === "done" ? draw.whole(now.document, own ? "" : word("own")) : now.state === "broken" ? failed(now) : (meter = waiting(now));
    root.replaceChildren(bar(), ...[own ? [h("p.caveat", word("owners")), basis(), chooser(), results(), now ? h("h2") : []] : [], body].flat(2));
    const p = now && now.state === "done" && now.document.verdict.state !== "bad" && now.document.paper;
    document.title = (p ? p.enterprise + " " + p.period + " · " : "") + word("title");
    running(now);
  };

  // running puts the verdict at the head of every printed sheet.
  const sheet = document.querySelector("style").sheet;
  let rule = -1;
  const running = (f) => {
    if (rule >= 0) sheet.deleteRule(rule);
    rule = -1;
    if (!f || f.state !== "done") return;
    const d = f.document, quoted = (s) => '"' + [...s].map((c) => "\\" + c.codePointAt(0).toString(16) + " ").join("") + '"';
    const who = d.paper && d.verdict.state !== "bad" ? d.paper.enterprise + "  " + d.paper.period : "";
    const head = (at, s) => "@" + at + "{content:" + quoted(s) + ";font-size:8.5pt;color:#5a6675}";
    rule = sheet.insertRule("@page{" + head("top-left", who) + head("top-right", signs[d.verdict.state] + " " + say(d.verdict.headline)) + "}", sheet.cssRules.length);
  };

  const able = () => self.WebAssembly && self.DecompressionStream && self.BigInt;

  const begin = () => {
    if (!able()) return void (root.textContent = word("old"));
    if (!worker) start();
    if (own) {
      render();
      addEventListener("dragover", (e) => { e.preventDefault(); document.querySelector(".drop").classList.add("over"); });
      addEventListener("dragleave", () => document.querySelector(".drop").classList.remove("over"));
      addEventListener("drop", (e) => { e.preventDefault(); document.querySelector(".drop").classList.remove("over"); add(e.dataTransfer.files); });
      return;
    }
    const parts = [...document.querySelectorAll("script.submission")].map((s) => s.textContent);
    const f = { id: 1, name: pins.name, parts, state: "queued", read: 0 };
    files.push(f);
    const end = document.getElementById("end");
    if (!end || parts.length === 0 || parts.length !== JSON.parse(end.textContent).parts) return broken(f, word("no-data"));
    render();
    next();
  };

  if (document.readyState !== "loading") return begin();
  if (able()) start(); // while the rest of the page is still being read
  addEventListener("DOMContentLoaded", begin);
};

if (typeof document !== "undefined") shell();

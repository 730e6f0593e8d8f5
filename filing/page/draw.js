// Drawing: from the verifier's document to elements. Everything that a file says becomes the text of a text node, never
// markup; only names of classes and elements written here decide what a reader sees.

const draw = (() => {
  const signs = { good: "✓", warn: "!", partly: "!", bad: "✗", none: "–", unknown: "?" };

  const say = (s) => (Array.isArray(s) ? s[lang === "en" ? 1 : 0] : s == null ? "" : String(s));
  const word = (key, ...args) => say(words[key]).replace(/%\[(\d)\][sd]/g, (_, n) => say(args[n - 1]));

  // h makes an element: its name with classes behind dots, attributes, then children: elements, or texts that stay texts.
  const h = (spec, ...rest) => {
    const [name, ...classes] = spec.split(".");
    const e = document.createElement(name || "div");
    if (classes.length) e.className = classes.join(" ");
    for (const r of rest.flat(Infinity)) {
      if (r == null || r === false || r === "") continue;
      if (r instanceof Node) e.append(r);
      else if (typeof r === "object") for (const [k, v] of Object.entries(r)) typeof v === "function" ? e.addEventListener(k, v) : e.setAttribute(k, v);
      else e.append(document.createTextNode(String(r)));
    }
    return e;
  };

  const separated = (n) => {
    const m = /^([+-]?)(\d+)(\.\d+)?(.*)$/.exec(n);
    return m ? m[1] + m[2].replace(/\B(?=(\d{3})+$)/g, ",") + (m[3] || "") + m[4] : n;
  };

  const opened = new Set();
  // fold is a details whose inside is drawn when it opens, and which is open again after a change of language.
  const fold = (spec, key, summary, inside) => {
    const d = h("details." + spec, h("summary", summary));
    let drawn = false;
    const fill = () => {
      if (drawn || !d.open) return;
      drawn = true;
      d.append(inside());
    };
    d.addEventListener("toggle", () => {
      d.open ? opened.add(key) : opened.delete(key);
      fill();
    });
    if (opened.has(key)) {
      d.open = true;
      fill();
    }
    d.fill = fill;
    return d;
  };

  // ---- the verdict ----

  const band = (v) => h("section.verdict." + v.state, { "aria-live": "polite" },
    h("div.sign", { "aria-hidden": "true" }, signs[v.state]),
    h("div", h("h1", say(v.headline)), h("p", say(v.sentence))));

  const asked = (v) => h("dl.asked", { "aria-label": word("asked") }, v.questions.map((q) => h("div." + q.mark,
    h("span.sign", { role: "img", "aria-label": word("mark-" + q.mark) }, signs[q.mark]),
    h("dt", say(q.title)), h("dd.answer", say(q.answer)), h("dd.sentence", say(q.sentence)))));

  const problems = (title, list, mark) => list.length === 0 ? [] : [h("h2", title), h("ol.problems." + mark, list.map((p) => h("li", say(p.message),
    h("span.where", [p.entry && word("entry", p.entry), p.code].filter(Boolean).join(" · ")))))];

  const notes = (list) => list.length === 0 ? [] : h("ul.notes", { "aria-label": word("notes") }, list.map((n) => h("li", say(n.message))));

  // ---- the paper ----

  const pair = (title, ...value) => value.flat().some(Boolean) ? [h("dt", title), h("dd", value)] : [];
  const mono = (s) => s && h("span.mono", s);

  const paper = (p, ok, stamp) => h("header.paper",
    h("div.unit", stamp(), p.enterprise || p.uscc),
    h("div.title", say(p.title)),
    h("div.tags", p.mode && h("span.tag." + (p.official ? "good" : "warn"), say(p.mode)), p.made_up && h("span.tag.none", word("made-up"))),
    h("dl.facts",
      pair(word("uscc"), mono(p.uscc)), pair(word("type"), say(p.type)), pair(word("pack"), p.pack),
      pair(word("serial"), mono(p.serial)), pair(word("replaces"), mono(p.replaces)), pair(word("sealed-at"), say(p.sealed)),
      pair(word("signer"), p.signer || (p.unsigned ? word("no-signer") : "")), pair(word("fingerprint"), mono(p.fingerprint)),
      pair(word("audience"), mono(p.audience)), pair(word("manifest"), mono(p.manifest)), pair(word("sha256"), mono(p.sha256))),
    p.fingerprint && ok ? compare(p.fingerprint) : []);

  // compare lets a reader type the fingerprint that he is being told.
  const compare = (fingerprint) => {
    const plain = (s) => s.toUpperCase().replace(/[^0-9A-Z]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
    const out = h("output.none");
    const field = h("input", { type: "text", spellcheck: "false", autocomplete: "off", "aria-label": word("compare"), placeholder: "ABCD-EFGH-…" });
    field.addEventListener("input", () => {
      const typed = plain(field.value), same = typed === plain(fingerprint);
      const enough = typed.length >= plain(fingerprint).length;
      out.className = same ? "good" : enough ? "bad" : "none";
      out.textContent = typed === "" ? "" : same ? signs.good + " " + word("compare-same") : enough ? signs.bad + " " + word("compare-not") : word("compare-more");
    });
    return h("details.compare.fold", h("summary", h("span.t", word("compare"))), h("p", word("compare-say")), field, out);
  };

  // ---- the score ----

  // about marks every figure that a draft gave, and what did not verify.
  const about = (doc) => doc.paper && doc.paper.official ? [] : h("span.about", { role: "img", "aria-label": word("simulated"), title: word("simulated") }, "≈");

  const figures = (doc, s, stamp) => h("div.figures", s.figures.map((f) => h("div.figure",
    h("div.t", stamp(), say(f.title)),
    h("div.n", about(doc), separated(s.measured ? f.confirmed || "—" : f.self || "—"), h("small", say(f.of))),
    s.measured ? h("span.s", word("self") + " " + separated(f.self || "—")) : [],
    say(f.pending) ? h("span.s", say(f.pending)) : [], say(f.unfilled) ? h("span.s", say(f.unfilled)) : [])));

  const track = (l) => {
    if (l.progress < 0) return h("div.track.empty", { "aria-hidden": "true" });
    const bar = (spec, n) => {
      const i = h(spec);
      i.style.width = n / 100 + "%";
      return i;
    };
    return h("div.track", { role: "img", "aria-label": l.progress / 100 + "%" },
      l.progress_pending > l.progress ? bar("i.hatched", l.progress_pending) : [], bar("i", l.progress));
  };

  const points = (l, doc) => h("div.p", about(doc), separated(l.score || "—"), l.of ? h("small", " / " + l.of) : [],
    l.pending ? h("span.pending", word("with-pending", separated(l.pending))) : [], l.unfilled ? h("span.unfilled", word("unfilled", l.unfilled)) : []);

  const told = (l, doc) => h("div.inside",
    h("dl.told", l.paragraphs.map((p) => [h("dt", say(p.label)), h("dd", p.lines.map((s) => h("div", say(s))))])),
    uses(word("used"), l.used, doc, l.id + "/u"), uses(word("rejected"), l.rejected, doc, l.id + "/r"),
    l.forms.map((form) => tableOf(doc, form)).filter((t) => t && t.count > 0).map((t) => table(doc, t, l.id + "/")));

  const line = (l, doc, account) => fold("line" + (account ? ".account" : "") + (l.total ? ".total" : ""), "line/" + l.id,
    account ? [h("span.t", say(l.title)), points(l, doc)]
      : [h("span.t", say(l.title)),
        h("div.way", track(l), h("div.under", h("span", say(l.value) + (l.target ? " / " + l.target : "")), h("span." + l.mark, say(l.gap) || say(l.status)))),
        points(l, doc)],
    () => told(l, doc));

  const uses = (title, list, doc, key) => list.length === 0 ? [] : h("div.uses", h("h4", title + " " + list.length), list.map((u, i) => {
    const head = [h("span.title", say(u.title)), h("span.counts", say(u.counts)), u.pending ? h("span.tag.warn", word("pending")) : [], say(u.why) ? h("span.why", say(u.why)) : []];
    const record = recordOf(doc, u.form, u.row);
    return record ? fold("use", key + i, head, () => cells(record)) : h("div.use", h("div.summary", head));
  }));

  // ---- records ----

  const tableOf = (doc, form) => doc.tables.find((t) => t.form === form);
  const recordOf = (doc, form, row) => {
    const t = tableOf(doc, form);
    const r = t && t.rows.find((r) => r.row === row);
    return r && { t, r };
  };

  const cells = ({ t, r }) => h("dl.cells", h("div.head", word("row-of", "data/" + t.form + ".csv", r.row)),
    t.columns.map((c, i) => say(r.cells[i]) === "" ? [] : [h("dt", say(c.title)), h("dd", say(r.cells[i]))]));

  const pageRows = 100;

  // table lists rows; those of a ledger beyond the first are asked of the verifier.
  const table = (doc, t, key) => fold("fold", key + "table/" + t.form, [h("span.t", say(t.title)), h("span.c", word("rows", t.count))], () => {
    const body = h("tbody"), status = h("span");
    const used = t.columns.map((c, i) => i).filter((i) => t.more || t.rows.some((r) => say(r.cells[i]) !== ""));
    const put = (rows) => body.append(...rows.map((r) => h("tr", h("td.row.num", r.row), used.map((i) => h(t.columns[i].figure ? "td.num" : "td", say(r.cells[i]))))));
    const next = h("button", { type: "button" });
    let shown = 0, whole = t.rows.length >= t.count;
    const told = () => {
      status.textContent = word("shown", Math.min(1, shown), shown, t.count);
      next.hidden = shown >= t.count;
      next.textContent = word("more-rows", Math.min(pageRows, t.count - shown));
    };
    const more = async () => {
      const rows = whole || shown < t.rows.length ? t.rows.slice(shown, shown + pageRows) : (next.disabled = true, await doc.ask(t.form, shown, "")).rows;
      next.disabled = false;
      put(rows);
      shown += rows.length;
      told();
    };
    next.addEventListener("click", more);
    const head = h("div.tools", status, finding(doc, t, body, put, () => { body.replaceChildren(); shown = 0; more(); }, status, next));
    if (t.count === 0) return h("div.inside", word("no-rows"));
    more();
    return h("div", head, h("div.scroll", h("table", h("thead", h("tr", h("th.num", word("row")), used.map((i) => h(t.columns[i].figure ? "th.num" : "th", say(t.columns[i].title))))), body)), h("div.tools", next));
  });

  const finding = (doc, t, body, put, all, status, next) => {
    if (t.count <= 20) return [];
    const field = h("input", { type: "search", placeholder: word("find-say"), "aria-label": word("find") });
    field.addEventListener("change", async () => {
      const find = field.value.trim();
      if (find === "") return all();
      status.textContent = word("wait");
      next.hidden = true;
      const got = await doc.ask(t.form, 0, find);
      body.replaceChildren();
      put(got.rows);
      status.textContent = word("found", got.count) + (got.rows.length < got.count ? " · " + word("found-most", got.rows.length) : "");
    });
    return field;
  };

  // ---- the rest ----

  const findings = (list, stamp) => [h("h2", stamp(), word("findings")), list.length === 0 ? h("p.soft", word("findings-none")) : h("ul.findings", list.map((f, i) => h("li",
    h("span.tag." + (f.must ? "bad" : "warn"), say(f.kind)), h("span.where", say(f.where)), h("div", say(f.message)),
    f.reason ? h("div.reason", word("reason", f.reason)) : [])))];

  const plainTable = (head, rows) => h("div.scroll", h("table", h("thead", h("tr", head.map((t) => h("th", t)))), h("tbody", rows.map((r) => h("tr", r.map((c) => h("td", c)))))));

  const signoffs = (doc, stamp) => [h("h2", stamp(), word("signoffs")), doc.unsigned ? h("p", word("unsigned-why", doc.unsigned)) : [],
    plainTable([word("q-signoffs"), "", ""], doc.signoffs.map((s) => [say(s.role),
      s.name ? word("signed-on", s.name, s.date) : h("span.soft", word("nobody")),
      h("span.tag." + s.mark, say(s.how))]))];

  const recognitions = (doc, stamp) => doc.recognitions.length === 0 ? [] : [h("h2", stamp(), word("recognitions")),
    plainTable([word("row-name"), word("recognition-as"), word("recognition-who"), ""], doc.recognitions.map((r) => [say(r.of) + " " + r.title, say(r.says), r.basis,
      h("span.tag." + (r.decided ? "good" : "warn"), word(r.decided ? "decided" : "declared"))]))];

  const assumed = (doc, stamp) => doc.assumed.length === 0 ? [] : [h("h2", stamp(), doc.settled ? say(doc.settled.title) : word("assumed")),
    h("p.soft.small", doc.settled ? say(doc.settled.says) : word("assumed-say")),
    fold("fold", "assumed", [h("span.t", doc.settled ? say(doc.settled.title) : word("assumed")), h("span.c", word("rows", doc.assumed.length))],
      () => plainTable([word("of"), word("parameter"), word("value"), word("path")], doc.assumed.map((a) => [say(a.of), say(a.name), a.value, h("span.mono.small", a.path)])))];

  const byHand = (p) => [h("h2", word("by-hand")), h("p.soft.small", word("by-hand-say")),
    h("pre", "sha256sum -c --strict manifest.sha256" + (p && p.signed ? "\nopenssl dgst -sm3 -verify signer.pem -sigopt distid:1234567812345678 \\\n  -signature manifest.sm2sig manifest.sha256" : "")),
    h("p.soft.small", word("by-hand-whole"))];

  const score = (doc, stamp) => {
    const s = doc.score;
    if (!s) return [];
    const accounts = (title, list) => list.length === 0 ? [] : [h("h2", stamp(), title), list.map((l) => line(l, doc, true))];
    return [h("h2", stamp(), word("score")), figures(doc, s, stamp), h("p.soft.small", word(s.measured ? "confirmed-is" : "self-is")), s.remarks.map((r) => h("p", say(r))),
      h("h2", stamp(), word("progress")), s.indicators.map((l) => line(l, doc, false)), h("p.soft.small", word("progress-say")),
      accounts(word("bonus"), s.bonus), accounts(word("profit"), s.profit), accounts(word("payroll"), s.payroll)];
  };

  const content = (doc, ok, stamp) => [
    doc.paper ? paper(doc.paper, ok, stamp) : [], score(doc, stamp), findings(doc.findings, stamp), signoffs(doc, stamp), recognitions(doc, stamp), assumed(doc, stamp),
    h("h2", stamp(), word("tables")), h("p.soft.small", word(ok ? "tables-say" : "unverified-say")), doc.tables.map((t) => table(doc, t, "data/"))];

  // whole is everything of one document. What did not verify stands closed, below its line, every part of it stamped.
  const whole = (doc, caveat) => {
    const v = doc.verdict, ok = v.ok && v.state !== "unknown" && v.state !== "bad";
    const stamp = () => (ok ? [] : h("span.stamp", word("unverified")));
    return h("article", band(v), caveat ? h("p.caveat", caveat) : [], asked(v), problems(word("problems"), v.problems, "bad"), notes(v.notes),
      ok ? content(doc, true, stamp) : doc.paper ? fold("unverified", "unverified", word("unverified-ask"),
        () => h("div.inner", h("p.bad", word("unverified-say")), content(doc, false, stamp))) : [],
      ok ? byHand(doc.paper) : []);
  };

  return { h, say, word, whole, signs, separated, opened };
})();

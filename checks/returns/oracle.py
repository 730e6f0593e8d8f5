"""The returns of made-up enterprises, worked out from what docs/returns.md says of them, in exact fractions.

It shares nothing with the program. Printed is a line of JSON for each enterprise: the tables of its years as a person would key them,
money in 元, and every cell of every return as it must be shown; null is a cell that nobody can know.

    python3 oracle.py COUNT SEED
"""
import json
import random
import sys
from fractions import Fraction as F

CATEGORIES = [("8", "人员人工"), ("9", "直接投入"), ("10", "折旧与长期待摊"), ("11", "无形资产摊销"), ("12", "设计"),
              ("13", "装备调试与试验"), ("14", "委托外部"), ("19", "其他")]
SOURCES = [("57", "企业自筹"), ("43", "政府部门"), ("58", "银行贷款"), ("55", "风险投资"), ("56", "其他渠道")]
HOME = ["境内研究机构", "境内高校", "境内企业"]
PARTIES = HOME + ["境外机构"]
ITEMS = {"人员人工": ["1.1", "1.2", "1.3"], "直接投入": ["2.%d" % i for i in range(1, 9)], "折旧与长期待摊": ["3.1", "3.2", "3.9"],
         "无形资产摊销": ["4.1", "4.2", "4.3"], "设计": ["5.1", "5.2", "5.3", "5.4"], "装备调试与试验": ["5.3", "5.4"],
         "其他": ["6.%d" % i for i in range(1, 6)], "委托外部": [], "": []}
STAFF = {1: "rd_staff", 2: "rd_staff_management", 3: "rd_staff_female", 4: "rd_staff_fulltime", 5: "rd_staff_bachelor", 6: "rd_staff_hired"}
COUNTS = {22: "institutions", 23: "institution_staff", 24: "institution_doctors", 25: "institution_masters", 38: "trademarks",
          40: "papers", 50: "overseas_institutions"}
MONEYS = {20: "rd_assets", 21: "rd_assets_equipment", 52: "deduction_claimed", 44: "deduction_tax_saved", 45: "hightech_tax_saved",
          26: "institution_spend", 27: "equipment_value", 36: "new_product_sales", 37: "new_product_exports", 46: "renovation_spend",
          47: "domestic_tech_bought", 48: "foreign_tech_bought", 49: "absorption_spend"}
OF_MONEY = set(MONEYS.values()) | {"revenue", "rd_budget", "hightech_revenue", "cost_total", "assets_total"}


# ---- numbers ----

def near(x):
    """The nearest whole number, a half away from zero."""
    n = abs(x) + F(1, 2)
    n = n.numerator // n.denominator
    return n if x >= 0 else -n


def shown(x, places):
    """A number with its places."""
    if x is None:
        return None
    n = near(F(x) * 10 ** places)
    s = str(abs(n)).rjust(places + 1, "0")
    if places:
        s = s[:-places] + "." + s[-places:]
    return "-" + s if n < 0 else s


def yuan(fen): return None if fen is None else shown(F(fen, 100), 2)
def thousand(fen): return None if fen is None else shown(F(fen, 100_000), 0)
def wan(fen): return None if fen is None else shown(F(fen, 1_000_000), 2)
def whole(n): return None if n is None else str(n)
def percent(a, b): return None if a is None or b is None or b <= 0 else shown(F(a, b) * 100, 2)


def fen(x):
    """A share of an amount, to the 分; of less than nothing, nothing."""
    return near(F(x)) if x > 0 else 0


def total(lines): return sum(l["amount"] for l in lines)
def of(lines, **want): return [l for l in lines if all(l[k] in v if isinstance(v, (list, tuple)) else l[k] == v for k, v in want.items())]
def plus(*parts): return None if any(p is None for p in parts) else sum(parts)


# ---- a made-up enterprise ----

def draw(rnd):
    e = {"year": 2023, "annual": {}, "ledger": [], "projects": [], "team": [], "patents": [], "conversions": [], "standards": [],
         "summary": None, "before": []}
    for code in rnd.sample(["A", "B", "C", "D", "E"], rnd.randrange(0, 5)):
        e["projects"].append(project(rnd, code))
    codes = [p["code"] for p in e["projects"]]
    if rnd.random() < .9:
        e["annual"] = annual(rnd)
    if rnd.random() < .9:
        e["ledger"] = ledger(rnd, codes)
    if rnd.random() < .15 or not e["ledger"] and rnd.random() < .7:
        e["summary"] = summary(rnd)
    if rnd.random() < .2:
        edge(rnd, e)
    for n in range(rnd.randrange(0, 8) if codes else 0):
        e["team"].append({"project": rnd.choice(codes), "person": rnd.choice("甲乙丙丁戊"), "share": share(rnd)})
    e["team"] = list({(t["project"], t["person"]): t for t in e["team"]}.values())
    for n in range(rnd.randrange(0, 6)):
        e["patents"].append(patent(rnd, n))
    for n in range(rnd.randrange(0, 4)):
        e["conversions"].append({"name": "成果%d" % n, "mode": rnd.choice(["转让", "许可", "作价入股", "自行实施"]), "income": rnd.randrange(0, 10**9),
                                 "patent": rnd.choice([p["number"] for p in e["patents"]] + [""])})
    for n in range(rnd.randrange(0, 4)):
        e["standards"].append({"number": "GB/T %d-2023" % (1000 + n), "level": rnd.choice(["国家", "行业", "地方", "团体", "国际"]),
                               "issued_on": rnd.choice(["2023-01-01", "2023-12-31", "2022-12-31", "2024-01-01"])})
    for back in (1, 2):
        if rnd.random() < .75:
            b = {"year": 2023 - back, "annual": annual(rnd) if rnd.random() < .9 else {}, "ledger": ledger(rnd, codes) if rnd.random() < .6 else [], "summary": None}
            if b["annual"] and rnd.random() < .8:
                b["annual"].pop("as_of", None)
            if rnd.random() < .5:
                b["summary"] = summary(rnd)
            e["before"].append(b)
    return e


def annual(rnd):
    a = {}
    for f in list(STAFF.values()) + list(COUNTS.values()) + ["employees", "tech_staff"]:
        if rnd.random() < .8:
            a[f] = rnd.randrange(0, 900)
    for f in sorted(OF_MONEY):
        if rnd.random() < .8:
            a[f] = rnd.choice([0, rnd.randrange(1, 10**6), rnd.randrange(10**6, 10**12)])
    if rnd.random() < .3:
        a["revenue"] = rnd.choice([50_000_000_00, 50_000_000_01, 200_000_000_00, 200_000_000_01])
    if rnd.random() < .4:
        a["as_of"] = rnd.randrange(1, 13)
    return a


def project(rnd, code):
    p = {"code": code, "name": "项目" + code, "start": rnd.choice(["", "202201", "202301", "202312", "202401"]),
         "end": rnd.choice(["", "202212", "202301", "202312", "202406", "000000"])}
    for f, most in (("staff", 60), ("person_months", 9000), ("total_spend", 10**10), ("government_funds", 10**9)):
        if rnd.random() < .7:
            p[f] = rnd.randrange(0, most)
    return p


def line(rnd, codes):
    category = rnd.choice([c for _, c in CATEGORIES] + ["直接投入", ""])
    l = {"project": rnd.choice(codes + [""]), "category": category, "month": rnd.randrange(1, 13), "nontax": rnd.random() < .1,
         "treatment": rnd.choice(["费用化", "费用化", "费用化", "资本化", ""]), "source": rnd.choice([s for _, s in SOURCES] + ["企业自筹", ""]),
         "activity": rnd.choice(["基础研究", "应用研究", "试验发展", ""]), "party": "", "item": "", "amount": rnd.randrange(-10**6, 10**8)}
    if category == "委托外部":
        l["party"] = rnd.choice(PARTIES + [""])
    if ITEMS[category] and rnd.random() < .7:
        l["item"] = rnd.choice(ITEMS[category])
    return l


def ledger(rnd, codes): return [line(rnd, codes) for _ in range(rnd.randrange(1, 30))]


def edge(rnd, e):
    """Ledgers whose 其他 is at its cap and whose 境外 is at two thirds, a 分 below and above among them; and what is never deducted."""
    n, off, away = rnd.randrange(1, 10**7), rnd.choice([-1, 0, 1]), rnd.choice([-1, 0, 1])
    code = e["projects"][0]["code"] if e["projects"] else ""
    def one(category, amount, **more):
        return {**{"project": code, "category": category, "month": 5, "nontax": False, "treatment": "费用化", "source": "企业自筹", "activity": "",
                   "party": "", "item": "", "amount": amount}, **more}
    inside = 9 * 24 * n + 24 * n  # of the first five and of 其他 at its cap
    e["ledger"] = [one("人员人工", 9 * 24 * n), one("其他", 24 * n + off), one("委托外部", inside * 2 // 3 * 10 // 8 + away, party="境外机构"),
                   one("直接投入", 12_345, project=""), one("设计", 6_789, nontax=True), one("折旧与长期待摊", 4_444, item="3.9")]


def summary(rnd):
    s = {}
    for f in ("expensed", "capitalised"):
        if rnd.random() < .85:
            s[f] = rnd.randrange(0, 10**10)
            if rnd.random() < .7:
                s[f + "_government"] = rnd.randrange(0, s[f] + 1)
    if rnd.random() < .5:
        s["months"] = rnd.randrange(1, 13)
    return s


def share(rnd): return rnd.choice([1_000_000, 900_000, 899_999, 850_000, 849_999, 100_000, 99_999, 50_000, 0, rnd.randrange(0, 1_000_001)])


def patent(rnd, n):
    kind = rnd.choice(["发明", "发明", "实用新型", "外观设计"])
    p = {"number": patent_number({"发明": 1, "实用新型": 2, "外观设计": 3}[kind], n), "kind": kind, "status": rnd.choice(["授权", "授权", "实审", "终止"]),
         "applied_on": rnd.choice(["2020-03-03", "2021-12-31", "2023-01-01", "2023-12-31"]), "granted_on": "", "implemented": rnd.choice(["是", "否", ""])}
    if p["status"] == "授权":
        p["granted_on"] = rnd.choice(["2022-05-01", "2023-12-31", "2024-01-01"])
    return p


def patent_number(kind, n):
    digits = "2020%d%07d" % (kind, 4_000_000 + n)
    check = sum(int(d) * w for d, w in zip(digits, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5])) % 11
    return digits + "." + ("X" if check == 10 else str(check))


# ---- as it is keyed ----

def tables(e):
    """The tables of every year, by year and form: captions and rows of texts."""
    money = lambda row, f: yuan(row[f]) if f in row else ""
    word = lambda row, f: str(row.get(f, ""))
    out = {}
    def table(year, form, head, rows):
        if rows:
            out["%d/%s" % (year, form)] = [head] + rows
    for b in [e] + e["before"]:
        y, a = b["year"], b["annual"]
        fields = sorted(f for f in a if f != "as_of")
        cells = [money(a, f) if f in OF_MONEY else word(a, f) for f in fields]
        if "as_of" in a:
            fields, cells = fields + ["as_of"], cells + ["%d%02d" % (y, a["as_of"])]
        table(y, "annual", fields, [cells] if fields else [])
        table(y, "spend", ["date", "voucher", "project", "category", "item", "treatment", "source", "activity", "counterparty", "non_taxable", "amount"],
              [["%d-%02d-%02d" % (y, l["month"], 1 + i % 28), "记-%04d" % i, l["project"], l["category"], l["item"], l["treatment"], l["source"], l["activity"],
                l["party"], "是" if l["nontax"] else "", yuan(l["amount"])] for i, l in enumerate(b["ledger"])])
        if b["summary"]:
            s = b["summary"]
            table(y, "rd_summary", ["expensed", "expensed_government", "capitalised", "capitalised_government", "months"],
                  [[money(s, f) for f in ("expensed", "expensed_government", "capitalised", "capitalised_government")] + [word(s, "months")]])
    y = e["year"]
    table(y, "project", ["code", "name", "start", "end", "staff", "person_months", "total_spend", "government_funds"],
          [[p["code"], p["name"], p["start"], p["end"], word(p, "staff"), shown(F(p["person_months"], 10), 1) if "person_months" in p else "",
            money(p, "total_spend"), money(p, "government_funds")] for p in e["projects"]])
    for b in e["before"]:  # the lines of the years before name the same projects
        table(b["year"], "project", ["code", "name"], [[p["code"], p["name"]] for p in e["projects"]])
    table(y, "team", ["project", "person", "name", "share"], [[t["project"], t["person"], t["person"], shown(F(t["share"], 10_000), 4) + "%"] for t in e["team"]])
    table(y, "patent", ["number", "title", "kind", "status", "applied_on", "granted_on", "implemented"],
          [[p["number"], "专利" + p["number"], p["kind"], p["status"], p["applied_on"], p["granted_on"], p["implemented"]] for p in e["patents"]])
    table(y, "conversion", ["name", "mode", "income", "patent"], [[v["name"], v["mode"], yuan(v["income"]), v["patent"]] for v in e["conversions"]])
    table(y, "standard", ["number", "title", "level", "issued_on"], [[s["number"], "标准" + s["number"], s["level"], s["issued_on"]] for s in e["standards"]])
    return out


# ---- what stands on a summary ----

def stands(b):
    """A year without a ledger that has a summary with a figure."""
    s = b["summary"]
    return not b["ledger"] and s is not None and ("expensed" in s or "capitalised" in s)


def summed(s, what):
    get = lambda f: s.get(f, 0)
    return {"total": get("expensed") + get("capitalised"), "expensed": get("expensed"), "capitalised": get("capitalised"),
            "政府部门": get("expensed_government") + get("capitalised_government")}.get(what)


def books(b, name, **want):
    """What the year's books say of a part; a summary tells only a few apart."""
    if stands(b):
        return summed(b["summary"], name)
    return total(of(b["ledger"], **want)) if b["ledger"] else None


def as_of(b): return b["annual"].get("as_of", 12)


# ---- the returns ----

def form1071(e):
    out, n = {}, 0
    for p in sorted(e["projects"], key=lambda p: p["code"]):
        mine = of(e["ledger"], project=p["code"])
        begun = not p["start"] or p["start"] <= "202312"
        running = p["end"] in ("", "000000") or p["end"] >= "202301"
        if not mine and not (begun and running):
            continue
        n += 1
        if mine:
            spent = [total(mine), total(of(mine, source="政府部门")), total(of(mine, activity="基础研究")),
                     total([l for l in mine if l["category"] != "委托外部"]), total(of(mine, category="委托外部"))]
        else:
            spent = [0 if e["ledger"] else p.get("total_spend"), p.get("government_funds"), None, None, None]
        months = p.get("person_months")
        out[str(n)] = {"8": whole(p.get("staff")), "9": None if months is None else shown(F(months, 10), 1)}
        out[str(n)].update({k: thousand(v) for k, v in zip(["10", "11", "12", "13", "14"], spent)})
    return out


def form1072(e):
    a, c = e["annual"], {}
    money = lambda name, **w: None if not e["ledger"] and not stands(e) else thousand(books(e, name, **w))
    for k, f in {**STAFF, **COUNTS}.items():
        c[str(k)] = whole(a.get(f))
    for k, f in MONEYS.items():
        c[str(k)] = thousand(a.get(f))
    c["7"] = money("total")
    for k, name in CATEGORIES:
        c[k] = money(name, category=name)
    for k, name in zip(["15", "16", "17", "18"], PARTIES):
        c[k] = money(name, category="委托外部", party=name)
    for k, name in SOURCES:
        c[k] = money(name, source=name)
    year = lambda d: d[:4] == "2023"
    applied = [p for p in e["patents"] if year(p["applied_on"])]
    force = [p for p in e["patents"] if p["kind"] == "发明" and p["status"] == "授权" and p["granted_on"][:4] <= "2023"]
    sold = [v for v in e["conversions"] if v["mode"] in ("转让", "许可") and v["patent"]]
    c["29"], c["30"] = whole(len(applied)), whole(len([p for p in applied if p["kind"] == "发明"]))
    c["32"], c["33"] = whole(len(force)), whole(len([p for p in force if p["implemented"] == "是"]))
    c["53"], c["54"] = whole(len({v["patent"] for v in sold})), thousand(sum(v["income"] for v in sold))
    c["41"] = whole(len([s for s in e["standards"] if s["level"] in ("国家", "行业") and year(s["issued_on"])]))
    if stands(e) and not (a or e["projects"] or e["team"] or e["patents"] or e["conversions"] or e["standards"]):
        c.update(dict.fromkeys(["29", "30", "32", "33", "53", "54", "41"]))  # nothing is kept but a summary
    return {"year": c}


def quick_parts():
    yield "total", "total", {}
    yield "expensed", "expensed", {"treatment": "费用化"}
    yield "capitalised", "capitalised", {"treatment": "资本化"}
    yield "untreated", "", {"treatment": ""}
    for k, name in CATEGORIES:
        yield "c" + k, name, {"category": name}
    yield "c0", "", {"category": ""}
    for k, name in SOURCES:
        yield "s" + k, name, {"source": name}
    yield "s0", "", {"source": ""}


def quick(e):
    last = as_of(e)
    before = next((b for b in e["before"] if b["year"] == 2022), None)
    def months(b, first, to):
        return [l for l in b["ledger"] if first <= l["month"] <= to]
    def of_summary(b, name):
        s = b["summary"]
        if s is None or "expensed" not in s and "capitalised" not in s or s.get("months", 12) != last:
            return None
        return summed(s, name)
    out, exact = {}, {}
    for q in range(1, 5):
        first = 3 * q - 2
        unknown = first > last or not e["ledger"]
        exact["q%d" % q] = {k: None if unknown else total(of(months(e, first, min(3 * q, last)), **w)) for k, _, w in quick_parts()}
    exact["year"] = {k: of_summary(e, n) if not e["ledger"] else total(of(months(e, 1, last), **w)) for k, n, w in quick_parts()}
    exact["last"] = {k: None if before is None else total(of(months(before, 1, last), **w)) if before["ledger"] else of_summary(before, n) for k, n, w in quick_parts()}
    for s, lines in exact.items():
        out[s] = {k: wan(v) for k, v in lines.items()}
    out["growth"] = {}
    for k, _, _ in quick_parts():
        now, was = exact["year"][k], exact["last"][k]
        out["growth"][k] = None if now is None else percent(now - was if was is not None else None, was)
    budget = e["annual"].get("rd_budget")
    out["year"]["budget"], out["year"]["execution"] = wan(budget), percent(exact["year"]["total"], budget)
    return out


def use_source(e):
    uses = {"labour": ["人员人工"], "other": ["直接投入", "设计", "装备调试与试验", "其他"], "external": ["委托外部"],
            "wear": ["折旧与长期待摊", "无形资产摊销"], "unstated": [""]}
    out = {}
    for name in [s for _, s in SOURCES] + [""]:
        mine = of(e["ledger"], source=name)
        out["s:" + name] = {"total": None if not e["ledger"] else thousand(total(mine))}
        for k, names in uses.items():
            out["s:" + name][k] = None if not e["ledger"] else thousand(total(of(mine, category=names)))
    out["year"] = {"total": thousand(books(e, "total")), "assets": thousand(e["annual"].get("rd_assets"))}
    for k, names in uses.items():
        out["year"][k] = thousand(books(e, k, category=names))
    return out


def full_time(e):
    out, people, years = {}, 0, 0
    for person in sorted({t["person"] for t in e["team"]}):
        mine = [t["share"] for t in e["team"] if t["person"] == person]
        part = F(sum(mine), 1_000_000)
        tenths = 10 if part >= F(9, 10) else 0 if part < F(1, 10) else near(part * 10)
        n = 0 if part < F(1, 10) else 1
        people, years = people + n, years + tenths
        out["p:" + person] = {"projects": whole(len(mine)), "share": shown(part * 100, 2), "persons": whole(n), "years": shown(F(tenths, 10), 1)}
    out["total"] = {"persons": whole(people), "years": shown(F(years, 10), 1)}
    return out


def tax(lines):
    """What a part of the ledger has by the columns of the tax ledger, 分."""
    worn = [l for l in of(lines, category="折旧与长期待摊") if l["item"] not in ("3.1", "3.2")]
    instruments = of(lines, category="折旧与长期待摊", item=["3.1", "3.2"])
    c = {"1": total(of(lines, category="人员人工")), "2": total(of(lines, category="直接投入")), "3": total(instruments),
         "4": total(of(lines, category="无形资产摊销")), "5": total(of(lines, category=["设计", "装备调试与试验"])), "7.1": total(of(lines, category="其他")),
         "home": total(of(lines, category="委托外部", party=HOME)), "abroad": total(of(lines, category="委托外部", party="境外机构")),
         "worn": total(worn), "unnamed": total(of(lines, category="委托外部", party="")), "blank": total(of(lines, category="")), "spent": total(lines)}
    c["6"] = sum(c[k] for k in "12345")
    return c


def limits(c):
    five = max(c["6"], 0)
    other = max(min(c["7.1"], fen(F(five * 10, 90))), 0)
    home = fen(F(c["home"] * 80, 100))
    abroad = min(fen(F(c["abroad"] * 80, 100)), fen(F((five + other + home) * 2, 3)))
    return {"7.2": other, "home80": home, "abroadmax": abroad, "allowed": five + other + home + abroad}


def deductible(e): return [l for l in e["ledger"] if l["project"] and not l["nontax"]]


def tax_ledger(e):
    out, good = {}, deductible(e)
    for key in sorted({(l["project"], l["treatment"]) for l in good}):
        out[" ".join(key)] = tax(of(good, project=key[0], treatment=key[1]))
    out["expensed"] = tax(of(good, treatment="费用化"))
    out["capitalised"] = tax(of(good, treatment="资本化"))
    out["untreated"] = tax(of(good, treatment=""))
    out["unassigned"] = tax([l for l in e["ledger"] if not l["project"] and not l["nontax"]])
    out["non-taxable"] = tax(of(e["ledger"], nontax=True))
    out["total"] = tax(e["ledger"])
    out["expensed"].update(limits(out["expensed"]))
    return {s: {k: yuan(v) if e["ledger"] else None for k, v in c.items()} for s, c in out.items()}


def a107012(e):
    good = deductible(e)
    lines = of(good, treatment="费用化")
    c, out = tax(lines), {}
    lim = limits(c)
    out.update({"3": c["1"], "7": c["2"], "16": c["3"], "19": c["4"], "23": c["5"], "28": c["7.1"], "34": lim["7.2"], "36": c["home"], "37": c["abroad"],
                "35": c["home"] + c["abroad"], "38": lim["abroadmax"], "2": c["6"] + lim["7.2"], "42": total(of(good, treatment="资本化")),
                "worn": c["worn"], "unnamed": c["unnamed"], "blank": c["blank"], "untreated": total(of(good, treatment="")),
                "unassigned": total([l for l in e["ledger"] if not l["project"] and not l["nontax"]]), "non-taxable": total(of(e["ledger"], nontax=True))})
    assert sum(out[k] for k in ("3", "7", "16", "19", "23", "28", "35", "42", "worn", "unnamed", "blank", "untreated", "unassigned", "non-taxable")) == total(e["ledger"])
    out["40"] = out["41"] = out["45"] = out["51"] = lim["allowed"]
    at = {"1": (4, ["人员人工"]), "2": (8, ["直接投入"]), "4": (20, ["无形资产摊销"]), "5": (24, ["设计", "装备调试与试验"]), "6": (29, ["其他"])}
    for chapter, (first, names) in at.items():
        mine = of(lines, category=names)
        told = all(l["item"] for l in mine if l["amount"])
        for i, item in enumerate(sorted({x for n in names for x in ITEMS[n]})):
            out[str(first + i)] = total(of(lines, item=item)) if told else None
    out["17"], out["18"] = (total(of(lines, category="折旧与长期待摊", item=i)) for i in ("3.1", "3.2"))
    out = {k: yuan(v) if e["ledger"] else None for k, v in out.items()}
    counted = [l for l in lines if l["amount"] and tax([l])["worn"] == tax([l])["unnamed"] == tax([l])["blank"] == 0]
    out["1"], out["50"] = whole(len({l["project"] for l in counted})) if e["ledger"] else None, "100.00"
    return {"year": out}


def structure(lines):
    c = {"c" + k: total(of(lines, category=name)) for k, name in CATEGORIES if k != "14"}
    c["inner"] = sum(c.values())
    out = of(lines, category="委托外部")
    c["outer"], c["home"] = total(out), total(of(out, party=HOME))
    c["abroad"] = c["outer"] - c["home"]
    return c


def counted(c):
    """What the limits leave of a year: 其他 up to 20% of the whole, commissioned work at 80%."""
    six = c["inner"] - c["c19"]
    outer = fen(F(c["outer"] * 80, 100))
    other = max(min(c["c19"], fen(F((six + outer) * 20, 80))), 0)
    whole_ = six + outer + other
    return {"other": other, "outer80": outer, "total": whole_, "athome": whole_ - fen(F(c["abroad"] * 80, 100))}


def hightech_structure(e):
    out, known = {}, {p["code"] for p in e["projects"]}
    for code in sorted(known):
        if of(e["ledger"], project=code):
            out["p:" + code] = structure(of(e["ledger"], project=code))
    for name, lines in (("unknown", [l for l in e["ledger"] if l["project"] and l["project"] not in known]), ("unassigned", of(e["ledger"], project=""))):
        if lines:
            out[name] = structure(lines)
    out = {s: {k: wan(v) for k, v in c.items()} for s, c in out.items()}
    if not e["ledger"]:
        out["year"] = dict.fromkeys(list(structure([])) + ["other", "outer80", "total", "athome"])
    else:
        c = structure([l for l in e["ledger"] if l["project"]])
        out["year"] = {k: wan(v) for k, v in {**c, **counted(c)}.items()}
    return out


def hightech_ratios(e):
    years = [next((b for b in [e] + e["before"] if b["year"] == 2023 - back), None) for back in (2, 1, 0)]
    exact, out = [], {}
    for back, b in zip((2, 1, 0), years):
        x = {"revenue": None, "total": None, "athome": None}
        if b is not None:
            x["revenue"] = b["annual"].get("revenue")
            if b["ledger"]:
                x.update(counted(structure([l for l in b["ledger"] if l["project"]])))
        exact.append(x)
        out["y%d" % back] = {k: wan(x[k]) for k in ("revenue", "total", "athome")}
    three = {k: plus(*(x[k] for x in exact)) for k in ("revenue", "total", "athome")}
    out["three"] = {k: wan(v) for k, v in three.items()}
    out["three"].update({"ratio": percent(three["total"], three["revenue"]), "homeshare": percent(three["athome"], three["total"])})
    a = e["annual"]
    revenue = a.get("revenue")
    required = None if revenue is None else "5.00" if revenue <= 50_000_000_00 else "4.00" if revenue <= 200_000_000_00 else "3.00"
    out["y0"].update({"required": required, "employees": whole(a.get("employees")), "tech": whole(a.get("tech_staff")),
                      "techshare": percent(a.get("tech_staff"), a.get("employees")), "product": wan(a.get("hightech_revenue")),
                      "productshare": percent(a.get("hightech_revenue"), revenue)})
    return out


def small_tech(e):
    a, rd = e["annual"], books(e, "total")
    nothing = stands(e) and not (a or e["projects"] or e["team"] or e["patents"] or e["conversions"] or e["standards"])
    granted = [p for p in e["patents"] if p["status"] == "授权" and p["granted_on"][:4] <= "2023"]
    return {"year": {
        "employees": whole(a.get("employees")), "tech": whole(a.get("tech_staff")), "techshare": percent(a.get("tech_staff"), a.get("employees")),
        "revenue": wan(a.get("revenue")), "cost": wan(a.get("cost_total")), "assets": wan(a.get("assets_total")), "rd": wan(rd),
        "overrevenue": percent(rd, a.get("revenue")), "overcost": percent(rd, a.get("cost_total")),
        "first": None if nothing else whole(len([p for p in granted if p["kind"] == "发明"])), "second": None if nothing else whole(len([p for p in granted if p["kind"] != "发明"]))}}


RETURNS = {"107-1": form1071, "107-2": form1072, "quick": quick, "use-source": use_source, "full-time": full_time, "tax-ledger": tax_ledger,
           "A107012": a107012, "hightech-structure": hightech_structure, "hightech-ratios": hightech_ratios, "small-tech": small_tech}


def main(count, seed):
    for n in range(count):
        e = draw(random.Random(seed * 1_000_003 + n))
        print(json.dumps({"tables": tables(e), "cells": {k: f(e) for k, f in RETURNS.items()}}, ensure_ascii=False))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))

#!/usr/bin/env python3
"""A second verifier of submissions, in Python's standard library alone, written from docs/submission-format.md and sharing no code
with the program. It answers who signed and whether they may, whether every byte is as it was sealed, whose policy it is, who
answers for the figures and whether the history extends what was handed in before. It does not score and does not judge rows.

Usage: verifier.py CONFORMANCE_FOLDER   every case of cases.json; exit 1 where an answer differs
       verifier.py FILE [KEYS.zip]      the answers for one file, as JSON
"""
import base64
import datetime
import hashlib
import json
import os
import re
import struct
import subprocess
import sys
import tomllib
import zlib

# --- SM3 and SM2 (GB/T 32905, GB/T 32918): integers and nothing else -----------------------------------------------------


def sm3(data):
    try:
        return hashlib.new("sm3", data).digest()
    except ValueError:
        out = subprocess.run(["openssl", "dgst", "-sm3", "-binary"], input=data, stdout=subprocess.PIPE, check=True)
        return out.stdout


P = 0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFF
A = P - 3
B = 0x28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93
N = 0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123
G = (
    0x32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7,
    0xBC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0,
)
IDENTITY = b"1234567812345678"
# SubjectPublicKeyInfo of an uncompressed point on the SM2 curve, up to the point.
SPKI = bytes.fromhex("3059301306072a8648ce3d020106082a811ccf5501822d034200")


def add(p, q):
    if p is None or q is None:
        return q if p is None else p
    if p[0] == q[0]:
        if (p[1] + q[1]) % P == 0:
            return None
        m = (3 * p[0] * p[0] + A) * pow(2 * p[1], -1, P) % P
    else:
        m = (q[1] - p[1]) * pow(q[0] - p[0], -1, P) % P
    x = (m * m - p[0] - q[0]) % P
    return x, (m * (p[0] - x) - p[1]) % P


def times(k, p):
    r = None
    while k:
        if k & 1:
            r = add(r, p)
        p, k = add(p, p), k >> 1
    return r


class Key:
    """A public key, from PEM that must be spelled canonically."""

    def __init__(self, pem):
        m = re.fullmatch(r"-----BEGIN PUBLIC KEY-----\n([A-Za-z0-9+/=\n]+)\n-----END PUBLIC KEY-----\n", pem)
        if not m:
            raise ValueError("no key")
        self.der = base64.b64decode(m[1].replace("\n", ""), validate=True)
        self.pem = pem
        body = base64.b64encode(self.der).decode()
        lines = "\n".join(body[i : i + 64] for i in range(0, len(body), 64))
        if pem != "-----BEGIN PUBLIC KEY-----\n" + lines + "\n-----END PUBLIC KEY-----\n":
            raise ValueError("another spelling")
        if len(self.der) != len(SPKI) + 65 or self.der[: len(SPKI)] != SPKI or self.der[len(SPKI)] != 4:
            raise ValueError("no SM2 key")
        point = self.der[len(SPKI) + 1 :]
        x, y = int.from_bytes(point[:32], "big"), int.from_bytes(point[32:], "big")
        if x >= P or y >= P or (y * y - x * x * x - A * x - B) % P:
            raise ValueError("not on the curve")
        self.point = x, y

    def fingerprint(self):
        number = int.from_bytes(sm3(self.der)[:15], "big")
        letters = "".join("0123456789ABCDEFGHJKMNPQRSTVWXYZ"[number >> shift & 31] for shift in range(115, -1, -5))
        return "-".join(letters[i : i + 4] for i in range(0, 24, 4))

    def verifies(self, message, signature):
        try:
            r, s = two_integers(signature)
        except ValueError:
            return False
        if not (0 < r < N and 0 < s < N) or (r + s) % N == 0:
            return False
        head = struct.pack(">H", 8 * len(IDENTITY)) + IDENTITY
        for n in (A, B, *G, *self.point):
            head += n.to_bytes(32, "big")
        e = int.from_bytes(sm3(sm3(head) + message), "big")
        q = add(times(s, G), times((r + s) % N, self.point))
        return q is not None and (e + q[0]) % N == r


def two_integers(der):
    """SEQUENCE of two INTEGERs in DER, and nothing behind."""

    def take(data, tag):
        if len(data) < 2 or data[0] != tag or data[1] >= 128 or len(data) < 2 + data[1]:
            raise ValueError
        return data[2 : 2 + data[1]], data[2 + data[1] :]

    def number(b):
        if not b or b[0] >= 128 or len(b) > 1 and b[0] == 0 and b[1] < 128:
            raise ValueError
        return int.from_bytes(b, "big")

    inside, rest = take(der, 0x30)
    r, more = take(inside, 0x02)
    s, end = take(more, 0x02)
    if rest or end:
        raise ValueError
    return number(r), number(s)


# --- the archive in its one spelling ---------------------------------------------------------------------------------------

CLOSING = ["seal.json", "manifest.sha256", "manifest.sm2sig", "signer.pem"]
NAME = re.compile(r"[a-z0-9][a-z0-9_.-]*(/[a-z0-9][a-z0-9_.-]*)*")


class Refused(Exception):
    pass


class Entry:
    def __init__(self, name, method, packed, content):
        self.name, self.method, self.packed, self.content = name, method, packed, content
        self.broken = content is None


def common(method, crc, packed, size):
    return struct.pack("<HHHHHIII", 20, 0, method, 0, 1 << 5 | 1, crc, packed, size)


def archive(data):
    """The entries in the order of the file. Every header is built again and compared."""
    if len(data) < 22:
        raise Refused("too short")
    tail = data[-22:]
    count, size, at = struct.unpack("<HII", tail[10:20])
    if tail != b"PK\5\6\0\0\0\0" + struct.pack("<HHIIH", count, count, size, at, 0) or at + size + 22 != len(data):
        raise Refused("end record")
    directory, entries, offset, seen = data[at : at + size], [], 0, set()
    for _ in range(count):
        if len(directory) < 46:
            raise Refused("directory")
        method, crc, packed, length = struct.unpack("<H4xIII", directory[10:28])
        (n,) = struct.unpack("<H", directory[28:30])
        name = directory[46 : 46 + n]
        text = name.decode("ascii", "replace")
        if n > 160 or not NAME.fullmatch(text) or text in seen or method not in (0, 8):
            raise Refused("name or method")
        seen.add(text)
        head = common(method, crc, packed, length)
        if directory[: 46 + n] != b"PK\1\2\x14\0" + head + struct.pack("<H", n) + bytes(12) + struct.pack("<I", offset) + name:
            raise Refused("directory entry")
        if data[offset : offset + 30 + n] != b"PK\3\4" + head + struct.pack("<HH", n, 0) + name:
            raise Refused("header")
        start = offset + 30 + n
        stored = data[start : start + packed]
        if start + packed > at or method == 0 and packed != length or method == 8 and length > 1 << 20 and length > 400 * packed:
            raise Refused("sizes")
        entries.append(Entry(text, method, stored, unpacked(method, stored, crc, length)))
        directory, offset = directory[46 + n :], start + packed
    if directory or offset != at:
        raise Refused("something between")
    return entries


def unpacked(method, stored, crc, length):
    content = stored
    if method == 8:
        z = zlib.decompressobj(-15)
        try:
            content = z.decompress(stored, length + 1)
        except zlib.error:
            return None
        if not z.eof or z.unused_data or z.unconsumed_tail:
            return None
    return content if len(content) == length and zlib.crc32(content) == crc else None


def place(name):
    """Contents by name, then the closing entries in their order."""
    return (1, CLOSING.index(name), b"") if name in CLOSING else (0, 0, name.encode())


# --- statements, keys ------------------------------------------------------------------------------------------------------

ROLE = {
    "submission/2": "报送", "pack/2": "签发", "targets/2": "签发", "keys/2": "签发", "decision/2": "认定", "receipt/2": "回执", "receipts/2": "回执", "signoff/2": "签字",
}
BOUND = {"报送", "签字"}
CHINA = datetime.timezone(datetime.timedelta(hours=8))


def statement(name):
    return b"# yice " + name.encode() + b"\n"


def moment(text):
    if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", text):
        return None
    try:
        return datetime.datetime.fromisoformat(text)
    except ValueError:
        return None


def spelled(value, indent=2):
    return (json.dumps(value, ensure_ascii=False, indent=indent) + "\n").encode()


class Keyring:
    def __init__(self, holders):
        self.holders = [(Key(h["key"]), h) for h in holders]

    def judge(self, key, role, uscc, at, person=None):
        """trusted, unknown or wrong; and the entry that was judged by."""
        entries = [h for k, h in self.holders if k.der == key.der]
        if not entries:
            return "unknown", None
        h = next((h for h in entries if h["role"] == role), None)
        if h is None:
            return "wrong", entries[0]
        if role in BOUND and h["uscc"] != uscc or person is not None and h["person"] != person or at is None:
            return "wrong", h
        day = at.astimezone(CHINA).strftime("%Y-%m-%d")
        early, late = h["from"] and day < h["from"], h["to"] and day > h["to"]
        if early or late or h["revoked_on"] and day >= h["revoked_on"]:
            return "wrong", h
        return "trusted", h

    def detached(self, name, body, signature, at):
        for key, _ in self.holders:
            if key.verifies(statement(name) + body, signature):
                return self.judge(key, ROLE[name], "", at)[0]
        return "unknown"


SIGNED = {"receipt": ("receipt.json", "receipt/2"), "receipts": ("receipts.json", "receipts/2"), "decision": ("recognition.csv", "decision/2"), "register": ("keys.json", "keys/2")}


def signed_file(data, kind):
    """Document, signer (None: unsigned), whether typed, and when it was signed; Refused where it is none or is not whole."""
    document, name = SIGNED[kind]
    entries = archive(data)
    names = [e.name for e in entries]
    if names not in ([document, *CLOSING[1:2]], [document, *CLOSING[1:]]) or any(e.method or e.broken for e in entries):
        raise Refused("no such file")
    content, manifest = entries[0].content, entries[1].content
    line = hashlib.sha256(content).hexdigest().encode() + b"  " + document.encode() + b"\n"
    typed, at = manifest != line, None
    if typed:
        m = re.fullmatch(re.escape(statement(name)) + rb"# at ([^\n]*)\n" + re.escape(line), manifest)
        at = m and moment(m[1].decode("utf-8", "replace"))
        if not at:
            raise Refused("manifest")
    if len(entries) == 2:
        return content, None, typed, at
    try:
        key = Key(entries[3].content.decode())
    except ValueError:
        raise Refused("key") from None
    if not key.verifies(manifest, entries[2].content):
        raise Refused("signature")
    return content, key, typed, at


def register(data):
    return Keyring(json.loads(signed_file(data, "register")[0])["holders"])


# --- the history: RFC 9162, 2.1.4.2 ----------------------------------------------------------------------------------------


def consistent(first, first_root, second, second_root, proof):
    node = lambda left, right: hashlib.sha256(b"\1" + left + right).digest()
    if first > second or first < 0:
        return False
    if first == second:
        return not proof and first_root == second_root
    if first == 0:
        return not proof and first_root == hashlib.sha256(b"").digest()
    path = list(proof)
    if first & (first - 1) == 0:
        path.insert(0, first_root)
    if not path:
        return False
    fn, sn = first - 1, second - 1
    while fn & 1:
        fn, sn = fn >> 1, sn >> 1
    fr = sr = path[0]
    for c in path[1:]:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            fr, sr = node(c, fr), node(c, sr)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            sr = node(sr, c)
        fn, sn = fn >> 1, sn >> 1
    return fr == first_root and sr == second_root and sn == 0


# --- receipts and their log: RFC 9162, 2.1.1 and 2.1.3.2 ---------------------------------------------------------------------

RECEIPT = ["format", "serial", "uscc", "name", "year", "period", "manifest_sm3", "sealed_at", "signer", "received_at", "pack_sha256", "mode", "signoffs",
           "recognitions", "self", "confirmed", "innovation"]


def included(size, root, at, leaf, proof):
    if not 0 <= at < size:
        return False
    node = lambda left, right: hashlib.sha256(b"\1" + left + right).digest()
    fn, sn, r = at, size - 1, hashlib.sha256(b"\0" + leaf).digest()
    for p in proof:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            r = node(p, r)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            r = node(r, p)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and r == root


def tree(leaves):
    if len(leaves) < 2:
        return hashlib.sha256(b"\0" + leaves[0] if leaves else b"").digest()
    k = 1 << (len(leaves) - 1).bit_length() - 1
    return hashlib.sha256(b"\1" + tree(leaves[:k]) + tree(leaves[k:])).digest()


def receipt(content):
    """Number and leaf of a receipt, None where it has none; Refused where it is none, or does not prove its number."""
    try:
        r = json.loads(content)
        three = r["format"] == "yice-receipt/3"
        fits = spelled(r) == content and list(r) == RECEIPT + (["history", "number", "log"] if three else []) and moment(r["received_at"])
        if not fits or not three and r["format"] != "yice-receipt/2":
            raise Refused("receipt")
        if not three or r["number"] is None and r["log"] is None:
            return None
        leaf = hashlib.sha256(content.partition(b',\n  "log": ')[0]).digest()
        log = r["log"]
        proof = [bytes.fromhex(n) for n in log["proof"]]
        if list(log) != ["size", "root", "proof"] or r["number"] != log["size"] or not included(log["size"], bytes.fromhex(log["root"]), log["size"] - 1, leaf, proof):
            raise Refused("number")
        return r["number"], r["serial"], leaf
    except (ValueError, KeyError, TypeError):
        raise Refused("receipt") from None


def receipts(content):
    """The entries of a log of receipts."""
    try:
        log = json.loads(content)
        entries = [(e["serial"], bytes.fromhex(e["leaf"])) for e in log["receipts"]]
        if spelled(log) != content or list(log) != ["format", "size", "root", "receipts"] or log["format"] != "yice-receipts/1":
            raise Refused("log")
        if log["size"] != len(entries) or bytes.fromhex(log["root"]) != tree([leaf for _, leaf in entries]):
            raise Refused("head")
        return entries
    except (ValueError, KeyError, TypeError):
        raise Refused("log") from None


def logged(content, kind, log):
    """What the document must be besides whole; and whether the log has the receipt."""
    if kind == "receipts":
        receipts(content)
    place = receipt(content) if kind == "receipt" else None
    if log is None:
        return "unasked"
    entries = receipts(signed_file(log, "receipts")[0])
    return "has" if place and place[0] <= len(entries) and entries[place[0] - 1] == place[1:] else "lacks"


# --- a submission ----------------------------------------------------------------------------------------------------------

SEAL = ["format", "serial", "sealed_at", "sealed_by", "uscc", "year", "period", "dictionary", "audience", "unsigned", "replaces", "history_head", "signer", "packed"]
FINGERPRINT = "[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){5}"
ROLES = ["填表人", "统计负责人", "单位负责人"]
ALWAYS = ["datapackage.json", "findings.json", "pack.toml", "sheet.json", "signoff.json", "data/prior_rd_summary.csv", "seal.json", "manifest.sha256"]
MAYBE = ["pack.toml.sm2sig", "manifest.sm2sig", "signer.pem"]


class Check:
    """One verification. The forms of the dictionary are taken from the tables that the good submission of the folder has."""

    def __init__(self, forms, keys, measure, now):
        self.forms, self.keys, self.measure, self.now = forms, keys, measure, now
        self.problems, self.notes = [], set()
        self.answers = {"integrity": "unknown", "signature": "unknown", "identity": "unasked", "policy": "unasked", "signoffs": "absent", "signer": ""}

    def wrong(self, code, entry=""):
        self.problems.append((code, entry))

    def run(self, data):
        if data.startswith(b"YICE-SM2-SM4-GCM-1\n"):
            self.notes.add("envelope.closed")
            return
        try:
            self.entries = archive(data)
        except Refused:
            try:
                if "pack" in tomllib.loads(data.decode()):
                    return self.wrong("kind.pack")
            except (ValueError, tomllib.TOMLDecodeError):
                pass
            self.answers["integrity"] = "bad"
            return self.wrong("archive.spelling")
        self.by = {e.name: e for e in self.entries}
        first = self.entries[0].name if self.entries and len(self.entries) <= 4 else ""
        for document, code in (("receipt.json", "kind.receipt"), ("receipts.json", "kind.receipts"), ("recognition.csv", "kind.decision"), ("keys.json", "kind.keys")):
            if first == document:
                return self.wrong(code)
        self.seal()
        self.listed()
        self.digests()
        self.answers["integrity"] = "bad" if self.problems else "ok"
        self.signature()
        self.identity()
        self.audience()
        self.policy()
        self.signoffs()
        self.history()

    def content(self, name):
        e = self.by.get(name)
        return e.content if e and not e.broken else None

    def seal(self):
        self.s, self.one = {}, False
        raw = self.content("seal.json")
        if raw is None:
            return
        try:
            s = json.loads(raw)
        except ValueError:
            s = None
        order = list(SEAL)
        if isinstance(s, dict) and s.get("format") == "yice-submission/1":
            self.one = True
            order = [k for k in SEAL if k not in ("period", "dictionary", "audience", "unsigned")]
        ok = isinstance(s, dict) and list(s) == order and isinstance(s["packed"], dict) and list(s["packed"]) == sorted(s["packed"]) and spelled(s) == raw
        if ok and not self.one:
            ok = s["format"] == "yice-submission/2" and re.fullmatch(str(s["year"]) + "(Q[1-4])?", s["period"]) is not None and moment(s["sealed_at"]) is not None
            ok = ok and (s["audience"] is None or re.fullmatch(FINGERPRINT, s["audience"]) is not None)
        if not ok:
            self.wrong("seal.spelling", "seal.json")
        if isinstance(s, dict):
            self.s = s
        self.at = moment(self.s.get("sealed_at", ""))
        self.quarterly = "Q" in str(self.s.get("period"))
        if self.quarterly:
            self.notes.add("period.quarter")

    def listed(self):
        must = ALWAYS + (["data/enterprise.csv"] if self.one else ["history.json"] + [f"data/{f}.csv" for f in self.forms])
        may = set(must) | set(MAYBE) | {f"data/{f}.csv" for f in self.forms}
        if self.one:
            may |= {"report.html", "workbook.xlsx"}
        before = None
        for e in self.entries:
            if e.name not in may and not re.fullmatch(r"evidence/[0-9a-f]{64}", e.name):
                self.wrong("entry.stranger", e.name)
            if (e.method == 8) == (e.name in CLOSING):
                self.wrong("archive.spelling", e.name)
            if before is not None and place(before) > place(e.name):
                self.wrong("archive.spelling", e.name)
            before = e.name
        for name in must:
            if name not in self.by:
                self.wrong("entry.absent", name)
        if self.one:
            self.notes.update({"format.one", "format.signoffs", "format.history"})
            if "report.html" in self.by or "workbook.xlsx" in self.by:
                self.notes.add("format.prints")

    def digests(self):
        packed = self.s.get("packed", {})
        lines = []
        for e in self.entries:
            if e.broken:
                self.wrong("archive.spelling", e.name)
                continue
            if e.name in CLOSING[1:]:
                continue
            digest = hashlib.sha256(e.content).hexdigest()
            lines.append((digest, e.name))
            if e.name.startswith("evidence/") and e.name[9:] != digest:
                self.wrong("evidence.changed", e.name)
            if e.method == 8 and packed.get(e.name) != hashlib.sha256(e.packed).hexdigest():
                self.wrong("archive.spelling", e.name)
        for name in packed:
            if name not in self.by:
                self.wrong("entry.absent", name)
        self.data = sm3("".join(f"{d}  {n}\n" for d, n in lines if n.startswith("data/")).encode()).hex()
        self.manifest = self.content("manifest.sha256")
        if self.manifest is None:
            return
        named = {}
        for line in self.manifest.decode("utf-8", "replace").splitlines():
            digest, two, name = line.partition("  ")
            if two:
                named[name] = digest
        before = len(self.problems)
        for digest, name in lines:
            if named.pop(name, None) != digest:
                self.wrong("manifest.changed", name)
        for name in named:
            self.wrong("entry.absent", name)
        head = b"" if self.one else statement("submission/2")
        if len(self.problems) == before and self.manifest != head + "".join(f"{d}  {n}\n" for d, n in lines).encode():
            self.wrong("manifest.changed", "manifest.sha256")

    def signature(self):
        signature, pem, claimed = self.content("manifest.sm2sig"), self.content("signer.pem"), self.s.get("signer")
        self.key = None
        if signature is None and pem is None and claimed is None:
            self.answers["signature"] = "none"
        elif signature is None or pem is None:
            self.answers["signature"] = "bad"
            self.wrong("signature.stripped", "manifest.sm2sig")
        else:
            self.answers["signature"] = "bad"
            if self.one:
                self.notes.add("format.signature")
            typed = self.one or (self.manifest or b"").startswith(statement("submission/2"))
            try:
                key = Key(pem.decode())
            except ValueError:
                key = None
            if key is None or not typed or not key.verifies(self.manifest or b"", signature):
                self.wrong("signature.bad", "manifest.sm2sig")
            elif claimed != key.fingerprint():
                self.wrong("signature.bad", "signer.pem")
            else:
                self.key, self.answers["signature"], self.answers["signer"] = key, "ok", key.fingerprint()
        if self.at and self.at > self.now + datetime.timedelta(minutes=10):
            self.wrong("seal.future", "seal.json")

    def identity(self):
        if self.keys is None:
            return
        self.answers["identity"] = "unknown"
        if self.answers["signature"] == "none":
            return self.wrong("identity.unknown")
        if self.key is None:
            return
        standing, holder = self.keys.judge(self.key, "报送", self.s.get("uscc"), self.at)
        self.answers["identity"] = standing
        day = self.at and self.at.astimezone(CHINA).strftime("%Y-%m-%d")
        if standing == "trusted":
            self.answers["signer"] = holder["name"]
            if holder["revoked_on"]:
                self.notes.add("identity.revoked")
        elif standing == "unknown":
            self.wrong("identity.unknown", "signer.pem")
        elif holder["revoked_on"] and day and day >= holder["revoked_on"]:
            self.wrong("identity.revoked", "signer.pem")
        else:
            self.wrong("identity.wrong", "signer.pem")

    def audience(self):
        issuers = [k.fingerprint() for k, h in self.keys.holders if h["role"] == "签发"] if self.keys else []
        if not issuers or self.s.get("format") != "yice-submission/2":
            return
        if self.s["audience"] is None:
            self.notes.add("audience.none")
        elif self.s["audience"] not in issuers:
            self.wrong("audience.other", "seal.json")

    def issued(self, source, signature):
        """Whether a pack that says it is issued is signed as it must be."""
        if not signature:
            return False
        if self.keys is None:
            try:
                two_integers(signature)
            except ValueError:
                return False
            return True
        return self.keys.detached("pack/2", source, signature, self.now) == "trusted"

    def policy(self):
        source = self.content("pack.toml")
        if source is None:
            return
        says = tomllib.loads(source.decode())["pack"]["status"] == "issued"
        proven = says and self.issued(source, self.content("pack.toml.sm2sig"))
        if says and not proven:
            self.wrong("policy.unsigned", "pack.toml.sm2sig")
        if self.measure is None:
            if self.keys is None:
                self.notes.add("policy.unasked")
                return
            self.answers["policy"] = "issued" if proven else "draft"
            if not says:
                self.notes.add("policy.draft")
            return
        theirs, signature = self.measure
        same = theirs == source
        fit = tomllib.loads(theirs.decode())["pack"]["status"] == "issued"
        if not fit or self.keys is not None and not self.issued(theirs, signature):
            self.answers["policy"] = "draft"
            self.wrong("policy.unsigned" if fit else "policy.draft")
            if same:
                return
        if same and proven:
            self.answers["policy"] = "issued"
        elif not proven:
            self.answers["policy"] = "draft"
            self.wrong("policy.draft", "pack.toml")
        else:
            self.answers["policy"] = "foreign"
            self.wrong("policy.foreign", "pack.toml")

    def signoffs(self):
        raw = self.content("signoff.json")
        if raw is None:
            return
        try:
            file = json.loads(raw)
            all_of = file["signoffs"]
        except (ValueError, KeyError, TypeError):
            file, all_of = None, []
        if self.one:
            named = [o for o in all_of if o["name"]]
            void = any(not o["standing"] for o in named)
            self.answers["signoffs"] = "void" if void else "standing" if len(named) == len(ROLES) else "absent"
            return
        fields = ["role", "name", "date", "standing", "kind", "digest", "signature", "key"]
        fits = file is not None and [o.get("role") for o in all_of] == ROLES and all(list(o) == fields for o in all_of)
        if not fits or spelled(file) != raw:
            return self.wrong("signoff.invented", "signoff.json")
        states = []
        for i, o in enumerate(all_of):
            states.append(self.signoff(o, all_of[:i]))
        state = "void" if "void" in states or "invented" in states else "absent" if "absent" in states else "standing"
        self.answers["signoffs"] = state
        reason = self.s.get("unsigned")
        if reason is not None and reason.strip():
            self.notes.add("signoff.unsigned")
        elif self.quarterly and state == "absent" and reason is None:
            pass  # a quarterly return is light
        elif state != "standing" or reason is not None:
            self.wrong("signoff.void" if state == "void" else "signoff.absent", "signoff.json")

    def signoff(self, o, before):
        if not o["name"] and not any(o[k] for k in ("date", "standing", "kind", "digest", "signature", "key")):
            return "absent"
        if not self.genuine(o, before):
            self.wrong("signoff.invented", "signoff.json")
            return "invented"
        return "standing" if o["standing"] else "void"

    def genuine(self, o, before):
        if not o["name"] or o["kind"] not in ("署名", "签字") or o["kind"] == "署名" and (o["signature"] or o["key"]):
            return False
        try:
            day = datetime.datetime.strptime(o["date"], "%Y-%m-%d").replace(tzinfo=datetime.timezone.utc)
        except ValueError:
            return False
        if len(o["date"]) != 10 or self.at and o["date"] > self.at.astimezone(CHINA).strftime("%Y-%m-%d"):
            return False
        if o["standing"] and (o["digest"] != self.data or any(b["name"] and b["standing"] and b["date"] > o["date"] for b in before)):
            return False
        if o["kind"] == "署名":
            self.notes.add("signoff.typed")
            return True
        body = f"uscc {self.s['uscc']}\nyear {self.s['year']}\nrole {o['role']}\nname {o['name']}\ndate {o['date']}\ndata {o['digest']}\n"
        try:
            key, signature = Key(o["key"]), base64.b64decode(o["signature"], validate=True)
        except ValueError:
            return False
        if not key.verifies(statement("signoff/2") + body.encode(), signature):
            return False
        noon = day + datetime.timedelta(hours=12)
        return self.keys is None or self.keys.judge(key, "签字", self.s["uscc"], noon, o["name"])[0] == "trusted"

    def history(self):
        raw = None if self.one else self.content("history.json")
        if raw is None:
            return
        try:
            h = json.loads(raw)
            ok = list(h) == ["size", "root", "extends"] and spelled(h) == raw
            root, proofs = bytes.fromhex(h["root"]), [(e["size"], bytes.fromhex(e["root"]), [bytes.fromhex(n) for n in e["proof"]]) for e in h["extends"]]
        except (ValueError, KeyError, TypeError):
            ok = False
        if not ok:
            return self.wrong("history.broken", "history.json")
        for size, earlier, proof in proofs:
            if not consistent(size, earlier, h["size"], root, proof):
                self.wrong("history.broken", "history.json")
        replaces = self.s.get("replaces")
        if replaces and all(e["serial"] != replaces["serial"] for e in h["extends"]):
            self.notes.add("history.unproven")


# --- the folder of cases ---------------------------------------------------------------------------------------------------

ANSWERED = re.compile(r"(archive|entry|manifest|seal|signature|identity|policy|signoff|history|audience|kind)\..*|evidence\.changed")


def forms_of(path):
    with open(path, "rb") as f:
        names = [e.name for e in archive(f.read())]
    return [n[5:-4] for n in names if n.startswith("data/") and n != "data/prior_rd_summary.csv"]


def main(folder):
    def read(name):
        with open(os.path.join(folder, name), "rb") as f:
            return f.read()

    forms = forms_of(os.path.join(folder, "submissions", "good.zip"))
    cases, differ, left = json.loads(read("cases.json"))["cases"], 0, 0
    for c in cases:
        given = c["given"]
        keys = register(read(given["keys"])) if given["keys"] else None
        if c["kind"] != "submission":
            want, got = c["signed"], {"reads": False, "typed": False, "signer": "", "identity": "", "log": ""}
            try:
                content, key, typed, at = signed_file(read(c["file"]), c["kind"])
                log = logged(content, c["kind"], read(given["log"]) if given["log"] else None)
                identity = "unasked" if keys is None else "unknown" if key is None else keys.judge(key, ROLE[SIGNED[c["kind"]][1]], "", at)[0]
                got = {"reads": True, "typed": typed, "signer": key.fingerprint() if key else "", "identity": identity, "log": log}
            except Refused:
                pass
        elif given["open_key"]:
            left += 1  # this verifier opens no envelopes
            continue
        else:
            measure = (read(given["pack"]), read(given["pack"] + ".sm2sig")) if given["pack"] else None
            check = Check(forms, keys, measure, moment(given["now"]))
            check.run(read(c["file"]))
            v = c["verdict"]
            got = check.answers | {"problems": sorted(check.problems), "notes": sorted(check.notes)}
            want = {k: v[k] for k in check.answers}
            want["problems"] = sorted((p["code"], p["entry"]) for p in v["problems"] if ANSWERED.fullmatch(p["code"]))
            judged = ("decision.", "format.findings", "format.score", "format.dictionary")  # of rows and scores, which this verifier does not judge
            want["notes"] = sorted(n for n in v["notes"] if not n.startswith(judged))
            if check.problems and v["ok"]:
                print(f"{c['name']}: ok, and yet {check.problems}")
                differ += 1
        if got != want:
            differ += 1
            print(f"{c['name']}: {c['says']}")
            for k in want:
                if got[k] != want[k]:
                    print(f"   {k}: {got[k]!r}, not {want[k]!r}")
    print(f"verifier.py: {len(cases) - left} cases, {differ} differ, {left} not answered (encrypted)")
    return differ or not cases


def one(path, keys_path):
    with open(path, "rb") as f:
        data = f.read()
    keys = None
    if keys_path:
        with open(keys_path, "rb") as f:
            keys = register(f.read())
    check = Check(forms_of(path), keys, None, datetime.datetime.now(datetime.timezone.utc))
    check.run(data)
    print(json.dumps(check.answers | {"problems": check.problems, "notes": sorted(check.notes)}, ensure_ascii=False, indent=2))
    return bool(check.problems)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]) if os.path.isdir(sys.argv[1]) else one(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else ""))

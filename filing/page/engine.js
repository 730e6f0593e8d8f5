// The engine: the compiled verifier and the bytes it reads. It runs in a worker made from the page's own scripts, so that
// the page stays alive; where a browser refuses such a worker it runs in the page. It is spoken to in messages:
//   {do: "start", wasm}                        the packed verifier, base64; answers {ready}
//   {do: "verify", id, parts | bytes, pins}    answers {id, read} again and again, then {id, document}
//   {do: "rows", id, ask, form, from, find}    answers {id, ask, rows}
// Whatever goes wrong is answered with {id, failed}.
"use strict";

const engine = (post) => {
  const files = new Map();
  let started;

  const bytesOf = (base64) => {
    if (Uint8Array.fromBase64) return Uint8Array.fromBase64(base64);
    const binary = atob(base64);
    const bytes = new Uint8Array(binary.length);
    for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
    return bytes;
  };

  const joined = (parts) => {
    const pieces = parts.map(bytesOf);
    const whole = new Uint8Array(pieces.reduce((n, p) => n + p.length, 0));
    pieces.reduce((at, p) => (whole.set(p, at), at + p.length), 0);
    return whole;
  };

  const start = async (wasm) => {
    const go = new Go();
    const unpacked = new Response(new Blob([bytesOf(wasm)]).stream().pipeThrough(new DecompressionStream("gzip")),
      { headers: { "Content-Type": "application/wasm" } });
    const { instance } = await WebAssembly.instantiateStreaming(unpacked, go.importObject);
    go.run(instance).then(() => post({ failed: "exit" }), (e) => post({ failed: String(e) }));
  };

  const verify = async (m) => {
    const bytes = m.parts ? joined(m.parts) : new Uint8Array(m.bytes);
    files.set(m.id, bytes);
    const said = await yiceVerify(m.id, bytes, m.pins, (read) => post({ id: m.id, read, of: bytes.length }));
    post({ id: m.id, document: said });
  };

  return async (m) => {
    try {
      if (m.do === "start") {
        started = start(m.wasm);
        await started;
        return post({ ready: true });
      }
      await started;
      if (m.do === "verify") await verify(m);
      if (m.do === "rows") post({ id: m.id, ask: m.ask, rows: await yiceRows(m.id, m.form, m.from, m.find) });
      if (m.do === "bytes") post({ id: m.id, ask: m.ask, bytes: files.get(m.id) });
    } catch (e) {
      post({ id: m.id, ask: m.ask, failed: String(e && e.message || e) });
    }
  };
};

if (typeof document === "undefined") {
  const answer = engine((m) => postMessage(m));
  onmessage = (e) => answer(e.data);
}

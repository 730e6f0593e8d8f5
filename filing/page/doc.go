// Package page makes verification pages: one HTML file that opens by a double click, offline, and verifies by itself.
//
// There are two. The self-proving page ([Write]) carries the bytes of one submission beside the verifier, this project's
// own [yice/filing/submission] compiled to WebAssembly. A page of one's own ([WriteOwn]) carries no submission but what its
// owner goes by (pinned fingerprints, keys, a policy pack) and takes files by drag and drop. A page can prove only what it
// carries by its own lights, which both say; the second kind is for who must rely on it.
//
// What may never happen here: that text of a submission becomes markup, or that anything of it is shown before the
// verifier has answered, or outside what it answered. So the page is put together from constants, base64 and JSON alone;
// a content security policy allows the scripts and the style that stand in it and nothing else, no network among it; and
// the scripts draw a [document.Document], made by the verifier, with text nodes.
//
// Start with [document.Of], then page.html and the scripts. The compiled verifier in
// embedded/ is made anew by go generate; a test holds the digests of the sources it was made from.
package page

//go:generate go run ./generate

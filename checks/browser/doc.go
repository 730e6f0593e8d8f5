// Package browser opens verification pages in a real Chromium and reads what a person would see. It speaks the DevTools
// protocol over the two pipes that --remote-debugging-pipe opens, a message a NUL: no port, no dependency.
//
// Start with Open, then Tab.Load.
package browser

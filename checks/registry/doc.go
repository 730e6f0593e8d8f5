// Package registry kills what loads the regulator's registry, and what the registry lies on, at moments that nobody chose, and
// asks that the next run brings out what one machine that nothing happened to says, to the last digit.
//
// Submissions are made up, many and all different, each signed by a key of its own. The servers are started here, over sockets
// in folders of their own: one, and four behind a fifth over which the rows are spread by hash. Only the built program is driven.
// It must never prove anything by the clock. Start with TestKilledLoads; -kills, -files say how much. Linux only.
package registry

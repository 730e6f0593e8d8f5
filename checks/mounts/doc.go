// Package mounts opens one folder by two ways that know nothing of one another, as two computers do that mount one share: with
// two sets of locks, caches of their own, and names of their own.
//
// The second desk has to be told, and never may both write. Needs sshfs, an SFTP server and the right to mount and to make
// namespaces; where these are missing the check says loudly that it did nothing. Start with mounts_test.go. Linux only.
package mounts

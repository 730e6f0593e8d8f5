//go:build unix

package store

import (
	"errors"

	"golang.org/x/sys/unix"
)

func diskFull(err error) bool {
	return errors.Is(err, unix.ENOSPC) || errors.Is(err, unix.EDQUOT) || errors.Is(err, unix.EFBIG)
}

func readOnlyFS(err error) bool { return errors.Is(err, unix.EROFS) }

// unsyncable: some network file systems cannot flush folders; the names are then as safe as they get.
func unsyncable(err error) bool { return errors.Is(err, unix.EINVAL) || errors.Is(err, unix.ENOTSUP) }

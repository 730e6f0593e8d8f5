package store

import (
	"errors"
	"io/fs"
	"strings"

	"modernc.org/sqlite"

	"yice/text"
)

var errClosed = errors.New("store: the workspace is closed")

// fault makes an error for people: the file could not do what was asked.
func fault(code string, say text.Pair, cause error) *text.Fault {
	return &text.Fault{Code: code, Class: text.Cannot, Say: say, Err: cause}
}

// Result codes of SQLite that people can do something about; a primary code stands for its extended ones too.
const (
	codeReadOnly   = 8
	codeIOErr      = 10
	codeCorrupt    = 11
	codeFull       = 13
	codeCantOpen   = 14
	codeMismatch   = 20
	codeBusy       = 5
	codeNotADB     = 26
	codeFileTooBig = 778  // IOERR_WRITE: the file-size limit, some quotas
	codeRODir      = 1544 // READONLY_DIRECTORY: no room for the journal beside the file
	codeShmOpen    = 4618 // IOERR_SHMOPEN
	codeShmMap     = 5386 // IOERR_SHMMAP
	codeProtocol   = 15   // locking protocol: network shares
	codeIOLock     = 3850 // IOERR_LOCK
	codeReadOnlyDB = 1032 // READONLY_DBMOVED: removed or replaced while open
	codeRORecovery = 264  // READONLY_RECOVERY, and the two below: a write was cut short
	codeROCantLock = 520
	codeRORollback = 776
	codeVnode      = 6922 // IOERR_VNODE
	codeIOData     = 8202 // IOERR_DATA
	codeCorruptFS  = 8458 // IOERR_CORRUPTFS
)

func sqliteCode(err error) int {
	var e *sqlite.Error
	if errors.As(err, &e) {
		return e.Code()
	}
	return 0
}

// noSharedMemory reports whether the file system cannot share memory between programs (FAT, some network shares).
func noSharedMemory(err error) bool {
	switch sqliteCode(err) {
	case codeShmOpen, codeShmMap, codeProtocol, codeIOLock:
		return true
	}
	return false
}

// interrupted reports whether a write was cut short that only a writer may take back; a reader is told that the file is
// read-only.
func interrupted(err error) bool {
	switch sqliteCode(err) {
	case codeRORecovery, codeROCantLock, codeRORollback:
		return true
	}
	return false
}

// integerOverflow reports a sum() that 64 bits do not hold. SQLite has no code of its own for it.
func integerOverflow(err error) bool {
	return err != nil && sqliteCode(err)&0xff == 1 && strings.Contains(err.Error(), "integer overflow")
}

// explain turns what SQLite or the operating system said into a sentence with a way out. An error it cannot explain
// better, a Fault among them, passes as it is.
func explain(path string, err error) error {
	if err == nil {
		return nil
	}
	var f *text.Fault
	if errors.As(err, &f) {
		return err
	}
	code := sqliteCode(err)
	switch code {
	case codeFileTooBig:
		return fault("store.full", text.StoreTooBig.With(path), err)
	case codeRODir:
		return fault("store.readonly-folder", text.StoreReadOnlyFolder.With(path), err)
	case codeReadOnlyDB, codeVnode:
		return fault("store.moved", text.StoreMoved.With(path), err)
	case codeShmOpen, codeShmMap, codeProtocol, codeIOLock:
		return fault("store.no-shared-memory", text.StoreNoSharedMemory.With(path), err)
	case codeIOData, codeCorruptFS:
		return fault("store.damaged", text.StoreDamaged.With(path), err)
	}
	switch code & 0xff {
	case codeFull:
		return fault("store.full", text.StoreFull.With(path), err)
	case codeReadOnly:
		return fault("store.readonly", text.StoreReadOnly.With(path), err)
	case codeCorrupt:
		return fault("store.damaged", text.StoreDamaged.With(path), err)
	case codeNotADB:
		return fault("store.foreign", text.StoreForeign.With(path), err)
	case codeBusy:
		return fault("store.busy", text.StoreBusy.With(path), err)
	case codeCantOpen:
		return fault("store.cannot-open", text.StoreCannotOpen.With(path), err)
	case codeIOErr:
		return fault("store.io", text.StoreIO.With(path), err)
	case codeMismatch:
		return fault("store.overflow", text.StoreOverflow, err)
	}
	switch {
	case integerOverflow(err):
		return fault("store.overflow", text.StoreOverflow, err)
	case errors.Is(err, fs.ErrNotExist):
		return fault("store.missing", text.StoreMissing.With(path), err)
	case errors.Is(err, fs.ErrPermission):
		return fault("store.permission", text.StorePermission.With(path), err)
	case diskFull(err):
		return fault("store.full", text.StoreFull.With(path), err)
	case readOnlyFS(err):
		return fault("store.readonly-folder", text.StoreReadOnlyFolder.With(path), err)
	}
	return err
}

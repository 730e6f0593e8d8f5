package store

import (
	"cmp"
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"math/bits"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"yice/internal/pattern"

	"yice/internal/inorder"
)

// A backup's name says which one it is, when it was made, UTC, and why: "yice-000042-20240305-081502-idle.yice". The number
// is one more than the greatest in the folder, and alone decides which is the newer: clocks jump.
//
// The first edition had no numbers: "yice-20240305-081502.123-user.yice". Those are older than all that have one.

const (
	stamp     = "20060102-150405"
	oldStamp  = stamp + ".000"
	partExt   = ".part"
	firstThin = 4 // backups whose number is a multiple of 2^firstThin, 2^(firstThin+1), … stay longer
)

var (
	backupName    = pattern.Of(`^yice-(\d{6,18})-(\d{8}-\d{6})-([a-z]+)\.yice$`)
	oldBackupName = pattern.Of(`^yice-(\d{8}-\d{6}\.\d{3})-([a-z]+)\.yice$`)
)

func backupFile(seq int64, at time.Time, why string) string {
	return fmt.Sprintf("yice-%06d-%s-%s.yice", seq, at.UTC().Format(stamp), why)
}

// backupCalled reads a backup's name.
func backupCalled(name string) (seq int64, at time.Time, why string, ok bool) {
	if m := backupName.FindStringSubmatch(name); m != nil {
		n, err := strconv.ParseInt(m[1], 10, 64)
		at, err2 := time.Parse(stamp, m[2])
		return n, at, m[3], err == nil && err2 == nil && n > 0
	}
	if m := oldBackupName.FindStringSubmatch(name); m != nil {
		at, err := time.Parse(oldStamp, m[1])
		return 0, at, m[2], err == nil
	}
	return 0, at, "", false
}

// BackupCondition says what a backup is worth.
type BackupCondition uint8

const (
	BackupWhole    BackupCondition = iota // all of it is as its manifest says
	BackupUnproven                        // sound, and without a manifest: of the first edition
	BackupLacking                         // evidence that belongs to it is missing or damaged
	BackupDamaged                         // the copy itself is not what was made, or has no manifest
)

// Good reports whether it can be restored whole, as far as can be told.
func (c BackupCondition) Good() bool { return c <= BackupUnproven }

// BackupInfo is one backup as a list shows it. One that is damaged has no Head and no Rows.
type BackupInfo struct {
	Path      string
	Sequence  int64 // 0: of the first edition
	At        time.Time
	Why       Occasion
	Bytes     int64
	Condition BackupCondition
	Entries   int64  // of the history in it
	Head      string // its newest hash
	Rows      int64
	// Wanting are the evidence files, by digest, that belong to it and cannot be had; Lacked is how many could not be had when
	// it was made.
	Wanting []string
	Lacked  int

	m *manifest
}

// Backups lists them, newest first, as far as sizes and a look inside tell: see Verify.
func Backups(workspace string) ([]BackupInfo, error) { return backupsIn(backupDir(workspace)) }

func backupsIn(dir string) ([]BackupInfo, error) {
	all, err := backupsNamed(dir)
	for i := range all {
		all[i].look()
	}
	return all, err
}

// backupsNamed gives the backups of a folder by their names alone, newest first.
func backupsNamed(dir string) ([]BackupInfo, error) {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, explain(dir, err)
	}
	var all []BackupInfo
	for _, e := range entries {
		if seq, at, why, ok := backupCalled(e.Name()); ok && e.Type().IsRegular() {
			all = append(all, BackupInfo{Path: filepath.Join(dir, e.Name()), Sequence: seq, At: at.Local(), Why: occasionOf(why)})
		}
	}
	inorder.Sort(all, func(a, b BackupInfo) int {
		return cmp.Or(cmp.Compare(b.Sequence, a.Sequence), cmp.Compare(filepath.Base(b.Path), filepath.Base(a.Path)))
	})
	return all, nil
}

// nextSequence is the number of the next backup in a folder; also is another that keeps the same ones, or "".
func nextSequence(dir, also string) (int64, error) {
	all, err := backupsNamed(dir)
	if err != nil {
		return 0, err
	}
	if also != "" {
		if there, err := backupsNamed(also); err == nil {
			all = append(all, there...)
		}
	}
	next := int64(1)
	for _, b := range all {
		next = max(next, b.Sequence+1)
	}
	return next, nil
}

// look reads what a list shows: sizes, the manifest, and the head of the history within.
func (b *BackupInfo) look() {
	b.Condition = BackupDamaged
	st, err := os.Stat(b.Path)
	if err != nil {
		return
	}
	b.Bytes = st.Size()
	m, err := readManifest(b.Path)
	switch {
	case err == nil && m.bytes == b.Bytes:
		b.m, b.Lacked = m, len(m.lacking)
	case err != nil && errors.Is(err, fs.ErrNotExist) && b.Sequence == 0:
	default:
		return
	}
	if !b.within() {
		b.Head, b.Rows, b.Entries = "", 0, 0
		return
	}
	b.Condition = BackupUnproven
	if b.m != nil {
		b.Condition = BackupWhole
		b.weigh(background, false)
	}
}

// within reads the head of the history, and reports whether it can be read and is what the manifest says.
func (b *BackupInfo) within() bool {
	if uncrowded(b.Path) != nil {
		return false
	}
	c, err := connect(b.Path, frozen, shared)
	if err != nil {
		return false
	}
	defer c.close()
	if _, err := identify(b.Path, c, builtIn()); err != nil {
		return false
	}
	var head []byte
	if _, err := c.row("SELECT seq, hash FROM history ORDER BY seq DESC LIMIT 1", []any{&b.Entries, &head}); err != nil {
		return false
	}
	b.Head = hex.EncodeToString(head)
	if b.Rows, err = c.number("SELECT sum(rows) FROM tally"); err != nil {
		return false
	}
	return b.m == nil || b.m.head == b.Head && b.m.entries == b.Entries
}

// weigh looks at the evidence, reading all of it where asked to.
func (b *BackupInfo) weigh(ctx context.Context, read bool) {
	var err error
	b.Wanting, err = b.m.wanting(ctx, filepath.Dir(b.Path), read)
	if err != nil || len(b.Wanting) > 0 {
		b.Condition = BackupLacking
	}
}

// Verify reads all of a backup and holds it against its manifest; one without is held against SQLite's own check. The
// error is that of the context.
func (b *BackupInfo) Verify(ctx context.Context) error {
	if b.verifyCopied(ctx); b.Condition == BackupWhole {
		b.weigh(ctx, true)
	}
	return ctx.Err()
}

// verifyCopied reads the copy alone.
func (b *BackupInfo) verifyCopied(ctx context.Context) {
	if b.look(); b.Condition == BackupDamaged {
		return
	}
	bad := false
	if b.m != nil {
		sum, err := sumFile(ctx, b.Path)
		bad = err != nil || sum != b.m.sum
	} else if c, err := connect(b.Path, frozen, shared); err != nil {
		bad = true
	} else {
		var said string
		_, err := c.row("PRAGMA quick_check(1)", []any{&said})
		bad = err != nil || said != "ok"
		c.close()
	}
	if bad && ctx.Err() == nil {
		b.Condition, b.Head, b.Rows = BackupDamaged, "", 0
	}
}

const (
	keepRecent = 10
	keepOfKind = 2
)

// rotate keeps the ten newest, the two newest of every kind, and of the older ones the fewer the older they are: two each of
// those whose number is a multiple of 16, of 32, of 64, … Only good ones are counted: damaged ones never drive those out.
func rotate(dir string) error {
	all, err := backupsNamed(dir)
	if err != nil {
		return err
	}
	for i := range all {
		all[i].cheapLook()
	}
	for _, b := range superfluous(all) {
		if err := removeBackup(b.Path); err != nil {
			return explain(dir, err)
		}
	}
	return nil
}

// cheapLook tells a backup whose size is not as it was from one that may be good, without opening it.
func (b *BackupInfo) cheapLook() {
	st, err := os.Stat(b.Path)
	if err != nil {
		b.Condition = BackupDamaged
		return
	}
	b.Bytes, b.Condition = st.Size(), BackupUnproven
	if b.Sequence == 0 {
		return
	}
	if b.Condition = BackupDamaged; b.hasManifest() {
		b.Condition = BackupWhole
	}
}

func (b *BackupInfo) hasManifest() bool {
	m, err := readManifest(b.Path)
	return err == nil && m.bytes == b.Bytes
}

// superfluous gives those of a list, newest first, that rotation removes.
func superfluous(all []BackupInfo) (out []BackupInfo) {
	good, kinds, multiples := 0, map[Occasion]int{}, map[int]int{}
	for _, b := range all {
		stays := good < keepRecent
		if b.Condition.Good() {
			good++
			if kinds[b.Why]++; kinds[b.Why] <= keepOfKind {
				stays = true
			}
			for k := firstThin; k <= bits.TrailingZeros64(uint64(b.Sequence)) && b.Sequence > 0; k++ {
				if multiples[k]++; multiples[k] <= 2 {
					stays = true
				}
			}
		}
		if !stays {
			out = append(out, b)
		}
	}
	return out
}

package store

import (
	"testing"
	"time"
)

// A workspace that is kept is backed up after its opening, beside whoever writes, and what is under way when it is closed is
// given up without a trace.
func TestAWorkspaceIsKept(t *testing.T) {
	d := newDesk(t, smallForms())
	d.add("project", "code", "P1")
	told := make(chan string, 8)
	d.keepFrom(time.Millisecond, time.Millisecond, func(path string, err error) {
		if err != nil {
			t.Error(err)
		}
		told <- path
	})
	if path := <-told; path == "" {
		t.Fatal("no backup")
	}
	for i := range 20 {
		d.add("project", "code", "Q"+string(rune('A'+i)))
		if _, err := d.BackupState(background); err != nil {
			t.Fatal(err)
		}
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	d.open()
	if all := verifiedBackups(t, d); len(all) != 1 || all[0].Why != Opened || all[0].Condition != BackupWhole {
		t.Fatalf("%+v", all)
	}
}

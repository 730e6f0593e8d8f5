package journeys

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"yice/store"
)

// backedUp waits until the newest backup of a workspace is of an occasion, and insists that all of them are whole.
func backedUp(t *testing.T, workspace string, why store.Occasion) []store.BackupInfo {
	t.Helper()
	for deadline := time.Now().Add(5 * time.Minute); ; time.Sleep(200 * time.Millisecond) {
		all, err := store.Backups(workspace)
		if err != nil {
			t.Fatal(err)
		}
		if len(all) > 0 && all[0].Why == why {
			for i := range all {
				if err := all[i].Verify(context.Background()); err != nil || all[i].Condition != store.BackupWhole {
					t.Fatalf("%s bears its name: %v", filepath.Base(all[i].Path), all[i].Words())
				}
			}
			return all
		}
		if time.Now().After(deadline) {
			t.Fatalf("there is no backup %q: %+v", why, all)
		}
	}
}

// A day at the desk leaves the backups that the manual promises: on opening, in a pause, on closing, before a command that
// writes; in the second place too; and each is checked by anyone's sha256sum.
func TestADayLeavesTheBackupsThatArePromised(t *testing.T) {
	needTmux(t)
	home, bin := t.TempDir(), program(t)
	w, second := filepath.Join(home, "w.yice"), filepath.Join(home, "disk")
	if err := os.Mkdir(second, 0o700); err != nil {
		t.Fatal(err)
	}
	run := func(args ...string) string {
		t.Helper()
		cmd := exec.Command(bin, args...)
		cmd.Env = append(os.Environ(), "HOME="+home, "XDG_DATA_HOME="+home+"/data", "XDG_CONFIG_HOME="+home+"/config", "YICE_LANG=zh")
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %v\n%s", args, err, out)
		}
		return string(out)
	}
	run("demo", "--workspace", w)
	run("backup", w, "--second", second)
	run("undo", w, "--year", "2023") // a command that writes; the backup is there already
	d := open(t, 120, 36, home, bin, w)
	d.sees("2023 年度").dismiss("一分钟上手")
	backedUp(t, w, store.Opened)
	d.press("F12").typed("").press("Down", "Down", "Down", "Enter")
	d.press("C-End", "Down", "Home")
	d.paste("2023-12-29\t记-0301\t甲").sees("粘贴", "新增 1 行").press("Enter").sees("已粘贴 1 行")
	if os.Getenv("YICE_LONG") != "" {
		backedUp(t, w, store.Idle)
		// Something after it, or there would be nothing left to back up on closing.
		d.press("C-End", "Down", "Home")
		d.paste("2023-12-29\t记-0302\t乙").sees("粘贴", "新增 1 行").press("Enter").sees("已粘贴 1 行")
	}
	leave(d)
	all := backedUp(t, w, store.Closing)
	newest := strings.TrimSuffix(all[0].Path, ".yice") + ".sha256"
	check := exec.Command("sha256sum", "-c", "--strict", newest)
	check.Dir = filepath.Dir(newest)
	if out, err := check.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	there, err := filepath.Glob(filepath.Join(second, "*.backups", "yice-*.yice"))
	if err != nil || len(there) != len(all) {
		t.Fatalf("%d in the second place, %d beside it: %v", len(there), len(all), err)
	}
	run("undo", w, "--year", "2023")
	if said := run("backup", w, "--state"); !strings.Contains(said, "完好") {
		t.Fatal(said)
	}
}

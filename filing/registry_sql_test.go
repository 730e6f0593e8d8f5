package filing

import (
	"database/sql"
	"testing"
)

// sqlite runs a statement over a file, as anybody could who has the file.
func sqlite(t testing.TB, path, statement string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(statement); err != nil {
		t.Fatal(err)
	}
}

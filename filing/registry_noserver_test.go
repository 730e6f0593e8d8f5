//go:build !unix

package filing

import "testing"

func database(t *testing.T) string {
	t.Skip("NOT RUN, servers are started on Unix alone")
	return ""
}

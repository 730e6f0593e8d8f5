package main

import (
	"os"
	"strings"
	"testing"
)

// Every command that a person is offered stands in the manual.
func TestTheManualNamesEveryCommand(t *testing.T) {
	manual, err := os.ReadFile("../../docs/manual.md")
	if err != nil {
		t.Fatal(err)
	}
	p := &program{}
	for _, c := range p.root().Commands() {
		if !c.Hidden && c.Name() != "help" && !strings.Contains(string(manual), "`yice "+c.Name()) {
			t.Errorf("docs/manual.md does not tell of yice %s", c.Name())
		}
	}
}

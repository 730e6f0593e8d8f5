package filing

import (
	"errors"
	"os"

	"yice/scoring"
	"yice/text"
)

// template is the built-in pack, as cmd gives it to sessions.
func template(year int) (*scoring.Pack, bool) {
	source, err := os.ReadFile("../examples/pack-2023.toml")
	if err != nil || year != goldenYear {
		return nil, false
	}
	p, err := scoring.Load(source)
	return p, err == nil
}

func asFault(err error, f **text.Fault) bool { return errors.As(err, f) }

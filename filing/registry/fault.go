package registry

import (
	"errors"

	"yice/filing/intake/incoming"
	"yice/text"
)

func fault(code string, class text.Class, say text.Pair) *text.Fault {
	return &text.Fault{Code: code, Class: class, Say: say}
}

func faultOf(code string, class text.Class, say text.Pair, err error) *text.Fault {
	return &text.Fault{Code: code, Class: class, Say: say, Err: err}
}

// cannotUse words what the database would not do; a fault passes through.
func cannotUse(err error) error {
	var f *text.Fault
	if err == nil || errors.As(err, &f) {
		return err
	}
	return faultOf("registry.database", text.Cannot, text.RegistryDatabase, err)
}

// sayOf gives the sentence of an error.
func sayOf(err error) text.Pair {
	var f *text.Fault
	if errors.As(err, &f) {
		return f.Say
	}
	return text.Same(text.Harmless(err.Error()))
}

// codeOf gives the stable code of an error; other where it has none.
func codeOf(err error, other string) string {
	var f *text.Fault
	if errors.As(err, &f) {
		return f.Code
	}
	return other
}

// shown is a file's name without its folders, harmless on a terminal.
func shown(path string) string { return incoming.Shown(path) }

// shownAddress is how a registry is called in sentences: a server without what might be secret.
func shownAddress(address string) string {
	if IsAddress(address) {
		return withoutSecrets(address)
	}
	return shown(address)
}

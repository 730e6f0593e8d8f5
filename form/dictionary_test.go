package form

import (
	"testing"
)

func TestDictionaryIsValid(t *testing.T) {
	if err := Validate(All()); err != nil {
		t.Error(err)
	}
}

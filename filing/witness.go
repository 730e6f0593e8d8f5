package filing

import (
	"context"

	"yice/store"
	"yice/text"
)

// Witness reads what a submission says of the history that it was sealed with. It must verify first: anybody can write
// another hash into a file that nobody checks.
func Witness(ctx context.Context, path string, o VerifyOptions) (store.Witness, error) {
	v, err := Verify(ctx, path, o)
	if err != nil {
		return store.Witness{}, err
	}
	defer v.Close()
	if !v.OK {
		return store.Witness{}, fault("filing.witness-unverified", text.Findings, text.FilingWitnessUnverified.With(shownName(path), v.Problems[0]))
	}
	name := text.FilingWitnessSigned.With(shownName(path), harmless(v.Signer))
	if v.Signer == "" {
		name = text.FilingWitnessUnsigned.With(shownName(path))
	}
	return store.Witness{Name: name, Head: v.Submission.Head, Log: v.Submission.History.Log}, nil
}

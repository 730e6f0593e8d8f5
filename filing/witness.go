package filing

import (
	"context"

	"yice/filing/submission"
	"yice/store"
	"yice/text"
)

// Witness reads what a submission, or the receipt for one, says of the history that it was sealed with. It must verify first:
// anybody can write another hash into a file that nobody checks.
func Witness(ctx context.Context, path string, o VerifyOptions) (store.Witness, error) {
	v, err := Verify(ctx, path, o)
	if err != nil {
		return store.Witness{}, err
	}
	defer v.Close()
	if v.Has("kind.receipt") {
		return receiptWitness(path, o.Trust)
	}
	if !v.OK {
		return store.Witness{}, fault("filing.witness-unverified", text.Findings, text.FilingWitnessUnverified.With(shownName(path), v.Problems[0]))
	}
	name := text.FilingWitnessSigned.With(shownName(path), harmless(v.Signer))
	if v.Signer == "" {
		name = text.FilingWitnessUnsigned.With(shownName(path))
	}
	return store.Witness{Name: name, Head: v.Submission.Head, Log: v.Submission.History.Log}, nil
}

// receiptWitness is what a receipt countersigned. Nobody answers for an unsigned one, and one of an older format saw no history.
func receiptWitness(path, trust string) (store.Witness, error) {
	signed, err := readSigned(path, receiptEntry)
	if err == nil {
		err = signed.judge(path, receiptEntry, trust)
	}
	if err != nil {
		return store.Witness{}, err
	}
	blind := func(why text.Pair) error {
		return fault("filing.witness-unverified", text.Findings, text.FilingWitnessUnverified.With(shownName(path), why))
	}
	r, ok := submission.ParseReceipt(signed.Content)
	switch {
	case !ok:
		return store.Witness{}, fault("filing.not-signed-file", text.Findings, text.FilingSignedNotOne.With(shownName(path)))
	case signed.Signer == nil:
		return store.Witness{}, blind(text.FilingWitnessNobody)
	case r.Old():
		return store.Witness{}, blind(text.FilingReceiptOld)
	case r.History == nil:
		return store.Witness{}, blind(text.FilingWitnessBlind)
	}
	name := text.FilingWitnessReceipt.With(shownName(path), harmless(r.Serial), harmless(signed.signer))
	return store.Witness{Name: name, Log: *r.History}, nil
}

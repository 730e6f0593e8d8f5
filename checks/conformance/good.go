package main

import (
	"yice/checks/authority"
	"yice/filing/submission"
	"yice/seal"
)

const goodFile = "submissions/good.zip"

func (w *writer) good() {
	w.sealed("good", authority.Wanted{})
	w.add("good", "a whole submission; nobody is asked who signed and who issued the pack", goodFile, brings())
	w.add("good-keys", "the signer may hand in for this enterprise, the pack is signed by a 签发 key", goodFile, brings("keys"))
	w.add("good-pack", "scored again under the regulator's pack; nobody has decided on recognitions", goodFile, brings("pack"))
	w.add("good-measured", "keys and pack: what is only said to be recognised counts with the pending", goodFile, brings("keys", "pack"))
	w.add("good-decided", "keys, pack and the decisions of a 认定 key", goodFile, brings("keys", "pack", "decisions"))
	w.add("good-decisions-unasked", "without keys nobody knows who may decide: decisions count for nothing, which is said",
		goodFile, brings("pack", "decisions"), noted("decision.unasked"))

	envelope := w.put("submissions/encrypted.zip", must(seal.Envelop(w.files[goodFile], w.Hands[authority.Receiver].Key.Public())))
	closed := func(v *Verdict) {
		*v = Verdict{
			Integrity: "unknown", Signature: "unknown", Identity: "unasked", Policy: "unasked", Score: "unknown", SignOffs: "absent",
			Problems: []Problem{}, Notes: []string{"envelope.closed"},
		}
	}
	w.add("encrypted-closed", "encrypted and not opened: nothing is known, and nothing is wrong", envelope, brings(), closed)
	g := brings("keys", "pack", "decisions")
	g.OpenKey = "keys/" + authority.Receiver + ".pem"
	w.add("encrypted-opened", "encrypted and opened by its reader", envelope, g)
}

// hands: who signed.
func (w *writer) hands() {
	all := brings("keys", "pack", "decisions")
	signer := func(id string) func(*Verdict) {
		return func(v *Verdict) { v.Signer = w.Hands[id].Fingerprint }
	}
	identity := func(word, code string) func(*Verdict) {
		return func(v *Verdict) {
			v.Identity = word
			wrong(code, "signer.pem")(v)
		}
	}
	unsigned := w.sealed("unsigned", authority.Wanted{Signer: authority.Nobody})
	none := func(v *Verdict) { v.Signature, v.Signer = "none", "" }
	w.add("unsigned", "without a signature: whole, and no more is proven", unsigned, brings(), none)
	w.add("unsigned-keys", "without a signature where keys are asked", unsigned, all, none, func(v *Verdict) {
		v.Identity = "unknown"
		wrong("identity.unknown", "")(v)
	})
	w.add("stranger", "signed by a key that is in no register", w.sealed("stranger", authority.Wanted{Signer: authority.Stranger}), all,
		signer(authority.Stranger), identity("unknown", "identity.unknown"))
	w.add("rival", "signed by the key of another enterprise", w.sealed("rival", authority.Wanted{Signer: authority.Rival}), all,
		signer(authority.Rival), identity("wrong", "identity.wrong"))
	w.add("issuer", "signed by the regulator's 签发 key, which may sign no submission", w.sealed("issuer", authority.Wanted{Signer: authority.Root}), all,
		signer(authority.Root), identity("wrong", "identity.wrong"))
	w.add("expired", "signed by a key whose time was over", w.sealed("expired", authority.Wanted{Signer: authority.Expired}), all,
		signer(authority.Expired), identity("wrong", "identity.wrong"))
	w.add("revoked", "sealed on a day on which the key was revoked already", w.sealed("revoked", authority.Wanted{Signer: authority.Lost}), all,
		signer(authority.Lost), identity("wrong", "identity.revoked"))
	before := authority.Wanted{Signer: authority.Lost, At: authority.Sealed.AddDate(0, 0, -3), SignOff: dated("2024-01-15", "2024-01-16", "2024-01-17")}
	w.add("revoked-since", "the key was revoked since: only its own word puts the sealing before that day, which is said",
		w.sealed("revoked-since", before), all, func(v *Verdict) { v.Signer = w.Hands[authority.Lost].Name }, noted("identity.revoked"), noted("signoff.typed"))
}

// dated moves sign-offs to other days, which voids a 签字: they become 署名.
func dated(days ...string) func([]submission.SignOff) []submission.SignOff {
	return func(all []submission.SignOff) []submission.SignOff {
		for i := range all {
			all[i].Date, all[i].Kind, all[i].Signature, all[i].Key = days[i], submission.Typed, "", ""
		}
		return all
	}
}

// quarters: returns of a quarter, which are light, and whose figures end with it.
func (w *writer) quarters() {
	of := func(period string) authority.Wanted {
		return authority.Wanted{
			SignOff: func([]submission.SignOff) []submission.SignOff {
				var none []submission.SignOff
				for _, role := range submission.SignOffRoles {
					none = append(none, submission.SignOff{Role: role})
				}
				return none
			},
			Content: func(c *submission.Content) {
				c.Seal.Period, c.Seal.Serial, c.Seal.Replaces = period, authority.USCC+"-"+period+"-01", nil
			},
		}
	}
	quarter := func(period string) func(*Verdict) {
		return func(v *Verdict) {
			v.Period, v.Serial, v.SignOffs = period, authority.USCC+"-"+period+"-01", "absent"
		}
	}
	w.add("quarter", "the return of the fourth quarter: without sign-offs, and nothing is wrong", w.sealed("quarter", of("2023Q4")),
		brings("keys", "pack", "decisions"), quarter("2023Q4"), noted("period.quarter"))
	w.add("quarter-months", "a return of the second quarter with the figures of the whole year", w.sealed("quarter-months", of("2023Q2")),
		brings("keys", "pack", "decisions"), quarter("2023Q2"), noted("period.quarter"), wrong("period.differs", "seal.json"))
}

package main

import (
	"yice/checks/authority"
	"yice/filing/submission"
)

// policies: whose pack it was scored by.
func (w *writer) policies() {
	all := brings("keys", "pack", "decisions")
	policy := func(word string, problems ...Problem) func(*Verdict) {
		return func(v *Verdict) {
			v.Policy = word
			if v.Self.Mode = simulated; word == "issued" {
				v.Self.Mode = official
			}
			for _, p := range problems {
				wrong(p.Code, p.Entry)(v)
			}
		}
	}
	drafted := w.sealed("draft", authority.Wanted{Pack: w.Draft})
	w.add("draft", "scored by a draft, nobody asks", drafted, brings())
	w.add("draft-keys", "scored by a draft: it holds, and says so", drafted, brings("keys"), policy("draft"), noted("policy.draft"))
	w.add("draft-measured", "scored by a draft where the regulator measures by what it issued", drafted, all, policy("draft", Problem{"policy.draft", "pack.toml"}))

	word := w.sealed("word", authority.Wanted{Issuer: authority.Nobody})
	w.add("word", "the pack says it is issued and nobody signed it: a word anybody can write", word, brings(), wrong("policy.unsigned", "pack.toml.sm2sig"))

	easy := w.sealed("easy", authority.Wanted{Pack: w.Easy, Issuer: authority.Filer})
	score := func(v *Verdict) { v.Self.Innovation = "84.25" } // the first indicator has all its 20.00 instead of 18.33
	w.add("easy", "an easier target, issued by the enterprise itself", easy, brings("keys"), score, policy("draft", Problem{"policy.unsigned", "pack.toml.sm2sig"}))
	w.add("easy-measured", "the same where the regulator brings its own", easy, all, score,
		policy("draft", Problem{"policy.unsigned", "pack.toml.sm2sig"}, Problem{"policy.draft", "pack.toml"}))

	second := w.sealed("second", authority.Wanted{Pack: w.Second})
	w.add("second", "another pack that the regulator issued", second, brings("keys"))
	w.add("second-measured", "another pack that the regulator issued, not the one that is measured by", second, all, policy("foreign", Problem{"policy.foreign", "pack.toml"}))

	loose := brings("keys", "pack")
	loose.Pack = w.put("packs/unsigned.toml", w.Issued.Source)
	w.put("packs/unsigned.toml.sm2sig", w.PackSignature(authority.Filer, w.Issued))
	w.add("measure-unsigned", "the pack that is brought to measure by is signed by no 签发 key", goodFile, loose, policy("draft", Problem{"policy.unsigned", ""}), func(v *Verdict) { v.Confirmed.Mode = simulated })

	role := brings("keys", "pack")
	role.Decisions = []string{w.put("documents/decision-by-issuer.zip", w.Document(submission.RecognitionDocument, w.decisions(), authority.Root, authority.Decided))}
	w.add("decision-role", "decisions signed by a key that may not decide count for nothing", goodFile, role, wrong("decision.role", ""),
		func(v *Verdict) {
			v.Recognitions, v.Confirmed = Recognitions{SelfDeclared: recognised}, undecided(official)
		})
}

// signOffs: who answers for the figures.
func (w *writer) signOffs() {
	all := brings("keys", "pack", "decisions")
	say := func(word string) func(*Verdict) { return func(v *Verdict) { v.SignOffs = word } }
	invented := func(v *Verdict) {
		v.SignOffs = "void"
		wrong("signoff.invented", "signoff.json")(v)
		wrong("signoff.void", "signoff.json")(v)
	}
	change := func(f func([]submission.SignOff)) func([]submission.SignOff) []submission.SignOff {
		return func(all []submission.SignOff) []submission.SignOff {
			f(all)
			return all
		}
	}
	w.add("signoff-typed", "names and dates, as on a desk of one: 署名, not 签字",
		w.sealed("signoff-typed", authority.Wanted{SignOff: dated("2024-01-18", "2024-01-18", "2024-01-19")}), all, noted("signoff.typed"))
	absent := change(func(all []submission.SignOff) { all[2] = submission.SignOff{Role: all[2].Role} })
	w.add("signoff-absent", "the third has not signed, and nobody says why", w.sealed("signoff-absent", authority.Wanted{SignOff: absent}), all,
		say("absent"), wrong("signoff.absent", "signoff.json"))
	w.add("signoff-absent-reason", "the third has not signed, for a reason that is given",
		w.sealed("signoff-absent-reason", authority.Wanted{SignOff: absent, Reason: "单位负责人出国，已由分管领导电话确认"}), all, say("absent"), noted("signoff.unsigned"))
	void := change(func(all []submission.SignOff) { all[0].Standing = false })
	w.add("signoff-void", "the data was changed after the first had signed", w.sealed("signoff-void", authority.Wanted{SignOff: void}), all,
		say("void"), wrong("signoff.void", "signoff.json"))
	for _, c := range []struct {
		name, says string
		change     func([]submission.SignOff)
	}{
		{"signoff-other-data", "signatures over other data", func(all []submission.SignOff) {
			for i, o := range w.SignOffs("00" + all[0].Digest[2:]) {
				all[i] = o
			}
		}},
		{"signoff-wrong-hand", "the head's sign-off, signed by the clerk's key", func(all []submission.SignOff) {
			all[2] = w.SignOff(2, authority.Clerk, all[2].Name, all[2].Date, all[2].Digest)
		}},
		{"signoff-filing-key", "a sign-off signed by the key that hands in", func(all []submission.SignOff) {
			all[2] = w.SignOff(2, authority.Filer, all[2].Name, all[2].Date, all[2].Digest)
		}},
		{"signoff-stranger", "a sign-off signed by a key that is in no register", func(all []submission.SignOff) {
			all[0] = w.SignOff(0, authority.Stranger, all[0].Name, all[0].Date, all[0].Digest)
		}},
		{"signoff-backwards", "the head signed before the clerk", func(all []submission.SignOff) {
			all[2] = w.SignOff(2, authority.Head, all[2].Name, "2024-01-10", all[2].Digest)
		}},
		{"signoff-after", "a sign-off dated after the sealing", func(all []submission.SignOff) {
			all[2] = w.SignOff(2, authority.Head, all[2].Name, "2024-01-21", all[2].Digest)
		}},
		{"signoff-moved", "the signature of one role put under another", func(all []submission.SignOff) {
			all[1].Signature, all[1].Key = all[0].Signature, all[0].Key
		}},
		{"signoff-bare", "a 签字 without a signature", func(all []submission.SignOff) { all[1].Signature = "" }},
	} {
		invented := invented
		if c.name == "signoff-other-data" {
			invented = voidOverOtherData
		}
		w.add(c.name, c.says, w.sealed(c.name, authority.Wanted{SignOff: change(c.change)}), all, invented)
	}
}

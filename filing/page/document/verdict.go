package document

import "yice/text"

// answers are what verification said, in the words of its contract, with what a sentence needs to name.
type answers struct {
	OK                                                              bool
	Integrity, Signature, Identity, Policy, Score, SignOffs, Signer string
	Fingerprint, Pack                                               string
	Decided, Declared, Files                                        int
	Pinned                                                          bool // identity was asked by fingerprint
	Locked                                                          bool // encrypted, and not opened
	Problems, Notes                                                 []Problem
}

// verdict puts the answers into words, and says in one what they come to.
func (a *answers) verdict() Verdict {
	v := Verdict{OK: a.OK, Problems: a.Problems, Notes: a.Notes, Questions: a.questions()}
	say := func(state State, headline, sentence text.Pair) Verdict {
		v.State, v.Headline, v.Sentence = state, Say(headline), Say(sentence)
		return v
	}
	switch {
	case a.Locked:
		v.OK = false
		return say(Unknown, text.PageUnknown, text.PageUnknownSay)
	case !a.OK || a.Integrity != "ok" || a.Score == "differs":
		return say(Bad, text.PageBad, text.PageBadSay.With(len(a.Problems)))
	case a.Score != "follows":
		return say(Partly, text.PageUnscored, text.PageUnscoredSay)
	case a.Signature != "ok":
		return say(Partly, text.PageUnsigned, text.PageUnsignedSay)
	case a.Policy == "draft":
		return say(Partly, text.PageDraft, text.PageDraftSay)
	case a.Identity != "trusted":
		return say(Partly, text.PagePartly, text.PagePartlySay)
	case a.Policy != "issued":
		return say(Partly, text.PagePartlyPack, text.PagePartlyPackS)
	case a.SignOffs != "standing":
		return say(Partly, text.PageUnconfirmed, text.PageUnconfirmedSay)
	}
	return say(Good, text.PageGood, text.PageGoodSay)
}

// reply is how one answer is shown.
type reply struct {
	mark             Mark
	answer, sentence text.Pair
}

func (a *answers) questions() []Question {
	ask := func(id string, title text.Pair, of map[string]reply, answer string) Question {
		r, known := of[answer]
		if !known {
			r = reply{NotAsked, text.PageNotKnown, text.PageNotKnownSay}
		}
		return Question{ID: id, Title: Say(title), Mark: r.mark, Answer: Say(r.answer), Sentence: plainPair(r.sentence)}
	}
	identity := text.PageIdentitySay.With(a.Signer)
	if a.Pinned {
		identity = text.PageIdentityPinned.With(a.Fingerprint)
	}
	return []Question{
		ask("integrity", text.PageQIntegrity, map[string]reply{
			"ok":  {Holds, text.PageIntegrityOK, text.PageIntegrityOKSay.With(a.Files)},
			"bad": {Fails, text.PageIntegrityBad, text.PageIntegrityBadSay},
		}, a.Integrity),
		ask("signature", text.PageQSignature, map[string]reply{
			"ok":   {Holds, text.PageSignatureOK, text.PageSignatureOKSay},
			"bad":  {Fails, text.PageSignatureBad, text.PageSignatureBadSay},
			"none": {TakeNote, text.PageSignatureNone, text.PageSignatureNoneSay},
		}, a.Signature),
		ask("identity", text.PageQIdentity, map[string]reply{
			"trusted": {Holds, text.PageIdentityTrusted, identity},
			"unknown": {Fails, text.PageIdentityUnknown, text.PageIdentityUnknownS},
			"wrong":   {Fails, text.PageIdentityWrong, text.PageIdentityWrongSay},
			"unasked": {NotAsked, text.PageUnasked, text.PageIdentityUnaskedS},
		}, a.Identity),
		ask("policy", text.PageQPolicy, map[string]reply{
			"issued":  {Holds, text.PagePolicyIssued, text.PagePolicyIssuedSay.With(a.Pack)},
			"draft":   {TakeNote, text.PagePolicyDraft, text.PagePolicyDraftSay.With(a.Pack)},
			"foreign": {Fails, text.PagePolicyForeign, text.PagePolicyForeignSay.With(a.Pack)},
			"unasked": {NotAsked, text.PageUnasked, text.PagePolicyUnaskedSay.With(a.Pack)},
		}, a.Policy),
		ask("score", text.PageQScore, map[string]reply{
			"follows": {Holds, text.PageScoreFollows, text.PageScoreFollowsSay},
			"differs": {Fails, text.PageScoreDiffers, text.PageScoreDiffersSay},
		}, a.Score),
		ask("signoffs", text.PageQSignOffs, map[string]reply{
			"standing": {Holds, text.PageSignOffsStanding, text.PageSignOffsStandingS},
			"void":     {Fails, text.PageSignOffsVoid, text.PageSignOffsVoidSay},
			"absent":   {TakeNote, text.PageSignOffsAbsent, text.PageSignOffsAbsentSay},
		}, a.SignOffs),
		a.recognitions(),
	}
}

func (a *answers) recognitions() Question {
	q := Question{ID: "recognitions", Title: Say(text.PageQRecognitions), Mark: TakeNote, Answer: Say(text.PageRecognised.With(a.Decided, a.Declared)), Sentence: Say(text.PageRecognisedSay)}
	switch {
	case a.Score == "unknown" || a.Score == "":
		q.Mark, q.Answer, q.Sentence = NotAsked, Say(text.PageNotKnown), Say(text.PageNotKnownSay)
	case a.Decided+a.Declared == 0:
		q.Mark, q.Answer, q.Sentence = NotAsked, Say(text.PageRecognisedNone), Say(text.PageRecognisedNoneSay)
	case a.Declared == 0:
		q.Mark, q.Sentence = Holds, Say(text.PageRecognisedAllSay)
	}
	return q
}

// pin asks for the signer by fingerprint, where a page goes by fingerprints.
func (a *answers) pin(fingerprints []string) {
	if len(fingerprints) == 0 || a.Locked {
		return
	}
	for _, f := range fingerprints {
		if a.Signature == "ok" && f == a.Fingerprint {
			a.Identity, a.Pinned = "trusted", true
			return
		}
	}
	a.OK, a.Identity = false, "unknown"
	a.Problems = append(a.Problems, Problem{Code: "identity.unknown", Message: Say(text.PageNotPinned), Entry: "signer.pem"})
}

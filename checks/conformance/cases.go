package main

import (
	"strings"

	"yice/checks/authority"
	"yice/filing/submission"
	"yice/form"
	"yice/seal"
)

// recognised is how many rows of the worked year say that they are 已认定.
const recognised = 9

// worked is the score of the worked year, as its expected figures have it; undecided the same where nobody has decided on its
// recognitions: no points for platforms and awards (4.50), and no profit deemed
// for platform (110.00) and project (60.00).
func worked(mode string) *Figures    { return &Figures{"82.58", "4.50", "4445.00", mode} }
func undecided(mode string) *Figures { return &Figures{"82.58", "0.00", "4275.00", mode} }

// Modes of a score.
const (
	official  = "正式"
	simulated = "模拟"
)

const (
	keysFile     = "documents/register.zip"
	packFile     = "packs/issued.toml"
	decisionFile = "documents/decision.zip"
)

// put keeps a file for the folder.
func (w *writer) put(name string, content []byte) string {
	w.files[name] = content
	return name
}

// shared writes what readers bring.
func (w *writer) shared() {
	w.put(keysFile, w.Document(submission.RegisterDocument, w.Register().Bytes(), authority.Root, authority.Issued))
	w.put(packFile, w.Issued.Source)
	w.put(packFile+".sm2sig", w.PackSignature(authority.Root, w.Issued))
	w.put(decisionFile, w.Document(submission.RecognitionDocument, w.decisions(), authority.Decider, authority.Decided))
}

// decisions are 已认定 for every row that says so of itself, bound to what it is.
func (w *writer) decisions() []byte {
	y := must(w.Year(w.Issued))
	var b strings.Builder
	b.WriteString(strings.Join(submission.DecisionColumns, ",") + "\n")
	for _, f := range form.All() {
		for _, r := range y.Tables[f.ID] {
			if !f.Recognised || r.Str("recognition") != form.Recognised {
				continue
			}
			bound := func(id string) string {
				if field := f.Field(id); field != nil {
					return field.Show(r.Get(id))
				}
				return ""
			}
			b.WriteString(strings.Join([]string{
				authority.USCC, "2023", f.ID, r.Key(), form.Recognised, bound("recognised_by"), bound("recognised_doc"), bound("recognised_on"),
				bound("level"), bound("authority"), bound("kind"),
			}, ",") + "\n")
		}
	}
	return []byte(b.String())
}

// brings says what a reader brings: any of "keys", "pack", "decisions".
func brings(what ...string) Given {
	g := Given{Now: authority.Now, Decisions: []string{}}
	for _, one := range what {
		switch one {
		case "keys":
			g.Keys = keysFile
		case "pack":
			g.Pack = packFile
		case "decisions":
			g.Decisions = []string{decisionFile}
		}
	}
	return g
}

// whole is the verdict on a good submission for whoever brings that.
func (w *writer) whole(g Given) *Verdict {
	v := &Verdict{
		OK: true, Integrity: "ok", Signature: "ok", Identity: "unasked", Policy: "unasked", Score: "follows", SignOffs: "standing",
		Recognitions: Recognitions{SelfDeclared: recognised}, Signer: w.Hands[authority.Filer].Fingerprint, Enterprise: authority.USCC,
		Year: 2023, Period: "2023", Serial: authority.USCC + "-2023-02", Self: worked(simulated), Problems: []Problem{}, Notes: []string{},
	}
	if g.Keys != "" {
		v.Identity, v.Signer, v.Policy, v.Self = "trusted", w.Hands[authority.Filer].Name, "issued", worked(official)
	}
	if g.Pack != "" {
		v.Policy, v.Self, v.Confirmed = "issued", worked(official), undecided(official)
	}
	if len(g.Decisions) > 0 && g.Keys != "" {
		v.Recognitions = Recognitions{Decided: recognised}
		if g.Pack != "" {
			v.Confirmed = worked(official)
		}
	}
	if g.Keys == "" && g.Pack == "" {
		v.Notes = append(v.Notes, "policy.unasked")
	}
	return v
}

// wrong says of a verdict that something is, and what.
func wrong(code, entry string) func(*Verdict) {
	return func(v *Verdict) {
		v.OK = false
		v.Problems = append(v.Problems, Problem{code, entry})
	}
}

func noted(code string) func(*Verdict) {
	return func(v *Verdict) { v.Notes = append(v.Notes, code) }
}

// add adds a case of a submission: the verdict is that on a good one, changed as said.
func (w *writer) add(name, says, file string, g Given, changes ...func(*Verdict)) {
	v := w.whole(g)
	for _, change := range changes {
		change(v)
	}
	w.suite.Cases = append(w.suite.Cases, &Case{Name: name, Says: says, Kind: "submission", File: file, Given: g, Verdict: v})
}

// sealed keeps a submission.
func (w *writer) sealed(name string, as authority.Wanted) string {
	return w.put("submissions/"+name+".zip", must(w.Seal(as)))
}

// forged keeps one that a hand made of the good one: entries changed, sealed and signed anew ("nobody": without a signature).
func (w *writer) forged(name, hand string, change func(authority.Paper), more func(*submission.Sealed)) string {
	p := must(authority.Take(w.files[goodFile]))
	if change != nil {
		change(p)
	}
	var key *seal.Key
	if hand != authority.Nobody {
		key = w.Hands[hand].Key
	}
	return w.put("submissions/"+name+".zip", must(p.Forged(key, more)))
}

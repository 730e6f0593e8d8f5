package trusting

import (
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/filing"
	"yice/form"
	"yice/seal"
	"yice/text"
	"yice/tui/kit"
	"yice/tui/paint"
	"yice/tui/screen"
)

// How the register of keys changes at the desk. Every key is looked at by two people before it is trusted: its fingerprint
// stands large on the screen, and its last group is typed.

// newHolder is a key about to be registered.
type newHolder struct {
	folder Folder
	seal.Holder
	days string
}

// AskPublicKey asks for a key file, then whose it is.
func AskPublicKey(m screen.Desk, folder Folder) tea.Cmd {
	return kit.AskPath(m, text.TuiKeyAdd, text.TuiKeyFileSay, "", kit.PathWant{Ext: []string{".pem", ".pub"}}, func(typed string) (text.Pair, tea.Cmd) {
		path := kit.Expand(typed)
		if path == "" {
			return text.TuiPathEmpty, nil
		}
		return text.Pair{}, screen.Later(func() screen.Do {
			key, err := seal.ReadPublicKey(path)
			return func() tea.Cmd {
				if err != nil {
					kit.Refuse(m, text.TuiKeyAdd, kit.Sentence(err))
					return nil
				}
				askRole(m, &newHolder{folder: folder, Holder: seal.Holder{Key: key, Fingerprint: key.Fingerprint()}})
				return nil
			}
		})
	})
}

// askRole asks what a key may sign, then for whom.
func askRole(m screen.Desk, n *newHolder) {
	all := make([]kit.Option, len(seal.Roles))
	for i, role := range seal.Roles {
		all[i] = kit.Option{Title: role.Title(), Note: paint.Cut(role.Does().In(m.Lang()), 48), Take: func() tea.Cmd {
			n.Role = role
			if role.Bound() && m.Session() != nil {
				n.USCC = m.Standing().USCC
				if n.Name == "" {
					n.Name = m.Standing().Name
				}
			}
			return n.ask(m, 0)
		}}
	}
	kit.Choose(m, text.TuiKeyRoleAsk, all)
}

// ask asks question i of those that the role needs; an answer that will not do is said at once.
func (n *newHolder) ask(m screen.Desk, i int) tea.Cmd {
	type question struct {
		say   text.Pair
		value *string
		check func(string) text.Pair
	}
	var all []question
	if n.Role.Bound() {
		all = append(all, question{text.TuiKeyUSCCAsk, &n.USCC, parses(form.ByID("enterprise"), "uscc")})
	}
	filled := func(s string) text.Pair {
		if s == "" {
			return text.TuiAnswerEmpty
		}
		return text.Pair{}
	}
	all = append(all, question{text.TuiKeyNameAsk, &n.Name, filled})
	if n.Role == seal.Signing {
		all = append(all, question{text.TuiKeyWhoAsk, &n.Person, filled})
	}
	all = append(all, question{text.TuiKeyDaysAsk, &n.days, n.setDays})
	if i == len(all) {
		n.compare(m)
		return nil
	}
	q := all[i]
	m.Open(kit.NewInput(text.TuiKeyAdd, q.say, *q.value, func(typed string) (text.Pair, tea.Cmd) {
		typed = strings.TrimSpace(typed)
		if wrong := q.check(typed); !wrong.Empty() {
			return wrong, nil
		}
		*q.value = typed
		return text.Pair{}, n.ask(m, i+1)
	}))
	return nil
}

// setDays reads the days a key is good for: none, the first, or the first and the last.
func (n *newHolder) setDays(s string) text.Pair {
	days := strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '至' || r == '～' || r == '~' || r == '\u3000' })
	if len(days) > 2 {
		return text.TuiKeyDaysBad
	}
	days = append(days, "", "")
	h := n.Holder
	h.From, h.To = days[0], days[1]
	if err := h.Check(); err != nil {
		return kit.Sentence(err)
	}
	n.From, n.To = h.From, h.To
	return text.Pair{}
}

// compare shows the fingerprint and registers the key once its last group was typed.
func (n *newHolder) compare(m screen.Desk) {
	h := n.Holder
	h.USCC = strings.ToUpper(h.USCC)
	say := text.TuiPrintHolder.With(strings.TrimSpace(h.Name+" "+h.Person), text.TuiKeySigns.With(h.Role.Title(), h.Role.Does()))
	m.Open(kit.NewFingerprint(say, h.Fingerprint, func() tea.Cmd {
		return changeKeys(m, n.folder, func(t seal.Trust) (text.Pair, error) {
			_, err := t.Enrol(h)
			return text.TuiKeyEnroled.With(h.Name, h.Role.Title()), err
		})
	}))
}

// AskRegister asks for a register and takes it; the first one shows its root's fingerprint before anything is trusted.
func AskRegister(m screen.Desk, folder Folder) tea.Cmd {
	return kit.AskPath(m, text.TuiKeyTake, text.TuiTakeSay, "", kit.PathWant{Ext: []string{".zip"}}, func(typed string) (text.Pair, tea.Cmd) {
		path, dir := kit.Expand(typed), folder.TrustFolder()
		if path == "" {
			return text.TuiPathEmpty, nil
		}
		return text.Pair{}, screen.Later(func() screen.Do {
			r, err := filing.ReadRegister(path)
			keys, errHere := Registered(dir)
			return func() tea.Cmd {
				switch {
				case err != nil:
					kit.Refuse(m, text.TuiKeyTake, kit.Sentence(err))
				case errHere != nil:
					kit.Refuse(m, text.TuiKeyTake, kit.Sentence(errHere))
				case keys.Root() != "":
					return takeRegister(m, folder, r, "")
				default:
					m.Open(kit.NewFingerprint(text.TuiPrintRoot.With(r.Register.Number, len(r.Register.Holders), r.Issuer()), r.Register.Root, func() tea.Cmd { return takeRegister(m, folder, r, r.Register.Root) }))
				}
				return nil
			}
		})
	})
}

func takeRegister(m screen.Desk, folder Folder, r *filing.SignedRegister, confirmed string) tea.Cmd {
	now := m.Now()
	return changeKeys(m, folder, func(t seal.Trust) (text.Pair, error) {
		done, err := t.Take(r.Register, r.Signer, confirmed, now)
		say := text.TuiTaken.With(done.Number, len(done.Added), len(done.Changed), len(done.Gone))
		if len(done.Kept) > 0 {
			say = text.TuiTakenKept.With(done.Number, len(done.Added), len(done.Changed), len(done.Gone), len(done.Kept))
		}
		return say, err
	})
}

// askRevoke asks from which day a key signs nothing, and why.
func askRevoke(m screen.Desk, folder Folder, h seal.Holder) {
	today := m.Now().Format("2006-01-02")
	m.Open(kit.NewInput(text.TuiKeyRevoke, text.TuiKeyRevokeOn.With(h.Name), today, func(on string) (text.Pair, tea.Cmd) {
		on = strings.TrimSpace(on)
		tried := h
		tried.RevokedOn, tried.RevokedWhy = on, "-"
		if err := tried.Check(); err != nil || on == "" {
			return text.SealBadDay.With(paint.Safe(on)), nil
		}
		askRevokeWhy(m, folder, h, on)
		return text.Pair{}, nil
	}))
}

func askRevokeWhy(m screen.Desk, folder Folder, h seal.Holder, on string) {
	m.Open(kit.NewInput(text.TuiKeyRevoke, text.TuiKeyWhy, "", func(why string) (text.Pair, tea.Cmd) {
		if strings.TrimSpace(why) == "" {
			return text.TuiAnswerEmpty, nil
		}
		return text.Pair{}, changeKeys(m, folder, func(t seal.Trust) (text.Pair, error) {
			_, err := t.Revoke(h.Fingerprint, on, why)
			return text.TuiKeyRevoked.With(h.Name, on), err
		})
	}))
}

func askRemove(m screen.Desk, folder Folder, h seal.Holder, root string) {
	say := text.TuiKeyGoneAsk
	if h.Fingerprint == root {
		say = text.TuiKeyGoneRoot
	}
	m.Open(kit.NewAsk(text.TuiKeyRemove, say.With(h.Name, h.Fingerprint), func(yes bool) tea.Cmd {
		if !yes {
			return nil
		}
		return changeKeys(m, folder, func(t seal.Trust) (text.Pair, error) {
			gone, err := t.Remove(h.Fingerprint)
			return text.TuiKeyRemoved.With(len(gone)), err
		})
	}))
}

// AskNewKey makes a key: where to, its passphrase twice. taken, where set, gets the path of what was made.
func AskNewKey(m screen.Desk, taken func(path string)) tea.Cmd {
	name := "yice-key.pem"
	if m.Session() != nil && m.Standing().USCC != "" {
		name = m.Standing().USCC + ".pem"
	}
	return kit.AskPath(m, text.TuiKeyMake, text.TuiMakeSay, keysBeside(m, name), kit.PathWant{Save: true, Ext: []string{".pem"}}, func(typed string) (text.Pair, tea.Cmd) {
		path := kit.Expand(typed)
		if path == "" {
			return text.TuiPathEmpty, nil
		}
		if !strings.EqualFold(filepath.Ext(path), ".pem") {
			path += ".pem"
		}
		askNewPassphrase(m, path, taken)
		return text.Pair{}, nil
	})
}

func askNewPassphrase(m screen.Desk, path string, taken func(path string)) {
	m.Open(kit.NewSecret(text.TuiKeyMake, text.TuiMakePass, func(word string) tea.Cmd {
		m.Open(kit.NewSecret(text.TuiKeyMake, text.TuiMakeAgain, func(again string) tea.Cmd {
			switch {
			case again != word:
				m.Say(screen.Bad, text.TuiMakeDiff)
				return nil
			case word != "":
				return makeKey(m, path, word, taken)
			}
			m.Open(kit.NewAsk(text.TuiKeyMake, text.TuiMakeOpen, func(yes bool) tea.Cmd {
				if !yes {
					return nil
				}
				return makeKey(m, path, "", taken)
			}))
			return nil
		}))
		return nil
	}))
}

func makeKey(m screen.Desk, path, word string, taken func(path string)) tea.Cmd {
	return screen.Later(func() screen.Do {
		k, err := seal.NewKey()
		if err == nil {
			err = seal.WriteKey(path, k, word)
		}
		return func() tea.Cmd {
			if err != nil {
				kit.Refuse(m, text.TuiKeyMake, kit.Sentence(err))
				return nil
			}
			if taken != nil {
				taken(path)
			}
			m.Open(kit.NewFingerprint(text.TuiMade.With(paint.Safe(seal.PublicPath(path))), k.Public().Fingerprint(), nil))
			return nil
		}
	})
}

// parses gives the check of an answer that fills a field of the enterprise's card.
func parses(f *form.Form, field string) func(string) text.Pair {
	return func(s string) text.Pair {
		if s == "" {
			return text.TuiAnswerEmpty
		}
		if _, err := f.Field(field).Parse(s, form.NoUnit); err != nil {
			return kit.Sentence(err)
		}
		return text.Pair{}
	}
}

package tui

import (
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"yice/filing"
	"yice/form"
	"yice/seal"
	"yice/text"
	"yice/tui/paint"
)

// How the register of keys changes at the desk. Every key is looked at by two people before it is trusted: its fingerprint
// stands large on the screen, and its last group is typed.

// newHolder is a key about to be registered.
type newHolder struct {
	seal.Holder
	days string
}

// askPublicKey asks for a key file, then whose it is.
func (m *Root) askPublicKey() tea.Cmd {
	return m.askPath(text.TuiKeyAdd, text.TuiKeyFileSay, "", pathWant{ext: []string{".pem", ".pub"}}, func(_ *Root, typed string) (text.Pair, tea.Cmd) {
		path := expand(typed)
		if path == "" {
			return text.TuiPathEmpty, nil
		}
		return text.Pair{}, later(func() func(m *Root) tea.Cmd {
			key, err := seal.ReadPublicKey(path)
			return func(m *Root) tea.Cmd {
				if err != nil {
					m.refuse(text.TuiKeyAdd, err)
					return nil
				}
				return m.askRole(&newHolder{Holder: seal.Holder{Key: key, Fingerprint: key.Fingerprint()}})
			}
		})
	})
}

// askRole asks what a key may sign, then for whom.
func (m *Root) askRole(n *newHolder) tea.Cmd {
	all := make([]option, len(seal.Roles))
	for i, role := range seal.Roles {
		all[i] = option{title: role.Title(), note: paint.Cut(role.Does().In(m.lang), 48), take: func(m *Root) tea.Cmd {
			n.Role = role
			if role.Bound() && m.desk != nil {
				n.USCC = m.stand.uscc
				if n.Name == "" {
					n.Name = m.stand.name
				}
			}
			return n.ask(m, 0)
		}}
	}
	m.choose(text.TuiKeyRoleAsk, all)
	return nil
}

// ask asks question i of those that the role needs; an answer that will not do is said at once.
func (n *newHolder) ask(m *Root, i int) tea.Cmd {
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
		return n.compare(m)
	}
	q := all[i]
	m.open(newInput(text.TuiKeyAdd, q.say, *q.value, func(m *Root, typed string) (text.Pair, tea.Cmd) {
		typed = strings.TrimSpace(typed)
		if wrong := q.check(typed); !wrong.Empty() {
			return wrong, nil
		}
		*q.value = typed
		return text.Pair{}, n.ask(m, i+1)
	}), false)
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
		return sentence(err)
	}
	n.From, n.To = h.From, h.To
	return text.Pair{}
}

// compare shows the fingerprint and registers the key once its last group was typed.
func (n *newHolder) compare(m *Root) tea.Cmd {
	h := n.Holder
	h.USCC = strings.ToUpper(h.USCC)
	say := text.TuiPrintHolder.With(strings.TrimSpace(h.Name+" "+h.Person), text.TuiKeySigns.With(h.Role.Title(), h.Role.Does()))
	m.open(newFingerprint(say, h.Fingerprint, func(m *Root) tea.Cmd {
		return m.changeKeys(func(t seal.Trust) (text.Pair, error) {
			_, err := t.Enrol(h)
			return text.TuiKeyEnroled.With(h.Name, h.Role.Title()), err
		})
	}), false)
	return nil
}

// askRegister asks for a register and takes it; the first one shows its root's fingerprint before anything is trusted.
func (m *Root) askRegister() tea.Cmd {
	return m.askPath(text.TuiKeyTake, text.TuiTakeSay, "", pathWant{ext: []string{".zip"}}, func(m *Root, typed string) (text.Pair, tea.Cmd) {
		path, dir := expand(typed), m.o.TrustFolder
		if path == "" {
			return text.TuiPathEmpty, nil
		}
		return text.Pair{}, later(func() func(m *Root) tea.Cmd {
			r, err := filing.ReadRegister(path)
			keys, errHere := registered(dir)
			return func(m *Root) tea.Cmd {
				switch {
				case err != nil:
					m.refuse(text.TuiKeyTake, err)
				case errHere != nil:
					m.refuse(text.TuiKeyTake, errHere)
				case keys.Root() != "":
					return m.takeRegister(r, "")
				default:
					m.open(newFingerprint(text.TuiPrintRoot.With(r.Register.Number, len(r.Register.Holders), r.Issuer()), r.Register.Root, func(m *Root) tea.Cmd { return m.takeRegister(r, r.Register.Root) }), false)
				}
				return nil
			}
		})
	})
}

func (m *Root) takeRegister(r *filing.SignedRegister, confirmed string) tea.Cmd {
	now := m.now()
	return m.changeKeys(func(t seal.Trust) (text.Pair, error) {
		done, err := t.Take(r.Register, r.Signer, confirmed, now)
		say := text.TuiTaken.With(done.Number, len(done.Added), len(done.Changed), len(done.Gone))
		if len(done.Kept) > 0 {
			say = text.TuiTakenKept.With(done.Number, len(done.Added), len(done.Changed), len(done.Gone), len(done.Kept))
		}
		return say, err
	})
}

// askRevoke asks from which day a key signs nothing, and why.
func (m *Root) askRevoke(h seal.Holder) tea.Cmd {
	today := m.now().Format("2006-01-02")
	m.open(newInput(text.TuiKeyRevoke, text.TuiKeyRevokeOn.With(h.Name), today, func(m *Root, on string) (text.Pair, tea.Cmd) {
		on = strings.TrimSpace(on)
		tried := h
		tried.RevokedOn, tried.RevokedWhy = on, "-"
		if err := tried.Check(); err != nil || on == "" {
			return text.SealBadDay.With(paint.Safe(on)), nil
		}
		m.askRevokeWhy(h, on)
		return text.Pair{}, nil
	}), false)
	return nil
}

func (m *Root) askRevokeWhy(h seal.Holder, on string) {
	m.open(newInput(text.TuiKeyRevoke, text.TuiKeyWhy, "", func(m *Root, why string) (text.Pair, tea.Cmd) {
		if strings.TrimSpace(why) == "" {
			return text.TuiAnswerEmpty, nil
		}
		return text.Pair{}, m.changeKeys(func(t seal.Trust) (text.Pair, error) {
			_, err := t.Revoke(h.Fingerprint, on, why)
			return text.TuiKeyRevoked.With(h.Name, on), err
		})
	}), false)
}

func (m *Root) askRemove(h seal.Holder, root string) tea.Cmd {
	say := text.TuiKeyGoneAsk
	if h.Fingerprint == root {
		say = text.TuiKeyGoneRoot
	}
	m.open(newAsk(text.TuiKeyRemove, say.With(h.Name, h.Fingerprint), func(m *Root, yes bool) tea.Cmd {
		if !yes {
			return nil
		}
		return m.changeKeys(func(t seal.Trust) (text.Pair, error) {
			gone, err := t.Remove(h.Fingerprint)
			return text.TuiKeyRemoved.With(len(gone)), err
		})
	}), false)
	return nil
}

// askNewKey makes a key: where to, its passphrase twice. taken, where set, gets the path of what was made.
func (m *Root) askNewKey(taken func(m *Root, path string)) tea.Cmd {
	name := "yice-key.pem"
	if m.desk != nil && m.stand.uscc != "" {
		name = m.stand.uscc + ".pem"
	}
	return m.askPath(text.TuiKeyMake, text.TuiMakeSay, m.keysBeside(name), pathWant{save: true, ext: []string{".pem"}}, func(m *Root, typed string) (text.Pair, tea.Cmd) {
		path := expand(typed)
		if path == "" {
			return text.TuiPathEmpty, nil
		}
		if !strings.EqualFold(filepath.Ext(path), ".pem") {
			path += ".pem"
		}
		m.askNewPassphrase(path, taken)
		return text.Pair{}, nil
	})
}

func (m *Root) askNewPassphrase(path string, taken func(m *Root, path string)) {
	m.open(newSecret(text.TuiKeyMake, text.TuiMakePass, func(m *Root, word string) tea.Cmd {
		m.open(newSecret(text.TuiKeyMake, text.TuiMakeAgain, func(m *Root, again string) tea.Cmd {
			switch {
			case again != word:
				m.say(bad, text.TuiMakeDiff)
				return nil
			case word != "":
				return m.makeKey(path, word, taken)
			}
			m.open(newAsk(text.TuiKeyMake, text.TuiMakeOpen, func(m *Root, yes bool) tea.Cmd {
				if !yes {
					return nil
				}
				return m.makeKey(path, "", taken)
			}), false)
			return nil
		}), false)
		return nil
	}), false)
}

func (m *Root) makeKey(path, word string, taken func(m *Root, path string)) tea.Cmd {
	return later(func() func(m *Root) tea.Cmd {
		k, err := seal.NewKey()
		if err == nil {
			err = seal.WriteKey(path, k, word)
		}
		return func(m *Root) tea.Cmd {
			if err != nil {
				m.refuse(text.TuiKeyMake, err)
				return nil
			}
			if taken != nil {
				taken(m, path)
			}
			m.open(newFingerprint(text.TuiMade.With(paint.Safe(seal.PublicPath(path))), k.Public().Fingerprint(), nil), false)
			return nil
		}
	})
}

package submission

import (
	"errors"
	"sync"

	"yice/form"
	"yice/scoring"
	"yice/text"
)

// Packs keeps the packs of many submissions, each parsed once: of a thousand nearly all bear the same one. A nil Packs keeps
// nothing.
type Packs struct {
	mu   sync.Mutex
	held map[string]*scoring.Pack
	// named are the names of the dictionaries of those held.
	named map[*form.Dictionary]string
}

// dictionary names a dictionary, once for those of packs that are held.
func (p *Packs) dictionary(d *form.Dictionary) string {
	if p == nil || d == nil {
		return DictionaryOf(d)
	}
	p.mu.Lock()
	name := p.named[d]
	p.mu.Unlock()
	if name != "" {
		return name
	}
	name = DictionaryOf(d)
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.named == nil {
		p.named = make(map[*form.Dictionary]string)
	}
	if len(p.named) < packsHeld {
		p.named[d] = name
	}
	return name
}

// packsHeld bounds what is kept: more different packs than that are parsed again.
const packsHeld = 64

func (p *Packs) load(source []byte) (*scoring.Pack, error) {
	if p == nil {
		return LoadPack(source)
	}
	p.mu.Lock()
	pack := p.held[string(source)]
	p.mu.Unlock()
	if pack != nil {
		return pack, nil
	}
	pack, err := LoadPack(source)
	if err != nil {
		return nil, err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.held == nil {
		p.held = make(map[string]*scoring.Pack)
	}
	if len(p.held) < packsHeld && pack.Extract == nil { // one an enterprise: there is no second
		p.held[string(source)] = pack
	}
	return pack, nil
}

// LoadPack reads a policy pack; the fault of one that cannot be read names its first mistake.
func LoadPack(source []byte) (*scoring.Pack, error) {
	p, err := scoring.Load(source)
	var all scoring.PackErrors
	if errors.As(err, &all) && len(all) > 0 {
		return nil, fault("filing.pack", text.Findings, all[0].Say)
	}
	return p, err
}

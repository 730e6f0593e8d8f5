package filing

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"time"

	"yice/filing/submission"
	"yice/filing/targets"
	"yice/internal/whole"
	"yice/scoring"
	"yice/seal"
	"yice/text"
)

// ExtractSuffix is how the file of an extract ends.
const ExtractSuffix = ".yicepolicy"

// mostExtracts bounds one issue.
const mostExtracts = 50_000

// IssueOptions of handing a pack out.
type IssueOptions struct {
	Targets string // the table
	Key     string // PEM file of a 签发 key, whose passphrase is asked for once
	Out     string // the folder, which must not be there yet, or be empty
	Trust   string // folder of registered keys; "": nobody is asked whether the key may issue
	// Passphrase gives that of the key.
	Passphrase func() (string, error)
	Now        time.Time
	Progress   func(done, of int)
}

// Issued says what was handed out.
type Issued struct {
	At          string
	Enterprises int
	Targets     int
	Left        []string // columns of the table that say nothing here
	Signer      string   // fingerprint
	Unasked     bool     // nobody was asked whether the key may issue
}

// IssuePack writes a signed extract of an issued pack for every enterprise of a table of targets: the rules, and its own targets. The
// folder is there whole or not at all. The error is *targets.Wrong where the table or a target cannot be right.
func IssuePack(ctx context.Context, pack *scoring.Pack, o IssueOptions) (*Issued, error) {
	issuer, err := scoring.NewIssuer(pack)
	if err != nil {
		return nil, err
	}
	read, err := targets.Read(o.Targets, pack, true)
	if err != nil {
		return nil, err
	}
	key, err := seal.ReadKey(o.Key, o.Passphrase)
	if err != nil {
		return nil, err
	}
	out := &Issued{At: o.Now.UTC().Format(time.RFC3339), Targets: len(read.Rows), Left: read.Left, Signer: key.Public().Fingerprint()}
	if err := mayIssue(key, o, out); err != nil {
		return nil, err
	}
	own, usccs := read.ByEnterprise()
	if len(usccs) > mostExtracts {
		return nil, fault("filing.issue-many", text.Usage, text.FilingIssueMany.With(mostExtracts))
	}
	out.Enterprises = len(usccs)
	i := &extracting{issuer: issuer, read: read, own: own, at: out.At, o: o, key: key}
	return out, i.folder(ctx, usccs, pack.Year)
}

// mayIssue asks whether the key may issue packs today, where there are registered keys to ask.
func mayIssue(key *seal.Key, o IssueOptions, out *Issued) error {
	if o.Trust == "" {
		out.Unasked = true
		return nil
	}
	keys, err := seal.OpenTrust(o.Trust)
	if err != nil {
		return err
	}
	if len(keys.Holders()) == 0 {
		out.Unasked = true
		return nil
	}
	if standing, _, why := keys.Judge(key.Public(), seal.Issuing, "", o.Now); standing != seal.Trusted {
		return fault("filing.issue-key", text.Findings, text.FilingIssueKey.With(why))
	}
	return nil
}

// extracting is one issue under way.
type extracting struct {
	issuer *scoring.Issuer
	read   *targets.Targets
	own    map[string][]scoring.OwnTarget
	at     string
	o      IssueOptions
	key    *seal.Key

	mu    sync.Mutex
	wrong targets.Wrong
	done  int
}

// folder writes all of it beside the folder that is meant, and gives it the name last.
func (i *extracting) folder(ctx context.Context, usccs []string, year int) (err error) {
	dir := filepath.Clean(i.o.Out)
	switch entries, err := os.ReadDir(dir); {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return cannotWrite(dir, err)
	case len(entries) > 0:
		return fault("filing.issue-there", text.Cannot, text.FilingIssueThere.With(shownName(dir)))
	}
	parent := filepath.Dir(dir)
	sweepIssues(parent)
	part, err := os.MkdirTemp(parent, partialIssue+whole.Mark()+"-*")
	if err != nil {
		return cannotWrite(dir, err)
	}
	defer func() {
		if err != nil {
			os.RemoveAll(part)
		}
	}()
	if err = i.all(ctx, part, usccs, year); err != nil {
		return err
	}
	syncFolder(part)
	if err = os.Rename(part, dir); err != nil && os.Remove(dir) == nil { // an empty one stood there
		err = os.Rename(part, dir)
	}
	if err != nil {
		return cannotWrite(dir, err)
	}
	syncFolder(parent)
	return nil
}

// partialIssue is how the names of folders begin that are not whole yet.
const partialIssue = ".yice-issue-"

// sweepIssues removes what issues that were cut off left behind.
func sweepIssues(dir string) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	for _, e := range entries {
		if !e.IsDir() || !strings.HasPrefix(e.Name(), partialIssue) {
			continue
		}
		if st, err := e.Info(); err == nil && whole.Left(e.Name(), st, time.Now()) {
			os.RemoveAll(filepath.Join(dir, e.Name()))
		}
	}
}

// all writes the extracts, several at a time. What the pack does not take of a target is gathered, and then nothing stays.
func (i *extracting) all(ctx context.Context, dir string, usccs []string, year int) error {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	next := make(chan string)
	var wait sync.WaitGroup
	for range max(2, 2*runtime.GOMAXPROCS(0)) { // half of them wait for the disk
		wait.Go(func() {
			for uscc := range next {
				if err := i.one(dir, uscc, year); err != nil {
					stop(err)
				}
				i.counted(len(usccs))
			}
		})
	}
	for _, uscc := range usccs {
		if ctx.Err() != nil {
			break
		}
		next <- uscc
	}
	close(next)
	wait.Wait()
	if err := context.Cause(ctx); err != nil {
		return err
	}
	if len(i.wrong.All) > 0 {
		return &i.wrong
	}
	return nil
}

func (i *extracting) counted(of int) {
	i.mu.Lock()
	defer i.mu.Unlock()
	if i.done++; i.o.Progress != nil {
		i.o.Progress(i.done, of)
	}
}

// one writes the extract of one enterprise.
func (i *extracting) one(dir, uscc string, year int) error {
	source, wrong, err := i.issuer.Extract(uscc, i.own[uscc], i.at)
	if err != nil {
		return err
	}
	if len(wrong) > 0 {
		i.mu.Lock()
		defer i.mu.Unlock()
		for _, w := range wrong {
			number := i.read.Number(uscc, i.own[uscc][w.Target].Indicator)
			i.wrong.Add(targets.At(shownName(i.o.Targets), number, targets.Place(w.Key), w.Say))
		}
		return nil
	}
	signature, err := i.key.SignStatement(seal.PackStatement, source)
	if err != nil {
		return err
	}
	path := filepath.Join(dir, ExtractName(uscc, year))
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return cannotWrite(path, err)
	}
	_, err = f.Write(submission.JoinExtract(source, signature))
	if err := errors.Join(err, f.Sync(), f.Close()); err != nil {
		return cannotWrite(path, err)
	}
	return nil
}

// ExtractName is the name of the file of an enterprise's extract.
func ExtractName(uscc string, year int) string {
	return uscc + "-" + strconv.Itoa(year) + ExtractSuffix
}

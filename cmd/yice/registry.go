package main

import (
	"context"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"sync"

	"yice/internal/pattern"

	"github.com/spf13/cobra"

	"yice/filing/registry"
	"yice/seal"
	"yice/text"
)

func (p *program) registryCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "registry",
		Short: text.CmdRegistryShort.In(p.lang),
		Long:  text.CmdRegistryLong.In(p.lang),
		Args:  onlySubcommands("registry"),
		RunE:  p.helpOnly,
	}
	for _, make := range []func(*program) *cobra.Command{
		(*program).registryNewCommand, (*program).registryRosterCommand, (*program).registryTargetsCommand, (*program).registryTakeCommand,
		(*program).registryBundleCommand, (*program).registryDueCommand, (*program).registryRankCommand, (*program).registryShowCommand, (*program).registryDecideCommand,
		(*program).registryClaimsCommand, (*program).registryAwardCommand, (*program).registryAdjustCommand, (*program).registryCloseCommand,
		(*program).registryReopenCommand, (*program).registryNoticeCommand, (*program).registryExportCommand, (*program).registrySQLCommand, (*program).registryCheckCommand,
	} {
		c.AddCommand(make(p))
	}
	return c
}

// registryFlags are those of every command of a registry.
type registryFlags struct {
	o    registry.Options
	json bool
}

// registrySub declares a command over a registry: do gets it open, with the arguments behind it.
func (p *program) registrySub(use string, short, long text.Pair, example string, least, most int, do func(ctx context.Context, r *registry.Registry, args []string, asJSON bool) error) *cobra.Command {
	f := &registryFlags{}
	c := &cobra.Command{Use: use, Short: short.In(p.lang), Long: long.In(p.lang), Example: example, Args: takes(least, most)}
	p.registryFlags(c, f)
	c.RunE = func(c *cobra.Command, args []string) error {
		// What is live of the largest registry is far less; what is left behind is collected before it comes to more than this.
		defer debug.SetMemoryLimit(debug.SetMemoryLimit(registryMemory))
		f.o.Unproven = c.Name() == "check" || c.Name() == "sql"
		f.o.Asking = slices.Contains([]string{"due", "rank", "show", "claims"}, c.Name())
		if err := p.registryOptions(&f.o); err != nil {
			return err
		}
		r, err := registry.Open(c.Context(), args[0], f.o)
		if err != nil {
			return err
		}
		return closed(do(c.Context(), r, args[1:], f.json), r)
	}
	return c
}

// registryMemory is how much memory a command over a registry means to do with, in bytes: it is no bound to what it needs. Ten thousand
// submissions are taken in 167 MB by it, and in 431 without.
const registryMemory = 150 << 20

func (p *program) registryFlags(c *cobra.Command, f *registryFlags) {
	p.jsonFlag(c, &f.json)
	c.Flags().StringVar(&f.o.PasswordFile, "password-file", "", text.CmdFlagPasswordFile.In(p.lang))
	c.Flags().StringVar(&f.o.Archive, "archive", "", text.CmdFlagArchive.In(p.lang))
	c.Flags().StringVar(&f.o.Who, "who", "", text.CmdFlagWho.In(p.lang))
}

func (p *program) registryOptions(o *registry.Options) (err error) {
	o.Now = p.now
	if o.Who == "" {
		o.Who = p.user()
	}
	o.Data, err = p.dataFolder()
	return err
}

func (p *program) registryNewCommand() *cobra.Command {
	var (
		f                         registryFlags
		o                         registry.CreateOptions
		asked, trust, fingerprint string
	)
	c := &cobra.Command{
		Use:     "new R --year Y --pack P.toml --trust KEYS",
		Short:   text.CmdRegistryNewShort.In(p.lang),
		Long:    text.CmdRegistryNewLong.In(p.lang),
		Example: "  yice registry new 2023.yreg --year 2023 --pack issued.toml --trust keys\n  yice registry new postgres://sasac@db.example/registry --year 2023 --pack issued.toml --trust keys.zip",
		Args:    takes(1, 1),
	}
	p.registryFlags(c, &f)
	c.Flags().StringVar(&asked, "year", "", text.CmdFlagYear.In(p.lang))
	c.Flags().StringVar(&o.Pack, "pack", "", text.CmdFlagMeasure.In(p.lang))
	c.Flags().StringVar(&trust, "trust", "", text.CmdFlagRegistryKeys.In(p.lang))
	c.Flags().StringArrayVar(&o.Nodes, "node", nil, text.CmdFlagNode.In(p.lang))
	c.Flags().StringVar(&fingerprint, "fingerprint", "", text.CmdFlagFingerprint.In(p.lang))
	c.RunE = func(c *cobra.Command, args []string) error {
		o.Keys = p.trustOr(trust)
		for _, flag := range []struct{ name, value string }{{"year", asked}, {"pack", o.Pack}, {"trust", o.Keys}} {
			if flag.value == "" {
				return usage("cmd.needs", text.CmdFlagNeeded.With(flag.name, c.UseLine()))
			}
		}
		var ok bool
		if o.Year, ok = year(asked); !ok {
			return usage("cmd.year", text.CmdBadYear.With(asked))
		}
		o.Options = f.o
		if err := p.registryOptions(&o.Options); err != nil {
			return err
		}
		o.Compared = func(root string) error { return p.compared(root, fingerprint, true) }
		r, err := registry.Create(c.Context(), args[0], o)
		if err != nil {
			return err
		}
		return closed(p.registryMade(c.Context(), r, o.Year, f.json), r)
	}
	return c
}

func (p *program) registryMade(ctx context.Context, r *registry.Registry, year int, asJSON bool) error {
	h, err := r.Head(ctx)
	if err != nil {
		return err
	}
	if asJSON {
		return p.printJSON(struct {
			Year    int    `json:"year"`
			Archive string `json:"archive"`
			Head    string `json:"head"`
		}{year, r.Archive(), h.Hash})
	}
	return p.say(text.CmdRegistryMade.With(year, r.Archive()))
}

func (p *program) registryRosterCommand() *cobra.Command {
	return p.registrySub("roster R FILE", text.CmdRegistryRosterShort, text.CmdRegistryRosterLong, "  yice registry roster 2023.yreg roster.csv", 2, 2,
		func(ctx context.Context, r *registry.Registry, args []string, asJSON bool) error {
			c, err := r.Roster(ctx, args[0])
			return p.tableTaken(c, err, asJSON)
		})
}

func (p *program) registryTargetsCommand() *cobra.Command {
	return p.registrySub("targets R FILE", text.CmdRegistryTargetsShort, text.CmdRegistryTargetsLong, "  yice registry targets 2023.yreg targets.xlsx", 2, 2,
		func(ctx context.Context, r *registry.Registry, args []string, asJSON bool) error {
			c, err := r.Targets(ctx, args[0])
			if problems, wrong := tableProblems(err); wrong {
				return p.sayProblems(problems, asJSON)
			}
			p.leftColumns(args[0], c.Left)
			return p.tableTaken(c, err, asJSON)
		})
}

// tableTaken says what a table did.
func (p *program) tableTaken(c registry.Changed, err error, asJSON bool) error {
	if err != nil {
		return err
	}
	if asJSON {
		return p.printJSON(struct {
			Added   int `json:"added"`
			Changed int `json:"changed"`
			Same    int `json:"unchanged"`
		}{c.Added, c.Changed, c.Same})
	}
	for _, m := range c.Moved {
		p.message(text.CmdTargetsMoved.With(m.USCC, m.Name, m.Period, m.Was, m.Is))
	}
	return p.say(text.CmdRegistryTable.With(c.Added, c.Changed, c.Same))
}

// takeFlags are what is brought to the taking of files.
type takeFlags struct {
	o   registry.TakeOptions
	key string
}

func (p *program) takeFlags(c *cobra.Command) *takeFlags {
	f := &takeFlags{}
	c.Flags().StringVar(&f.o.Keys, "trust", "", text.CmdFlagRegistryKeys.In(p.lang))
	p.openKeyFlag(c, &f.key)
	return f
}

// options gives them; the key that opens is read when the first file asks for it.
func (f *takeFlags) options(p *program) registry.TakeOptions {
	o := f.o
	if f.key != "" {
		o.OpenKey = sync.OnceValues(func() (*seal.Key, error) { return seal.ReadKey(f.key, p.passphrase) })
	}
	return o
}

func (p *program) registryTakeCommand() *cobra.Command {
	var f *takeFlags
	c := p.registrySub("take R FILES|DIR...", text.CmdRegistryTakeShort, text.CmdRegistryTakeLong,
		"  yice registry take 2023.yreg received/\n  yice registry take 2023.yreg mail/*.zip --received 2024-03-28 --open-key sasac.pem", 2, -1,
		func(ctx context.Context, r *registry.Registry, args []string, asJSON bool) error {
			o := f.options(p)
			follow := p.following(text.CmdRegistrySoFar)
			o.Progress = func(done, of int) { follow.at(done, of) }
			// A verification leaves much behind at once; there is room for it, and it is collected half as often.
			defer debug.SetGCPercent(debug.SetGCPercent(200))
			t, err := r.Take(ctx, args, o)
			follow.done()
			if err != nil {
				return err
			}
			if len(t.Refused) > 0 {
				p.exit = text.Findings
			}
			if asJSON {
				return p.rawJSON(t.JSON(p.lang))
			}
			return p.print(arrivedText(t, p.lang))
		})
	f = p.takeFlags(c)
	c.Flags().StringVar(&f.o.Received, "received", "", text.CmdFlagReceived.In(p.lang))
	return c
}

func (p *program) registryBundleCommand() *cobra.Command {
	var out, key, to string
	var o registry.HandOnOptions
	c := p.registrySub("bundle R -o FILE --sign-key KEY", text.CmdRegistryBundleShort, text.CmdRegistryBundleLong,
		"  yice registry bundle group.yreg -o bundle.zip --sign-key group.pem", 1, 1,
		func(ctx context.Context, r *registry.Registry, _ []string, asJSON bool) error {
			for _, flag := range []struct{ name, value string }{{"output (-o)", out}, {"sign-key", key}} {
				if flag.value == "" {
					return usage("cmd.needs", text.CmdFlagNeeded.With(flag.name, "yice registry bundle R -o FILE --sign-key KEY"))
				}
			}
			var err error
			if o.Key, err = seal.ReadKey(key, p.passphrase); err != nil {
				return err
			}
			if to != "" {
				if o.To, err = seal.ReadPublicKey(to); err != nil {
					return err
				}
			}
			done, err := r.HandOn(ctx, out, o)
			if err != nil {
				return err
			}
			if asJSON {
				return p.rawJSON(done.JSON())
			}
			return p.say(text.CmdRegistryBundled.With(done.Name, done.Submissions, out))
		})
	p.outFlag(c, &out)
	c.Flags().StringVar(&key, "sign-key", "", text.CmdFlagBundleKey.In(p.lang))
	p.passphraseFlag(c.Flags())
	c.Flags().StringVar(&o.Period, "period", "", text.CmdFlagBundlePeriod.In(p.lang))
	c.Flags().StringVar(&to, "encrypt-to", "", text.CmdFlagEncryptTo.In(p.lang))
	return c
}

func arrivedText(t *registry.Taken, l text.Lang) string {
	var b strings.Builder
	b.WriteString(text.CmdRegistryTaken.With(t.Taken, t.Skipped, len(t.Refused)).In(l) + "\n")
	if t.Repaired > 0 {
		b.WriteString("  " + text.CmdRegistryRepaired.With(t.Repaired).In(l) + "\n")
	}
	for _, f := range t.Refused {
		b.WriteString("  " + oneLine(text.CmdRegistryRefused.With(f.File, f.Code, f.Say).In(l)) + "\n")
	}
	for _, n := range t.Notes {
		b.WriteString("  · " + oneLine(n.In(l)) + "\n")
	}
	return b.String()
}

func (p *program) registryDecideCommand() *cobra.Command {
	var f *takeFlags
	c := p.registrySub("decide R FILE", text.CmdRegistryDecideShort, text.CmdRegistryDecideLong, "  yice registry decide 2023.yreg decisions.zip", 2, 2,
		func(ctx context.Context, r *registry.Registry, args []string, asJSON bool) error {
			d, err := r.Decide(ctx, args[0], f.options(p))
			return p.decided(d, err, asJSON)
		})
	f = p.takeFlags(c)
	return c
}

func (p *program) registryAwardCommand() *cobra.Command {
	var f *takeFlags
	var why string
	c := p.registrySub("award R CLAIM USCC --why TEXT", text.CmdRegistryAwardShort, text.CmdRegistryAwardLong,
		"  yice registry award 2023.yreg C0A1B2C3D4 91150200MA0BT0013C --why 专利证书列第一权利人", 3, 3,
		func(ctx context.Context, r *registry.Registry, args []string, asJSON bool) error {
			d, err := r.Award(ctx, args[0], args[1], why, f.options(p))
			return p.decided(d, err, asJSON)
		})
	f = p.takeFlags(c)
	c.Flags().StringVar(&why, "why", "", text.CmdFlagRegistryWhy.In(p.lang))
	return c
}

func (p *program) decided(d *registry.Decided, err error, asJSON bool) error {
	if err != nil {
		return err
	}
	if asJSON {
		return p.rawJSON(d.JSON())
	}
	var b strings.Builder
	b.WriteString(text.CmdRegistryDecided.With(d.Decisions, d.Measured, len(d.Changes)).In(p.lang) + "\n")
	for _, c := range d.Changes {
		b.WriteString("  " + oneLine(c.USCC+" "+c.Name+" "+c.Period+"  "+c.Was+" → "+c.Is+"  "+text.CmdSheetBonus.In(p.lang)+" "+c.WasBonus+" → "+c.IsBonus) + "\n")
	}
	return p.print(b.String())
}

func (p *program) registryAdjustCommand() *cobra.Command {
	var basis string
	c := p.registrySub("adjust R USCC LINE POINTS --basis TEXT", text.CmdRegistryAdjustShort, text.CmdRegistryAdjustLong,
		"  yice registry adjust 2023.yreg 91150200MA0BT0013C C12 -2 --basis 〔2024〕5号第三条", 4, 4,
		func(ctx context.Context, r *registry.Registry, args []string, asJSON bool) error {
			a, err := r.Adjust(ctx, args[0], args[1], args[2], basis)
			if err != nil {
				return err
			}
			if asJSON {
				return p.rawJSON(a.JSON())
			}
			return p.say(text.CmdRegistryAdjusted.With(a.USCC, a.Line, a.Points, a.ID))
		})
	c.Flags().StringVar(&basis, "basis", "", text.CmdFlagBasis.In(p.lang))
	return c
}

func (p *program) registryCloseCommand() *cobra.Command {
	return p.registrySub("close R", text.CmdRegistryCloseShort, text.CmdRegistryCloseLong, "  yice registry close 2023.yreg", 1, 1,
		func(ctx context.Context, r *registry.Registry, _ []string, asJSON bool) error {
			rows, err := r.CloseYear(ctx)
			if err != nil {
				return err
			}
			h, err := r.Head(ctx)
			if err != nil {
				return err
			}
			if asJSON {
				return p.printJSON(struct {
					Enterprises int    `json:"enterprises"`
					Head        string `json:"head"`
				}{len(rows), h.Hash})
			}
			return p.say(text.CmdRegistryClosed.With(len(rows), h.Hash))
		})
}

func (p *program) registryReopenCommand() *cobra.Command {
	var why string
	c := p.registrySub("reopen R --why TEXT", text.CmdRegistryReopenShort, text.CmdRegistryReopenLong, "  yice registry reopen 2023.yreg --why 复核后更正一户", 1, 1,
		func(ctx context.Context, r *registry.Registry, _ []string, asJSON bool) error {
			if err := r.Reopen(ctx, why); err != nil {
				return err
			}
			if asJSON {
				return p.printJSON(struct {
					Reopened bool `json:"reopened"`
				}{true})
			}
			return p.say(text.CmdRegistryReopened)
		})
	c.Flags().StringVar(&why, "why", "", text.CmdFlagRegistryWhy.In(p.lang))
	return c
}

var negative = pattern.Of(`^-[0-9]+(\.[0-9]+)?$`)

// negativeLast lets points that are taken away stand where points stand: a flag begins as they do. They go behind --, in their
// place, for they are the last word.
func negativeLast(args []string) []string {
	if len(args) < 3 || args[0] != "registry" || args[1] != "adjust" || slices.Contains(args, "--") {
		return args
	}
	at := slices.IndexFunc(args, negative.MatchString)
	if at < 0 {
		return args
	}
	return append(slices.Delete(slices.Clone(args), at, at+1), "--", args[at])
}

func placeText(rank int) string {
	if rank == 0 {
		return "-"
	}
	return strconv.Itoa(rank)
}

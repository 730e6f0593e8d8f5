package tui

import (
	"context"
	"errors"
	"strings"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"

	"yice/entry"
	"yice/text"
	"yice/tui/beginning"
	"yice/tui/kit"
	"yice/tui/screen"
)

// task is a long piece of work that goes on beside the keying. Every one stands in Root.tasks until it has ended: there
// it is seen, stopped, and asked about before the program ends.
type task struct {
	kit.Meter
	title text.Pair
	// note says what to know while it runs; the zero value: that one can go on keying.
	note text.Pair
	// holds says that it has the file's one writer: what is keyed meanwhile is queued behind it.
	holds bool
	// fragile is a task that a change to the year brings to nothing; it is stopped then, and this is said.
	fragile text.Pair
	quiet   bool // a screen of its own shows it
	alone   bool // one like it at a time

	stop    context.CancelFunc
	over    chan struct{} // closed when the work is done
	asked   bool          // to stop
	ended   bool
	because text.Pair // why it was stopped, where nobody asked
}

// works are the goroutines of tasks; the program ends after them.
type works struct{ sync.WaitGroup }

// endedMsg is the end of a task.
type endedMsg struct {
	task *task
	then func(m *Root) tea.Cmd
	err  error
}

// enter enters a task in the list, and gives the context that ends when it is stopped.
func (m *Root) enter(t *task) context.Context {
	ctx, stop := context.WithCancel(m.ctx)
	t.stop, t.over = stop, make(chan struct{})
	t.Meter.Start(m.now())
	m.tasks = append(m.tasks, t)
	return ctx
}

// carry runs the work of a task that has begun. What the work gives is done in the loop, after its error was said.
func (m *Root) carry(t *task, work func() (then func(m *Root) tea.Cmd, err error)) tea.Cmd {
	ended := make(chan endedMsg, 1)
	d := m.desk
	m.working.Add(1)
	if d != nil {
		d.tasks.Add(1)
	}
	go func() {
		defer m.working.Done()
		if d != nil {
			defer d.tasks.Done()
		}
		then, err := work()
		t.stop()
		close(t.over)
		ended <- endedMsg{t, then, err}
	}()
	return tea.Batch(func() tea.Msg { return <-ended }, m.watchTask(t), m.offerTask(t))
}

// start is enter and carry of work that needs nothing but its context.
func (m *Root) start(t *task, work func(ctx context.Context) (func(m *Root) tea.Cmd, error)) tea.Cmd {
	ctx := m.enter(t)
	return m.carry(t, func() (func(m *Root) tea.Cmd, error) { return work(ctx) })
}

// startFrozen starts work on the session as it stands once everything keyed up to now is written; what is keyed later is
// written at once, and is no part of it. Where the file allows no reading beside the writer, the work is done in the
// writer's line.
func (m *Root) startFrozen(t *task, work func(ctx context.Context, s *entry.Session) (func(m *Root) tea.Cmd, error)) tea.Cmd {
	ctx := m.enter(t)
	var frozen *entry.Session
	var then func(m *Root) tea.Cmd
	taken := m.desk.inLine(func(s *entry.Session) error {
		var err error
		if frozen, err = s.Freeze(ctx); err == nil && !frozen.Frozen() {
			then, err = work(ctx, frozen)
		}
		return err
	})
	return m.carry(t, func() (func(m *Root) tea.Cmd, error) {
		if err := taken(); err != nil || !frozen.Frozen() {
			return then, err
		}
		then, err := work(ctx, frozen)
		return then, errors.Join(err, frozen.Close())
	})
}

// inLine does something in the writer's line that leaves no outcome; what it gives waits for the end.
func (d *desk) inLine(do func(*entry.Session) error) func() error {
	j := &job{quiet: true, do: func(s *entry.Session) (entry.Outcome, error) { return entry.Outcome{}, do(s) }}
	d.enqueue(j, keyed)
	return func() error { return (<-j.done).err }
}

// restand takes the standing anew, in the writer's line.
func (m *Root) restand() tea.Cmd {
	if m.desk == nil {
		return nil
	}
	_, cmd := m.desk.enqueue(&job{do: func(*entry.Session) (entry.Outcome, error) { return entry.Outcome{}, nil }}, reasoned)
	return cmd
}

// watchTask draws the progress of a task as long as it runs.
func (m *Root) watchTask(t *task) tea.Cmd {
	return kit.TickUntil(t.over, 120*time.Millisecond, func() tea.Cmd {
		if t.ended {
			return nil
		}
		return m.watchTask(t)
	})
}

// taskShown is after how long a task shows itself, to somebody who waits for it.
const taskShown = 400 * time.Millisecond

// offerTask shows a task that takes its time, unless whoever began it has gone on keying: then its place in the header
// will do.
func (m *Root) offerTask(t *task) tea.Cmd {
	if t.quiet {
		return nil
	}
	keys := m.keys
	return kit.TickUntil(t.over, taskShown, func() tea.Cmd {
		if !t.ended && m.keys == keys && len(m.layers) == 0 {
			m.open(&taskDialog{m: m, t: t}, false)
		}
		return nil
	})
}

// ended takes the end of a task: what went wrong is said, then what the work has to say.
func (m *Root) ended(msg endedMsg) tea.Cmd {
	t := msg.task
	t.ended = true
	for i := range m.tasks {
		if m.tasks[i] == t {
			m.tasks = append(m.tasks[:i:i], m.tasks[i+1:]...)
			break
		}
	}
	for i := len(m.layers) - 1; i >= 0; i-- {
		if d, ok := m.layers[i].(*taskDialog); ok && d.t == t {
			m.Close(d)
		}
	}
	switch {
	case msg.err == nil:
	case errors.Is(msg.err, context.Canceled) && !t.because.Empty():
		m.say(screen.Warn, t.because)
	case errors.Is(msg.err, context.Canceled):
		m.say(screen.Plain, text.TuiTaskStopped.With(t.title))
	default:
		m.say(screen.Bad, kit.Sentence(msg.err))
	}
	if msg.then == nil {
		return nil
	}
	return msg.then(m)
}

// touched stops the tasks that a change to the year brings to nothing.
func (m *Root) touched() {
	for _, t := range m.tasks {
		if !t.fragile.Empty() && !t.asked {
			t.asked, t.because = true, t.fragile
			t.stop()
		}
	}
}

// stopTasks stops whatever is under way and waits for it: before the program ends.
func (m *Root) stopTasks() {
	for _, t := range m.tasks {
		t.asked = true
		t.stop()
	}
	m.working.Wait()
}

// holding is the task that has the writer, nil for none.
func (m *Root) holding() *task {
	for _, t := range m.tasks {
		if t.holds {
			return t
		}
	}
	return nil
}

// taskTitles names what is under way.
func (m *Root) taskTitles() text.Pair {
	var zh, en []string
	for _, t := range m.tasks {
		zh, en = append(zh, t.title.ZH), append(en, t.title.EN)
	}
	return text.Pair{ZH: strings.Join(zh, "、"), EN: strings.Join(en, ", ")}
}

// taskNote is the line of the header: the first task, how far it is, and how many more there are.
func (m *Root) taskNote() string {
	if len(m.tasks) == 0 {
		return ""
	}
	t := m.tasks[0]
	out := t.title.In(m.lang)
	if s := t.Short(m.now(), m.lang); t.asked {
		out = text.TuiTaskStopping.In(m.lang)
	} else if s != "" {
		out += " " + s
	}
	if n := len(m.tasks) - 1; n > 0 {
		out += "  " + text.TuiTaskMore.With(n+1, n).In(m.lang)
	}
	return "[" + out + "]"
}

// InTask is long work, laid over a screen.
var InTask = &Place{ID: "task", Title: text.TuiPlaceTask, For: text.TuiForTask, Met: 410}

func taskActions() []Action {
	return []Action{
		{
			ID: "tasks", Title: text.TuiGoTasks, Where: screen.Anywhere.And(beginning.InStart), On: func(m *Root) bool { return len(m.tasks) > 0 },
			Do: func(m *Root, _ string) tea.Cmd { return m.showTasks() },
		},
		{ID: "task.later", Title: text.TuiTaskLater, Foot: text.TuiFootLater, Keys: []string{"enter"}, Where: InTask, Rank: 1},
		{ID: "task.stop", Title: text.TuiTaskAsk, Foot: text.TuiFootStop, Keys: []string{"esc", "ctrl+c"}, Where: InTask, Rank: 2},
	}
}

// showTasks shows the task under way, or lets one of several be chosen.
func (m *Root) showTasks() tea.Cmd {
	if len(m.tasks) == 1 {
		m.open(&taskDialog{m: m, t: m.tasks[0]}, false)
		return nil
	}
	var all []kit.Option
	for _, t := range m.tasks {
		all = append(all, kit.Option{Title: t.title, Note: t.Short(m.now(), m.lang), Take: func() tea.Cmd {
			if !t.ended {
				m.open(&taskDialog{m: m, t: t}, false)
			}
			return nil
		}})
	}
	kit.Choose(m, text.TuiTasks, all)
	return nil
}

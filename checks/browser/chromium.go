package browser

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"sync"
	"time"
)

// patience is how long an answer may take; it is no measure of speed.
const patience = 3 * time.Minute

// Chromium is a running browser.
type Chromium struct {
	cmd  *exec.Cmd
	to   io.WriteCloser
	dir  string
	mu   sync.Mutex
	next int
	wait map[int]chan answer
	// said are what pages wrote to the console and the errors they threw, by session.
	said map[string][]string
	done chan struct{}
}

type message struct {
	ID      int             `json:"id,omitempty"`
	Session string          `json:"sessionId,omitempty"`
	Method  string          `json:"method,omitempty"`
	Params  json.RawMessage `json:"params,omitempty"`
	Result  json.RawMessage `json:"result,omitempty"`
	Error   *struct {
		Message string `json:"message"`
	} `json:"error,omitempty"`
}

type answer struct {
	result json.RawMessage
	err    error
}

// Open starts Chromium with a profile of its own; flags are added to its command line.
func Open(flags ...string) (*Chromium, error) {
	path, err := exec.LookPath("chromium")
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "chromium")
	if err != nil {
		return nil, err
	}
	inR, inW, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	outR, outW, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	args := append([]string{
		"--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run", "--disable-background-networking",
		"--disable-component-update", "--disable-sync", "--force-device-scale-factor=1", "--user-data-dir=" + dir, "--remote-debugging-pipe",
	}, flags...)
	c := &Chromium{cmd: exec.Command(path, append(args, "about:blank")...), to: inW, dir: dir, wait: make(map[int]chan answer), said: make(map[string][]string), done: make(chan struct{})}
	c.cmd.ExtraFiles = []*os.File{inR, outW} // descriptors 3 and 4
	if err := c.cmd.Start(); err != nil {
		return nil, err
	}
	inR.Close()
	outW.Close()
	go c.read(outR)
	return c, nil
}

// Close ends the browser and removes its profile.
func (c *Chromium) Close() {
	_, _ = c.call("", "Browser.close", nil)
	c.to.Close()
	_ = c.cmd.Process.Kill()
	_ = c.cmd.Wait()
	<-c.done
	os.RemoveAll(c.dir)
}

// read hands answers to whoever waits for them and keeps what pages say.
func (c *Chromium) read(from io.Reader) {
	defer close(c.done)
	in := bufio.NewReaderSize(from, 1<<20)
	for {
		line, err := in.ReadBytes(0)
		if err != nil {
			c.mu.Lock()
			for id, w := range c.wait {
				w <- answer{err: errors.New("the browser went away")}
				delete(c.wait, id)
			}
			c.mu.Unlock()
			return
		}
		var m message
		if json.Unmarshal(bytes.TrimSuffix(line, []byte{0}), &m) != nil {
			continue
		}
		c.mu.Lock()
		switch {
		case m.ID != 0 && c.wait[m.ID] != nil:
			a := answer{result: m.Result}
			if m.Error != nil {
				a.err = errors.New(m.Error.Message)
			}
			c.wait[m.ID] <- a
			delete(c.wait, m.ID)
		case m.Method == "Runtime.exceptionThrown", m.Method == "Log.entryAdded", m.Method == "Runtime.consoleAPICalled":
			c.said[m.Session] = append(c.said[m.Session], m.Method+" "+string(m.Params))
		case m.Method == "Network.requestWillBeSent":
			c.said[m.Session] = append(c.said[m.Session], m.Method+" "+string(m.Params))
		}
		c.mu.Unlock()
	}
}

func (c *Chromium) call(session, method string, params any) (json.RawMessage, error) {
	raw := json.RawMessage("{}")
	if params != nil {
		var err error
		if raw, err = json.Marshal(params); err != nil {
			return nil, err
		}
	}
	c.mu.Lock()
	c.next++
	m := message{ID: c.next, Session: session, Method: method, Params: raw}
	got := make(chan answer, 1)
	c.wait[m.ID] = got
	c.mu.Unlock()
	content, err := json.Marshal(m)
	if err != nil {
		return nil, err
	}
	if _, err := c.to.Write(append(content, 0)); err != nil {
		return nil, err
	}
	select {
	case a := <-got:
		if a.err != nil {
			return nil, fmt.Errorf("%s: %w", method, a.err)
		}
		return a.result, nil
	case <-time.After(patience):
		return nil, fmt.Errorf("%s: no answer", method)
	}
}

// Tab is one page of the browser.
type Tab struct {
	c       *Chromium
	session string
}

// Tab opens an empty page of a size in pixels.
func (c *Chromium) Tab(width, height int) (*Tab, error) {
	var made struct {
		TargetID string `json:"targetId"`
	}
	if err := c.into(&made, "", "Target.createTarget", map[string]any{"url": "about:blank"}); err != nil {
		return nil, err
	}
	var attached struct {
		SessionID string `json:"sessionId"`
	}
	if err := c.into(&attached, "", "Target.attachToTarget", map[string]any{"targetId": made.TargetID, "flatten": true}); err != nil {
		return nil, err
	}
	t := &Tab{c: c, session: attached.SessionID}
	for _, domain := range []string{"Page", "Runtime", "Log", "Network", "DOM"} {
		if _, err := c.call(t.session, domain+".enable", nil); err != nil {
			return nil, err
		}
	}
	return t, t.Size(width, height)
}

func (c *Chromium) into(v any, session, method string, params any) error {
	raw, err := c.call(session, method, params)
	if err != nil {
		return err
	}
	return json.Unmarshal(raw, v)
}

// Size sets the window.
func (t *Tab) Size(width, height int) error {
	_, err := t.c.call(t.session, "Emulation.setDeviceMetricsOverride", map[string]any{"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false})
	return err
}

// Dark asks for the dark scheme, or the light one.
func (t *Tab) Dark(dark bool) error {
	scheme := "light"
	if dark {
		scheme = "dark"
	}
	_, err := t.c.call(t.session, "Emulation.setEmulatedMedia", map[string]any{"features": []map[string]string{{"name": "prefers-color-scheme", "value": scheme}}})
	return err
}

// Before runs a script in every page that is loaded from now on, before any of its own.
func (t *Tab) Before(script string) error {
	_, err := t.c.call(t.session, "Page.addScriptToEvaluateOnNewDocument", map[string]any{"source": script})
	return err
}

// Load opens an address.
func (t *Tab) Load(url string) error {
	_, err := t.c.call(t.session, "Page.navigate", map[string]any{"url": url})
	return err
}

// Eval runs a script in the page and gives what it comes to, waiting for a promise.
func (t *Tab) Eval(v any, script string) error {
	var got struct {
		Result struct {
			Value json.RawMessage `json:"value"`
		} `json:"result"`
		Exception *struct {
			Text      string `json:"text"`
			Exception struct {
				Description string `json:"description"`
			} `json:"exception"`
		} `json:"exceptionDetails"`
	}
	err := t.c.into(&got, t.session, "Runtime.evaluate", map[string]any{"expression": script, "returnByValue": true, "awaitPromise": true})
	if err != nil {
		return err
	}
	if got.Exception != nil {
		return fmt.Errorf("%s %s", got.Exception.Text, got.Exception.Exception.Description)
	}
	if v == nil || len(got.Result.Value) == 0 {
		return nil
	}
	return json.Unmarshal(got.Result.Value, v)
}

// Await waits until a script comes to true.
func (t *Tab) Await(script string) error {
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		var yes bool
		if err := t.Eval(&yes, "!!("+script+")"); err == nil && yes {
			return nil
		}
	}
	return fmt.Errorf("never came true: %s", script)
}

// Verified waits until a page has answered, and gives the state of its verdict.
func (t *Tab) Verified() (state string, err error) {
	if err := t.Await("document.documentElement.dataset.state"); err != nil {
		return "", err
	}
	return state, t.Eval(&state, "document.documentElement.dataset.state")
}

// Text is what a person reads, closed parts left out.
func (t *Tab) Text() (s string, err error) {
	return s, t.Eval(&s, "document.body.innerText")
}

// Choose gives files to a chooser of the page.
func (t *Tab) Choose(selector string, files ...string) error {
	var object struct {
		Result struct {
			ObjectID string `json:"objectId"`
		} `json:"result"`
	}
	quoted, err := json.Marshal(selector)
	if err != nil {
		return err
	}
	if err := t.c.into(&object, t.session, "Runtime.evaluate", map[string]any{"expression": "document.querySelector(" + string(quoted) + ")"}); err != nil {
		return err
	}
	_, err = t.c.call(t.session, "DOM.setFileInputFiles", map[string]any{"files": files, "objectId": object.Result.ObjectID})
	return err
}

// Picture writes a screenshot, of the whole page or of what fits the window.
func (t *Tab) Picture(path string, whole bool) error {
	var shot struct {
		Data string `json:"data"`
	}
	if err := t.c.into(&shot, t.session, "Page.captureScreenshot", map[string]any{"format": "png", "captureBeyondViewport": whole}); err != nil {
		return err
	}
	return write(path, shot.Data)
}

// Print writes the page as PDF, on the paper its style asks for.
func (t *Tab) Print(path string) error {
	var printed struct {
		Data string `json:"data"`
	}
	if err := t.c.into(&printed, t.session, "Page.printToPDF", map[string]any{"preferCSSPageSize": true, "printBackground": true}); err != nil {
		return err
	}
	return write(path, printed.Data)
}

func write(path, encoded string) error {
	content, err := base64.StdEncoding.DecodeString(encoded)
	if err != nil {
		return err
	}
	return os.WriteFile(path, content, 0o644)
}

// Said gives what the page wrote to its console, the errors it threw and the requests it made.
func (t *Tab) Said() []string {
	t.c.mu.Lock()
	defer t.c.mu.Unlock()
	return append([]string(nil), t.c.said[t.session]...)
}

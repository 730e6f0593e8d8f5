package scoring

// Register names the register a line counts, "" where it counts none.
func (l *Line) Register() string {
	if l.work.tally == nil {
		return ""
	}
	return l.work.tally.rule.register
}

package entry

// Operator is who is named in the history.
func (s *Session) Operator() string {
	s.writing.Lock()
	defer s.writing.Unlock()
	return s.o.Who
}

// SetOperator names who is at the desk from now on: what follows stands under that name in the history.
func (s *Session) SetOperator(who string) {
	s.writing.Lock()
	defer s.writing.Unlock()
	s.o.Who = who
}

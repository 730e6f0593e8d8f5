package archive

import "io"

// Memory is a file in memory that an archive is written into.
type Memory struct {
	b  []byte
	at int
}

// Write puts bytes where the file stands.
func (m *Memory) Write(p []byte) (int, error) {
	if need := m.at + len(p); need > len(m.b) {
		m.b = append(m.b, make([]byte, need-len(m.b))...)
	}
	copy(m.b[m.at:], p)
	m.at += len(p)
	return len(p), nil
}

// Seek moves within the file.
func (m *Memory) Seek(offset int64, whence int) (int64, error) {
	switch whence {
	case io.SeekStart:
		m.at = int(offset)
	case io.SeekCurrent:
		m.at += int(offset)
	case io.SeekEnd:
		m.at = len(m.b) + int(offset)
	}
	return int64(m.at), nil
}

// Bytes is the whole file.
func (m *Memory) Bytes() []byte { return m.b }

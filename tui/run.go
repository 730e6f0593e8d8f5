package tui

import "context"

func run(context.Context, Options) error { panic("not written") }

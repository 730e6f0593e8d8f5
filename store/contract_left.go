package store

import (
	"context"

	"yice/form"
)

func (w *Workspace) VerifyHistory(ctx context.Context) ([]form.Finding, error) { panic("not written") }
func (w *Workspace) Check(ctx context.Context) ([]form.Finding, error)         { panic("not written") }

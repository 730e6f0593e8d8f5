// Package crash kills the workstation while somebody keys, and looks at what is left.
//
// The real program runs on a pseudo-terminal over a real file. Fields are keyed into the ledger; at a random moment the
// process gets SIGKILL. A field counts as acknowledged when the screen showed it with 已保存 above it. After every kill
// every acknowledged field must be in the file, no field may be torn, the file must pass SQLite's own integrity check and
// ours, the chain of the history must hold, and undo must take back exactly the last step.
//
// An import on the screen has the writer for seconds; what is keyed meanwhile counts as acknowledged when it is called 已记下,
// and has to be there after the next opening, whatever became of the import.
//
// Killed too: pasting, undo and redo on the screen, and the commands that import, back up, restore, seal and upgrade. A
// pasted block and an import are there wholly or not at all; what was shown as undone is not there; a backup that is listed
// is whole; a restore leaves the one file or the other, and always keeps what there was; a submission file verifies or is
// not there, and a locked year has noted it; an upgrade is finished by the next opening, after a backup.
//
// It must never be kinder than a power switch: nothing is flushed, asked or waited for before a kill. What killing a
// process cannot show is whether the disk keeps what it was told to. Start with Run. Linux only.
package crash

// Package rooms_test tries the rooms of the screen from outside, all of them in one program: each screen, dialog and drawing by its exported
// face, on the desk of package screentest. A room with a program of tests of its own costs every first go test ./... a second: most of it
// goes into linking the database, the dictionary and the workbooks once more. A file bears the name of its room.
package rooms_test

import _ "yice/internal/effort"

// Package workbooks holds that one table reads the same from every container another program saves it in, and that what we print opens there.
package workbooks

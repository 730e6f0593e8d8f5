// Package deepcopy stands in for github.com/tiendc/go-deepcopy, which excelize asks for a deep copy of a few of its own
// structs. That module looks up methods by reflection, and a program that may call any method must carry them all: a
// quarter of the binary. This one copies values of one type and looks up nothing.
//
// Start with Copy.
package deepcopy

import (
	"errors"
	"reflect"
)

// Option is here for the signature only: the module it stands in for has options, excelize uses none.
type Option func()

var errTypes = errors.New("deepcopy: the destination must be a pointer to a value of the source's type")

// Copy copies src, a value or a pointer to one, into what dst points to; both are of one type. The copy shares no
// pointer, slice or map with src through exported fields; unexported fields are copied as they are.
func Copy(dst, src any, _ ...Option) error {
	to, from := reflect.ValueOf(dst), reflect.ValueOf(src)
	if to.Kind() != reflect.Pointer || to.IsNil() || !from.IsValid() {
		return errTypes
	}
	to = to.Elem()
	if from.Type() != to.Type() && from.Kind() == reflect.Pointer && !from.IsNil() {
		from = from.Elem()
	}
	if from.Type() != to.Type() {
		return errTypes
	}
	to.Set(cloned(from))
	return nil
}

// cloned gives a value that shares nothing with the one given.
func cloned(from reflect.Value) reflect.Value {
	to := reflect.New(from.Type()).Elem()
	to.Set(from)
	switch from.Kind() {
	case reflect.Pointer:
		if !from.IsNil() {
			to.Set(reflect.New(from.Type().Elem()))
			to.Elem().Set(cloned(from.Elem()))
		}
	case reflect.Interface:
		if !from.IsNil() {
			to.Set(cloned(from.Elem()))
		}
	case reflect.Slice:
		if !from.IsNil() {
			to.Set(reflect.MakeSlice(from.Type(), from.Len(), from.Len()))
			cloneItems(to, from)
		}
	case reflect.Array:
		cloneItems(to, from)
	case reflect.Map:
		if !from.IsNil() {
			to.Set(reflect.MakeMapWithSize(from.Type(), from.Len()))
			for it := from.MapRange(); it.Next(); {
				to.SetMapIndex(cloned(it.Key()), cloned(it.Value()))
			}
		}
	case reflect.Struct:
		for i := range from.NumField() {
			if from.Type().Field(i).IsExported() {
				to.Field(i).Set(cloned(from.Field(i)))
			}
		}
	}
	return to
}

func cloneItems(to, from reflect.Value) {
	for i := range from.Len() {
		to.Index(i).Set(cloned(from.Index(i)))
	}
}

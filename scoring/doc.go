// Package scoring turns a policy pack and the facts of one enterprise and year into a sheet that explains itself.
//
// It is pure: no I/O, no clock, no randomness, no floats. A pack is untrusted: the loader bounds size, depth and count, and
// the engine is a closed catalogue of measures and scales (engine_measure.go, engine_scale.go), so that nothing a pack says
// can loop or eat memory. Records and facts are read, never changed, and their order never matters.
//
// What the figures mean is fixed by the rules every implementation must agree on:
//   - exact fractions until a line is rounded, once; totals add rounded lines;
//   - confirmed and with pending stand side by side: what is not recognised or not there yet is never silently zero;
//   - the accounts (innovation score, bonus, profit, payroll, priority) are never added to one another.
//
// Start with [Load], then [Evaluate], then [Sheet.Explain]. [Sheet.JSON] is what other programs read. [NextSteps] says what
// would help, [Compare] what moved, [Findings] what does not fit across forms, [Pace] and [Project] how the year is going.
package scoring

package filing

type submission struct{}

package filing

type (
	source     struct{}
	plan       struct{}
	submission struct{}
)

import Notebooks

/// Names whose definitions are the learner's own, by who typed them; a copy takes no time.
typealias OwnNames = SharedMap<String, Bool>

import TerminalText

extension Lesson {
  /// What is wrong with the lesson among others: its id is taken, or what it requires isn't there.
  ///
  /// `beside` are the lessons that are played with it, `known` all that may be required. A lesson and
  /// its own learners' copy are no two lessons.
  package func diagnostics(beside: [Lesson], known: [String]) -> [Diagnostic] {
    let id = header.id
    let twin = beside.first { other in
      other.path != path && other.header.id.value == id.value && other.isReleased == isReleased
    }
    let taken = twin.map {
      [Located(Problem.lessonTwice(id.value, path: $0.path), at: id.position)]
    }
    let missing = header.requires.filter { !known.contains($0.value) }.map { name in
      let nearest = Spelling.nearest(to: name.value, among: known)
      return Located(Problem.unknownRequirement(name.value, nearest: nearest), at: name.position)
    }
    return ((taken ?? []) + missing).map {
      Diagnostic(path: path, position: $0.position, problem: $0.value)
    }
  }
}

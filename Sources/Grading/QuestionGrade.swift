import Sessions

/// What one question was worth.
package struct QuestionGrade: Sendable, Hashable {
  package let id: String
  package let result: Result

  /// What a machine can say of it.
  package enum Result: Sendable, Hashable {
    case marked(Verdict)
    /// Words for the instructor to read, the last attempt last.
    case toRead([String])
  }

  /// What it adds to the score.
  package var worth: Score.Worth {
    switch result {
    case .marked(let verdict): .marked(verdict)
    // Until somebody has read them, words earn nothing and take nothing.
    case .toRead(let answers): answers.isEmpty ? .open(of: 0) : .kept(of: 0)
    }
  }

  /// Whether the lesson's own key cannot be worked out.
  var isFault: Bool {
    switch result {
    case .marked(let verdict): verdict.mark == .lessonFault
    case .toRead: false
    }
  }

  /// The mark in words.
  package var mark: String {
    switch result {
    case .marked(let verdict): verdict.mark.rawValue
    case .toRead(let answers): answers.isEmpty ? Mark.unanswered.rawValue : "to be read"
    }
  }
}

import Lessons

/// What the end of a lesson shows, one screen for each press of Enter.
package enum EndScreen: Sendable, Hashable {
  /// What was answered and what was missed, in a few lines.
  case sum
  case takeaways
  /// The table of marks.
  case marks
}

extension Session {
  /// The screens that this lesson has at its end.
  private var endScreens: [EndScreen] {
    let counts = questions.contains { question in
      if case .counted = question.credit { true } else { false }
    }
    let takeaways = lesson?.header.takeaways ?? []
    return [.sum] + (takeaways.isEmpty ? [] : [.takeaways]) + (counts ? [.marks] : [])
  }

  /// What Enter shows at the end of the lesson; nil where everything was shown, or the end is not
  /// reached.
  package var nextOfEnd: EndScreen? {
    guard place == .after else { return nil }
    return endScreens.dropFirst(position.endScreens).first
  }

  /// Whether the last step lies behind.
  package var isAtEnd: Bool { place == .after }

  /// Whether Enter finds nothing more in this lesson.
  package var isAllShown: Bool { place == .after && nextOfEnd == nil && !awaitsAnswer }
}

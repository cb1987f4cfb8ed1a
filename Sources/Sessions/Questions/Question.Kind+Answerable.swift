import Lessons

extension Question.Kind {
  /// The kind as what every kind is at its prompt.
  var answerable: any Answerable {
    switch self {
    case .number(let question): question
    case .choice(let question): question
    case .choices(let question): question
    case .expression(let question): question
    case .predict(let question): question
    case .task(let question): question
    case .text(let question): question
    }
  }
}

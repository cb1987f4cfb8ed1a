// A new kind: a case in each enumeration, with the type that the compiler then asks for.
extension Question {
  /// How it is answered and marked; behind a reference, as questions are handed on at every answer.
  package indirect enum Kind: Sendable, Hashable {
    case number(NumberQuestion)
    case choice(ChoiceQuestion)
    case choices(ChoicesQuestion)
    case expression(ExpressionQuestion)
    case predict(Prediction)
    case task(TaskQuestion)
    case text(TextQuestion)

    /// The kind as what every kind is.
    var form: any QuestionForm {
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

  /// The kinds as the format writes them.
  enum Word: String, CaseIterable {
    case number, choice, choices, expression, predict, task, text

    /// The type that reads the kind.
    var form: any QuestionForm.Type {
      switch self {
      case .number: NumberQuestion.self
      case .choice: ChoiceQuestion.self
      case .choices: ChoicesQuestion.self
      case .expression: ExpressionQuestion.self
      case .predict: Prediction.self
      case .task: TaskQuestion.self
      case .text: TextQuestion.self
      }
    }

    /// The kinds that know a key.
    static func kinds(with key: String) -> [String] {
      allCases.filter { $0.form.keys.contains { $0.name == key } }.map(\.rawValue)
    }
  }
}

/// Words for a person to read.
package struct TextQuestion: Sendable, Hashable {}

extension TextQuestion: QuestionForm {
  static var keys: [QuestionKey] { ["given", "vary"] }

  static var isMarked: Bool { false }

  static func read(_ reader: inout QuestionReader) -> Question.Kind? { .text(TextQuestion()) }
}

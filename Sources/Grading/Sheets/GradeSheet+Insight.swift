import Lessons
import Sessions
import TerminalText

// What the class did, for who teaches it.
extension GradeSheet {
  private static let widest = 30

  /// Bars of the shares that were right, then what went wrong, question by question.
  package var insightText: String {
    var lines: [String] = []
    for lesson in book.lessons {
      let id = lesson.header.id.value
      let insights = (insights ?? []).filter { $0.lesson == id }
      guard let files = insights.first?.files, files > 0 else { continue }
      if !lines.isEmpty { lines.append("") }
      lines.append(
        "\(neutralised(lesson.header.title.value)): \(files) hand-in\(files == 1 ? "" : "s")"
      )
      lines += Self.table(insights)
      lines += insights.flatMap(Self.details)
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func table(_ insights: [Insight]) -> [String] {
    let rows = insights.map { insight in
      let share = insight.files == 0 ? 0 : Double(insight.right) / Double(insight.files)
      let count = Int((share * Double(widest)).rounded())
      return [
        insight.question,
        String(repeating: "#", count: count) + String(repeating: ".", count: widest - count),
        "\(Int((share * 100).rounded())) %", "\(insight.answered)", "\(insight.hinted)",
        insight.stopped == 0 ? "" : "\(insight.stopped)",
      ]
    }
    return TextTable.lines(
      ["question", "right", "", "answered", "hints", "last"],
      rows,
      [.left, .left, .right, .right, .right, .right]
    )
  }

  private static func details(_ insight: Insight) -> [String] {
    var lines: [String] = []
    if insight.rightAt.dropFirst().contains(where: { $0 > 0 }) {
      let counts = insight.rightAt.enumerated().filter { $0.element > 0 }.map { index, count in
        "\(count) at answer \(index + 1)"
      }
      lines.append("    right: " + counts.joined(separator: ", "))
    }
    for common in insight.wrong where common.count > 1 || common.meaning != nil {
      let meaning = common.meaning.map { "  \(neutralised($0))" } ?? ""
      lines.append("    \(common.count) x \(neutralised(common.text))\(meaning)")
    }
    return lines.isEmpty ? [] : ["  \(insight.question)"] + lines
  }
}

extension Insight {
  /// The same as data.
  var value: JSON {
    .object([
      ("lesson", .string(lesson)), ("question", .string(question)), ("files", .count(files)),
      ("answered", .count(answered)), ("right", .count(right)),
      ("right_at", .array(rightAt.map { .count($0) })), ("hinted", .count(hinted)),
      ("last_answered", .count(stopped)), ("wrong", .array(wrong.map(\.value))),
      ("meanings", .array(meanings.map(\.value))),
    ])
  }
}

extension Insight.Common {
  fileprivate var value: JSON {
    .object([
      ("text", .string(text)), ("meaning", .optional(meaning)), ("count", .count(count)),
    ])
  }
}

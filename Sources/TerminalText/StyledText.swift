/// What a run of text means; an encoder decides whether and how that is coloured.
package enum Style: Sendable, Hashable {
  case plain, strong, emphasis, code, heading, faint
  case prompt, error, warning, success
  case axis, grid, threshold, overlap, offScale
  case series(Int)
}

/// Text in runs of one style each; "\n" separates lines.
package struct StyledText: Sendable, Hashable {
  package struct Run: Sendable, Hashable {
    package var text: String
    package var style: Style
  }

  package private(set) var runs: [Run]

  package init() { runs = [] }

  package init(_ text: String, _ style: Style = .plain) {
    runs = text.isEmpty ? [] : [Run(text: text, style: style)]
  }

  package var isEmpty: Bool { runs.isEmpty }

  /// The text without its styles.
  package var plain: String { runs.map(\.text).joined() }

  package mutating func append(_ text: String, _ style: Style = .plain) {
    guard !text.isEmpty else { return }
    if let last = runs.indices.last, runs[last].style == style {
      runs[last].text += text
    } else {
      runs.append(Run(text: text, style: style))
    }
  }

  package mutating func append(_ other: StyledText) {
    for run in other.runs { append(run.text, run.style) }
  }

  package static func + (left: StyledText, right: StyledText) -> StyledText {
    var sum = left
    sum.append(right)
    return sum
  }
}

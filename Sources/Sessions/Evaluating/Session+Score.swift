import Lessons
import TerminalText

extension Session {
  /// Every question that counts, with its mark and its points.
  mutating func scoreTable() -> TextTable {
    var rows: [[StyledText]] = []
    var worths: [Score.Worth] = []
    for question in questions {
      guard let worth = rememberedWorth(question) else { continue }
      worths.append(worth)
      let attempts = answers.tries(question.id.value)
      rows.append([
        StyledText(question.id.value, .code), StyledText(worth.mark), StyledText(worth.points),
        StyledText(attempts == 0 ? "" : "\(attempts)"),
      ])
    }
    let score = Score(worths)
    rows.append([
      StyledText("all"), StyledText(score.kept == 0 ? "" : "so far"), StyledText(score.points),
      StyledText(""),
    ])
    return TextTable(
      header: ["question", "mark", "points", "attempts"].map { StyledText($0, .heading) },
      rows: rows,
      alignments: [.left, .left, .right, .right]
    )
  }
}

extension Score.Worth {
  /// The mark in a word.
  fileprivate var mark: String {
    switch self {
    case .marked(let verdict): verdict.mark.rawValue
    case .kept: "kept"
    case .open: Mark.unanswered.rawValue
    }
  }

  fileprivate var points: String {
    switch self {
    case .marked(let verdict): "\(pointsText(verdict.earned)) of \(pointsText(verdict.maximum))"
    case .kept(let most), .open(let most): most == 0 ? "-" : "- of \(pointsText(most))"
    }
  }
}

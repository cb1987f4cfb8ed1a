import Notebooks
import TerminalText

/// A change of definitions, with the notebook as it was before.
struct Change: Sendable {
  /// The names that were changed, in the order in which they were.
  var names: [String]
  /// nil where nothing was shown that could be compared: what is held twice is copied where it changes.
  var before: Notebook?
  /// The texts of the figures that were asked for since then, and have no before.
  var drawnSince: Set<String> = []

  /// Whether each was shown as it was defined, its failure too.
  var isShown: Bool

  init(
    _ names: [String],
    before: Notebook?,
    drawnSince: Set<String> = [],
    isShown: Bool = false
  ) {
    self.names = names
    self.isShown = isShown
    self.before = before
    self.drawnSince = drawnSince
  }

  /// What was otherwise before for a statement, `s = 1.5`; of many or long definitions the beginning.
  func cause(for statement: Statement, in before: Notebook) -> String {
    let texts = names.filter { before.depends(statement, on: [$0]) }
      .compactMap { before.definitions[$0]?.statement.text }
    return Self.cause(texts)
  }

  /// Some definitions in few words.
  static func cause(_ definitions: [String]) -> String {
    StyledText(definitions.map { neutralised($0) }.joined(separator: ", "))
      .truncated(to: longest, isASCII: true).plain
  }

  /// In columns; a legend has little room.
  private static let longest = 32
}

import CLibEdit

extension LineEditor {
  /// Adds an entry, which may be of many lines, to the history.
  ///
  /// It is there for Up and Ctrl-R at once, and at the end of the file for the next sessions.
  /// Blank entries and repetitions of the last one are left out.
  package func remember(_ entry: String) throws(HistoryError) {
    guard let editor, entry.contains(where: { !$0.isWhitespace }), entry != lastEntry else {
      return
    }
    lastEntry = entry
    fe_history_add(editor, entry)
    try historyFile?.append(entry)
  }

  func loadHistory() {
    guard let editor, isInteractive else { return }
    fe_history_limit(editor, Int32(clamping: configuration.historyLimit))
    guard let historyFile else { return }
    do throws(HistoryError) {
      for entry in try historyFile.load() {
        fe_history_add(editor, entry)
        lastEntry = entry
      }
    } catch {
      historyProblem = error
    }
  }

  private var historyFile: HistoryFile? {
    configuration.historyPath.map { HistoryFile(path: $0, limit: configuration.historyLimit) }
  }
}

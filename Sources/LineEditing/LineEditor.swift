import CLibEdit

/// The reader of everything a person types: edited lines and single keys on a terminal, plain
/// lines from a pipe or file.
///
/// One at a time; it holds the terminal and the handler of Ctrl-C until `close()`. A call to
/// `readLine` blocks the main thread: nothing may print meanwhile.
@MainActor
package final class LineEditor {
  /// Answers TAB; see `Completions`.
  package var completer: Completer?
  /// Why the history could not be loaded, if so.
  package internal(set) var historyProblem: HistoryError?

  let configuration: Configuration
  var lastEntry: String?
  private(set) var editor: OpaquePointer?

  package init(_ configuration: Configuration = Configuration()) {
    self.configuration = configuration
    editor = fe_open(configuration.programName, configuration.readsEditrc)
    guard let editor else { return }
    switch configuration.keys {
    case .asEditrcSays: break
    case .emacs: fe_use_vi_keys(editor, false)
    case .vi: fe_use_vi_keys(editor, true)
    }
    loadHistory()
    fe_set_completer(editor, answerCompletion, Unmanaged.passUnretained(self).toOpaque())
  }

  /// Whether lines can be edited: input and output are terminals.
  package var isInteractive: Bool { editor.map { fe_is_interactive($0) } ?? false }

  /// Reads a line, with `prefill` in it to be changed (on a terminal).
  ///
  /// Escape sequences for colour in `prompt` take no room. An entry of many lines, pasted or
  /// recalled, comes as one line with "\n" in it; no other control character but the tab ever does.
  package func readLine(prompt: String, prefill: String? = nil) -> LineReading {
    guard let editor else { return .failed(.noEditor) }
    let shownPrompt =
      isInteractive
      ? PromptText.marked(prompt)
      : showsPlainPrompt ? prompt : ""
    let reading = fe_read(editor, shownPrompt, prefill)
    switch reading.outcome {
    case FE_END: return .endOfInput
    case FE_INTERRUPTED: return .interrupted
    case FE_TERMINATED: return .terminated(signal: reading.detail)
    case FE_FAILED: return .failed(.readFailed(code: reading.detail))
    default: break
    }
    let bytes = UnsafeRawBufferPointer(start: reading.text, count: reading.length)
    return .line(isInteractive ? String(decoding: bytes, as: UTF8.self) : PlainLine.text(bytes))
  }

  /// Gives the terminal and Ctrl-C back.
  ///
  /// Nothing can be read afterwards.
  package func close() {
    guard let editor else { return }
    self.editor = nil
    fe_close(editor)
  }

  private var showsPlainPrompt: Bool {
    configuration.showsPlainPrompt || (fe_is_terminal(0) && fe_is_terminal(1))
  }
}

extension LineEditor {
  /// What an editor is opened with.
  package struct Configuration: Sendable {
    /// The name that lines of an `.editrc` may begin with: `fathom:bind …`.
    var programName = "fathom"
    /// Whether `$EDITRC` or `~/.editrc` is obeyed.
    var readsEditrc = true
    /// Which keys edit.
    package var keys = Keys.asEditrcSays
    /// Where entries last; nil: in memory only.
    package var historyPath: String?
    /// How many entries are kept.
    package var historyLimit = 1000
    /// Whether the prompt is printed where lines cannot be edited.
    package var showsPlainPrompt = false

    package init() {}
  }

  /// The two ways of editing that libedit has.
  package enum Keys: Sendable, Hashable { case asEditrcSays, emacs, vi }
}

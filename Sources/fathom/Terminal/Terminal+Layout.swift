import Glibc
import LineEditing
import Notebooks
import Plotting

extension Terminal {
  /// The layout of results that are printed one below the other; what is nil is the terminal's.
  static func layout(columns: Int?, rows: Int?, charset: Charset) -> Layout {
    let profile = profile(of: STDOUT_FILENO)
    let size = profile.isTerminal ? profile.size : TerminalSize.standard
    return Layout(
      columns: columns ?? min(100, max(20, size.columns)),
      rows: rows ?? max(5, min(20, size.rows - 4)),
      figuresAsText: figuresAsText,
      charset: charset,
      isASCII: profile.isASCII
    )
  }
}

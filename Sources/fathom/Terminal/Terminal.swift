import ArgumentParser
import Glibc
import LineEditing
import Notebooks
import TerminalText

/// The process's own output: what may be sent to it, and sending it.
enum Terminal {
  private static let variables = [
    "NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "COLORTERM", "TERM", "COLUMNS", "LINES", "LC_ALL",
    "LC_CTYPE", "LANG", "FATHOM_PLOT",
  ]

  /// The variables that decide how output looks.
  static var environment: [String: String] {
    var values: [String: String] = [:]
    for name in variables {
      if let value = getenv(name) { values[name] = String(cString: value) }
    }
    return values
  }

  static func profile(of descriptor: Int32) -> TerminalProfile {
    TerminalProfile.decide(
      environment: environment,
      isTerminal: TerminalProfile.isTerminal(descriptor),
      size: TerminalSize.reported(by: descriptor)
    )
  }

  /// Descriptions in place of pictures: asked for, or the terminal can't place characters.
  static var figuresAsText: Bool {
    environment["FATHOM_PLOT"] == "text"
      || (TerminalProfile.isTerminal(STDOUT_FILENO) && environment["TERM"] == "dumb")
  }

  static func encoded(_ text: StyledText, for profile: TerminalProfile) -> String {
    // What is laid out is spelt already; prompts and the like are spelt here.
    let spelt = profile.isASCII ? text.spelledInASCII : text
    return spelt.encoded(as: encoding(profile))
  }

  private static func encoding(_ profile: TerminalProfile) -> TextEncoding {
    switch profile.color {
    case .none: .plain
    case .sixteen: .ansi(.eight)
    case .palette: .ansi(.indexed256)
    case .full: .ansi(.trueColor)
    }
  }

  /// Text broken between words where the other side is a terminal.
  static func fitted(_ text: String, to descriptor: Int32) -> String {
    let profile = profile(of: descriptor)
    guard profile.isTerminal else { return text }
    let layout = Layout(columns: max(20, profile.size.columns), isASCII: profile.isASCII)
    return encoded(layout.wrapped(StyledText(text), hanging: 2), for: profile)
  }

  /// Told what standard output is sent, where a talk is recorded; only the thread that shows the talk sends there.
  nonisolated(unsafe) static var onSent: ((String) -> Void)?

  /// Sends text to a descriptor, whole.
  /// - Throws: where the other side has gone, quietly; where the disk is full, with a sentence.
  static func send(_ text: String, to descriptor: Int32) throws {
    if descriptor == STDOUT_FILENO { onSent?(text) }
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = Disk.uninterrupted {
        bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      }
      if count >= 0 {
        bytes = bytes.dropFirst(count)
      } else if errno == EPIPE {
        throw ExitCode.success
      } else if errno == EAGAIN {
        // Another program has made the terminal non-blocking, and it is full.
        var waited = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&waited, 1, -1)
      } else {
        throw OutputError.refused(code: errno)
      }
    }
  }
}

import Foundation

/// A terminal that shows what its program drew: a tmux server of its own, read back as text.
package struct Screen: ~Copyable {
  private let socket: String

  /// Runs `command` in a shell; what it leaves of the terminal is shown when it has ended.
  package init(
    _ command: String,
    columns: Int = 80,
    rows: Int = 24,
    environment: [String: String]
  )
    throws
  {
    let socket = NSTemporaryDirectory() + "fathom-" + UUID().uuidString
    let inner = environment.map { "\($0)=\(Screen.quoted($1))" }.sorted().joined(separator: " ")
    let state = "stty -a | tr ' ;' '\\n\\n' | grep -x -E -- '-?(icanon|echo|isig)' | tr '\\n' ' '"
    // the shell gets each Ctrl-C too, and must live on to tell of the end
    let script =
      "trap : INT QUIT HUP TERM; env -i \(inner) \(command); echo RC=$?; \(state); echo; exec sleep 1000"
    let start = Programs.run(
      [
        Programs.tmux ?? "tmux", "-u", "-f", "/dev/null", "-S", socket, "new-session", "-d", "-x",
        "\(columns)", "-y", "\(rows)", "/bin/sh -c \(Screen.quoted(script))",
      ],
      environment: Programs.environment()
    )
    guard start.status == 0 else {
      throw NotSeen("the tests need tmux: \(start.output)", .line(#fileID, #line))
    }
    self.socket = socket
  }

  deinit {
    tmux("kill-server")
    unlink(socket)
  }

  package static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "'\\''") + "'"
  }

  @discardableResult
  package func tmux(_ arguments: String...) -> String { tmux(arguments) }

  @discardableResult
  private func tmux(_ arguments: [String]) -> String {
    Programs.run(
      [Programs.tmux ?? "tmux", "-u", "-S", socket] + arguments,
      environment: Programs.environment()
    ).output
  }

  /// What stands on the screen, without the empty rows at its end.
  package var text: String {
    var rows = tmux("capture-pane", "-p", "-N").split(
      separator: "\n",
      omittingEmptySubsequences: false
    )
    while let last = rows.last, last.allSatisfy({ $0 == " " }) { rows.removeLast() }
    return rows.joined(separator: "\n")
  }

  /// The rows of the screen, without the spaces at their ends.
  package var rows: [String] {
    tmux("capture-pane", "-p").split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  package var cursor: String {
    tmux("display", "-p", "#{cursor_x},#{cursor_y}").filter { $0 != "\n" }
  }

  /// Presses keys by tmux's names: `Enter`, `C-c`, `Up`.
  package func press(_ keys: String...) { press(keys) }

  package func press(_ keys: [String]) { tmux(["send-keys"] + keys) }

  package func type(_ text: String) { tmux("send-keys", "-l", "--", text) }

  package func paste(_ text: String, bracketed: Bool = true) {
    tmux("set-buffer", "-b", "text", "--", text)
    tmux(["paste-buffer"] + (bracketed ? ["-p"] : []) + ["-b", "text"])
  }

  package func resize(columns: Int, rows: Int) {
    tmux("resize-window", "-x", "\(columns)", "-y", "\(rows)")
  }

  /// Waits until `text` stands on the screen, `times` times at least.
  package func wait(
    _ expected: String,
    times: Int = 1,
    file: StaticString = #fileID,
    line: UInt = #line
  ) throws {
    try wait("'\(expected)'", file: file, line: line) {
      $0.ranges(of: expected).count >= times
    }
  }

  /// Waits until the screen satisfies `condition`.
  package func wait(
    _ what: String,
    file: StaticString = #fileID,
    line: UInt = #line,
    _ condition: (String) -> Bool
  ) throws {
    var last = ""
    let held = eventually {
      last = text
      return condition(last)
    }
    guard held else { throw NotSeen("no \(what) on the screen:\n\(last)", .line(file, line)) }
  }
}

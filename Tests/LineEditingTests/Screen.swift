import Foundation
import Testing

/// A terminal that shows what its program drew: a tmux server of its own, read back as text.
struct Screen: ~Copyable {
  private let socket: String

  /// Runs `command` in a shell; what it leaves of the terminal is shown when it has ended.
  init(
    _ command: String,
    columns: Int = 80,
    rows: Int = 24,
    environment: [String: String]
  )
    throws
  {
    let tmux = try #require(Programs.tmux, "the tests need tmux")
    let socket = NSTemporaryDirectory() + "fathom-" + UUID().uuidString
    let inner = environment.map { "\($0)=\(Screen.quoted($1))" }.sorted().joined(separator: " ")
    let state = "stty -a | tr ' ;' '\\n\\n' | grep -x -E -- '-?(icanon|echo|isig)' | tr '\\n' ' '"
    // the shell gets each Ctrl-C too, and must live on to tell of the end
    let script =
      "trap : INT QUIT HUP TERM; env -i \(inner) \(command); echo RC=$?; \(state); echo; exec sleep 1000"
    let start = Programs.run(
      [
        tmux, "-u", "-f", "/dev/null", "-S", socket, "new-session", "-d", "-x", "\(columns)", "-y",
        "\(rows)", "/bin/sh -c \(Screen.quoted(script))",
      ],
      environment: Programs.environment()
    )
    try #require(start.status == 0, "tmux: \(start.output)")
    self.socket = socket
  }

  deinit {
    tmux("kill-server")
    unlink(socket)
  }

  /// Starts the probe and waits for its first prompt.
  static func probe(
    _ arguments: String = "",
    columns: Int = 80,
    rows: Int = 24,
    _ changes: [String: String?] = [:]
  ) throws -> Screen {
    let screen = try Screen(
      "\(quoted(Programs.probe)) \(arguments)",
      columns: columns,
      rows: rows,
      environment: Programs.environment(changes)
    )
    try screen.wait("›")
    return screen
  }

  static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "'\\''") + "'"
  }

  @discardableResult
  func tmux(_ arguments: String...) -> String {
    Programs.run(
      [Programs.tmux ?? "", "-u", "-S", socket] + arguments,
      environment: Programs.environment()
    ).output
  }

  /// What stands on the screen, without the empty rows at its end.
  var text: String {
    var rows = tmux("capture-pane", "-p", "-N").split(
      separator: "\n",
      omittingEmptySubsequences: false
    )
    while let last = rows.last, last.allSatisfy({ $0 == " " }) { rows.removeLast() }
    return rows.joined(separator: "\n")
  }

  /// The rows of the screen, without the spaces at their ends.
  var rows: [String] {
    tmux("capture-pane", "-p").split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  var cursor: String { tmux("display", "-p", "#{cursor_x},#{cursor_y}").filter { $0 != "\n" } }

  /// The probe's process.
  func process() throws -> Int32 {
    let number = text.firstMatch(of: /(?:ready|plain) (\d+)/)?.1
    return try #require(number.flatMap { Int32($0) }, "\(text)")
  }

  /// Presses keys by tmux's names: `Enter`, `C-c`, `Up`.
  func press(_ keys: String...) {
    Programs.run(
      [Programs.tmux ?? "", "-S", socket, "send-keys"] + keys,
      environment: Programs.environment()
    )
  }

  func type(_ text: String) { tmux("send-keys", "-l", text) }

  /// Types a line, presses Enter and waits until the probe says that it got it.
  func enter(_ line: String, answer: String? = nil) throws {
    type(line)
    press("Enter")
    try wait(answer ?? "got <\(line)>")
    try waitForPrompt()
  }

  func paste(_ text: String, bracketed: Bool = true) {
    tmux("set-buffer", "-b", "text", text)
    if bracketed {
      tmux("paste-buffer", "-p", "-b", "text")
    } else {
      tmux("paste-buffer", "-b", "text")
    }
  }

  func resize(columns: Int, rows: Int) {
    tmux("resize-window", "-x", "\(columns)", "-y", "\(rows)")
  }

  /// Waits until `text` stands on the screen, `times` times at least.
  func wait(
    _ expected: String,
    times: Int = 1,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try wait("'\(expected)'", sourceLocation: sourceLocation) {
      $0.ranges(of: expected).count >= times
    }
  }

  /// Waits until the last row is a prompt with nothing behind it.
  func waitForPrompt(sourceLocation: SourceLocation = #_sourceLocation) throws {
    try wait("an empty prompt", sourceLocation: sourceLocation) {
      let last = $0.split(separator: "\n").last ?? ""
      return last.drop { $0 != "›" }.dropFirst().allSatisfy { $0 == " " } && last.contains("›")
    }
  }

  /// Waits until the screen satisfies `condition`.
  func wait(
    _ what: String,
    sourceLocation: SourceLocation = #_sourceLocation,
    _ condition: (String) -> Bool
  ) throws {
    var last = ""
    let held = eventually {
      last = text
      return condition(last)
    }
    try #require(held, "no \(what) on the screen:\n\(last)", sourceLocation: sourceLocation)
  }
}

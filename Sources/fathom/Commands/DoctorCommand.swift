import ArgumentParser
import DeepNetworks
import Glibc
import LineEditing

/// `fathom doctor`: what to paste into a report when something looks wrong.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Say what this terminal and this build are, for a report."
  )

  func run() throws {
    let environment = Terminal.environment
    let profile = Terminal.profile(of: STDOUT_FILENO)
    let input = TerminalProfile.isTerminal(STDIN_FILENO)
    let rows: [(String, String)] = [
      ("fathom", "\(Version.program), engine \(Engine.version), kernels \(Engine.instructionSet)"),
      (
        "terminal",
        profile.isTerminal ? "TERM=\(environment["TERM"] ?? "(unset)")" : "output is no terminal"
      ),
      ("size", "\(profile.size.columns) columns, \(profile.size.rows) rows"),
      ("colours", "\(profile.color)\(environment["NO_COLOR"].map { " (NO_COLOR=\($0))" } ?? "")"),
      ("locale", locale(environment, profile)),
      ("figures", Terminal.figuresAsText ? "descriptions" : "pictures in ASCII"),
      ("line editor", input ? "libedit" : "none: input is no terminal"),
    ]
    for (name, value) in rows {
      let label = name + String(repeating: " ", count: 12 - name.count)
      try Terminal.send(label + value + "\n", to: STDOUT_FILENO)
    }
  }

  private func locale(_ environment: [String: String], _ profile: TerminalProfile) -> String {
    let set = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { name in
      environment[name].map { "\(name)=\($0)" }
    }
    let variables = set.isEmpty ? "LANG unset" : set.joined(separator: " ")
    return "\(variables), \(profile.isUTF8 ? "UTF-8" : "not UTF-8: spelt in ASCII")"
  }
}

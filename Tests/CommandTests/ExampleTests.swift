import Foundation
import TestSupport
import Testing

/// What the help shows as an example is run; the manual pages are made of the same text.
struct ExampleTests {
  private static let commands = [
    "home", "notebook", "play", "present", "replay", "check", "submit", "grade", "release", "run",
    "doctor",
  ]

  /// The lines of a command's help that somebody may type in a shell.
  private func examples(_ help: String) -> [String] {
    help.split(separator: "\n").filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
      .map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { line in ["printf '", "echo '", "fathom "].contains { line.hasPrefix($0) } }
  }

  @Test func everyExampleOfTheHelpRuns() throws {
    let fathom = try Fathom()
    let bin = fathom.path("bin")
    try FileManager.default.createDirectory(atPath: bin, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: bin + "/fathom",
      withDestinationPath: Fathom.program
    )
    var count = 0
    for command in Self.commands {
      let help = try fathom.run("help", command)
      for example in examples(help.output) {
        count += 1
        let script =
          "cd \(quoted(fathom.home)); PATH=\(quoted(bin)):$PATH; { \(example); } < /dev/null"
        let result = Programs.run(
          ["/bin/sh", "-c", script + " 2>&1"],
          environment: fathom.environment()
        )
        #expect(result.status == 0, "\(command): \(example)\n\(result.output)")
        #expect(!result.output.contains("fathom: "), "\(example)\n\(result.output)")
        if command == "play" {
          #expect(result.output.contains(/answer\[[a-z]+\]> 28\n(lesson>.*\n)*Your guess: 28\./))
        }
      }
    }
    #expect(count >= 5)
  }

  private func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "'\\''") + "'"
  }
}

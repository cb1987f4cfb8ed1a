import Foundation
import TestSupport
import Testing

extension Programs {
  /// The probe, which lies beside the tests.
  static let probe: String = {
    let bundles = [CommandLine.arguments[0], Bundle.main.executablePath ?? ""]
    let folders = bundles.map { URL(fileURLWithPath: $0).deletingLastPathComponent() }
    let candidates = folders.map { $0.appendingPathComponent("LineEditingProbe").path }
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0) } ?? "no probe"
  }()
}

extension Screen {
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

  /// The probe's process.
  func process() throws -> Int32 {
    let number = text.firstMatch(of: /(?:ready|plain) (\d+)/)?.1
    return try #require(number.flatMap { Int32($0) }, "\(text)")
  }

  /// Types a line, presses Enter and waits until the probe says that it got it.
  func enter(_ line: String, answer: String? = nil) throws {
    type(line)
    press("Enter")
    try wait(answer ?? "got <\(line)>")
    try waitForPrompt()
  }

  /// Waits until the last row is a prompt with nothing behind it.
  func waitForPrompt(file: StaticString = #fileID, line: UInt = #line) throws {
    try wait("an empty prompt", file: file, line: line) {
      let last = $0.split(separator: "\n").last ?? ""
      return last.drop { $0 != "›" }.dropFirst().allSatisfy { $0 == " " } && last.contains("›")
    }
  }
}

extension PseudoTerminal {
  /// The probe on a bare terminal.
  convenience init(environment: [String: String], columns: Int = 80, rows: Int = 24) throws {
    try self.init(
      [Programs.probe],
      environment: environment,
      columns: columns,
      rows: rows
    )
  }
}

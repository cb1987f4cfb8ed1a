import Foundation

// Without a terminal.
extension Fathom {
  /// The program, not yet started, in its home.
  package func process(_ arguments: [String], _ changes: [String: String?] = [:]) -> Process {
    process(Self.program, arguments, changes)
  }

  private func process(
    _ program: String,
    _ arguments: [String],
    _ changes: [String: String?]
  ) -> Process {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: home)
    process.environment = environment(changes)
    return process
  }

  /// What the program prints when it is given these lines.
  @discardableResult
  package func run(
    _ arguments: [String],
    input: [String] = [],
    environment changes: [String: String?] = [:]
  ) throws -> Result {
    try ended(process(arguments, changes), Data(input.map { $0 + "\n" }.joined().utf8))
  }

  @discardableResult
  package func run(
    _ arguments: String...,
    input: [String] = [],
    environment changes: [String: String?] = [:]
  ) throws -> Result {
    try run(arguments, input: input, environment: changes)
  }

  /// What a shell command prints in which `fathom` is the program.
  package func shell(
    _ command: String,
    input: [UInt8] = [],
    environment changes: [String: String?] = [:]
  ) throws -> Result {
    let script = "fathom() { \"$FATHOM\" \"$@\"; }; \(command)"
    return try ended(process("/bin/bash", ["-c", script], changes), Data(input))
  }

  private func ended(_ process: Process, _ input: Data) throws -> Result {
    let files = try Folder()
    let output = URL(filePath: try files.file("out", ""))
    let errors = URL(filePath: try files.file("err", ""))
    let given = URL(filePath: try files.file("in"))
    try input.write(to: given)
    process.standardInput = try FileHandle(forReadingFrom: given)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self)
    )
  }
}

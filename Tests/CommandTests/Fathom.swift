import Foundation
import Testing

/// Runs the real program, with a state folder of its own.
struct Fathom {
  struct Result {
    var status: Int32
    var output: String
    var errors: String
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../..").standardizedFileURL
  static let lessons = root.appending(path: "Tests/TranscriptsTests/Lessons").path

  static var program: URL {
    if let path = ProcessInfo.processInfo.environment["FATHOM_BINARY"] {
      return URL(filePath: path)
    }
    return root.appending(path: ".build/debug/fathom")
  }

  /// A folder for what the program writes; it has a blank and no ASCII in its name.
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "fathom ŷ \(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appending(path: name).path }

  var environment: [String: String] {
    [
      "XDG_STATE_HOME": path("state"), "HOME": path("home"), "FATHOM_LESSONS": Self.lessons,
      "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8",
    ]
  }

  /// Where a session of the test lesson is kept.
  var transcript: String { path("state/fathom/growth.transcript") }

  func read(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  func write(_ text: String, _ name: String) throws -> String {
    try text.write(toFile: path(name), atomically: true, encoding: .utf8)
    return path(name)
  }

  func process(_ arguments: [String], _ changes: [String: String?] = [:]) -> Process {
    let process = Process()
    process.executableURL = Self.program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    var variables = environment
    for (name, value) in changes { variables[name] = value }
    process.environment = variables
    return process
  }

  @discardableResult
  func run(
    _ arguments: String...,
    input: [String] = [],
    environment changes: [String: String?] = [:]
  ) throws -> Result {
    let name = UUID().uuidString
    let files = try ["in", "out", "err"].map { kind in
      let file = folder.appending(path: "\(name).\(kind)")
      try Data(kind == "in" ? input.map { $0 + "\n" }.joined().utf8 : "".utf8).write(to: file)
      return file
    }
    let process = process(arguments, changes)
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    defer { for file in files { try? FileManager.default.removeItem(at: file) } }
    return Result(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self)
    )
  }
}

/// Goes through the test lesson and answers everything right.
let diligent = [
  "", "30", "", "t*n", "t^n", "", "0", "0.5^27", "", "b", "c", "", "s^L", "", "M = identity(2)",
  "done",
  "", "Because each layer multiplies.", "",
]

/// What stands below the header of a transcript.
func body(_ transcript: String) -> String {
  guard let range = transcript.range(of: "\n\n") else { return "" }
  return String(transcript[range.upperBound...])
}

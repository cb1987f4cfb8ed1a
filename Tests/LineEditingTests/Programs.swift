import CPseudoTerminal
import Foundation
import Testing

/// How long anything may take before a test gives up; a busy machine is slow, never wrong.
let patience: TimeInterval = 20

/// The programs that the tests start.
enum Programs {
  /// The probe, which lies beside the tests.
  static let probe: String = {
    let bundles = [CommandLine.arguments[0], Bundle.main.executablePath ?? ""]
    let folders = bundles.map { URL(fileURLWithPath: $0).deletingLastPathComponent() }
    let candidates = folders.map { $0.appendingPathComponent("LineEditingProbe").path }
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0) } ?? "no probe"
  }()

  static let tmux = ["/usr/bin/tmux", "/usr/local/bin/tmux", "/opt/homebrew/bin/tmux"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// An environment with nothing in it but what programs need, and what the test says.
  static func environment(_ changes: [String: String?] = [:]) -> [String: String] {
    var environment: [String: String] = [
      "PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "LANG": "C.UTF-8",
      "TERM": "screen-256color", "SWIFT_BACKTRACE": "enable=no",
    ]
    // the toolchain's libraries, when they are not where the program expects them
    environment["LD_LIBRARY_PATH"] = ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"]
    for (name, value) in changes { environment[name] = value }
    return environment
  }

  /// Runs a program to its end.
  ///
  /// No `input` means a closed standard input.
  @discardableResult
  static func run(
    _ arguments: [String],
    environment: [String: String] = environment(),
    input: Data? = Data()
  ) -> (status: Int32, output: String) {
    var output: UnsafeMutablePointer<CChar>?
    var count = 0
    let status = withStrings(arguments) { arguments in
      withStrings(environment.map { "\($0)=\($1)" }) { environment in
        guard let input else { return pt_run(arguments, environment, nil, 0, &output, &count) }
        return (input + [0]).withUnsafeBytes {
          pt_run(
            arguments,
            environment,
            $0.bindMemory(to: CChar.self).baseAddress,
            input.count,
            &output,
            &count
          )
        }
      }
    }
    defer { free(output) }
    let bytes = UnsafeRawBufferPointer(start: output, count: count)
    return (status, String(decoding: bytes, as: UTF8.self))
  }

  static func withStrings<Result>(
    _ strings: [String],
    _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Result
  ) -> Result {
    var copies = strings.map { UnsafePointer(strdup($0)) } + [nil]
    defer { for copy in copies { free(UnsafeMutablePointer(mutating: copy)) } }
    return copies.withUnsafeMutableBufferPointer { copies in
      guard let start = copies.baseAddress else { preconditionFailure("it ends in nil") }
      return body(UnsafePointer(start))
    }
  }
}

/// Looks again and again until `condition` holds.
func eventually(within seconds: TimeInterval = patience, _ condition: () -> Bool) -> Bool {
  let deadline = Date(timeIntervalSinceNow: seconds)
  while !condition() {
    if Date() > deadline { return false }
    usleep(15_000)
  }
  return true
}

/// A folder of one test, gone with it.
struct Folder: ~Copyable {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "fathom-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String, _ text: String? = nil) throws -> String {
    let file = "\(path)/\(name)"
    if let text { try text.write(toFile: file, atomically: true, encoding: .utf8) }
    return file
  }
}

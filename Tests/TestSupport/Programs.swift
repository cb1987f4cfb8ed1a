import CPseudoTerminal
import Foundation

/// The programs that the tests start.
package enum Programs {
  package static let tmux = ["/usr/bin/tmux", "/usr/local/bin/tmux", "/opt/homebrew/bin/tmux"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// An environment with nothing in it but what programs need, and what the test says.
  package static func environment(_ changes: [String: String?] = [:]) -> [String: String] {
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
  package static func run(
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

import Foundation

/// What the fuzzer can feed, by the names of `scripts/fuzz`.
private let targets: [String: @Sendable (UnsafeBufferPointer<UInt8>) -> Void] = [
  "answers": answerQuestions,
  "lessons": readLesson,
  "notebooks": enterStatements,
  "statements": readStatements,
  "transcripts": readTranscript,
]

/// The one that the environment names: libFuzzer may start the program again with arguments of its own.
private let target: @Sendable (UnsafeBufferPointer<UInt8>) -> Void = {
  let name = ProcessInfo.processInfo.environment["FATHOM_FUZZ"] ?? ""
  guard let target = targets[name] else { preconditionFailure("FATHOM_FUZZ is \"\(name)\"") }
  return target
}()

// The package manager looks for a program's start under this name; libFuzzer's driver does the rest.
@_cdecl("Fuzzer_main")
func start(_ count: CInt, _ arguments: Arguments) -> CInt {
  var count = count
  var arguments = arguments
  return runFuzzer(&count, &arguments) { bytes, size in
    target(UnsafeBufferPointer(start: bytes, count: size))
    return 0
  }
}

typealias Arguments = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?

@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<Arguments>,
  _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

import Foundation
import TestSupport
import Testing

/// Kills the program while it writes, and takes up what is left.
struct KillTests {
  private static let inputs = [
    "", "30", "", "t*n", "? plot [1, 2, 3]", "t^n", "", "0.5^27", "", "plot rms(x) over s in 1...2",
    "s = 2", ":score",
  ]

  /// After each input in turn, at several moments of the next one.
  @Test(arguments: 0..<12, [0, 150, 400])
  func nothingAcknowledgedIsLost(_ count: Int, _ delay: UInt32) throws {
    let fathom = try Fathom.growth()
    let process = fathom.process(["play", "growth"])
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    var seen = ""
    for (number, line) in Self.inputs.prefix(count).enumerated() {
      input.fileHandleForWriting.write(Data("\(line)\n".utf8))
      // The echo of an input is shown when the input is on the disk.
      while Self.prompts(seen) <= number {
        let data = output.fileHandleForReading.availableData
        try #require(!data.isEmpty)
        seen += String(decoding: data, as: UTF8.self)
      }
    }
    input.fileHandleForWriting.write(Data("\(Self.inputs[count])\n".utf8))
    usleep(delay)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    try fathom.run("play", "growth")
    let text = try fathom.read(fathom.transcript)
    let cancelled = text.hasSuffix(Self.cancelled) ? 1 : 0
    #expect(Self.prompts(text) >= count + cancelled)
    #expect(Self.prompts(text) <= count + 1 + cancelled)
    #expect(try fathom.run("replay", fathom.transcript).output == "")
  }

  /// What an input whose output was cut is followed by.
  private static let cancelled = ":cancelled\nCancelled. What was defined before still is.\n"

  private static func prompts(_ text: String) -> Int {
    text.split(separator: "\n").count { $0.hasPrefix("fathom>") || $0.hasPrefix("answer[") }
  }
}

import Foundation
import Testing

/// The README opens with a session; it is true.
@Suite struct ReadmeTests {
  @Test func firstSessionIsWhatTheProgramPrints() throws {
    let readme = try Repository.text(Repository.root.appending(path: "README.md"))
    let block = try #require(readme.components(separatedBy: "```console\n").dropFirst().first)
    let session = try #require(block.components(separatedBy: "```").first)
    let exchanges = session.components(separatedBy: "$ ").dropFirst().map { exchange in
      let lines = exchange.split(separator: "\n", maxSplits: 1)
      return (command: String(lines[0]), output: lines.count > 1 ? String(lines[1]) : "")
    }
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var compared = 0
    for exchange in exchanges {
      let words = exchange.command.split(separator: " ").map(String.init)
      if words[0] == "cat" {
        try Data(exchange.output.utf8).write(to: folder.appending(path: words[1]))
      } else {
        #expect(words[0] == "fathom")
        #expect(try output(of: Array(words.dropFirst()), in: folder) == exchange.output)
        compared += 1
      }
    }
    #expect(compared == 1)
  }

  private func output(of arguments: [String], in folder: URL) throws -> String {
    let process = Process()
    process.executableURL = Repository.binary
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: data, as: UTF8.self)
  }
}

import Foundation
import TestSupport
import Testing

/// The README opens with a session; it is true.
@Suite struct ReadmeTests {
  @Test func firstSessionIsWhatTheProgramPrints() throws {
    let readme = try Repository.text("README.md")
    let block = try #require(readme.components(separatedBy: "```console\n").dropFirst().first)
    let session = try #require(block.components(separatedBy: "```").first)
    let exchanges = session.components(separatedBy: "$ ").dropFirst().map { exchange in
      let lines = exchange.split(separator: "\n", maxSplits: 1)
      return (command: String(lines[0]), output: lines.count > 1 ? String(lines[1]) : "")
    }
    let fathom = try Fathom()
    var compared = 0
    for exchange in exchanges {
      let words = exchange.command.split(separator: " ").map(String.init)
      if words[0] == "cat" {
        try fathom.write(exchange.output, words[1])
      } else {
        #expect(words[0] == "fathom")
        let result = try fathom.run(Array(words.dropFirst()))
        #expect(result.status == 0)
        #expect(result.output == exchange.output)
        compared += 1
      }
    }
    #expect(compared == 1)
  }
}

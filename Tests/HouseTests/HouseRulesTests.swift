import Foundation
import Testing

/// What the house promises of its own source.
@Suite struct HouseRulesTests {
  static let pureModules = [
    "TerminalText", "DeepNetworks", "Plotting", "Notebooks", "Lessons", "Sessions", "Transcripts",
    "Grading",
  ]

  @Test func nothingIsPublic() throws {
    for file in try Repository.swiftFiles(below: "Sources") {
      for line in try Repository.text(file).split(separator: "\n") {
        let words = line.split { !$0.isLetter }
        #expect(!line.contains("@testable"))
        #expect(
          !(words.first == "public" || line.contains("open class") || line.contains("open func")),
          "\(file.lastPathComponent): \(line)"
        )
      }
    }
  }

  @Test func pureModulesImportNeitherFoundationNorTheCLibrary() throws {
    for module in Self.pureModules {
      let folder = "Sources/\(module)"
      guard FileManager.default.fileExists(atPath: Repository.root.appending(path: folder).path())
      else { continue }
      for file in try Repository.swiftFiles(below: folder) {
        let text = try Repository.text(file)
        for banned in ["import Foundation", "import Glibc", "import Darwin", "import Dispatch"] {
          #expect(!text.contains(banned), "\(module)/\(file.lastPathComponent) has \(banned)")
        }
      }
    }
  }

  /// One Swift module speaks to each shim; the kernels serve whoever computes.
  @Test func shimsHaveOneImporterEach() throws {
    var importers: [String: Set<String>] = [:]
    for file in try Repository.swiftFiles(below: "Sources") {
      let module = file.pathComponents[Repository.root.pathComponents.count + 1]
      for shim in ["CLibEdit", "CTOML", "CCommonMark"]
      where try Repository.text(file).contains("import \(shim)\n") {
        importers[shim, default: []].insert(module)
      }
    }
    for (shim, modules) in importers { #expect(modules.count == 1, "\(shim): \(modules.sorted())") }
  }

  @Test func filesFitInTheHead() throws {
    for file in try Repository.swiftFiles(below: "Sources") {
      let lines = try Repository.text(file).split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count <= 401, "\(file.lastPathComponent) has \(lines.count - 1) lines")
    }
  }

  @Test func everyModuleSaysWhatItIs() throws {
    let sources = Repository.root.appending(path: "Sources")
    for module in try FileManager.default.contentsOfDirectory(atPath: sources.path()).sorted() {
      let text = try Repository.text(sources.appending(path: "\(module)/README.md"))
      let lines = text.split(separator: "\n").count
      #expect(lines >= 5, "\(module)'s README says too little")
    }
  }

  @Test func readmeIsShort() throws {
    let lines = try Repository.text(Repository.root.appending(path: "README.md"))
      .split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 151)
  }
}

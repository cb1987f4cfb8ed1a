import Foundation
import TestSupport
import Testing

/// What the house promises of its own source.
@Suite struct HouseRulesTests {
  static let pureModules = [
    "TerminalText", "DeepNetworks", "Plotting", "Notebooks", "Lessons", "Sessions", "Transcripts",
    "Pages", "Grading",
  ]

  @Test func nothingIsPublic() throws {
    for file in try Repository.swiftFiles(below: "Sources") {
      for line in try Repository.text(file).split(separator: "\n") {
        let words = line.split { !$0.isLetter }
        #expect(!line.contains("@testable"))
        #expect(
          !(words.first == "public" || line.contains("open class") || line.contains("open func")),
          "\(file): \(line)"
        )
      }
    }
  }

  @Test func pureModulesImportNeitherFoundationNorTheCLibrary() throws {
    for module in Self.pureModules {
      for file in try Repository.swiftFiles(below: "Sources/\(module)") {
        let text = try Repository.text(file)
        for banned in ["import Foundation", "import Glibc", "import Darwin", "import Dispatch"] {
          #expect(!text.contains(banned), "\(file) has \(banned)")
        }
      }
    }
  }

  /// One Swift module speaks to each shim; the kernels serve whoever computes.
  @Test func shimsHaveOneImporterEach() throws {
    var importers: [String: Set<String>] = [:]
    for file in try Repository.swiftFiles(below: "Sources") {
      let module = String(file.split(separator: "/")[1])
      for shim in ["CArchive", "CLibEdit", "CTOML", "CCommonMark"]
      where try Repository.text(file).contains("import \(shim)\n") {
        importers[shim, default: []].insert(module)
      }
    }
    for (shim, modules) in importers { #expect(modules.count == 1, "\(shim): \(modules.sorted())") }
  }

  @Test func filesFitInTheHead() throws {
    for file in try Repository.swiftFiles(below: "Sources") {
      let lines = try Repository.text(file).split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count <= 401, "\(file) has \(lines.count - 1) lines")
    }
  }

  @Test func everyModuleSaysWhatItIs() throws {
    let modules = try FileManager.default.contentsOfDirectory(atPath: Repository.path("Sources"))
    for module in modules.sorted() {
      let lines = try Repository.text("Sources/\(module)/README.md").split(separator: "\n").count
      #expect(lines >= 5, "\(module)'s README says too little")
    }
  }

  @Test func readmeIsShort() throws {
    let lines = try Repository.text("README.md")
      .split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 151)
  }
}

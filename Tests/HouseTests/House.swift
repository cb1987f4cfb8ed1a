import Foundation
import TestSupport

/// All the Swift files, read once.
struct House {
  let sources: [SourceFile]
  let benchmarks: [SourceFile]
  let tests: [SourceFile]
  /// What each C module declares in the header that Swift sees.
  let headers: [String: Set<String>]

  static let house = Result { try House() }

  private init() throws {
    func files(_ folder: String) throws -> [SourceFile] {
      try Repository.swiftFiles(below: folder).map { try SourceFile($0) }
    }
    sources = try files("Sources")
    benchmarks = try files("Benchmarks")
    tests = try files("Tests")
    var headers: [String: Set<String>] = [:]
    for shim in ["CArchive", "CKernels", "CLibEdit", "CTOML", "CCommonMark"] {
      let text = try Repository.text("Sources/\(shim)/include/\(shim).h")
      headers[shim] = Set(Lexer.tokens(text).filter(\.isWord).map(\.text))
    }
    self.headers = headers
  }

  /// The Swift modules with their files.
  var modules: [String: [SourceFile]] { Dictionary(grouping: sources, by: \.module) }

  /// Names that the language, its library or a package asks for; they say nothing of who uses what.
  static let given: Set = [
    "Element", "Failure", "ID", "Index", "Iterator", "RawValue", "Result", "allCases", "body",
    "caseIterable",
    "configuration", "count", "customMirror", "debugDescription", "description", "encode",
    "endIndex",
    "errorDescription", "first", "formIndex", "hash", "id", "index", "isEmpty", "last",
    "makeIterator", "map", "max", "min", "next", "rawValue", "run", "self", "some", "startIndex",
    "testDescription", "underestimatedCount", "validate", "write", "none", "contains", "append",
    "prefix", "suffix", "sorted", "reversed", "joined", "filter", "reduce", "insert", "remove",
    "value", "zip", "sum", "load", "store", "split", "init",
  ]
}

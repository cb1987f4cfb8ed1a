import TestSupport
import Testing

/// What Package.swift says.
enum Manifest {
  /// The dependencies of each target that are written out.
  static func dependencies() throws -> [String: Set<String>] {
    let text = try Repository.text("Package.swift")
    var found: [String: Set<String>] = [:]
    let target = /\s(module|program|support|tests)\(\s*"(\w+)",\s*\[([^\]]*)\]/
    for match in text.matches(of: target) {
      let name = String(match.output.2) + (match.output.1 == "tests" ? "Tests" : "")
      let list = match.output.3.replacing(/package: "[^"]*"/, with: "")
      found[name] = Set(list.matches(of: /"(\w+)"/).map { String($0.output.1) })
    }
    try #require(found.count > 15)
    return found
  }

  /// The functions that the header of a C module offers: a name of its own before a parenthesis.
  static func functions(of shim: String) throws -> Set<String> {
    let tokens = Lexer.tokens(try Repository.text("Sources/\(shim)/include/\(shim).h"))
    return Set(
      zip(tokens, tokens.dropFirst()).filter {
        // A macro is no function.
        $0.isWord && $0.text.contains("_") && $0.text != $0.text.uppercased() && $1.text == "("
      }
      .map(\.0.text)
    )
  }
}

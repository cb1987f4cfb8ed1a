import TestSupport

/// A Swift file, read as far as the rules of the house need it.
struct SourceFile {
  /// From the root, as in `Sources/Plotting/SVG/Page.swift`.
  let path: String
  let imports: Set<String>
  let words: Set<String>
  /// How often each word stands in it.
  let counts: [String: Int]
  let declarations: [Declaration]
  /// The types in the signatures of its package initialisers and subscripts.
  let initialisers: Set<String>

  init(_ path: String) throws {
    self.path = path
    let tokens = Lexer.tokens(try Repository.text(path))
    var counts: [String: Int] = [:]
    var imports: Set<String> = []
    for (index, token) in tokens.enumerated() where token.isWord {
      let before = index > 0 ? tokens[index - 1].text : ""
      let behind = index + 1 < tokens.count ? tokens[index + 1].text : ""
      // An argument's label is the function's, and names nothing.
      if behind == ":", before == "(" || before == "," { continue }
      if before == "import" {
        imports.insert(token.text)
      } else {
        counts[token.text, default: 0] += 1
      }
    }
    self.counts = counts
    self.imports = imports
    words = Set(counts.keys)
    let reader = DeclarationReader(tokens)
    declarations = reader.declarations
    initialisers = reader.exposed
  }

  /// The module, target or folder of tests that it belongs to.
  var module: String {
    let parts = path.split(separator: "/")
    return parts.count > 2 ? String(parts[1]) : String(parts[0])
  }

  /// The folder inside the module; "." is the module's own.
  var folder: String {
    let parts = path.split(separator: "/")
    return parts.count > 3 ? String(parts[2]) : "."
  }

  /// From the module, as in `Plotting/SVG/Page.swift`.
  var shortPath: String { path.split(separator: "/").dropFirst().joined(separator: "/") }
}

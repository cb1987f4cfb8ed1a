/// Finds what a file declares, outside functions and closures.
struct DeclarationReader {
  private enum Scope {
    case type(name: String, kind: String, isPackage: Bool)
    case code
  }

  private static let types: Set = ["struct", "class", "enum", "protocol", "actor", "extension"]
  private static let modifiers: Set = [
    "package", "internal", "private", "fileprivate", "public", "static", "final", "lazy", "weak",
    "mutating", "nonmutating", "nonisolated", "override", "indirect", "unowned", "convenience",
    "required", "borrowing", "consuming", "isolated", "prefix", "postfix", "infix",
  ]
  private static let beginners = types.union(modifiers).union([
    "func", "let", "var", "case", "init", "deinit", "subscript", "typealias", "associatedtype",
    "@", "#", "}",
  ])

  private let tokens: [Token]
  private var scopes: [Scope] = []
  private var pending: Scope?
  private(set) var declarations: [Declaration] = []
  /// The types in the signatures of initialisers and subscripts that other modules may name.
  private(set) var exposed: Set<String> = []

  init(_ tokens: [Token]) {
    self.tokens = tokens
    for index in tokens.indices { read(index) }
  }

  private var isOutsideCode: Bool {
    guard let last = scopes.last else { return true }
    if case .type = last { return true }
    return false
  }

  private var owners: [String] {
    scopes.compactMap { scope in
      guard case .type(let name, _, _) = scope else { return nil }
      return name
    }
  }

  private func word(_ index: Int) -> String {
    tokens.indices.contains(index) ? tokens[index].text : ""
  }

  private mutating func read(_ index: Int) {
    let text = tokens[index].text
    if text == "{" {
      scopes.append(pending ?? .code)
      pending = nil
    } else if text == "}" {
      _ = scopes.popLast()
      pending = nil
    } else if isOutsideCode, word(index - 1) != ".", word(index - 1) != "import" {
      readDeclaration(index, text)
    }
  }

  private mutating func readDeclaration(_ index: Int, _ keyword: String) {
    let isNamed = tokens.indices.contains(index + 1) && tokens[index + 1].isWord
    switch keyword {
    case _
    where Self.types.contains(keyword) && isNamed && word(index + 1) != "func"
      && word(index + 1) != "var":
      readType(index, keyword)
    case "func" where isNamed: add(.function, index)
    case "let" where isNamed, "var" where isNamed: add(.property, index)
    case "typealias" where isNamed, "associatedtype" where isNamed: add(.type, index)
    case "case": readCases(index)
    case "init", "subscript":
      if access(index).isPackage { exposed.formUnion(signature(index)) }
    default: break
    }
  }

  private mutating func readType(_ index: Int, _ keyword: String) {
    var last = index + 1
    while word(last + 1) == "." { last += 2 }
    pending = .type(name: word(last), kind: keyword, isPackage: access(index).isPackage)
    if keyword != "extension" { add(.type, index) }
  }

  private mutating func add(_ kind: Declaration.Kind, _ index: Int) {
    let (isPackage, isOverride) = access(index)
    let isRequirement = isOverride || kindOfScope == "protocol"
    declarations.append(
      Declaration(
        kind: kind,
        name: word(index + 1),
        owners: owners,
        isPackage: isPackage,
        isRequirement: isRequirement,
        exposed: isPackage ? signature(index + 1) : []
      )
    )
  }

  /// The cases of an enum in one line; what they carry is exposed where the enum is.
  private mutating func readCases(_ index: Int) {
    guard case .type(_, "enum", let isPackage) = scopes.last else { return }
    var next = index + 1
    while tokens.indices.contains(next), tokens[next].isWord {
      declarations.append(
        Declaration(
          kind: .enumCase,
          name: word(next),
          owners: owners,
          isPackage: isPackage,
          isRequirement: false,
          exposed: isPackage ? signature(next) : []
        )
      )
      next += 1
      var depth = 0
      while tokens.indices.contains(next) {
        let text = word(next)
        if depth == 0, text == "," { break }
        if depth == 0, tokens[next].line > tokens[next - 1].line { return }
        if text == "(" { depth += 1 }
        if text == ")" { depth -= 1 }
        if text == "}" { return }
        next += 1
      }
      next += 1
    }
  }

  private var kindOfScope: String {
    guard case .type(_, let kind, _) = scopes.last else { return "" }
    return kind
  }

  /// What stands before a keyword; a protocol's requirements are as open as it is.
  private func access(_ index: Int) -> (isPackage: Bool, isOverride: Bool) {
    var words: Set<String> = []
    var place = index - 1
    while place >= 0 {
      if Self.modifiers.contains(word(place)) {
        words.insert(word(place))
      } else if word(place) == ")", word(place - 2) == "(",
        ["set", "unsafe"].contains(word(place - 1))
      {
        place -= 3
      } else {
        break
      }
      place -= 1
    }
    if case .type(_, "protocol", true) = scopes.last { words.insert("package") }
    // A program's start is asked for by the system.
    let isStart = word(place) == "main" && word(place - 1) == "@"
    return (words.contains("package"), words.contains("override") || isStart)
  }

  /// The capitalised words from a declaration's name to its body or its end.
  private func signature(_ start: Int) -> Set<String> {
    var found: Set<String> = []
    var depth = 0
    var place = start
    while place < tokens.count {
      let token = tokens[place]
      switch token.text {
      case "(", "[": depth += 1
      case ")", "]": depth -= 1
      case "{" where depth == 0: return found
      default:
        if depth == 0, place > start, token.line > tokens[place - 1].line,
          Self.beginners.contains(token.text)
        {
          return found
        }
        if token.isCapitalised { found.insert(token.text) }
      }
      place += 1
    }
    return found
  }
}

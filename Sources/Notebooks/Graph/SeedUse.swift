/// Whether a name only ever chooses a draw: it stands in `seed:` arguments, in definitions that are read there, and in
/// arguments of functions that put them there, and nowhere else.
struct SeedUse {
  private let name: String
  /// The names that a figure sets itself, whatever the notebook says.
  private let bound: Set<String>
  /// The definitions that depend on the name, and perhaps others.
  private let affected: Set<String>
  private let definitions: Definitions
  /// What is known of parameters of functions, so that each function is read once for each.
  private var seedParameters: [Parameter: Bool] = [:]

  private struct Parameter: Hashable {
    var function: String
    var place: Int
  }

  /// How deep functions may call each other for it to be seen.
  private static let deepest = 20

  init(name: String, bound: Set<String>, affected: Set<String>, definitions: Definitions) {
    (self.name, self.bound) = (name, bound)
    (self.affected, self.definitions) = (affected, definitions)
  }

  /// Cost: linear in the expressions and in what they read that depends on the name, for each parameter of a function.
  mutating func holds(in expressions: [Expression]) -> Bool {
    var seen: Set<String> = []
    var left = expressions
    while let expression = left.popLast() {
      guard let read = readElsewhere(name, in: expression, affected, depth: 0) else { return false }
      for found in read where seen.insert(found).inserted {
        switch definitions[found]?.body {
        case .value(let body): left.append(body)
        // What a function reads beside its parameters; one of the name's own name hides it.
        case .function(let parameters, let body):
          guard !parameters.contains(name) else { return false }
          left.append(body)
        case nil: return false
        }
      }
    }
    return true
  }

  /// The definitions of `followed` that are read outside of seeds; nil where the name itself is.
  private mutating func readElsewhere(
    _ name: String,
    in expression: Expression,
    _ followed: Set<String>,
    depth: Int
  ) -> [String]? {
    let nodes = expression.nodes
    func depends(_ other: String) -> Bool { followed.contains(other) && !bound.contains(other) }
    var inSeed = [Bool](repeating: false, count: nodes.count)
    var read: [String] = []
    for (index, node) in nodes.enumerated().reversed() {
      if inSeed[index] {
        node.forEachOperand { inSeed[$0] = true }
        continue
      }
      switch node.kind {
      case .name(let found):
        if found == name { return nil }
        if depends(found) { read.append(found) }
      case .call(let found, let arguments):
        if found == name { return nil }
        for (place, argument) in arguments.enumerated()
        where argument.label == "seed" || isSeed(Parameter(function: found, place: place), depth) {
          inSeed[argument.node] = true
        }
        if depends(found) { read.append(found) }
      case .first(let variable, let condition):
        if variable != name, condition.names.contains(where: { $0 == name || depends($0) }) {
          return nil
        }
      case .apply(_, let arguments):
        for argument in arguments where argument.label == "seed" { inSeed[argument.node] = true }
      case .number, .text, .boolean, .list, .range, .negate, .binary, .transpose, .index, .field:
        break
      }
    }
    return read
  }

  /// Whether a function of one line takes a seed there.
  private mutating func isSeed(_ parameter: Parameter, _ depth: Int) -> Bool {
    if let known = seedParameters[parameter] { return known }
    guard depth < Self.deepest, !bound.contains(parameter.function),
      case .function(let names, let body)? = definitions[parameter.function]?.body,
      names.indices.contains(parameter.place)
    else { return false }
    let isSeed = readElsewhere(names[parameter.place], in: body, [], depth: depth + 1) != nil
    seedParameters[parameter] = isSeed
    return isSeed
  }
}

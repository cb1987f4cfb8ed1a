/// Whether a name only ever chooses a draw: it stands in `seed:` arguments, in definitions that are read there, and in
/// arguments of functions that put them there, and nowhere else.
struct SeedUse {
  let name: String
  /// The names that a figure sets itself, whatever the notebook says.
  let bound: Set<String>
  /// The definitions that depend on the name, and perhaps others.
  let affected: Set<String>
  let definitions: Definitions

  /// How deep functions may call each other for it to be seen.
  private static let deepest = 20

  /// Cost: linear in the expressions and what they read that depends on the name.
  func holds(in expressions: [Expression]) -> Bool {
    var seen: Set<String> = []
    var left = expressions
    while let expression = left.popLast() {
      guard let read = readElsewhere(in: expression, depth: 0) else { return false }
      for name in read where seen.insert(name).inserted {
        guard case .value(let body)? = definitions[name]?.body else { return false }
        left.append(body)
      }
    }
    return true
  }

  /// The definitions that are read outside of seeds and may depend on the name; nil where the name itself is.
  private func readElsewhere(in expression: Expression, depth: Int) -> [String]? {
    let nodes = expression.nodes
    var inSeed = [Bool](repeating: false, count: nodes.count)
    var read: [String] = []
    for (index, node) in nodes.enumerated().reversed() {
      if inSeed[index] {
        node.forEachOperand { inSeed[$0] = true }
        continue
      }
      switch node.kind {
      case .name(let found), .call(let found, _):
        if found == name { return nil }
        if case .call(_, let arguments) = node.kind {
          for (place, argument) in arguments.enumerated()
          where argument.label == "seed" || isSeed(place, of: found, depth) {
            inSeed[argument.node] = true
          }
        }
        if depends(found) {
          guard case .function(_, let body)? = definitions[found]?.body else {
            read.append(found)
            continue
          }
          // What a function reads beside its parameters.
          guard depth < Self.deepest, let more = readElsewhere(in: body, depth: depth + 1) else {
            return nil
          }
          read += more
        }
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

  private func depends(_ other: String) -> Bool {
    affected.contains(other) && !bound.contains(other)
  }

  /// Whether a function of one line takes a seed there.
  private func isSeed(_ place: Int, of function: String, _ depth: Int) -> Bool {
    guard depth < Self.deepest, !bound.contains(function),
      case .function(let parameters, let body)? = definitions[function]?.body,
      parameters.indices.contains(place)
    else { return false }
    let use = SeedUse(name: parameters[place], bound: bound, affected: [], definitions: definitions)
    return use.readElsewhere(in: body, depth: depth + 1) != nil
  }
}

import TestSupport

/// Statements of the language, made from its grammar and then damaged.
struct StatementGenerator {
  var random: SplitMix64

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
  }

  mutating func statement() -> String {
    switch Int.random(in: 0..<14, using: &random) {
    case 0: "\(name()) = \(expression(3))"
    case 1: "\(name())(\(name())) = \(expression(3))"
    case 2...3: expression(4)
    case 4: figure()
    case 5: random.chance(3) ? "help \(name())" : "s = \(number(2))"
    case 6: "first l where \(number(2)) > rms(a[l])*\(number(1))"
    case 7: number(4)
    case 8: vector(4)
    case 9: matrix(4)
    case 10: list(4)
    case 11: "\(vector(3)) == \(vector(3))"
    default: sensibleFigure()
    }
  }

  // MARK: - What fits together

  private mutating func number(_ depth: Int) -> String {
    guard depth > 0 else { return random.pick(["0", "1", "2", "1.5", ".5", "3", "s", "L", "pi"]) }
    switch Int.random(in: 0..<9, using: &random) {
    case 0...2:
      let sign = random.pick([" + ", "-", "*", "/", "^", "×", " − "])
      return "(\(number(depth - 1))\(sign)\(number(depth - 1)))"
    case 3: return "\(random.pick(["rms", "norm", "sum", "max", "mean"]))(\(vector(depth - 1)))"
    case 4: return "\(random.pick(["rms", "norm", "trace", "min"]))(\(matrix(depth - 1)))"
    case 5: return "dot(\(vector(depth - 1)), \(vector(depth - 1)))"
    case 6: return "\(vector(depth - 1))[\(random.pick(["1", "2"]))]"
    case 7: return "\(random.pick(["tanh", "exp", "abs", "sqrt", "f", "-"]))(\(number(depth - 1)))"
    default: return "sum(\(list(depth - 1)))"
    }
  }

  private mutating func vector(_ depth: Int) -> String {
    guard depth > 0 else { return random.pick(["x", "y", "[1, 2]", "a[3]", "a⁽²⁾", "(1...2)"]) }
    switch Int.random(in: 0..<7, using: &random) {
    case 0: return "[\(number(depth - 1)), \(number(depth - 1))]"
    case 1: return "(\(vector(depth - 1)) \(random.pick(["+", "-"])) \(vector(depth - 1)))"
    case 2: return "(\(matrix(depth - 1))*\(vector(depth - 1)))"
    case 3: return "\(number(depth - 1))*\(vector(depth - 1))"
    case 4: return "net(\(vector(depth - 1)))"
    case 5: return "\(random.pick(["tanh", "relu", "sigmoid", "round"]))(\(vector(depth - 1)))"
    default: return "activations(net, \(vector(depth - 1)))[\(random.pick(["0", "L", "1 + 1"]))]"
    }
  }

  private mutating func matrix(_ depth: Int) -> String {
    guard depth > 0 else {
      return random.pick(["M", "W[2]", "W^[1]", "identity(2)", "[[1, 2], [3, 4]]"])
    }
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return "(\(matrix(depth - 1))*\(matrix(depth - 1)))"
    case 1: return "(\(matrix(depth - 1)) - \(matrix(depth - 1)))"
    case 2: return "\(matrix(depth - 1))'"
    case 3: return "(\(matrix(depth - 1)))^\(random.pick(["0", "2", "7", "100"]))"
    case 4: return "\(number(depth - 1))*\(matrix(depth - 1))"
    default: return "diagonal(\(vector(depth - 1)))"
    }
  }

  /// A number for each of the layers 1 to L, or 0 to L.
  private mutating func list(_ depth: Int) -> String {
    guard depth > 0 else { return random.pick(["rms(W)", "norm(W)", "rms(a)", "norm(a)"]) }
    switch Int.random(in: 0..<5, using: &random) {
    case 0: return "\(list(depth - 1))/\(number(depth - 1))"
    case 1: return "(\(number(depth - 1))*\(list(depth - 1)))"
    case 2: return "\(random.pick(["tanh", "log10", "abs", "exp"]))(\(list(depth - 1)))"
    case 3: return "(\(list(depth - 1)) - \(list(depth - 1)))"
    default: return "norm(W*\(matrix(depth - 1)))"
    }
  }

  private mutating func sensibleFigure() -> String {
    let isList = random.chance(2)
    var text = "\(random.pick(["plot", "table"])) \(isList ? list(2) : number(2))"
    if isList, random.chance(2) {
      text += random.pick([" over s in [0.5, 1]", " over s in 1...20", " over L in 5...20"])
    }
    if !isList { text += random.pick([" over s in 0.5...1.5 by 0.25", " over L in 1...5"]) }
    if random.chance(3) { text += random.pick([" in float16", " in bfloat16, float8_e5m2"]) }
    if isList, random.chance(3) { text += " at 1...3, 5" }
    if random.chance(3) { text += random.pick([" on log", " on symlog", " on linear"]) }
    if text.hasPrefix("plot"), random.chance(3) {
      text += random.pick([" against float16", " against \(number(1)), bfloat16"])
    }
    return text.hasPrefix("plot") && random.chance(4) ? text + " beside plot \(list(1))" : text
  }

  // MARK: - What the grammar allows

  private mutating func name() -> String {
    random.pick([
      "s", "L", "M", "net", "x", "W", "a", "y", "t", "f", "σ", "ŷ", "rms", "e", "l", "q_1",
    ])
  }

  private mutating func blank() -> String { random.pick(["", "", " ", "  ", "\t", "\u{A0}"]) }

  private mutating func numeral() -> String {
    random.pick([
      "0", "1", "2", "1.5", ".5", "0.1", "1e-3", "3", "7", "1e400", "20", "2⁻¹", "1.5×10^-3", "1e9",
    ])
  }

  private mutating func expression(_ depth: Int) -> String {
    guard depth > 0 else { return random.chance(2) ? numeral() : name() }
    let one = expression(depth - 1)
    switch Int.random(in: 0..<15, using: &random) {
    case 0...3:
      let sign = random.pick(["+", "-", "*", "/", "^", "×", "−", "·", "**", "@"])
      return one + blank() + sign + blank() + expression(depth - 1)
    case 4: return random.pick(["-", "+", "−"]) + one
    case 5: return "(\(blank())\(one)\(blank()))"
    case 6: return "[\(one), \(expression(depth - 1))]"
    case 7: return "[[\(numeral()), \(numeral())], [\(numeral()), \(one)]]"
    case 8: return "\(name())[\(one)]"
    case 9: return one + random.pick(["'", "²", ".T", "⁽²⁾", "^[2]", "[1]", "[1, 2]", "⁻¹", "’"])
    case 10: return call(one, depth)
    case 11:
      return "\(one)...\(expression(depth - 1))" + (random.chance(3) ? " by \(numeral())" : "")
    case 12:
      let sign = random.pick(["==", "<", "<=", ">", ">=", "!=", "≤", "≠"])
      return one + " " + sign + " " + expression(depth - 1)
    case 13: return random.pick(["true", "false", "pi", "e", "float16", "\"text\"", "gaussian()"])
    default: return one
    }
  }

  private mutating func call(_ one: String, _ depth: Int) -> String {
    let function = random.pick([
      "rms", "norm", "tanh", "relu", "sqrt", "ln", "exp", "sum", "max", "identity", "ones",
      "weights",
      "biases", "widths", "depth", "count", "derive", "diagonal", "trace", "net", "f", "abs",
      "log10",
    ])
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return "network(\(one), depth: \(numeral()))"
    case 1: return "activations(\(one), \(name()))"
    case 2: return "network(he(), width: 3, depth: 3)(\(one))"
    case 3: return "dot(\(one), \(expression(depth - 1)))"
    default: return "\(function)(\(one))"
    }
  }

  private mutating func figure() -> String {
    let verb = random.pick(["plot", "plot", "table", "table", "heatmap", "scatter"])
    var text = verb + " " + random.pick(["rms(a)", "rms(y)", "x", expression(2), expression(3)])
    if random.chance(4) { text += ", " + random.pick(["norm(a)", expression(2)]) }
    for _ in 0..<Int.random(in: 0...2, using: &random) {
      text += random.pick([
        " over s in [1, 2]", " over s in 0.5...1.5", " over L in 1...9",
        " over \(name()) in \(expression(1))",
        " over s in [1, 2], L in 1...4", " at 1...3", " at \(expression(1))", " in float16",
        " on log",
        " in float8_e4m3, float32", " on symlog", " titled \"T\"", " on linear",
        " against float16, 3", " against \(expression(1))", " beside plot rms(a)",
        " beside \(verb) \(expression(1))", " over L in 1...12",
      ])
    }
    return text
  }

  // MARK: - Damage

  private static let pieces: [Unicode.Scalar] = Array(
    "()[]{},:;'’\"“”.…+-*/^=<>!≤≥≠×·÷−@#_ \t\n\r\u{0}\u{7F}\u{202E}\u{FEFF}0123456789eEaxlWσŷ²⁻⁽⁾∞é漢😀\u{302}\u{1B}"
      .unicodeScalars
  )

  /// The text with some scalars deleted, inserted or swapped.
  mutating func damaged(_ text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let place = Int.random(in: 0...scalars.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: if place < scalars.count { scalars.remove(at: place) }
      case 1: scalars.insert(random.pick(Self.pieces), at: place)
      default:
        let other = Int.random(in: 0...scalars.count, using: &random)
        if place < scalars.count, other < scalars.count { scalars.swapAt(place, other) }
      }
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}

/// A number or an expression that stands in a text that people read.
struct Quantity: Sendable, Hashable {
  /// As the cell language writes it.
  let text: String
  /// The parameters in it; a bare name is none.
  let names: Set<String>
  /// Digits of its numerals that say something: `100` has one, `1/1024` has five.
  let digits: Int
}

extension Quantity {
  /// What a text holds: of each run of arithmetic the longest pieces that can be read.
  ///
  /// Only the given names and the functions of numbers are words of arithmetic; all others end a run,
  /// as does a blank between two operands; read loosely it may stand for a product too. What is said in
  /// words is read as it would be written. What has a part that is no quantity isn't one.
  static func all(in text: String, names: Set<String>) -> [Quantity] {
    var scan = QuantityScan(text, names: names)
    let plain = scan.runs.flatMap(pieces)
    var loose = QuantityScan(text, names: names, isLoose: true)
    var all = plain + loose.runs.flatMap(pieces).filter { !plain.contains($0) }
    if let written = SpokenFormula.written(text) {
      var scan = QuantityScan(written, names: names, isLoose: true)
      let known = Set(all)
      all += scan.runs.flatMap(pieces).filter { !known.contains($0) }
    }
    return all
  }

  /// What a line of a cell holds: what stands in a text, and each numeral by itself.
  static func all(inSource line: String, names: Set<String>) -> [Quantity] {
    let quantities = all(in: line, names: names)
    var scan = QuantityScan(line, names: names)
    let numerals = scan.runs.joined().filter { $0.kind == .numeral }.compactMap { Quantity([$0]) }
    return quantities + numerals.filter { !quantities.contains($0) }
  }

  private static func pieces(of run: [QuantityScan.Token]) -> [Quantity] {
    var found: [Quantity] = []
    var start = 0
    while start < run.count {
      let last = (start..<min(run.count, start + 40)).reversed().first { end in
        isBalanced(run[start...end])
      }
      guard let last else {
        start += 1
        continue
      }
      let piece = run[start...last]
      if let quantity = Quantity(piece) { found.append(quantity) }
      start = last + 1
    }
    return found
  }

  private init?(_ tokens: ArraySlice<QuantityScan.Token>) {
    let names = tokens.filter { $0.kind == .name }.map(\.text)
    let digits = tokens.filter { $0.kind == .numeral }.map { Self.digits($0.text) }
    // A name alone is a word.
    guard !tokens.contains(where: { $0.kind == .other }),
      !digits.isEmpty || tokens.count > names.count
    else { return nil }
    self.names = Set(names)
    self.digits = digits.reduce(0, +)
    text = tokens.map(\.text).joined()
  }

  /// Whether it begins and ends as an expression does, with a bracket for each bracket.
  private static func isBalanced(_ tokens: ArraySlice<QuantityScan.Token>) -> Bool {
    guard let first = tokens.first, let last = tokens.last, last.endsOperand,
      first.beginsOperand || (first.text == "-" && tokens.count > 1)
    else { return false }
    var depth = 0
    var wantsOperand = true
    for token in tokens {
      switch token.kind {
      case .open:
        depth += 1
        wantsOperand = true
      case .close:
        depth -= 1
        if depth < 0 || wantsOperand { return false }
      case .sign:
        if wantsOperand, token.text != "-" { return false }
        wantsOperand = true
      case .numeral, .name, .function, .other: wantsOperand = token.kind == .function
      }
    }
    return depth == 0
  }

  private static func digits(_ numeral: String) -> Int {
    let mantissa = numeral.split { $0 == "e" || $0 == "E" }.first ?? ""
    var digits = mantissa.filter(\.isNumber).drop { $0 == "0" }
    if !mantissa.contains(".") { while digits.last == "0" { digits.removeLast() } }
    return digits.count
  }
}

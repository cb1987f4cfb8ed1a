import DeepNetworks
import TerminalText

/// How values are written.
package enum Rendering {
  /// A number with up to 15 digits, or as many as asked.
  package static func number(_ number: Extended, digits: Int = 15) -> String {
    guard number.isFinite else { return number.isNaN ? "nan" : number.isNegative ? "-inf" : "inf" }
    // What lies below the range beside larger entries is not 0, and has no digits of its own.
    if number.exponent < -Extended.exponentLimit {
      return number.isNegative ? ">-\(Extended.leastText)" : "<\(Extended.leastText)"
    }
    return digits == 15
      ? NumberText.full(significand: number.hi, tail: number.lo, exponent: number.exponent)
      : NumberText.short(
        significand: number.hi,
        tail: number.lo,
        exponent: number.exponent,
        digits: digits
      )
  }

  /// A value as it is shown when a statement is nothing but an expression.
  package static func text(_ value: Value) -> StyledText {
    if case .document(let text) = value { return text }
    return StyledText(lines(value).joined(separator: "\n"))
  }

  /// The same behind `name = `; further lines are indented beneath the first.
  package static func text(_ value: Value, named name: String) -> StyledText {
    switch value {
    case .document(let text): return text
    case .layers(let list) where list.symbol == name:
      // Its lines say the name already.
      return text(value)
    case .matrix(let matrix) where says(name, matrix):
      // Its name tells what it is already; its entries are what is asked for.
      return StyledText(
        "\(name) =\n" + cells(matrix).map { "  " + $0 }.joined(separator: "\n")
      )
    case .matrix, .layers:
      let lines = lines(value).flatMap { $0.split(separator: "\n").map(String.init) }
      if lines.count == 1 { return StyledText("\(name) = \(lines[0])") }
      return StyledText(
        "\(name) =\n" + lines.map { "  " + $0 }.joined(separator: "\n")
      )
    // "first l where … = 232" would read as one more comparison.
    case .number where name.hasPrefix("first "), .never where name.hasPrefix("first "):
      return StyledText("\(name): \(lines(value).joined(separator: " "))")
    case .truth(let truth): return StyledText("\(name): \(self.truth(truth))")
    case .number, .text, .range, .vector, .network, .never, .function, .builtIn, .format,
      .initialization, .loss, .record:
      if case .never(let never) = value { return StyledText(never.text(named: name)) }
      return StyledText("\(name) = \(lines(value).joined(separator: "\n"))")
    }
  }

  /// Whether a matrix would be shown as what was typed: `identity(2)`, `1.5*identity(2)`.
  private static func says(_ name: String, _ matrix: Matrix) -> Bool {
    guard case .scaledIdentity(_, let size) = matrix, size <= 8 else { return false }
    return self.matrix(matrix).joined().filter { $0 != " " } == name.filter { $0 != " " }
  }

  /// A definition's value in a line: whole where it is short, else what kind it is.
  package static func summary(_ value: Value, named name: String) -> StyledText {
    switch value {
    case .layers, .network, .record: StyledText("\(name): \(value.kind)")
    case .matrix(let matrix) where matrix.rows > 4 || matrix.columns > 4:
      StyledText("\(name): \(value.kind)")
    case .number, .truth, .text, .range, .vector, .matrix, .never, .function, .builtIn, .format,
      .initialization, .loss, .document:
      text(value, named: name)
    }
  }

  /// A value within a sentence.
  package static func inline(_ value: Value) -> String {
    if case .number(let number) = value { return self.number(number, digits: 6) }
    if case .record(let record) = value { return record.kind }
    if case .text(let text) = value { return neutralised(text) }
    return lines(value).joined(separator: " ")
  }

  static func lines(_ value: Value) -> [String] {
    switch value {
    case .number(let number): [self.number(number)]
    case .truth(let truth): [self.truth(truth)]
    case .text(let text): ["\"\(neutralised(text))\""]
    case .range(let range):
      [
        "\(number(range.lower))...\(number(range.upper)) (\(NumberText.grouped(range.count)) values)"
      ]
    case .vector(let vector): [self.vector(vector)]
    case .matrix(let matrix): self.matrix(matrix)
    case .network(let network): NetworkText(network).lines
    case .layers(let list): layers(list)
    case .never(let never): [never.text]
    case .function(let name): ["the function \(name)"]
    case .builtIn(let function): [function.line]
    case .format(let format): [self.format(format)]
    case .initialization(let initialization): [self.initialization(initialization)]
    case .loss(let loss): [self.loss(loss)]
    case .document(let text): [text.plain]
    case .record(let record): record.lines
    }
  }

  private static func truth(_ truth: Truth) -> String {
    (truth.holds ? "true" : "false") + (truth.difference.map { ": " + $0 } ?? "")
  }

  /// Few entries are shown with 15 digits, more with 6, and many with the middle left out.
  static func vector(_ vector: Vector) -> String {
    let digits = vector.count <= 4 ? 15 : 6
    guard vector.count > 12 else { return entries(vector, digits: digits) }
    let head = (0..<5).map { number(vector[$0], digits: digits) }
    let tail = (vector.count - 2..<vector.count).map { number(vector[$0], digits: digits) }
    return
      "[\((head + ["…"] + tail).joined(separator: ", "))] (\(NumberText.grouped(vector.count)) entries)"
  }

  /// All entries of a vector, `[1, 2]`.
  static func entries(_ vector: Vector, digits: Int) -> String {
    "[\((0..<vector.count).map { number(vector[$0], digits: digits) }.joined(separator: ", "))]"
  }

  static func matrix(_ matrix: Matrix) -> [String] {
    if case .scaledIdentity(let scale, let size) = matrix {
      return [scale == .one ? "identity(\(size))" : "\(number(scale)) * identity(\(size))"]
    }
    return cells(matrix)
  }

  /// The entries of a matrix, a line for each row.
  private static func cells(_ matrix: Matrix) -> [String] {
    let rows = kept(matrix.rows)
    let columns = kept(matrix.columns)
    // As many as leave a row on one line of a terminal.
    let digits = matrix.rows <= 3 && matrix.columns <= 3 ? 15 : matrix.columns <= 5 ? 6 : 3
    let cells = rows.map { row in
      columns.map { column in
        row.flatMap { row in column.map { number(matrix[row, $0], digits: digits) } } ?? "…"
      }
    }
    let widths = columns.indices.map { column in
      cells.map { displayWidth($0[column]) }.max() ?? 0
    }
    var lines = cells.map { cells in
      "["
        + zip(cells, widths).map { cell, width in
          String(repeating: " ", count: width - displayWidth(cell)) + cell
        }.joined(separator: "  ") + "]"
    }
    if rows.count < matrix.rows || columns.count < matrix.columns {
      lines.append("(\(matrix.rows) × \(matrix.columns))")
    }
    return lines
  }

  /// The indices that are shown; nil stands for those left out.
  private static func kept(_ count: Int) -> [Int?] {
    count <= 8 ? Array(0..<count) : Array(0..<4) + [nil] + Array(count - 2..<count)
  }

  private static func layers(_ list: PerLayer) -> [String] {
    let symbol = list.symbol.isEmpty ? "\(list.axis.word) " : list.symbol
    func line(_ layer: Int) -> String {
      guard let element = list[layer: layer] else { return "" }
      if case .never(let never) = element, !list.symbol.isEmpty {
        return never.text(named: "\(symbol)[\(layer)]")
      }
      let name = list.symbol.isEmpty ? "\(symbol)\(layer): " : "\(symbol)[\(layer)] = "
      let lines = lines(element)
      let indent = String(repeating: " ", count: name.count)
      return name + lines.joined(separator: "\n" + indent)
    }
    guard list.elements.count > 10 else {
      return (list.first...max(list.first, list.last)).map(line)
    }
    let head = (list.first...list.first + 4).map(line)
    let tail = (list.last - 2...list.last).map(line)
    return head + ["…"] + tail
  }

  private static func format(_ format: NumberFormat) -> String {
    "\(format.name): \(format.precision) binary digits, "
      + "\(NumberText.short(format.smallestSubnormal)) to \(NumberText.short(format.largestFinite))"
  }

  /// As it would be typed, with its parameter.
  static func initialization(_ initialization: Initialization) -> String {
    func gain(_ name: String, _ gain: Double) -> String {
      "\(name)(gain: \(NumberText.short(gain)))"
    }
    return switch initialization {
    case .gaussian(let factor): gain("gaussian", factor)
    case .deviation(let deviation): "gaussian(deviation: \(NumberText.short(deviation)))"
    case .xavierNormal(let factor): gain("xavier", factor)
    case .xavierUniform(let factor): gain("xavier_uniform", factor)
    case .uniform(let factor): gain("uniform", factor)
    case .orthogonal(let factor): gain("orthogonal", factor)
    case .he(let slope): slope == 0 ? "he()" : "he(slope: \(NumberText.short(slope)))"
    case .lecun: "lecun()"
    case .variance(scale: 2, fan: .fanIn, distribution: .uniform): "he_uniform()"
    case .variance(scale: 1, fan: .fanIn, distribution: .uniform): "lecun_uniform()"
    case .variance(scale: 1, fan: .fanIn, distribution: .truncatedNormal): "truncated_normal()"
    case .variance(let scale, let fan, let shape):
      "variance_scaling(scale: \(NumberText.short(scale)), fan: \"\(fan.word)\", "
        + "shape: \"\(shape.word)\")"
    }
  }

  private static func loss(_ loss: Loss) -> String {
    switch loss {
    case .sum: "J = sum of the entries of ŷ"
    case .product(let factors): "J = \(vector(factors)) · ŷ"
    case .squaredError(let target): "J = ½‖ŷ − \(vector(target))‖²"
    case .crossEntropy(let target): "J = cross-entropy of softmax(ŷ) against \(vector(target))"
    case .each(let losses):
      "a loss for each of \(NumberText.grouped(losses.count)) samples, and J is their mean; of the "
        + "first " + (losses.first.map { Self.loss($0) } ?? "none")
    }
  }
}

extension Value {
  /// The value itself where that is short, else what kind it is.
  var described: String {
    if case .number(let number) = self { return Rendering.number(number) }
    if case .text(let text) = self { return "\"\(text.shortened)\"" }
    if case .truth(let truth) = self { return truth.holds ? "true" : "false" }
    return kind
  }
}

import TerminalText

/// A network as a lecturer draws it: the first and the last layers, a node per unit, a line per connection.
///
/// Of many layers those in the middle give way to an ellipsis, of a tall one the units before the last; where more
/// lines than can be told apart join two layers, those between neighbours are drawn, and a note says how many.
struct NetworkPicture {
  /// Layers from left to right; nil where some are left out.
  let layers: [Int?]
  /// The units of each layer from top to bottom; nil where some are left out.
  private let units: [[Int?]]
  private let drawing: NetworkDrawing
  private let charset: Charset
  /// Columns beside the nodes, for what they are called.
  private let left: Int
  private let right: Int
  private let step: Int

  private static let leastStep = 8
  private static let mostStep = 12
  private static let mostUnits = 6
  private static let mostLines = 16

  /// nil where there is no room for it.
  init?(_ drawing: NetworkDrawing, columns: Int, rows: Int, charset: Charset, gutter: Int) {
    let count = drawing.widths.count
    guard count > 1, rows >= 4, drawing.widths.allSatisfy({ $0 > 0 }) else { return nil }
    self.drawing = drawing
    self.charset = charset
    let most = max(2, min(Self.mostUnits, rows / 2))
    func shown(_ width: Int) -> [Int?] {
      if width <= most { return (0..<width).map { $0 } }
      return (0..<most - 2).map { $0 } + [nil, width - 1]
    }
    left = max(gutter, Self.label("x", drawing.widths[0] - 1, of: drawing.widths[0]).count + 1)
    right = Self.label("y^", drawing.widths[count - 1] - 1, of: drawing.widths[count - 1]).count + 1
    let room = (columns - left - right - 1) / Self.leastStep + 1
    guard room >= 4 || count <= room else { return nil }
    let layers: [Int?]
    if count <= room {
      layers = (0..<count).map { $0 }
    } else {
      let head = room / 2
      layers = (0..<head).map { $0 } + [nil] + (count - (room - 1 - head)..<count).map { $0 }
    }
    self.layers = layers
    units = layers.map { layer in layer.map { shown(drawing.widths[$0]) } ?? [] }
    step = min(Self.mostStep, (columns - left - right - 1) / max(1, layers.count - 1))
  }

  /// `x2`, or `x` where there is one.
  private static func label(_ name: String, _ unit: Int, of width: Int) -> String {
    width > 1 ? "\(name)\(unit + 1)" : name
  }

  private func column(_ index: Int) -> Int { left + index * step }

  /// Rows between two units.
  private func gap(rows: Int) -> Int {
    let most = units.map(\.count).max() ?? 1
    let isParallel =
      drawing.links.count == drawing.widths.count - 1
      && drawing.links.allSatisfy { $0 == .parallel }
    return max(1, min(isParallel ? 2 : 4, (rows - 2) / max(1, most - 1)))
  }

  private func row(_ place: Int, of count: Int, rows: Int) -> Int {
    let middle = Double(rows) / 2
    return Int(middle + (Double(place) - Double(count - 1) / 2) * Double(gap(rows: rows)))
  }

  /// The connections between two layers that are drawn, by the places of their units, and how many there are.
  private func lines(_ index: Int) -> (drawn: [(Int, Int)], all: Int)? {
    guard let from = layers[index], let to = layers[index + 1] else { return nil }
    var all = 0
    var drawn: [(Int, Int)] = []
    for (place, unit) in units[index].enumerated() {
      for (other, target) in units[index + 1].enumerated() {
        guard let unit, let target, drawing.joins(unit, to: target, in: to) else { continue }
        drawn.append((place, other))
      }
    }
    all = drawing.connections(from, to)
    if drawn.count > Self.mostLines { drawn = drawn.filter { abs($0.0 - $0.1) <= 1 } }
    return (drawn, all)
  }

  /// "16 of 64 lines between layers 1 and 2 are drawn"; nil where all are.
  var note: String? {
    for index in layers.indices.dropLast() {
      guard let from = layers[index], let to = layers[index + 1], let (drawn, all) = lines(index),
        drawn.count < all
      else { continue }
      return "\(drawn.count) of \(all) lines between layers \(from) and \(to) are drawn"
    }
    return nil
  }

  /// How many units its tallest layers have, where some of them are left out.
  var hiddenUnits: String? {
    guard units.contains(where: { $0.contains(nil) }) else { return nil }
    let first = drawing.widths[0]
    if drawing.widths.allSatisfy({ $0 == first }) { return "every layer has \(first) units" }
    guard drawing.widths.count <= 16 else {
      return "the tallest layer has \(drawing.widths.max() ?? 0) units"
    }
    return "widths " + drawing.widths.map { "\($0)" }.joined(separator: ", ")
  }

  /// The picture with the names of the weights above, each row as wide as it is.
  func lines(rows: Int, glyph: (_ layer: Int) -> StyledText, columns: Int) -> [StyledText] {
    var cells = Array(repeating: Array(repeating: Character(" "), count: columns), count: rows)
    for index in layers.indices.dropLast() { draw(index, in: &cells, rows: rows) }
    for index in layers.indices where layers[index] == nil {
      let dots = Array("...")
      for (offset, dot) in dots.enumerated() where column(index) + offset - 1 < columns {
        cells[rows / 2][column(index) + offset - 1] = dot
      }
    }
    name(in: &cells, rows: rows)
    var lines = cells.enumerated().map { row, line in text(line, row, rows, glyph) }
    lines[0] = StyledText(String(cells[0]), .faint)
    return lines
  }

  /// `W[1]` above the lines it stands for, `x1` and `y^1` beside the first and the last nodes.
  private func name(in cells: inout [[Character]], rows: Int) {
    func write(_ text: String, _ row: Int, _ column: Int) {
      for (offset, character) in text.enumerated()
      where cells[row].indices.contains(column + offset) {
        cells[row][column + offset] = character
      }
    }
    for index in layers.indices.dropLast() {
      guard layers[index] != nil, let to = layers[index + 1] else { continue }
      let text = "W[\(to)]"
      guard text.count < step else { continue }
      write(text, 0, column(index) + (step - text.count + 1) / 2)
    }
    let last = layers.count - 1
    for (index, name) in [(0, "x"), (last, charset == .ascii ? "y^" : "\u{177}")] {
      guard let layer = layers[index] else { continue }
      for (place, unit) in units[index].enumerated() {
        guard let unit else { continue }
        let text = Self.label(name, unit, of: drawing.widths[layer])
        let at = index == 0 ? left - text.count - 1 : column(index) + 2
        write(text, row(place, of: units[index].count, rows: rows), at)
      }
    }
  }

  /// A row with its nodes.
  private func text(
    _ line: [Character],
    _ row: Int,
    _ rows: Int,
    _ glyph: (Int) -> StyledText
  ) -> StyledText {
    var text = StyledText()
    var start = 0
    for index in layers.indices {
      guard let layer = layers[index],
        let place = units[index].indices.first(where: {
          self.row($0, of: units[index].count, rows: rows) == row
        })
      else { continue }
      let at = column(index)
      text.append(String(line[start..<at]))
      text = text + (units[index][place] == nil ? StyledText(":", .faint) : glyph(layer))
      start = at + 1
    }
    text.append(String(line[start...]))
    return text
  }

  private func draw(_ index: Int, in cells: inout [[Character]], rows: Int) {
    let (from, to) = (column(index), column(index + 1))
    guard let (drawn, _) = lines(index) else {
      // A piece of line towards what is left out.
      let (side, near) = layers[index] == nil ? (index + 1, to - 3) : (index, from + 1)
      for place in units[side].indices where units[side][place] != nil {
        for column in near...near + 1 {
          put("-", row(place, of: units[side].count, rows: rows), column, in: &cells)
        }
      }
      return
    }
    for (place, other) in drawn {
      let start = row(place, of: units[index].count, rows: rows)
      let end = row(other, of: units[index + 1].count, rows: rows)
      line(from: (from, start), to: (to, end), in: &cells)
    }
  }

  private func line(from: (Int, Int), to: (Int, Int), in cells: inout [[Character]]) {
    let (across, down) = (to.0 - from.0, to.1 - from.1)
    let slant: Character = down > 0 ? "\\" : "/"
    if abs(down) > across {
      for offset in 1..<abs(down) {
        let column = from.0 + Int((Double(across * offset) / Double(abs(down))).rounded())
        guard column > from.0, column < to.0 else { continue }
        put(slant, from.1 + (down > 0 ? offset : -offset), column, in: &cells)
      }
      return
    }
    func row(_ offset: Int) -> Int {
      from.1 + Int((Double(down * offset) / Double(across)).rounded())
    }
    // A steep line is a slant in each row, a shallow one level between its slants.
    let isSteep = 3 * abs(down) >= across
    for offset in 1..<across {
      let isSlant = row(offset) != row(offset - 1)
      if isSteep, !isSlant { continue }
      put(isSlant ? slant : "-", row(offset), from.0 + offset, in: &cells)
    }
  }

  /// Lines that cross make a cross; a slanted one goes before a level one.
  private func put(
    _ ink: Character,
    _ row: Int,
    _ column: Int,
    in cells: inout [[Character]]
  ) {
    guard cells.indices.contains(row), cells[row].indices.contains(column) else { return }
    let spelt: [String: Character] =
      charset == .ascii
      ? ["-": "-", "/": "/", "\\": "\\", "X": "X"]
      : ["-": "\u{2500}", "/": "\u{2571}", "\\": "\u{2572}", "X": "\u{2573}"]
    let there = spelt.first { $0.value == cells[row][column] }?.key
    let new = String(ink)
    let both: String =
      switch there {
      case nil, "-": new
      case new: new
      case let other?: new == "-" ? other : "X"
      }
    cells[row][column] = spelt[both] ?? ink
  }

  /// Words at the columns of the layers.
  func under(_ text: (_ layer: Int) -> String, name: String, columns: Int) -> String {
    var line = name
    for index in layers.indices {
      guard let layer = layers[index] else { continue }
      let words = text(layer)
      let at = max(0, column(index) - (name.isEmpty ? words.count / 2 : 0))
      guard line.count <= at else { continue }
      line += String(repeating: " ", count: at - line.count) + words
    }
    return String(line.prefix(columns))
  }
}

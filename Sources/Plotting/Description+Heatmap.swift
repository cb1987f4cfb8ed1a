import TerminalText

/// A heatmap in words: its extent, where it is least and greatest, which way it rises.
struct HeatmapDescription {
  let figure: Figure
  let map: Heatmap
  private let words: AxisWords
  private let rowWords: AxisWords
  private let label: String

  init(_ figure: Figure, map: Heatmap) {
    self.figure = figure
    self.map = map
    words = AxisWords(figure)
    rowWords = AxisWords(map)
    label = map.valueLabel.isEmpty ? "the value" : neutralised(map.valueLabel)
  }

  var sentences: [String] {
    guard let x = Domain.range(map.x), let y = Domain.range(map.y) else {
      return ["Empty heatmap.", "There is nothing to show."]
    }
    let unit = figure.unit.isEmpty ? "" : " in \(neutralised(figure.unit))"
    var sentences = [
      "Heatmap of \(label)\(unit), \(map.x.count) x \(map.y.count) cells: \(words.range(x)) to the "
        + "right, \(rowWords.range(y)) upwards."
    ]
    sentences += figure.pointings
    sentences.append(ends)
    sentences += [course(across: true), course(across: false)].compactMap { $0 }
    if let odd { sentences.append(odd) }
    let all = map.y.indices.flatMap { j in map.x.indices.map { map.value($0, j) } }
    sentences += figure.thresholds.map { all.words(of: $0, "cells") + "." }
    return Array(sentences.prefix(5))
  }

  private func place(_ i: Int, _ j: Int) -> String {
    "\(words.at(map.x[i])), \(rowWords.at(map.y[j]))"
  }

  private var ends: String {
    var least: (Sample, Int, Int)?
    var greatest: (Sample, Int, Int)?
    for j in map.y.indices {
      for i in map.x.indices {
        let value = map.value(i, j)
        guard value.isFinite else { continue }
        if least.map({ value < $0.0 }) ?? true { least = (value, i, j) }
        if greatest.map({ $0.0 < value }) ?? true { greatest = (value, i, j) }
      }
    }
    guard let least, let greatest else { return "No cell has a finite value." }
    guard least.0 < greatest.0 else { return "Every finite cell is \(least.0.text())." }
    return "The least is \(least.0.text()) at \(place(least.1, least.2)); the greatest is "
      + "\(greatest.0.text()) at \(place(greatest.1, greatest.2))."
  }

  /// "To the right it rises in all 150 rows." or how many rows rise and how many fall.
  private func course(across: Bool) -> String? {
    let lines = across ? map.y.count : map.x.count
    let length = across ? map.x.count : map.y.count
    guard length > 1 else { return nil }
    var (rising, falling, level) = (0, 0, 0)
    for line in 0..<lines {
      let values = (0..<length).map { across ? map.value($0, line) : map.value(line, $0) }
      guard !values.contains(where: { $0.kind == .notANumber }) else { continue }
      let steps = zip(values, values.dropFirst())
      let ups = steps.contains { $0.0 < $0.1 }
      let downs = steps.contains { $0.1 < $0.0 }
      switch (ups, downs) {
      case (true, false): rising += 1
      case (false, true): falling += 1
      case (false, false): level += 1
      case (true, true): break
      }
    }
    let way = across ? "To the right" : "Upwards"
    let noun = across ? "rows" : "columns"
    let parts = [(rising, "rises"), (falling, "falls"), (level, "stays level")].filter { $0.0 > 0 }
    guard let first = parts.first else { return nil }
    if parts.count == 1, first.0 == lines {
      return lines == 1 ? "\(way) it \(first.1)." : "\(way) it \(first.1) in all \(lines) \(noun)."
    }
    let texts = parts.map { "\($0.1) in \($0.0)" }
    return "\(way) it \(texts.joined(separator: ", ")) of \(lines) \(noun)."
  }

  private var odd: String? {
    let all = map.y.indices.flatMap { j in map.x.indices.map { map.value($0, j) } }
    let scale = Scale(plain: figure.axis, for: Domain(all))
    let parts = Peculiarity.allCases.reversed().compactMap { what -> String? in
      let count = all.count { Peculiarity($0, on: scale) == what }
      return count == 0 ? nil : "\(count) \(count == 1 ? "is" : "are") \(what.words)"
    }
    return parts.isEmpty ? nil : "Of \(all.count) cells " + parts.joined(separator: ", ") + "."
  }
}

extension Domain {
  /// From the least to the greatest finite number.
  static func range(_ x: [Double]) -> ClosedRange<Double>? {
    Domain([Series(name: "", x: x, y: x.map { Sample($0) })]).x
  }
}

/// A network in words.
struct NetworkDescription {
  let figure: Figure
  let drawing: NetworkDrawing

  init(_ figure: Figure, drawing: NetworkDrawing) {
    self.figure = figure
    self.drawing = drawing
  }

  var sentences: [String] {
    let words = AxisWords(figure)
    guard let first = drawing.widths.first, let last = drawing.widths.last else {
      return ["Drawing of a network.", "It has no layers."]
    }
    let range = words.range(0...Double(drawing.widths.count - 1))
    let widths =
      drawing.widths.allSatisfy { $0 == first }
      ? "all \(first) wide"
      : "\(first) wide at first, \(last) at last, at most \(drawing.widths.max() ?? 0)"
    var sentences = ["Drawing of a network, \(range), \(widths)."]
    sentences += figure.pointings
    if !drawing.signal.isEmpty {
      var line = figure
      line.marks = []
      line.guesses = []
      let series = Series(name: drawing.signalLabel, first: 0, y: drawing.signal)
      sentences += Description(line, series: [series], form: .line).courses
    }
    let events = NetworkSignal(drawing).events(words)
    sentences += events.map { $0 + "." }
    if sentences.count == 1 { sentences.append("No signal is shown.") }
    return Array(sentences.prefix(5))
  }
}

/// Figures beside each other in words: what each shows first.
struct BesideDescription {
  let members: [Figure]

  init(members: [Figure]) { self.members = members }

  var sentences: [String] {
    let shared = BesideFigure.range(members)
    let count = members.count == 1 ? "1 figure" : "\(members.count) figures"
    var range = ""
    if members.count > 1, let finite = shared?.finite {
      range = ", values from \(finite.least.text()) to \(finite.greatest.text()) in all"
    }
    guard !members.isEmpty else { return ["No figures.", "There is nothing to show."] }
    var sentences = ["\(count) beside each other\(range)."]
    for (index, member) in members.prefix(4).enumerated() {
      let described = member.described(shared: shared)
      let name = member.title.isEmpty ? "Figure \(index + 1)" : neutralised(member.title)
      // The first sentence says what kind of figure it is, the second what it shows.
      sentences.append("\(name): \(described[min(1, described.count - 1)])")
    }
    return sentences
  }
}

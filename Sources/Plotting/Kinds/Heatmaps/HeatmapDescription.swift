import TerminalText

/// A heatmap in words: its extent, where it is least and greatest, which way it rises.
struct HeatmapDescription {
  let around: Surroundings
  let pointings: [String]
  let map: Heatmap
  private let words: AxisWords
  private let rowWords: AxisWords
  private let label: String

  init(_ around: Surroundings, pointings: [String], map: Heatmap) {
    self.around = around
    self.pointings = pointings
    self.map = map
    words = AxisWords(around)
    rowWords = AxisWords(map)
    label = map.valueLabel.isEmpty ? "the value" : neutralised(map.valueLabel)
  }

  var sentences: [String] {
    guard let x = map.x.finiteRange, let y = map.y.finiteRange else {
      return ["Empty heatmap.", "There is nothing to show."]
    }
    var sentences = [
      "Heatmap of \(label), \(map.x.count) x \(map.y.count) cells: \(words.range(x)) to the "
        + "right, \(rowWords.range(y)) \(map.way)."
    ]
    sentences += pointings
    sentences.append(ends)
    sentences += [course(across: true), course(across: false)].compactMap { $0 }
    if let odd { sentences.append(odd) }
    let all = around.thresholds.isEmpty ? [] : map.all
    sentences += around.thresholds.map { all.words(of: $0, "cells") + "." }
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
      var values = (0..<length).map { across ? map.value($0, line) : map.value(line, $0) }
      if !across, map.runsDown { values.reverse() }
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
    let way = across ? "To the right" : map.way.prefix(1).uppercased() + map.way.dropFirst()
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
    let scale = Scale(plain: around.axis, for: Domain(map))
    let parts = map.peculiarities(on: scale).map { _, words, count in
      "\(count) \(count == 1 ? "is" : "are") \(words)"
    }
    let total = map.x.count * map.y.count
    return parts.isEmpty ? nil : "Of \(total) cells " + parts.joined(separator: ", ") + "."
  }
}

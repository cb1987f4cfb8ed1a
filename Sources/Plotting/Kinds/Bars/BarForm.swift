import TerminalText

/// One horizontal bar per value, from zero to the left or right.
struct BarForm: FigureForm {
  var around: Surroundings
  var bars: [Bar]

  func figure(_ frame: Frame) -> BarFigure {
    let domain = reach.sharing(frame.shared)
    let scale = Scale(bars: around.axis, domain)
    let rows = bars.enumerated().map { index, bar in
      BarFigure.Row(
        name: bar.name,
        value: bar.value,
        isMarked: around.marks.contains(.x(Double(index + 1))),
        before: then(index)?.value
      )
    }
    var notes = pointings.map { StyledText($0) }
    if let scale {
      switch scale.kind {
      case .linear: break
      case .logarithmic:
        let start = NumberText.short(Double(scale.low), digits: 3)
        let words = "log axis from 1e\(start): the length of a bar counts powers of ten"
        notes.append(StyledText(words, .faint))
        let negative = bars.count { $0.value.kind == .negative }
        if negative > 0 {
          notes.append(StyledText("\(negative) negative: a log axis cannot show them", .faint))
        }
      case .symmetric(let linear):
        let words = "log axis on both sides of 0, linear within 1e\(linear) of it"
        notes.append(StyledText(words, .faint))
      }
    }
    notes += around.thresholds.map { threshold in
      let above = bars.count { threshold.at < $0.value }
      return StyledText("\(threshold.words): \(above) of \(bars.count) bars lie above", .faint)
    }
    return BarFigure(
      title: around.title,
      rows: rows,
      scale: scale,
      notes: notes,
      before: around.before,
      frame: frame
    )
  }

  /// The bar that stood in a bar's place before a change, if it had its name.
  private func then(_ index: Int) -> Bar? {
    guard let old = around.before?.bars, old.indices.contains(index) else { return nil }
    return old[index].name == bars[index].name ? old[index] : nil
  }

  /// What the axis of values reaches over.
  private var reach: Domain {
    let old = bars.indices.compactMap { then($0)?.value }
    return Domain(bars.map(\.value) + old).sharing(around.held.map { Domain([$0.points]) })
  }

  func text(in frame: Frame) -> StyledText { figure(frame).rendered() }

  func draw(on page: inout Page) { page.draw(figure(page.frame)) }

  func sentences(shared: Domain?) -> [String] {
    BarDescription(around: around, pointings: pointings, bars: bars).sentences
  }

  var comparison: String? {
    guard let before = around.before else { return nil }
    let changes = bars.indices.compactMap { index -> String? in
      guard let old = then(index), old.value != bars[index].value else { return nil }
      let name = old.name.isEmpty ? "bar \(index + 1)" : neutralised(old.name)
      return "\(name) was \(old.value.text())"
    }
    guard !changes.isEmpty else { return nil }
    let rest = changes.count > 2 ? ", and \(changes.count - 2) more were otherwise" : ""
    return "Before (\(neutralised(before.cause))) " + changes.prefix(2).joined(separator: ", ")
      + rest + "."
  }

  var data: String {
    let rows = bars.enumerated().map { index, bar in
      let old = around.before == nil ? [] : [then(index)?.value.text(digits: 15) ?? ""]
      return [neutralised(bar.name), bar.value.text(digits: 15)] + old
    }
    let before = around.before.map { [$0.words] } ?? []
    return ([["name", "value"] + before] + rows).tabSeparated
  }

  var numbers: [String] { bars.map { $0.value.text() } }

  var domain: Domain? { reach }

  func covers(_ mark: Mark) -> Bool {
    switch mark {
    case .x(let x): x >= 1 && x <= Double(bars.count)
    case .value: true
    case .cell: false
    }
  }

  func sentence(at mark: Mark) -> String {
    switch mark {
    case .x(let number):
      guard number >= 1, number <= Double(bars.count) else {
        return "There are \(bars.count) bars, counted from 1."
      }
      let bar = bars[Int(number) - 1]
      return "Bar \(Int(number)), \(neutralised(bar.name)), \(bar.value.state)."
    case .value(let level): return bars.map(\.value).shares(of: level, "bars")
    case .cell: return Mark.noCells
    }
  }

  mutating func spell() {
    bars = bars.map(\.spelledInASCII)
  }
}

extension FigureHelp {
  static let bars = FigureHelp(
    summary: "a bar for each number.",
    lines: ["bars A, B, … for numbers; or one list, or a number over a parameter."],
    examples: ["bars gain(tanh), gain(relu), gain(selu)", "bars rms(a) at 1...5"]
  )
}

extension [Course] {
  /// A bar for each value, named by its place, and by its course where there are several.
  var bars: [Bar] {
    flatMap { course in
      course.series.y.indices.map { index in
        let place = course.places.isEmpty ? nil : course.places[index]
        let parts = count > 1 || place == nil ? [course.series.name, place] : [place]
        return Bar(
          name: parts.compactMap { $0 }.joined(separator: ", "),
          value: course.series.y[index]
        )
      }
    }
  }
}
